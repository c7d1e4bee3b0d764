#include <medusa/client/function_transport.hpp>

#include <doctest/doctest.h>

#include <string_view>
#include <utility>

#include <medusa/client/client.hpp>
#include <medusa/client/transport.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/response.hpp>
#include <medusa/model/fixed.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;

constexpr response_view good{200, R"({"user":{"id":"usr_1","email":"e"}})"};

constexpr result<response_view, int> answer(request const& r) {
  if (r.target != "/admin/users/usr_1") return unexpected(404);
  return good;
}

template <class T>
using client_of = admin::client<T, json::scanner, fixed<48, 4>>;
constexpr basic_options<no_clock> options{.base_url = "http://h"};

constexpr bool test_of_a_function() {
  function_transport transport{answer};
  client_of<decltype(transport)> client{transport, options};
  return client.users().retrieve("usr_1") &&
         client.users().retrieve("usr_2").error().transport == 404;
}

constexpr bool test_of_a_lambda_that_counts() {
  function_transport transport{
      [n = 0](request const&) mutable -> result<response_view, int> { return unexpected(++n); }};
  client_of<decltype(transport)&> client{transport, options};
  static_cast<void>(client.users().retrieve("usr_1"));
  return client.users().retrieve("usr_1").error().transport == 2;
}

struct move_only {
  int calls = 0;
  constexpr move_only() = default;
  constexpr move_only(move_only&&) = default;
  constexpr result<response_view, int> operator()(request const&) { return good; }
};

constexpr bool test_of_a_function_that_only_moves() {
  client_of<function_transport<move_only>> client{function_transport{move_only{}}, options};
  return client.users().retrieve("usr_1").has_value();
}

struct not_a_function {};
struct of_another_argument {
  result<response_view, int> operator()(int) const;
};
static_assert(transport<function_transport<decltype(&answer)>> &&
              transport<function_transport<move_only>>);
static_assert(!transport<function_transport<not_a_function>> &&
              !transport<function_transport<of_another_argument>>);

}  // namespace

TWIN("function_transport: of a function", test_of_a_function);
TWIN("function_transport: of a lambda with a state", test_of_a_lambda_that_counts);
TWIN("function_transport: of a function that only moves", test_of_a_function_that_only_moves);
