// Stands in for the plugin that mails the token of a password reset: appends it to a file, one JSON
// object a line, the newest last. The server emits the event up to three seconds after its answer.
const fs = require("fs")

// Without this mark the server takes the module itself for the subscriber and refuses to start.
Object.defineProperty(exports, "__esModule", { value: true })

exports.default = async ({ data: { email, token } }) => {
  fs.appendFileSync(process.env.MEDUSA_LIVE_RESET_TOKENS, JSON.stringify({ email, token }) + "\n")
}

exports.config = {
  event: "user.password_reset",
  context: { subscriberId: "reset-tokens" },
}
