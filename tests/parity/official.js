// Makes the calls with the official client:  node official.js MODULES CALLS URL
// Prints what came of each call that sent nothing.
const [modules, file, url] = process.argv.slice(2)
const { default: Medusa } = require(modules + "/@medusajs/medusa-js")
const calls = JSON.parse(require("fs").readFileSync(file, "utf8"))

function client({ config }) {
  const customHeaders = { ...config.headers }
  if (config.bearer) customHeaders.Authorization = "Bearer " + config.bearer
  if (config.session_cookie) customHeaders.Cookie = "connect.sid=" + config.session_cookie
  return new Medusa({
    baseUrl: url, maxRetries: config.retries ?? 0, customHeaders,
    ...(config.api_token && { apiKey: config.api_token }),
    ...(config.publishable_api_key && { publishableApiKey: config.publishable_api_key }),
  }).admin
}

// Dates as its types ask for them.
function query(some) {
  const out = { ...some }
  for (const name of ["created_at", "updated_at", "deleted_at"])
    if (out[name]) out[name] = Object.fromEntries(Object.entries(out[name]).map(([k, v]) => [k, new Date(v)]))
  return out
}

const operations = {
  create: (a, c) => a.users.create(c.payload, c.headers),
  delete: (a, c) => a.users.delete(c.id, c.headers),
  list: (a, c) => a.users.list(c.query && query(c.query), c.headers),
  retrieve: (a, c) => a.users.retrieve(c.id, c.headers),
  update: (a, c) => a.users.update(c.id, c.payload, c.headers),
  reset_password: (a, c) => a.users.resetPassword(c.payload, c.headers),
  send_reset_password_token: (a, c) => a.users.sendResetPasswordToken(c.payload, c.headers),
  create_session: (a, c) => a.auth.createSession(c.payload, c.headers),
  get_token: (a, c) => a.auth.getToken(c.payload, c.headers),
  get_session: (a, c) => a.auth.getSession(c.headers),
  delete_session: (a, c) => a.auth.deleteSession(c.headers),
}

async function worker() {
  for (let call; (call = calls.shift()); ) {
    try {
      await operations[call.op](client(call), call)
    } catch (error) {
      if (!error.response) console.log(call.headers["X-Call"] + " " + error.message)
    }
  }
}
// Several at a time: it also repeats what it could not send, after waiting.
Promise.all(Array.from({ length: 8 }, worker))
