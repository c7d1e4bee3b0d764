// SPDX-License-Identifier: MIT
// Every recorded exchange with a real server is decoded to the expected kind of result, on every
// storage. The copies in tests/data are always tested; set MEDUSA_WIRE to a folder of recordings
// (`*.http`) to test all of them.
#include <medusa/operation/parse.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/describe.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/operation/create_session.hpp>
#include <medusa/operation/get_token.hpp>

#include <doctest/doctest.h>

#include <data/recordings.hpp>
#include <data/wire_message.hpp>
#include <data/wire_table.hpp>
#include <support/owned_response.hpp>
#include <support/shown.hpp>
#include <support/with_operation.hpp>

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>

using medusa::errc;

namespace {

using support::owned_response;
using support::shown;
using support::with_operation;

template <class Op, class S>
using model_of = typename Op::template result_type<S>;

// --- Compile time
// -----------------------------------------------------------------------------------

/// Enough for every copy; the validation message of "create.many-errors" has 173 bytes.
using small =
    medusa::basic_fixed<medusa::limits{.text = 48, .items = 4, .metadata = 128, .message = 192}>;

struct decodes_as_expected {
  wire::recording const& recorded;

  template <class Op>
  constexpr bool operator()(Op const& op) const {
    wire::message const response(recorded.response);
    auto const result = medusa::parse<small>(op, response);
    if (recorded.expected.code == wire::success) return result.has_value();
    return !result && result.error().code == recorded.expected.code &&
           result.error().status == response.status();
  }
};

template <std::size_t... I>
consteval std::size_t first_wrong(std::index_sequence<I...>) {
  std::size_t wrong = sizeof...(I);
  static_cast<void>(((with_operation(wire::recordings[I].expected.operation,
                                     decodes_as_expected{wire::recordings[I]}) ||
                      (wrong = I, false)) &&
                     ...));
  return wrong;
}
static_assert(first_wrong(std::make_index_sequence<std::size(wire::recordings)>()) ==
              std::size(wire::recordings));

// --- Run time
// ---------------------------------------------------------------------------------------

/// Large enough for every recording that is not cut.
using large =
    medusa::basic_fixed<medusa::limits{.text = 64, .items = 50, .metadata = 640, .message = 4096}>;
using views = medusa::basic_borrowed<medusa::limits{.items = 50, .message = 4096}>;

static_assert(medusa::response<owned_response> && !medusa::borrowable_response<owned_response>);

/// What every success has in common, whatever the storage.
template <class S>
void check_value(medusa::basic_user<S> const& user, bool whole) {
  CHECK(std::string_view(user.id).size() == 30);
  CHECK(std::string_view(user.id).starts_with("usr_"));
  CHECK(user.created_at.text().size() == 24);
  CHECK(user.created_at.unix_ms() > 1'795'000'000'000);
  if (whole) CHECK(std::string_view(user.email).find('@') != std::string_view::npos);
  if (whole) CHECK(user.updated_at >= user.created_at);
  if (whole) CHECK_FALSE(user.role.is_absent());
  if (whole) CHECK_FALSE(user.metadata.is_absent());
}
template <class S>
void check_value(medusa::basic_user_page<S> const& page, bool recorded) {
  for (auto const& each : page.users) check_value(each, false);
  if (!recorded) return;
  CHECK(page.count >= page.users.size());
  CHECK(page.offset.has_value());
  CHECK(page.limit.has_value());
}
template <class S>
void check_value(medusa::basic_deletion<S> const& deletion, bool) {
  CHECK_FALSE(std::string_view(deletion.id).empty());
  CHECK(std::string_view(deletion.object) == "user");
  CHECK(deletion.deleted);
}
template <class S>
void check_value(medusa::basic_session_token<S> const& token, bool) {
  CHECK(token.access_token.size() > 180);
}
void check_value(medusa::no_content, bool) {}

/// What the server says about a refusal is there if and only if it came as JSON.
void check_refusal(medusa::failure<medusa::hosted> const& f, wire::message const& response) {
  bool const json = response.header("Content-Type").value_or("").starts_with("application/json");
  CHECK(json == f.server.type.known().has_value());
  CHECK(json == !f.server.message.empty());
  CHECK(f.server.code.known().has_value() ==
        (json && (response.status() == 422 || response.status() == 500)));
  CHECK_FALSE(f.server.message_dropped);
  std::string const text = to_string(f);
  CHECK(text.starts_with("status " + std::to_string(response.status())));
  CHECK(text.find('\n') == std::string::npos);
  CHECK(text.find("tok_") == std::string::npos);
  CHECK(text.find("connect.sid") == std::string::npos);
}

struct check_response {
  wire::expectation const& expected;
  wire::message const& response;
  bool recorded;  ///< not written by hand

  template <class Op>
  void operator()(Op const& op) const {
    CAPTURE(expected.file);
    CAPTURE(response.body());
    auto const hosted = medusa::parse<medusa::hosted>(op, response);
    errc const code = hosted ? wire::success : hosted.error().code;
    CHECK(to_string(code) == to_string(expected.code));
    CHECK(code == expected.code);
    if (hosted) {
      if (recorded) check_value(*hosted, true);
    } else {
      CHECK(hosted.error().status == response.status());
      if (hosted.error().stage() == medusa::stage::status) check_refusal(hosted.error(), response);
    }
    std::string const wanted = hosted ? shown(*hosted) : shown(hosted.error());

    static model_of<Op, large>
        fixed_out{};  // used again and again: nothing may be left of the last
    auto const fixed_failed = medusa::parse_into<large>(op, response, fixed_out);
    CHECK((fixed_failed ? shown(*fixed_failed) : shown(fixed_out)) == wanted);

    owned_response writable(response.status(), response.body());
    static model_of<Op, views> views_out{};
    auto const views_failed = medusa::parse_into<views>(op, writable, views_out);
    CHECK((views_failed ? shown(*views_failed) : shown(views_out)) == wanted);

    // A body that may not be written to: the same, unless a text has escapes.
    auto const read_only = medusa::parse<views>(op, response);
    if (read_only.has_value() == hosted.has_value() &&
        (hosted || read_only.error().code == hosted.error().code)) {
      bool const dropped = !read_only && read_only.error().server.message_dropped;
      if (!dropped) CHECK((read_only ? shown(*read_only) : shown(read_only.error())) == wanted);
    } else {
      CHECK_FALSE(read_only.has_value());
      if (!read_only) CHECK(read_only.error().code == errc::escaped_text);
      CHECK(response.body().find('\\') != std::string_view::npos);
    }
  }
};

/// create_session and get_token give credentials for what follows, delete_session takes them away.
struct check_obtained {
  wire::message const& response;

  template <class Op>
  void operator()(Op const& op) const {
    using medusa::admin::create_session;
    using medusa::admin::get_token;
    if constexpr (std::is_same_v<Op, create_session> || std::is_same_v<Op, get_token>) {
      auto const value = medusa::parse<medusa::hosted>(op, response);
      if (!value) return;
      auto const got = Op::obtained(response, *value);
      // A login on a live session of the same user sets no cookie; ours sends no cookie with a
      // login.
      bool const session = std::is_same_v<Op, create_session>;
      CHECK(got.has_value() == (!session || response.header("Set-Cookie").has_value()));
      if (!got) CHECK(got.error() == errc::missing_cookie);
      if (!got) return;
      CHECK(got->kind() ==
            (session ? medusa::credential_kind::session_cookie : medusa::credential_kind::bearer));
      CHECK(got->value().reveal().starts_with(session ? "s%3A" : "eyJ"));
      CHECK(got->value().reveal().find_first_of("; ") == std::string_view::npos);
    }
  }
};

std::string contents(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool is_excluded(std::string_view name) {
  for (auto const& each : wire::no_operation)
    if (each.file == name) return true;
  return false;
}

wire::expectation const* find_expectation(std::string_view name) {
  for (auto const& each : wire::expectations)
    if (each.file == name) return &each;
  return nullptr;
}

TEST_CASE("the copies of recorded responses are decoded as expected") {
  std::set<wire::operation> operations;
  for (auto const& each : wire::recordings) {
    wire::message const response(each.response);
    bool const recorded = find_expectation(each.expected.file) != nullptr;
    with_operation(each.expected.operation, check_response{each.expected, response, recorded});
    with_operation(each.expected.operation, check_obtained{response});
    operations.insert(each.expected.operation);
    if (recorded) {
      CAPTURE(each.expected.file);
      CHECK(find_expectation(each.expected.file)->code == each.expected.code);
      CHECK(find_expectation(each.expected.file)->operation == each.expected.operation);
      auto const length = response.header("Content-Length");
      if (length && response.status() != 304)
        CHECK(std::to_string(response.body().size()) == *length);
    }
  }
  CHECK(operations.size() == 11);
}

TEST_CASE("all recorded responses are decoded as expected") {
  char const* const folder = std::getenv("MEDUSA_WIRE");
  if (folder == nullptr || *folder == '\0') {
    MESSAGE("MEDUSA_WIRE names no folder of recordings: only the "
            << std::size(wire::recordings) << " copies in tests/data were checked");
    return;
  }
  std::error_code error;
  std::set<std::string, std::less<>> seen;
  for (auto const& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".http") continue;
    std::string const name = entry.path().stem().string();
    CAPTURE(name);
    seen.insert(name);
    if (is_excluded(name)) continue;
    auto const* const expected = find_expectation(name);
    CHECK_MESSAGE(expected != nullptr, "a recording that neither table knows: ", name);
    if (expected == nullptr) continue;
    std::string const text = contents(entry.path());
    constexpr std::string_view mark = "\n=== RESPONSE\n";
    std::size_t const at = text.find(mark);
    CHECK_MESSAGE(at != std::string::npos, "no response in ", name);
    if (at == std::string::npos) continue;
    wire::message const response(std::string_view(text).substr(at + mark.size()));
    CHECK(response.status() >= 200);
    with_operation(expected->operation, check_response{*expected, response, true});
    with_operation(expected->operation, check_obtained{response});
  }
  CHECK_MESSAGE(!error, "cannot read the folder ", folder, ": ", error.message());
  for (auto const& each : wire::expectations)
    CHECK_MESSAGE(seen.contains(each.file), "no recording of ", each.file);
  for (auto const& each : wire::no_operation)
    CHECK_MESSAGE(seen.contains(each.file), "no recording of ", each.file);
  MESSAGE(seen.size() << " recordings, " << std::size(wire::no_operation)
                      << " of them of no operation");
}

}  // namespace
