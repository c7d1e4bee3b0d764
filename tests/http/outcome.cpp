#include <medusa/http/outcome.hpp>

#include <doctest/doctest.h>

#include <initializer_list>

#include <support/hidden.hpp>

namespace {

using medusa::may_repeat;
using medusa::outcome;
using medusa::outcome_of_status;
using medusa::retry_policy;

constexpr bool test_outcomes_of_statuses() {
  if (outcome_of_status(429) != outcome::not_processed ||
      outcome_of_status(503) != outcome::not_processed)
    return false;
  for (int const status : {408, 502, 504})
    if (outcome_of_status(status) != outcome::unknown) return false;
  if (outcome_of_status(support::hidden(409)) != outcome::conflict ||
      outcome_of_status(500) != outcome::server_error)
    return false;
  for (int const status : {0, 200, 204, 301, 304, 400, 401, 403, 404, 413, 422, 501, 505, 599, 600})
    if (outcome_of_status(status) != outcome::answered) return false;
  return true;
}

constexpr bool test_what_may_be_repeated() {
  constexpr retry_policy plain{};
  for (bool const repeatable : {true, false}) {
    if (may_repeat(outcome::answered, repeatable, plain)) return false;
    if (!may_repeat(outcome::not_sent, repeatable, plain)) return false;
    if (!may_repeat(outcome::not_processed, repeatable, plain)) return false;
    if (may_repeat(outcome::unknown, repeatable, plain) != repeatable) return false;
    if (may_repeat(outcome::conflict, repeatable, plain)) return false;
    if (may_repeat(outcome::server_error, repeatable, plain)) return false;
  }
  return true;
}

constexpr bool test_what_the_caller_opts_into() {
  if (!may_repeat(outcome::unknown, false, {.repeat_unsafe = true})) return false;
  if (!may_repeat(outcome::conflict, false, {.repeat_conflict = true})) return false;
  if (!may_repeat(outcome::server_error, true, {.repeat_server_error = true})) return false;
  if (may_repeat(support::hidden(outcome::server_error), false, {.repeat_server_error = true}))
    return false;
  return may_repeat(outcome::server_error, false,
                    {.repeat_unsafe = true, .repeat_server_error = true});
}

}  // namespace

TEST_CASE("outcome: of each status") { CHECK(test_outcomes_of_statuses()); }
static_assert(test_outcomes_of_statuses());

TEST_CASE("outcome: what may be repeated by default") { CHECK(test_what_may_be_repeated()); }
static_assert(test_what_may_be_repeated());

TEST_CASE("outcome: what the caller opts into") { CHECK(test_what_the_caller_opts_into()); }
static_assert(test_what_the_caller_opts_into());
