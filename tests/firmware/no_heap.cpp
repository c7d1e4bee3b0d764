// All that the library can do without a heap, for tools/firmware to link where there is none. It is
// not run.
#include <medusa/embedded.hpp>
#include <medusa/ext/http1.hpp>
#include <medusa/json/metadata.hpp>

#include <string_view>

#include "clock.hpp"
#include "semihosting.hpp"
#include "uart.hpp"

namespace {

using transport = medusa::ext::http1_transport<uart, host_clock>;

/// Uses a result, its error too, in a way that the compiler cannot leave out.
template <class Result>
void use(Result const& result) {
  if (result) asm volatile("" : : "r"(&*result) : "memory");
  else semihosting::write(to_string(result.error()).c_str());
}

template <class Storage>
void everything(transport& http, std::string_view text) {
  medusa::header const headers[] = {{text, text}};
  medusa::admin::client<transport&, medusa::json::scanner, Storage, host_clock> client(
      http, {.base_url = text,
             .credentials = medusa::api_token{text},
             .publishable_api_key = text,
             .headers = headers,
             .retry = {.max_retries = 3}});
  bool cancel = false;
  auto const users = client.users();
  use(users.create({.email = text, .first_name = text, .last_name = text, .password = text}));
  use(users.retrieve(
      text, {.headers = headers, .deadline = medusa::duration::seconds(9), .cancel = &cancel}));
  use(users.list({.email = text,
                  .q = text,
                  .order = {},
                  .id = text,
                  .created_at = {},
                  .limit = 2,
                  .fields = {}}));
  for (auto&& each : users.all({.q = text})) use(each);
  medusa::json::basic_metadata<medusa::static_string<64>> metadata;
  metadata.set(text, text).set(text, 7).set(text, nullptr).erase(text);
  use(users.update(
      text, {.first_name = text, .last_name = nullptr, .api_token = text, .metadata = metadata}));
  use(users.send_reset_password_token({.email = text}));
  use(users.reset_password({.token = text, .password = text}));
  use(users.remove(text));
  use(client.auth().create_session({.email = text, .password = text}));
  use(client.auth().get_session());
  use(client.auth().get_token({.email = text, .password = text}));
  use(client.auth().delete_session());
}

}  // namespace

int main() {
  char memory[256];
  std::string_view const text = semihosting::arguments<1>(memory)[0];
  uart line;
  transport http(line, host_clock());
  everything<medusa::fixed<64, 8>>(http, text);
  everything<medusa::borrowed<8>>(http, text);
  return 0;
}
