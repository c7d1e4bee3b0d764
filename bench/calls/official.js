// The official JavaScript client. usage: node official.js MODULES URL serial|parallel CALLS
const [modules, url, how, count] = process.argv.slice(2)
const { default: Medusa } = require(modules + "/@medusajs/medusa-js")
const { Agent } = require("http")
require(modules + "/axios").defaults.httpAgent = new Agent({ keepAlive: true })

const client = new Medusa({ baseUrl: url, maxRetries: 0, apiKey: "a-token-of-some-length" })
const id = "usr_01JDC0A5R7QK8Z3M6W9X200001"

async function calls(count) {
  for (let i = 0; i < count; ++i) if ((await client.admin.users.retrieve(id)).user.id !== id) process.exit(1)
}

async function main() {
  await calls(200) // until its code is compiled
  const before = process.cpuUsage()
  const begin = process.hrtime.bigint()
  const at_once = how === "serial" ? 1 : 32
  await Promise.all(Array.from({ length: at_once }, () => calls(Math.floor(count / at_once))))
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9
  const used = process.cpuUsage(before)
  console.log(`${(count / seconds).toFixed(0)} ${((used.user + used.system) / count).toFixed(2)}`)
}
main()
