// The server's defaults, but for what has no default. The secrets guard nothing but test data.
module.exports = {
  projectConfig: {
    database_url: process.env.MEDUSA_LIVE_DATABASE_URL,
    jwt_secret: "live-suite-jwt",
    cookie_secret: "live-suite-cookie",
    store_cors: "http://127.0.0.1:8000",
    admin_cors: "http://127.0.0.1:7001",
  },
  plugins: [],
  modules: {},
}
