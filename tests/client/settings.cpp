#include <medusa/client/settings.hpp>

#include <doctest/doctest.h>

#include <array>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;

struct no_clock_at_all {};
using options_type = basic_options<no_clock_at_all>;

/// What is kept of options that nothing is wrong with.
template <class S>
constexpr settings<S> keep_all(options_type const& options) {
  first_error none;
  return settings<S>(options, none);
}
/// What is wrong with options.
template <class S>
constexpr std::optional<encode_error> problem(options_type const& options) {
  first_error errors;
  settings<S> const kept(options, errors);
  return errors.found();
}

template <class S>
constexpr bool test_keeps_copies() {
  char url[] = "https://shop.example/api/";
  char key[] = "pk_1";
  char name[] = "X-Tenant";
  char value[] = "seven";
  char token[] = "tok";
  std::array<header, 3> list{header{name, value}, header{"X-Empty", ""}, header{"Cookie", "c"}};
  first_error errors;
  settings<S> kept(
      options_type{.base_url = url,
                   .credentials = bearer{std::string_view(token)},
                   .publishable_api_key = key,
                   .headers = list,
                   .timeout = duration::seconds(7),
                   .deadline = duration::seconds(9),
                   .limits = {.request_head = 100, .request_body = 2, .response_body = 3}},
      errors);
  if (errors.failed()) return false;
  url[8] = key[0] = name[0] = value[0] = token[0] = '!';
  list = {};
  if (kept.context().headers[0].name != "X-Tenant" || kept.context().headers[2].value != "c")
    return false;

  settings<S> copy = kept;
  settings<S> const moved = std::move(kept);
  // Whatever becomes of the first, and of what it viewed.
  std::array<header, 2> const others{header{"X-Other", "eight"}, header{"X-More", "nine"}};
  kept = settings<S>(options_type{.base_url = "http://another.example", .headers = others}, errors);
  if (errors.failed()) return false;
  for (settings<S> const& each : {std::as_const(copy), moved}) {
    request_context const& context = each.context();
    if (context.base.text != "https://shop.example/api" ||
        context.base.text.substr(context.base.path_at) != "/api")
      return false;
    if (context.publishable_api_key != "pk_1" || context.headers.size() != 3 ||
        !context.signed_by_headers)
      return false;
    if (context.headers[0].name != "X-Tenant" || context.headers[0].value != "seven") return false;
    if (context.headers[1].name != "X-Empty" || !context.headers[1].value.empty()) return false;
    if (context.credentials.kind() != credential_kind::bearer ||
        context.credentials.value().reveal() != "tok")
      return false;
    if (context.timeout != duration::seconds(7) || context.deadline != duration::seconds(9))
      return false;
    if (context.limits.response_body != 3) return false;
    if (context.limits.request_head != 100 || context.limits.request_body != 2) return false;
    if (context.max_items != S::max_items) return false;
  }
  return true;
}

constexpr std::array<header, 2> constant_headers{header{"X-A", "b"}, header{"X-B", "c"}};
constexpr checked_options constants(options_type{.base_url = "https://shop.example/api",
                                                 .credentials = bearer{"tok"},
                                                 .publishable_api_key = "pk_1",
                                                 .headers = constant_headers});

/// That the settings view the constants, but for credentials of `kind` and `value`.
template <class S>
constexpr bool views_constants(settings<S> const& s, credential_kind kind, std::string_view value) {
  request_context const& context = s.context();
  return context.base.text.data() == constants.context().base.text.data() &&
         context.base.path_at == 20 &&
         context.publishable_api_key.data() == constants.context().publishable_api_key.data() &&
         context.headers.data() == constant_headers.data() && context.headers.size() == 2 &&
         context.credentials.kind() == kind && context.credentials.value().reveal() == value &&
         context.max_items == S::max_items;
}

template <class S>
constexpr bool test_constants_are_viewed() {
  first_error errors;
  settings<S> first(constants, errors);
  settings<S> const copy = first;
  settings<S> const moved = std::move(first);
  first = copy;
  if (!views_constants(first, credential_kind::bearer, "tok") ||
      !views_constants(copy, credential_kind::bearer, "tok") ||
      !views_constants(moved, credential_kind::bearer, "tok"))
    return false;
  first.keep(api_token{"another"}, errors);
  settings<S> signed_in = first;
  if (!views_constants(first, credential_kind::api_token, "another") ||
      !views_constants(signed_in, credential_kind::api_token, "another") ||
      signed_in.context().credentials.value().reveal().data() ==
          first.context().credentials.value().reveal().data())
    return false;
  signed_in.keep({}, errors);
  first = std::move(signed_in);
  return views_constants(first, credential_kind::none, "") && !errors.failed();
}

/// One that kept copies takes the place of one that views constants, and the other way round.
template <class S>
constexpr bool test_constants_and_copies_take_turns() {
  first_error errors;
  settings<S> const viewing(constants, errors);
  settings<S> const keeping = keep_all<S>({.base_url = "http://h", .credentials = bearer{"t"}});
  settings<S> s = viewing;
  s = keeping;
  if (s.context().base.text != "http://h" || s.context().credentials.value().reveal() != "t" ||
      s.context().base.text.data() == keeping.context().base.text.data() ||
      !s.context().headers.empty())
    return false;
  s = viewing;
  return views_constants(s, credential_kind::bearer, "tok");
}

template <class S>
constexpr bool test_nothing_but_a_url() {
  settings<S> const kept = keep_all<S>({.base_url = "http://h"});
  request_context const& context = kept.context();
  return context.base.text == "http://h" && context.base.path_at == 8 &&
         context.publishable_api_key.empty() && context.headers.empty() &&
         context.credentials.kind() == credential_kind::none &&
         context.timeout == duration::seconds(30) && context.deadline == duration::max();
}

template <class S>
constexpr bool test_bad_options() {
  if (problem<S>({}) != encode_error{.code = errc::missing_value, .field = "base_url"})
    return false;
  if (problem<S>({.base_url = "h"}) != encode_error{.code = errc::invalid_url, .field = "base_url"})
    return false;
  if (problem<S>({.base_url = "http://h", .credentials = api_token{"pk_1"}}) !=
      encode_error{.code = errc::publishable_key, .field = "credentials"})
    return false;
  if (problem<S>({.base_url = "http://h", .publishable_api_key = "a\nb"}) !=
      encode_error{.code = errc::control_character, .field = "publishable_api_key"})
    return false;
  if (problem<S>({.base_url = "http://h", .timeout = duration::milliseconds(-1)}) !=
      encode_error{.code = errc::out_of_range, .field = "timeout"})
    return false;
  return problem<S>({.base_url = "http://h", .deadline = duration()}) ==
         encode_error{.code = errc::out_of_range, .field = "deadline"};
}

template <class S>
constexpr bool test_as_many_headers_as_are_kept() {
  std::array<header, settings<S>::max_headers + 1> list{};
  constexpr std::string_view names = "abcdefghijkl";
  for (std::size_t i = 0; i < list.size(); ++i) list[i] = {names.substr(i, 1), "v"};
  std::span<header const> const some(list.data(), settings<S>::max_headers);
  if (problem<S>({.base_url = "http://h", .headers = some})) return false;
  settings<S> const all = keep_all<S>({.base_url = "http://h", .headers = some});
  settings<S> const copy = all;
  for (settings<S> const& each : {all, copy}) {
    auto const headers = each.context().headers;
    if (headers.size() != settings<S>::max_headers || headers[headers.size() - 1].name != "h")
      return false;
  }
  return problem<S>({.base_url = "http://h", .headers = list}) ==
         encode_error{.code = errc::too_many_headers, .field = "headers"};
}

template <class S>
constexpr bool test_of_bad_options_nothing_is_viewed() {
  std::array<header, 2> const list{header{"Cookie", "v"}, header{"X-Bad\r\n", "v"}};
  first_error errors;
  settings<S> const kept(options_type{.base_url = "http://h",
                                      .credentials = bearer{"token"},
                                      .publishable_api_key = "pk_1",
                                      .headers = list,
                                      .limits = {.response_body = 3}},
                         errors);
  settings<S> const copy = kept;
  for (settings<S> const& each : {kept, copy}) {
    request_context const& context = each.context();
    if (!context.base.text.empty() || context.base.path_at != 0 || !context.headers.empty() ||
        !context.publishable_api_key.empty() || context.credentials.value().reveal() != "" ||
        context.credentials.kind() != credential_kind::none || context.signed_by_headers ||
        context.limits.response_body != 3)
      return false;
  }
  return errors.failed();
}

constexpr bool test_as_many_bytes_as_fit() {
  using small = basic_fixed<medusa::limits{.credential = 4, .settings = 14}>;
  std::array<header, 1> const fits{header{"X", "y"}};
  std::array<header, 1> const long_one{header{"X", "yz"}};
  if (problem<small>({.base_url = "http://h",
                      .credentials = bearer{"four"},
                      .publishable_api_key = "pk_1",
                      .headers = fits}))
    return false;
  if (problem<small>(
          {.base_url = "http://h", .publishable_api_key = "pk_1", .headers = long_one}) !=
      encode_error{.code = errc::too_long, .field = "options", .needed = 15})
    return false;
  return problem<small>({.base_url = "http://h", .credentials = bearer{"five5"}}) ==
         encode_error{.code = errc::too_long, .field = "credentials", .needed = 5};
}

constexpr bool test_of_credentials_that_do_not_fit_nothing_is_viewed() {
  using small = basic_fixed<medusa::limits{.credential = 4}>;
  first_error errors;
  settings<small> const kept(options_type{.base_url = "http://h", .credentials = bearer{"five5"}},
                             errors);
  return errors.failed() && kept.context().base.text.empty() &&
         kept.context().credentials.kind() == credential_kind::none;
}

/// What is overwritten of longer credentials is no more than they were.
constexpr bool test_shorter_credentials() {
  using small = basic_fixed<medusa::limits{.credential = 8}>;
  settings<small> kept =
      keep_all<small>({.base_url = "http://h", .credentials = bearer{"all-of-8"}});
  first_error errors;
  kept.keep(bearer{"7-chars"}, errors);
  return !errors.failed() && kept.context().credentials.value().reveal() == "7-chars" &&
         kept.context().base.text == "http://h";
}

/// `keep`, and what is wrong with it.
template <class S>
constexpr std::optional<encode_error> keep(settings<S>& kept, medusa::credentials const& c) {
  medusa::first_error errors;
  kept.keep(c, errors);
  return errors.found();
}

constexpr bool test_credentials_that_do_not_fit_change_nothing() {
  using small = basic_fixed<medusa::limits{.credential = 4}>;
  settings<small> kept = keep_all<small>({.base_url = "http://h", .credentials = bearer{"four"}});
  if (keep(kept, session_cookie{"five5"}) !=
      encode_error{.code = errc::too_long, .field = "credentials", .needed = 5})
    return false;
  return kept.context().credentials.kind() == credential_kind::bearer &&
         kept.context().credentials.value().reveal() == "four";
}

template <class S>
constexpr bool test_credentials_are_replaced() {
  settings<S> kept =
      keep_all<S>({.base_url = "http://h", .credentials = api_token{"a long token"}});
  if (keep(kept, session_cookie{"connect.sid=s%3Aabc"})) return false;
  if (kept.context().credentials.kind() != credential_kind::session_cookie ||
      kept.context().credentials.value().reveal() != "s%3Aabc")
    return false;
  if (keep(kept, kept.context().credentials) ||
      kept.context().credentials.value().reveal() != "s%3Aabc")
    return false;  // from itself
  settings<S> const other = keep_all<S>({.base_url = "http://other.example"});
  settings<S> copied = other;
  copied = kept;
  if (keep(kept, credentials())) return false;
  if (copied.context().credentials.kind() != credential_kind::session_cookie ||
      copied.context().credentials.value().reveal() != "s%3Aabc")
    return false;
  settings<S> assigned = other;
  assigned = kept;
  settings<S> moved = other;
  moved = std::move(assigned);
  return moved.context().base.text == "http://h" &&
         kept.context().credentials.kind() == credential_kind::none &&
         kept.context().credentials.value().empty();
}

#if defined(__cpp_exceptions)

/// Finds no memory when it is copied, if `left` copies were made before.
struct scarce_text : std::string {
  static inline int left = -1;  // no limit
  using std::string::string;
  scarce_text() = default;
  scarce_text(scarce_text const& other) : std::string(checked(other)) {}
  scarce_text(scarce_text&&) noexcept = default;
  scarce_text& operator=(scarce_text const& other) {
    std::string::operator=(checked(other));
    return *this;
  }
  scarce_text& operator=(scarce_text&&) noexcept = default;

 private:
  static std::string const& checked(std::string const& other) {
    if (left == 0) throw std::bad_alloc();
    --left;
    return other;
  }
};
struct scarce : hosted {
  using credential = scarce_text;
  using settings = scarce_text;
};

TEST_CASE("settings: a copy that finds no memory leaves those that were there") {
  settings<scarce> kept =
      keep_all<scarce>({.base_url = "https://old.example", .credentials = bearer{"old-token"}});
  settings<scarce> const other = keep_all<scarce>(
      {.base_url = "https://a-much-longer-address-than-the-old-one.example/with/a/path",
       .credentials = bearer{"new-token"}});
  for (int const copies : {0, 1}) {
    scarce_text::left = copies;
    CHECK_THROWS_AS(kept = other, std::bad_alloc);
    CHECK(kept.context().base.text == "https://old.example");
    CHECK(kept.context().credentials.value().reveal() == "old-token");
  }
  scarce_text::left = -1;
  kept = other;
  CHECK(kept.context().credentials.value().reveal() == "new-token");
}

#endif

/// On the heap, and yet of at most eight bytes.
class bounded_text {
 public:
  [[nodiscard]] bool resize(std::size_t size) {
    if (size > 8) return false;
    text_.resize(size);
    return true;
  }
  [[nodiscard]] bool assign(std::string_view text) {
    if (text.size() > 8) return false;
    text_.assign(text);
    return true;
  }
  [[nodiscard]] char* data() { return text_.data(); }
  operator std::string_view() const noexcept { return text_; }

 private:
  std::string text_{};
};
struct bounded_on_the_heap : hosted {
  using credential = bounded_text;
};

TEST_CASE("settings: credentials that do not fit on the heap leave those that were there") {
  settings<bounded_on_the_heap> kept =
      keep_all<bounded_on_the_heap>({.base_url = "http://h", .credentials = bearer{"12345678"}});
  first_error errors;
  kept.keep(bearer{"123456789"}, errors);
  CHECK(errors.error() == encode_error{errc::too_long, "credentials", 9});
  CHECK(kept.context().credentials.value().reveal() == "12345678");
  first_error none;
  kept.keep(bearer{"new"}, none);
  CHECK(!none.failed());
  CHECK(kept.context().credentials.value().reveal() == "new");
}

}  // namespace

TWINS("settings: keeps copies, and can itself be copied and moved", test_keeps_copies, 8, 4);
TWINS("settings: constants are viewed, and credentials kept beside them", test_constants_are_viewed,
      8, 4);
TWINS("settings: constants and copies take each other's place",
      test_constants_and_copies_take_turns, 8, 4);
TWIN("settings: of credentials that do not fit nothing is viewed",
     test_of_credentials_that_do_not_fit_nothing_is_viewed);
TWIN("settings: shorter credentials in place of longer ones", test_shorter_credentials);
TWINS("settings: nothing but a URL", test_nothing_but_a_url, 8, 4);
TWINS("settings: bad options", test_bad_options, 8, 4);
TWINS("settings: as many headers as are kept, and one more", test_as_many_headers_as_are_kept, 8,
      4);
TWINS("settings: credentials are replaced", test_credentials_are_replaced, 8, 4);
TWINS("settings: of bad options nothing is viewed", test_of_bad_options_nothing_is_viewed, 8, 4);
TWIN("settings: as many bytes as fit, and one more", test_as_many_bytes_as_fit);
TWIN("settings: credentials that do not fit change nothing",
     test_credentials_that_do_not_fit_change_nothing);
