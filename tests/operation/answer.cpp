// SPDX-License-Identifier: MIT
#include <medusa/operation/answer.hpp>

#include <doctest/doctest.h>

#include <optional>

#include <medusa/json/scanner.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/operation/delete_user.hpp>
#include <medusa/operation/reset_password.hpp>
#include <medusa/operation/send_reset_password_token.hpp>

// Reading without the operation's type; tests/operation/parse.cpp has what answers mean.
namespace {

using medusa::errc;
using storage = medusa::fixed<16, 2>;
using scanner = medusa::json::scanner;
using value = scanner::value;
using failure = medusa::failure<storage>;

template <class Op>
constexpr auto const& form_of =
    medusa::detail::answer_form_of<Op, typename Op::template result_type<storage>, value>;

constexpr bool test_forms() {
  using namespace medusa::admin;
  auto const& enveloped = form_of<reset_password>;
  auto const& root = form_of<delete_user>;
  auto const& nothing = form_of<send_reset_password_token>;
  return enveloped.rows.size() == 1 && enveloped.rows[0].name() == "user" &&
         enveloped.rejected(errc::server_error, 500) == errc::reset_token_rejected &&
         root.rows.size() == 3 && root.rejected == nullptr && nothing.rows.empty();
}
TEST_CASE("answer: where the result lies, and who renames refusals") { CHECK(test_forms()); }
static_assert(test_forms());

constexpr bool test_codes_of_statuses() {
  using medusa::errc_of_status;
  return errc_of_status(299) == errc::unexpected_status &&
         errc_of_status(300) == errc::redirected && errc_of_status(399) == errc::redirected &&
         errc_of_status(400) == errc::bad_request &&
         errc_of_status(499) == errc::unexpected_status &&
         errc_of_status(500) == errc::server_error && errc_of_status(503) == errc::unavailable &&
         errc_of_status(599) == errc::server_error &&
         errc_of_status(600) == errc::unexpected_status;
}
TEST_CASE("answer: ranges of statuses") { CHECK(test_codes_of_statuses()); }
static_assert(test_codes_of_statuses());

constexpr bool test_no_body_wanted() {
  medusa::no_content out;
  std::optional<failure> failed;
  medusa::detail::optional_slot<failure> slot(failed);
  medusa::response_view done(204, "");
  medusa::response_view refused(404, "");
  auto const& form = form_of<medusa::admin::send_reset_password_token>;
  medusa::detail::erased_pointer<medusa::no_content> const to(out);
  return medusa::detail::read_answer<scanner>(done, form, to, slot) && !failed &&
         !medusa::detail::read_answer<scanner>(refused, form, to, slot) &&
         failed->code == errc::not_found && failed->status == 404;
}
TEST_CASE("answer: without a body to be read") { CHECK(test_no_body_wanted()); }
static_assert(test_no_body_wanted());

constexpr bool test_read_answer() {
  medusa::basic_deletion<storage> out;
  std::optional<failure> failed;
  medusa::detail::optional_slot<failure> slot(failed);
  medusa::detail::erased_pointer<medusa::basic_deletion<storage>> const to(out);
  auto const read = [&](int status, std::string_view body) {
    medusa::response_view response(status, body);
    return medusa::detail::read_answer<scanner>(response, form_of<medusa::admin::delete_user>, to,
                                                slot);
  };
  if (!read(200, R"({"id":"u","object":"user","deleted":true})") || !out.deleted || failed)
    return false;
  if (!read(200, R"({"id":"v","deleted":true})") || out.id != "v" || out.object != "" || failed)
    return false;
  if (read(404, R"({"type":"not_found","message":"no"})") || failed->server.message != "no")
    return false;
  if (read(404, R"({"type":"not_found","message":"no")") || failed->code != errc::not_found ||
      failed->server.message != "" || !failed->server.type.empty())
    return false;  // what is not JSON to its end says nothing
  return !read(200, "") && failed->code == errc::empty_body && failed->server.message == "";
}
TEST_CASE("answer: into what may have been used, failures afresh") { CHECK(test_read_answer()); }
static_assert(test_read_answer());

}  // namespace
