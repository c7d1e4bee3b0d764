// expect: `\*send\(request\)` must be a medusa::response
#include <medusa/embedded.hpp>

struct response {
  int status() const { return 200; }
#ifdef MEDUSA_CONTROL
  std::string_view body() const { return {}; }
#endif
};
struct transport {
  medusa::result<response, int> send(medusa::request const&) { return response{}; }
};

medusa::admin::client<transport, medusa::json::scanner, medusa::fixed<8, 1>> client{transport{}, {}};
