// SPDX-License-Identifier: MIT
// How deep the stack goes in a call: run by tools/size in an emulated Cortex-M4. Client, results,
// failures and bodies are static, as a firmware has them; what is measured is the rest.
#include <cstring>
#include <new>

#include "probe.hpp"
#include "semihosting.hpp"

extern "C" std::uint32_t stack_limit[], stack_top[];

namespace probe {

using storage = PROBE_STORAGE;
using client = medusa::admin::client<transport&, medusa::json::scanner, storage, PROBE_CLOCK>;

namespace {

char body[2048];
int status = 0;
std::size_t size = 0;
std::int64_t ticks = 0;

void answer(int code, std::string_view text) {
  status = code;
  size = text.size();
  std::memcpy(body, text.data(), size);
}

constexpr std::uint32_t colour = 0x5AFEC0DE;

/// Bytes of stack that `f()` takes below the frame of its caller.
template <class F>
[[gnu::noinline]] std::uint32_t depth(F const& f) {
  auto* const here = static_cast<std::uint32_t volatile*>(__builtin_frame_address(0)) - 16;
  for (std::uint32_t volatile* word = stack_limit; word < here; ++word) *word = colour;
  f();
  std::uint32_t volatile* word = stack_limit;
  while (*word == colour) ++word;
  return static_cast<std::uint32_t>(reinterpret_cast<char const volatile*>(here) -
                                    reinterpret_cast<char const volatile*>(word));
}

void print(char const* name, std::uint32_t value) {
  char line[64];
  medusa::sink out(line, sizeof line);
  out.append(name);
  out.append(' ');
  out.append_number(value);
  out.append({"\n\0", 2});
  semihosting::write(line);
}

constexpr std::string_view user =
    R"({"user":{"id":"usr_01HZX","created_at":"2026-11-23T06:56:10.386Z","updated_at":"2026-11-23T06:56:10.386Z",)"
    R"("deleted_at":null,"role":"member","email":"ada@example.com","first_name":"Ad\u00e9","last_name":"Lovelace",)"
    R"("api_token":null,"metadata":{"a":[1,{"b":"c"}]},"unknown":[[[1]]]}})";
constexpr std::string_view page =
    R"({"users":[{"id":"usr_1","email":"a","metadata":{"a":[1]}},{"id":"usr_2","email":"b"}],"count":2,"offset":0,"limit":4})";
constexpr std::string_view refusal =
    R"({"code":"invalid_request_error","type":"duplicate_error","message":"it is there\u0021"})";

transport line;
/// Made where `main` is, in memory that is there already.
alignas(client) char memory[sizeof(client)];
client* medusa_client = nullptr;

template <class Op>
void measure(char const* name, Op const& op, int code, std::string_view text) {
  static typename Op::template result_type<storage> out;
  using failed = std::optional<client::failure_type>;
  alignas(
      failed) static char failure[sizeof(failed)];  // made in place, as the result of a function is
  answer(code, text);
  failed const* made = nullptr;
  print(name, depth([&] { made = ::new (failure) failed(medusa_client->call_into(op, out)); }));
  if (made->has_value() == (code >= 200 && code < 300)) semihosting::exit(1);
}

}  // namespace

std::optional<std::string_view> response::header(std::string_view name) const noexcept {
  if (medusa::ascii::iequals(name, "Retry-After")) return "Sun, 06 Nov 1994 08:49:47 GMT";
  if (medusa::ascii::iequals(name, "Date")) return "Sun, 06 Nov 1994 08:49:37 GMT";
  if (medusa::ascii::iequals(name, "Set-Cookie")) return "connect.sid=s%3Aabc; Path=/";
  return std::nullopt;
}
medusa::result<response, int> transport::send(medusa::request const&) {
  if (status == 0) return medusa::unexpected(7);
  return response{status, {body, size}};
}
medusa::duration clock::now() { return medusa::duration::milliseconds(++ticks); }
void clock::wait(medusa::duration) {}
std::uint64_t clock::random() { return 4; }

template <class Options>
void set_retries(Options& options) {
  if constexpr (requires { options.retry; }) options.retry.max_retries = 2;
}

void measure_all() {
  using namespace medusa::admin;
  constexpr std::string_view text = "ada";
  client::options_type options{.base_url = "http://10.0.0.1:9000",
                               .credentials = medusa::api_token{"token"}};
  set_retries(options);
  print("construct", depth([&] { medusa_client = ::new (memory) client(line, options); }));
  measure("create_user", create_user{.email = text, .first_name = "\u00e9\n", .password = text},
          200, user);
  measure("delete_user", delete_user{.id = text}, 200,
          R"({"id":"ada","object":"user","deleted":true})");
  measure("list_users",
          list_users{.q = text,
                     .order = {{user_field::email}},
                     .id = text,
                     .fields = user_fields::only({user_field::id})},
          200, page);
  measure("reset_password", reset_password{.token = text, .password = text}, 200, user);
  measure("retrieve_user", retrieve_user{.id = text}, 200, user);
  measure("send_reset_password_token", send_reset_password_token{.email = text}, 204, "");
  measure("update_user", update_user{text, {.last_name = nullptr, .metadata = R"({"a":{"b":1}})"}},
          200, user);
  measure("refused", create_user{.email = text, .password = text}, 422, refusal);
  measure("unavailable", retrieve_user{.id = text}, 503, refusal);
  measure("broken", retrieve_user{.id = text}, 0, "");
}

}  // namespace probe

int main() {
  probe::measure_all();
  return 0;
}
