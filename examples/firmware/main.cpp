// SPDX-License-Identifier: MIT
// The seven operations on admin users from a microcontroller: no heap, no operating system, and the
// server at the other end of a UART. What is large is static: see "peak stack" for the rest.
//
//   arguments: base URL, e-mail, password, name of the file in which the reset token will appear
#include <medusa/embedded.hpp>
#include <medusa/ext/http1.hpp>

#include <optional>
#include <string_view>

#include "clock.hpp"
#include "print.hpp"
#include "semihosting.hpp"
#include "stack.hpp"
#include "uart.hpp"

namespace {

namespace admin = medusa::admin;

using storage = medusa::fixed<48, 4>;  // texts of at most 48 bytes, pages of at most 4 users
using memory = medusa::ext::http1_memory<medusa::ext::http1_limits{.body = 2048}>;
using transport = medusa::ext::http1_transport<uart, host_clock, memory&>;
using client = admin::client<transport&, medusa::json::scanner, storage, host_clock>;

/// In a function of its own, so that its text is on the stack only when there is a failure.
[[gnu::noinline]] void print_failure(std::string_view name, client::failure_type const& failure) {
  print(name, std::string_view(to_string(failure)));
}

/// Performs an operation and prints what came of it on one line. Null if it failed; else the
/// result, in static memory, where it stays until the same operation is performed again.
template <medusa::operation Op>
auto const* perform(client& medusa, std::string_view name, Op const& op) {
  using result_type = typename Op::template result_type<storage>;
  static constinit std::optional<result_type> result;
  static constinit std::optional<client::failure_type> failure;
  failure = medusa.call_into(op, result.emplace());
  if (failure) print_failure(name, *failure);
  else print(name, *result);
  return failure ? nullptr : &*result;
}

/// The token goes out by e-mail; here a file appears after about three seconds. The server closes a
/// connection on which nothing happens for five, so there must be other calls meanwhile.
std::string_view wait_for_token(client& medusa, std::string_view id, std::string_view file) {
  static char token[512];
  medusa::duration const begin = host_clock::now();
  while (host_clock::now() - begin < medusa::duration::seconds(20)) {
    if (std::size_t const size = semihosting::read_file(file, token)) return {token, size};
    host_clock::wait(medusa::duration::milliseconds(100));
    if (auto const answer = medusa.send(admin::retrieve_user{.id = id}); !answer || !*answer) break;
  }
  return {};
}

/// All that can be done with a user but making and deleting it.
bool use(client& medusa, std::string_view id, std::string_view email, std::string_view token_file) {
  bool const good =
      perform(medusa, "retrieve_user", admin::retrieve_user{.id = id}) &&
      perform(medusa, "list_users", admin::list_users{.q = "firmware", .limit = 4}) &&
      perform(medusa, "update_user",
              admin::update_user{id, {.first_name = "Grace", .last_name = nullptr}}) &&
      perform(medusa, "send_reset_password_token",
              admin::send_reset_password_token{.email = email});
  if (!good) return false;
  std::string_view const token = wait_for_token(medusa, id, token_file);
  return perform(medusa, "reset_password",
                 admin::reset_password{.token = token, .password = "n3w-s3cret"});
}

bool run(client& medusa, std::string_view email, std::string_view password,
         std::string_view token_file) {
  if (!perform(medusa, "create_session",
               admin::create_session{.email = email, .password = password}))
    return false;
  constexpr std::string_view ada = "ada.firmware@example.com";
  auto const* const user = perform(
      medusa, "create_user",
      admin::create_user{
          .email = ada, .first_name = "Ada", .last_name = "Lovelace", .password = "s3cret"});
  if (!user) return false;
  storage::text const id = user->id;
  bool const good = use(medusa, id, ada, token_file);
  return perform(medusa, "delete_user", admin::delete_user{.id = id}) && good;
}

}  // namespace

int main() {
  stack::paint();
  static char text[512];
  auto const [url, email, password, token_file] = semihosting::arguments<4>(text);

  static uart line;
  static memory answers;
  static transport http(line, host_clock(), answers);
  static client medusa(
      http,
      {.base_url = url, .timeout = medusa::duration::seconds(10), .retry = {.max_retries = 2}});

  bool const good = run(medusa, email, password, token_file);
  print("peak stack", stack::peak());
  return good ? 0 : 1;
}
