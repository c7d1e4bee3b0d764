// expect: borrowed results view the response's body, and this transport's response is gone
#include <medusa/client/async_client.hpp>
#include <medusa/model/borrowed.hpp>

struct response {
  char text[4] = {};
  int status() const { return 200; }
  std::string_view body() const { return {text, 4}; }
};
struct transport {
  using result_type = medusa::result<response, int>;
  void send(medusa::request const&, medusa::async_handler<result_type> handler) {
    handler(response{});
  }
};

void reads(
    medusa::admin::async_client<transport, medusa::json::scanner, medusa::borrowed<1>>& client) {
  client.users().retrieve("u",
                          [](auto const&) {});  // the response lives as long as the handler runs
#ifndef MEDUSA_CONTROL
  static_cast<void>(client.users().retrieve("u"));
#endif
}
