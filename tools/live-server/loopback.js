// Preloaded into the server. `medusa start` listens on every interface and has no option for it, so
// the host is put in here; and the port is written to a file as soon as connections are accepted,
// which is how tools/medusa-server knows that it is this server that answers and not another one.
const fs = require("fs")
const net = require("net")

const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (port, ...rest) {
  const callback = rest.filter((argument) => typeof argument === "function")
  this.once("listening", () => {
    fs.writeFileSync(process.env.MEDUSA_LIVE_LISTENING, `${this.address().port}\n`)
  })
  return listen.call(this, { port: Number(port), host: "127.0.0.1" }, ...callback)
}
