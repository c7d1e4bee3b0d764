// SPDX-License-Identifier: MIT
#include <medusa/operation/parse.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/deletion.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/model/user.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

using medusa::errc;
using medusa::errc_of_status;
using medusa::parse;
using medusa::parse_into;
using medusa::response_view;

namespace {

using small = medusa::fixed<16, 2>;
using views = medusa::borrowed<2>;

struct get_user {
  static constexpr medusa::operation_info info{.envelope = "user"};
  template <medusa::storage S>
  using result_type = medusa::basic_user<S>;
  void encode(medusa::request_writer&) const {}
};

struct delete_thing {
  static constexpr medusa::operation_info info{.method = medusa::method::del};
  template <medusa::storage S>
  using result_type = medusa::basic_deletion<S>;
  void encode(medusa::request_writer&) const {}
};

struct notify {
  static constexpr medusa::operation_info info{.method = medusa::method::post};
  template <medusa::storage S>
  using result_type = medusa::no_content;
  void encode(medusa::request_writer&) const {}
  static constexpr errc rejected(errc code, int status) noexcept {
    return status == 418 ? errc::conflict : code;
  }
};

constexpr bool test_statuses() {
  constexpr std::array known{
      std::pair{400, errc::bad_request},       std::pair{401, errc::unauthorized},
      std::pair{403, errc::forbidden},         std::pair{404, errc::not_found},
      std::pair{409, errc::conflict},          std::pair{413, errc::payload_too_large},
      std::pair{422, errc::unprocessable},     std::pair{429, errc::too_many_requests},
      std::pair{503, errc::unavailable},       std::pair{300, errc::redirected},
      std::pair{301, errc::redirected},        std::pair{304, errc::redirected},
      std::pair{399, errc::redirected},        std::pair{500, errc::server_error},
      std::pair{502, errc::server_error},      std::pair{504, errc::server_error},
      std::pair{599, errc::server_error},      std::pair{402, errc::unexpected_status},
      std::pair{405, errc::unexpected_status}, std::pair{415, errc::unexpected_status},
      std::pair{431, errc::unexpected_status}, std::pair{499, errc::unexpected_status},
      std::pair{600, errc::unexpected_status}, std::pair{100, errc::unexpected_status},
      std::pair{199, errc::unexpected_status}, std::pair{0, errc::unexpected_status},
      std::pair{-1, errc::unexpected_status}};
  for (auto const& [status, code] : known) {
    if (errc_of_status(status) != code || stage_of(code) != medusa::stage::status) return false;
    // A body that would be a success does not make one.
    auto const user =
        parse<small>(get_user{}, response_view(status, R"({"user":{"id":"u","email":"e"}})"));
    if (user || user.error().code != code || user.error().status != status) return false;
    if (parse<small>(notify{}, response_view(status, ""))) return false;
  }
  return true;
}
TEST_CASE("parse: every status that is no success") { CHECK(test_statuses()); }
static_assert(test_statuses());

template <class S>
constexpr bool test_success() {
  for (int const status : {200, 201, 206, 299}) {
    auto const user = parse<S>(
        get_user{}, response_view(status, R"( {"user" : {"id":"u","email":"e"}, "more":[]} )"));
    if (!user || user->id != "u" || user->email != "e") return false;
  }
  auto const gone =
      parse<S>(delete_thing{}, response_view(200, R"({"id":"u","object":"user","deleted":true})"));
  return gone && gone->id == "u" && gone->object == "user" && gone->deleted;
}
TEST_CASE("parse: a success") {
  CHECK(test_success<small>());
  CHECK(test_success<views>());
  CHECK(test_success<medusa::hosted>());
}
static_assert(test_success<small>() && test_success<views>());

constexpr bool test_no_content() {
  for (std::string_view const body : {"", "OK", "<html>", "{\"user\":", "\xFF"})
    if (!parse<small>(notify{}, response_view(204, body)) ||
        !parse<small>(notify{}, response_view(200, body)))
      return false;
  auto const renamed = parse<small>(notify{}, response_view(418, ""));
  auto const other = parse<small>(notify{}, response_view(500, ""));
  return !renamed && renamed.error().code == errc::conflict && renamed.error().status == 418 &&
         !other && other.error().code == errc::server_error;
}
TEST_CASE("parse: no content, and a refusal with a name of its own") { CHECK(test_no_content()); }
static_assert(test_no_content());

/// Whether a success with this body is a failure at the place where `at` begins.
template <class S>
constexpr bool breaks(std::string_view body, errc code, std::string_view path, std::string_view at,
                      std::size_t needed = 0) {
  auto const user = parse<S>(get_user{}, response_view(200, body));
  if (user) return false;
  auto const& error = user.error();
  return error.code == code && error.status == 200 && error.path == path &&
         error.offset == body.find(at) && error.needed == needed &&
         error.stage() == medusa::stage::decode && error.server.type.empty() &&
         error.field.empty() && !error.transport;
}

template <class S>
constexpr bool test_broken_successes() {
  return breaks<S>("", errc::empty_body, "", "") &&
         breaks<S>("OK", errc::malformed_json, "", "O") &&
         breaks<S>("Unauthorized", errc::malformed_json, "", "U") &&
         breaks<S>("<!DOCTYPE html>\n<html></html>", errc::malformed_json, "", "<") &&
         breaks<S>("\xEF\xBB\xBF{}", errc::malformed_json, "", "\xEF") &&
         breaks<S>(R"({"user":{"id":"u","email":"e"}}x)", errc::malformed_json, "", "x") &&
         breaks<S>(R"({"user":{"id":"u","email":"e"}, ?})", errc::malformed_json, "", "?") &&
         breaks<S>("{\"user\":{\"id\":\"u\",\"email\":\"\xC3\"}}", errc::malformed_utf8, "",
                   "\xC3") &&
         breaks<S>("[]", errc::wrong_type, "", "[") &&
         breaks<S>("null", errc::wrong_type, "", "n") &&
         breaks<S>(R"("user")", errc::wrong_type, "", "\"") &&
         breaks<S>("{}", errc::missing_member, "user", "{") &&
         breaks<S>(R"({"users":[]})", errc::missing_member, "user", "{") &&
         breaks<S>(R"({"type":"invalid_data","message":"m"})", errc::missing_member, "user", "{") &&
         breaks<S>(R"({"user":[]})", errc::wrong_type, "user", "[]") &&
         breaks<S>(R"({"user":{}})", errc::missing_member, "user.id", "{}") &&
         breaks<S>(R"({"user":{"id":1}})", errc::wrong_type, "user.id", "1") &&
         breaks<S>(R"({"user":{"id":"u","email":"e","created_at":"yesterday"}})", errc::wrong_type,
                   "user.created_at", "\"yest");
}
TEST_CASE("parse: a success that breaks the contract") {
  CHECK(test_broken_successes<small>());
  CHECK(test_broken_successes<views>());
  CHECK(test_broken_successes<medusa::hosted>());
}
static_assert(test_broken_successes<small>() && test_broken_successes<views>());

/// Every document that was cut somewhere is a failure, never half a result.
template <class S>
constexpr bool test_cut_documents() {
  constexpr std::string_view body =
      R"({"user":{"id":"u","role":null,"email":"a@b.c","metadata":{"a":[1,"\u00e9"]}}})";
  for (std::size_t size = 0; size < body.size(); ++size) {
    auto const user = parse<S>(get_user{}, response_view(200, body.substr(0, size)));
    if (user || user.error().code != (size == 0 ? errc::empty_body : errc::malformed_json))
      return false;
    if (user.error().offset > size) return false;
  }
  return parse<S>(get_user{}, response_view(200, body)).has_value();
}
TEST_CASE("parse: cut documents") {
  CHECK(test_cut_documents<small>());
  CHECK(test_cut_documents<views>());
  CHECK(test_cut_documents<medusa::hosted>());
}
static_assert(test_cut_documents<small>() && test_cut_documents<views>());

constexpr bool test_too_long_for_the_storage() {
  constexpr std::string_view fits = R"({"user":{"id":"0123456789abcdef","email":"e"}})";
  constexpr std::string_view long_id = R"({"user":{"id":"0123456789abcdefg","email":"e"}})";
  return parse<small>(get_user{}, response_view(200, fits)).has_value() &&
         breaks<small>(long_id, errc::text_too_long, "user.id", "\"0123", 17) &&
         breaks<views>(R"({"user":{"id":"\u0075","email":"e"}})", errc::escaped_text, "user.id",
                       "\"\\u0075");
}
TEST_CASE("parse: text that the storage cannot take") { CHECK(test_too_long_for_the_storage()); }
static_assert(test_too_long_for_the_storage());

template <class S>
constexpr bool test_api_errors() {
  auto const known = parse<S>(
      get_user{}, response_view(422, R"({"code":"invalid_request_error","type":"duplicate_error",)"
                                     R"("message":"User with email X already exists."})"));
  if (known || known.error().server.code != medusa::error_code::invalid_request_error ||
      known.error().server.type != medusa::error_type::duplicate_error ||
      std::string_view(known.error().server.message) != "User with email X already exists." ||
      known.error().server.message_dropped)
    return false;
  auto const without_code =
      parse<S>(get_user{}, response_view(404, R"({"type":"not_found","message":""})"));
  if (without_code || !without_code.error().server.code.empty() ||
      without_code.error().server.type.text() != "not_found")
    return false;
  auto const foreign =
      parse<S>(get_user{}, response_view(400, R"({"type":"teapot","code":"T-1","errors":[{}]})"));
  return !foreign && foreign.error().server.type.text() == "teapot" &&
         !foreign.error().server.type.known() && foreign.error().server.code.text() == "T-1" &&
         std::string_view(foreign.error().server.message).empty();
}
TEST_CASE("parse: what the server says about a refusal") {
  using roomy = medusa::fixed<32, 1>;
  CHECK(test_api_errors<roomy>());
  CHECK(test_api_errors<views>());
  CHECK(test_api_errors<medusa::hosted>());
}
static_assert(test_api_errors<medusa::fixed<32, 1>>() && test_api_errors<views>());

/// Whether a refusal with this body keeps its code and status, and says no more.
template <class S>
constexpr bool says_nothing(std::string_view body) {
  auto const user = parse<S>(get_user{}, response_view(400, body));
  if (user) return false;
  auto const& server = user.error().server;
  return user.error().code == errc::bad_request && user.error().status == 400 &&
         server.type.empty() && server.code.empty() && std::string_view(server.message).empty() &&
         !server.message_dropped;
}

template <class S>
constexpr bool test_refusals_without_an_error_object() {
  return says_nothing<S>("") && says_nothing<S>("Unauthorized") &&
         says_nothing<S>("<!DOCTYPE html>") && says_nothing<S>("null") && says_nothing<S>("[]") &&
         says_nothing<S>(R"("not_found")") && says_nothing<S>("{}") &&
         says_nothing<S>(R"({"type":1,"code":null,"message":{"a":["b"]}})") &&
         says_nothing<S>(R"({"type":"not_found","message":"m")") &&
         says_nothing<S>(R"({"type":"not_found","message":"m"} x)") &&
         says_nothing<S>("{\"type\":\"not_found\",\"message\":\"\xFF\"}");
}
TEST_CASE("parse: refusals that say nothing, or not in JSON") {
  CHECK(test_refusals_without_an_error_object<small>());
  CHECK(test_refusals_without_an_error_object<views>());
  CHECK(test_refusals_without_an_error_object<medusa::hosted>());
}
static_assert(test_refusals_without_an_error_object<small>() &&
              test_refusals_without_an_error_object<views>());

constexpr bool test_dropped_messages() {
  using tiny = medusa::basic_fixed<medusa::limits{.text = 16, .items = 1, .message = 8}>;
  auto const fits = parse<tiny>(
      get_user{}, response_view(400, R"({"type":"invalid_data","message":"12345678"})"));
  auto const does_not = parse<tiny>(
      get_user{}, response_view(400, R"({"message":"123456789","type":"invalid_data"})"));
  auto const long_type = parse<tiny>(
      get_user{},
      response_view(400, R"({"type":"0123456789abcdefg","code":"api_error","message":"m"})"));
  auto const escaped =
      parse<views>(get_user{}, response_view(400, R"({"type":"invalid_data","message":"\"a\""})"));
  auto const twice =
      parse<tiny>(get_user{}, response_view(400, R"({"message":"123456789","message":"short"})"));
  auto const replaced =
      parse<tiny>(get_user{}, response_view(400, R"({"message":"short","message":"123456789"})"));
  return !fits && std::string_view(fits.error().server.message) == "12345678" &&
         !fits.error().server.message_dropped && !does_not &&
         does_not.error().server.message_dropped &&
         std::string_view(does_not.error().server.message).empty() &&
         does_not.error().server.type == medusa::error_type::invalid_data &&
         does_not.error().code == errc::bad_request && !long_type &&
         long_type.error().server.type.empty() &&
         long_type.error().server.code == medusa::error_code::api_error &&
         !long_type.error().server.message_dropped && !escaped &&
         escaped.error().server.message_dropped &&
         escaped.error().server.type == medusa::error_type::invalid_data && !twice &&
         std::string_view(twice.error().server.message) == "short" &&
         !twice.error().server.message_dropped && !replaced &&
         std::string_view(replaced.error().server.message).empty() &&
         replaced.error().server.message_dropped;
}
TEST_CASE("parse: a message that the storage cannot take does not hide the refusal") {
  CHECK(test_dropped_messages());
}
static_assert(test_dropped_messages());

/// What is said last counts, also when it is nothing that this library can show.
template <class S>
constexpr bool test_repeated_members_of_a_refusal() {
  auto const no_texts = parse<S>(
      get_user{}, response_view(400, R"({"type":"invalid_data","code":"api_error","message":"m",)"
                                     R"("type":1,"code":null,"message":["n"]})"));
  auto const texts = parse<S>(
      get_user{}, response_view(400, R"({"type":1,"code":null,"message":["n"],)"
                                     R"("type":"invalid_data","code":"api_error","message":"m"})"));
  if (no_texts || texts) return false;
  auto const& nothing = no_texts.error().server;
  auto const& last = texts.error().server;
  return nothing.type.empty() && nothing.code.empty() &&
         std::string_view(nothing.message).empty() && !nothing.message_dropped &&
         last.type == medusa::error_type::invalid_data &&
         last.code == medusa::error_code::api_error && std::string_view(last.message) == "m" &&
         !last.message_dropped;
}
/// ... and after one that the storage cannot take.
constexpr bool test_a_dropped_message_that_is_repeated() {
  using tiny = medusa::basic_fixed<medusa::limits{.text = 16, .items = 1, .message = 8}>;
  auto const none =
      parse<tiny>(get_user{}, response_view(400, R"({"message":"123456789","message":null})"));
  return !none && std::string_view(none.error().server.message).empty() &&
         !none.error().server.message_dropped;
}
TEST_CASE("parse: of a refusal's repeated members the last counts, whatever it is") {
  CHECK(test_repeated_members_of_a_refusal<small>());
  CHECK(test_repeated_members_of_a_refusal<views>());
  CHECK(test_repeated_members_of_a_refusal<medusa::hosted>());
  CHECK(test_a_dropped_message_that_is_repeated());
}
static_assert(test_repeated_members_of_a_refusal<small>() &&
              test_repeated_members_of_a_refusal<views>() &&
              test_a_dropped_message_that_is_repeated());

constexpr bool test_parse_into() {
  response_view first(200, R"({"user":{"id":"u","email":"e","first_name":"Ada","metadata":{}}})");
  response_view second(200, R"({"user":{"id":"v","email":"f"}})");
  response_view refused(404, "");
  medusa::basic_user<small> user;
  if (parse_into<small>(get_user{}, first, user) || user.first_name != "Ada") return false;
  if (parse_into<small>(get_user{}, second, user)) return false;
  if (user.id != "v" || user.first_name.has_value() || user.metadata.has_value())
    return false;  // nothing stays
  auto const error = parse_into<small>(get_user{}, refused, user);
  return error && error->code == errc::not_found && error->status == 404;
}
TEST_CASE("parse: into an object that was used before") { CHECK(test_parse_into()); }
static_assert(test_parse_into());

/// A body that may be written to: it converts to `std::span<char>` as well.
struct writable_body {
  char* first;
  std::size_t size;
  constexpr operator std::string_view() const noexcept { return {first, size}; }
  constexpr operator std::span<char>() const noexcept { return {first, size}; }
};
struct in_place_response {
  constexpr int status() const noexcept { return code; }
  constexpr writable_body body() const noexcept { return text; }
  int code;
  writable_body text;
};
static_assert(medusa::response<in_place_response>);

constexpr bool test_in_place() {
  char text[] = R"({"user":{"id":"\u0075\n","email":"\"a b\"@c"}})";
  in_place_response const response{200, {text, sizeof text - 1}};
  auto const user = parse<views>(get_user{}, response);
  if (!user || user->id != "u\n" || user->email != "\"a b\"@c") return false;
  char refusal[] = R"({"type":"not_found","message":"User \"x\" was not found"})";
  in_place_response const refused{404, {refusal, sizeof refusal - 1}};
  auto const none = parse<views>(get_user{}, refused);
  return !none && std::string_view(none.error().server.message) == "User \"x\" was not found" &&
         !none.error().server.message_dropped;
}
TEST_CASE("parse: escaped text is decoded in place where the body may be written to") {
  CHECK(test_in_place());
}
static_assert(test_in_place());

TEST_CASE("parse: on borrowed storage the result views the body") {
  std::string const body = R"({"user":{"id":"usr_1","email":"a@b.c"}})";
  auto const user = parse<views>(get_user{}, response_view(200, body));
  REQUIRE(user);
  CHECK(user->id.data() == body.data() + body.find("usr_1"));
}

static_assert(std::is_same_v<decltype(parse<small>(get_user{}, response_view())),
                             medusa::result<medusa::basic_user<small>, medusa::failure<small>>>);

}  // namespace
