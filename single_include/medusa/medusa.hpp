// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include <array>
#include <bit>
#include <chrono>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

// medusa/core/duration.hpp

namespace medusa::inline v0 {

namespace detail {
/// What `std::chrono::duration` looks like, so that its header (46 000 lines) need not be included.
template <class D>
concept chrono_duration = requires(D const& d) {
  { d.count() } -> std::convertible_to<double>;
  { D::period::num } -> std::convertible_to<std::intmax_t>;
  { D::period::den } -> std::convertible_to<std::intmax_t>;
};
}  // namespace detail

/// A length of time in whole milliseconds, at most `max()`, at least `-max()`. Every
/// `std::chrono::duration` converts to it, rounded up, so that a limit of 500 us does not become
/// "no time at all". What does not fit becomes the nearest that does, not-a-number the longest.
class duration {
 public:
  constexpr duration() = default;

  template <detail::chrono_duration D>
  constexpr duration(D const& d) noexcept : milliseconds_(round_up(d)) {}

  [[nodiscard]] static constexpr duration milliseconds(std::int64_t n) noexcept {
    duration d;
    d.milliseconds_ = n < -most_ ? -most_ : n;
    return d;
  }
  /// Saturates instead of overflowing.
  [[nodiscard]] static constexpr duration seconds(std::int64_t n) noexcept {
    if (n > most_ / 1000) return max();
    return n < -(most_ / 1000) ? milliseconds(-most_) : milliseconds(n * 1000);
  }
  [[nodiscard]] static constexpr duration max() noexcept { return milliseconds(most_); }

  /// Milliseconds.
  [[nodiscard]] constexpr std::int64_t count() const noexcept { return milliseconds_; }

  friend constexpr bool operator==(duration, duration) = default;
  friend constexpr auto operator<=>(duration, duration) = default;
  // For code size: through `<=>` each of these would be two comparisons of 64 bits.
  friend constexpr bool operator<(duration a, duration b) noexcept {
    return a.milliseconds_ < b.milliseconds_;
  }
  friend constexpr bool operator>(duration a, duration b) noexcept {
    return a.milliseconds_ > b.milliseconds_;
  }
  friend constexpr bool operator<=(duration a, duration b) noexcept {
    return a.milliseconds_ <= b.milliseconds_;
  }
  friend constexpr bool operator>=(duration a, duration b) noexcept {
    return a.milliseconds_ >= b.milliseconds_;
  }

  /// Saturates instead of overflowing.
  friend constexpr duration operator+(duration a, duration b) noexcept {
    return milliseconds(add(a.milliseconds_, b.milliseconds_));
  }
  /// Saturates instead of overflowing.
  friend constexpr duration operator-(duration a, duration b) noexcept {
    return milliseconds(add(a.milliseconds_, -b.milliseconds_));
  }

 private:
  static constexpr std::int64_t most_ = std::numeric_limits<std::int64_t>::max();

  static constexpr std::int64_t add(std::int64_t a, std::int64_t b) noexcept {
    if (b > 0 && a > most_ - b) return most_;
    if (b < 0 && a < -most_ - b) return -most_;
    return a + b;
  }

  /// `n * up / down`, rounded up. No template: clang 14 does not instantiate one in time for a
  /// default member initialiser of options.
  static constexpr std::int64_t scale(std::int64_t n, std::int64_t up, std::int64_t down) noexcept {
    std::int64_t const whole = n / down;
    std::int64_t const rest = n % down * up;  // fits, or round_up would not come here
    if (whole > most_ / up) return most_;
    if (whole < -(most_ / up)) return -most_;
    return add(whole * up, rest / down + (rest % down > 0 ? 1 : 0));
  }

  static constexpr std::int64_t common_divisor(std::int64_t a, std::int64_t b) noexcept {
    return b == 0 ? a : common_divisor(b, a % b);
  }

  template <class D>
  static constexpr std::int64_t round_up(D const& d) noexcept {
    using count_type = std::remove_cvref_t<decltype(d.count())>;
    constexpr auto num = static_cast<std::int64_t>(D::period::num);
    constexpr auto den = static_cast<std::int64_t>(D::period::den);
    constexpr std::int64_t common = common_divisor(1000, den);
    constexpr std::int64_t per_second = 1000 / common;
    constexpr std::int64_t down = den / common;
    if constexpr (std::integral<count_type> && sizeof(count_type) <= sizeof(std::int64_t) &&
                  num <= most_ / per_second / down) {
      auto const n = d.count();
      if constexpr (std::unsigned_integral<count_type>)
        if (n > static_cast<std::uint64_t>(most_)) return most_;
      return scale(milliseconds(static_cast<std::int64_t>(n)).count(), num * per_second, down);
    } else {
      // In the type of the count: 0.1f seconds are 100 ms, although 0.1f is above 0.1.
      using real = std::conditional_t<std::floating_point<count_type>, count_type, double>;
      constexpr real up = static_cast<real>(num) * static_cast<real>(per_second);
      constexpr real limit = static_cast<real>(most_);
      constexpr real beyond = 2 * limit * static_cast<real>(down) / up;
      // Compared first: arithmetic that overflows, or has no number, is no constant expression.
      auto const n = static_cast<real>(d.count());
      if (!(n < beyond)) return most_;
      if (n < -beyond) return -most_;
      real const ms = n * up / static_cast<real>(down);
      if (ms >= limit) return most_;
      if (ms <= -limit) return -most_;
      auto const whole = static_cast<std::int64_t>(ms);
      return whole + (static_cast<real>(whole) < ms ? 1 : 0);
    }
  }

  std::int64_t milliseconds_ = 0;
};

}  // namespace medusa::inline v0

// medusa/core/wipe.hpp

namespace medusa::inline v0::detail {

inline void overwrite(char* data, std::size_t size) noexcept {
#if defined(__GNUC__)
  std::char_traits<char>::assign(data, size, '\0');
  // For all the optimizer knows this reads the bytes, so that they have to be written even when
  // their memory is given back next.
  __asm__ __volatile__("" : : "r"(data) : "memory");
#else
  for (char volatile* at = data; size != 0; --size) *at++ = '\0';
#endif
}

/// Overwrites memory that held a secret. Nothing is done in constant evaluation, whose memory nobody
/// can read afterwards. O(size).
constexpr void wipe(char* data, std::size_t size) noexcept {
  if (!std::is_constant_evaluated() && size != 0) overwrite(data, size);
}

/// Overwrites a text, with what a longer one has left behind it, and empties it.
template <class Text>
constexpr void wipe_text(Text& text) noexcept {
  if constexpr (requires { text.capacity(); }) static_cast<void>(text.resize(text.capacity()));
  wipe(text.data(), std::string_view(text).size());
  static_cast<void>(text.resize(0));
}

}  // namespace medusa::inline v0::detail

// medusa/core/secret_text.hpp

namespace medusa::inline v0::detail {

/// The text of a secret. One that lies inside the object, or belongs to somebody else, is left as it
/// is when the object goes: a destructor that has something to do is more than a client in the
/// static memory of a program without an operating system can have.
template <class Text, bool = std::is_trivially_destructible_v<Text>>
struct secret_text {
  Text text{};
};

/// One on the heap is wiped before its memory is given back, and where it was moved from.
template <class Text>
struct secret_text<Text, false> {
  constexpr secret_text() noexcept(std::is_nothrow_default_constructible_v<Text>) {
  }  // not defaulted: see static_string
  constexpr explicit secret_text(Text&& from) noexcept(std::is_nothrow_move_constructible_v<Text>)
      : text(std::move(from)) {
    if (!empty()) wipe_text(from);  // the bytes of a short text lie in the object it came from
  }
  constexpr secret_text(secret_text const&) = default;
  constexpr secret_text(secret_text&& other) noexcept(std::is_nothrow_move_constructible_v<Text>)
      : secret_text(std::move(other.text)) {}
  constexpr secret_text& operator=(secret_text const& other) { return *this = secret_text(other); }
  constexpr secret_text& operator=(secret_text&& other) noexcept(
      std::is_nothrow_move_assignable_v<Text>) {
    if (this == &other) return *this;
    if (!empty()) wipe_text(text);
    if (other.empty()) return *this;
    text = std::move(other.text);
    wipe_text(other.text);
    return *this;
  }
  constexpr ~secret_text() {
    if (!empty()) wipe_text(text);
  }

  Text text{};

 private:
  [[nodiscard]] constexpr bool empty() const noexcept { return std::string_view(text).empty(); }
};

}  // namespace medusa::inline v0::detail

// medusa/core/secret.hpp

namespace medusa::inline v0 {

/// Compares in a time that depends on the lengths alone, so that the time a comparison takes tells
/// nothing about where two secrets differ.
[[nodiscard]] constexpr bool equal_in_constant_time(std::string_view a,
                                                    std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    unsigned const differs = static_cast<unsigned char>(a[i] ^ b[i]);
    difference |= differs;
  }
  return difference == 0;
}

/// A password, token or cookie held in a `Text`. It prints nothing and converts to nothing: the one
/// way to its characters is `reveal()`, which is easy to search for. A
/// `basic_secret<std::string_view>` does not own them.
///
/// One whose `Text` is on the heap overwrites its characters when it goes, is moved from, or is
/// assigned others. One whose `Text` lies inside it does so when `wipe()` is called.
template <class Text>
class basic_secret {
  // A view that is kept here is given where it lies: passing it on is shorter code than a copy.
  using revealed = std::conditional_t<std::is_same_v<Text, std::string_view>,
                                      std::string_view const&, std::string_view>;

 public:
  // Not defaulted: `{}` would then fill the memory with zeros first.
  constexpr basic_secret() noexcept(std::is_nothrow_default_constructible_v<Text>) {}

  /// Takes whatever converts to `Text`. A null `char const*`, such as `getenv` gives for a variable
  /// that is not set, is an empty secret.
  template <class U>
    requires(std::convertible_to<U const&, Text> && !std::same_as<U, basic_secret> &&
             !std::same_as<U, std::nullptr_t>)
  constexpr basic_secret(U const& text) : text_{read(text)} {}

  /// A view of a secret that somebody else owns.
  template <class Owner>
    requires(std::same_as<Text, std::string_view> && !std::same_as<Owner, Text>)
  constexpr basic_secret(basic_secret<Owner> const& secret) noexcept : text_{secret.reveal()} {}

  /// The characters, which are good as long as the secret and what it views.
  [[nodiscard]] constexpr revealed reveal() const& noexcept { return text_.text; }
  [[nodiscard]] constexpr std::string_view reveal() const&& noexcept { return text_.text; }
  [[nodiscard]] constexpr bool empty() const noexcept { return reveal().empty(); }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return reveal().size(); }

  /// The text itself, for a decoder to fill.
  [[nodiscard]] constexpr Text& storage() noexcept { return text_.text; }

  /// Overwrites the characters; the secret is empty then.
  constexpr void wipe() noexcept
    requires(!std::same_as<Text, std::string_view>)
  {
    detail::wipe_text(storage());
  }

 private:
  // Not assigned in the constructor's body: g++ 12 takes that for a change of a const object, when
  // an operation in constant evaluation is one.
  template <class U>
  static constexpr Text read(U const& text) {
    if constexpr (std::is_pointer_v<U>)
      if (text == nullptr) return Text();
    return static_cast<Text>(text);
  }

  detail::secret_text<Text> text_{};
};

/// Takes a time that depends on the lengths alone. Not a friend of the class, or plain text would
/// convert and compare.
template <class A, class B>
[[nodiscard]] constexpr bool operator==(basic_secret<A> const& a,
                                        basic_secret<B> const& b) noexcept {
  return equal_in_constant_time(a.reveal(), b.reveal());
}

/// A secret that somebody else owns, such as a field of an operation.
using secret_view = basic_secret<std::string_view>;

}  // namespace medusa::inline v0

// medusa/core/ascii.hpp

namespace medusa::inline v0::ascii {

/// `0` to `9`.
[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// `A` to `Z` and `a` to `z`.
[[nodiscard]] constexpr bool is_alpha(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// C0 controls and DEL.
[[nodiscard]] constexpr bool is_control(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// Whether `is_control` is true of any character. O(length).
[[nodiscard]] constexpr bool has_control(std::string_view const& text) noexcept {
  for (char const c : text)
    if (is_control(c)) return true;
  return false;
}

/// The lower-case letter of an upper-case one; any other character is left.
[[nodiscard]] constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Some of the 128 characters of ASCII.
class char_set {
 public:
  /// `chars`, and letters and digits as well unless said otherwise.
  consteval explicit char_set(std::string_view chars, bool alphanumeric = true) noexcept {
    for (unsigned char c = 0; c < 128; ++c)
      if (alphanumeric && (is_alpha(static_cast<char>(c)) || is_digit(static_cast<char>(c))))
        add(c);
    for (char const c : chars) add(static_cast<unsigned char>(c));
  }
  [[nodiscard]] constexpr bool has(char c) const noexcept {
    auto const byte = static_cast<unsigned char>(c);
    return byte < 128 && ((bits_[byte / 32] >> (byte % 32)) & 1) != 0;
  }

 private:
  consteval void add(unsigned char c) noexcept { bits_[c / 32] |= std::uint32_t{1} << (c % 32); }
  std::uint32_t bits_[4] = {};
};

/// Header names (RFC 9110 section 5.1), schemes and hosts compare without regard to case.
[[nodiscard]] constexpr bool iequals(std::string_view const& a,
                                     std::string_view const& b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (lower(a[i]) != lower(b[i])) return false;
  return true;
}

/// Whether `text` is one of `names`, in small letters and separated by commas, whatever its case.
[[nodiscard]] constexpr bool is_listed(std::string_view const& text, char const* names) noexcept {
  for (std::size_t same = 0;; ++names) {  // characters of this name; `npos`: it is another
    if (*names == ',' || *names == '\0') {
      if (same == text.size()) return true;
      if (*names == '\0') return false;
      same = 0;
    } else if (same < text.size() && lower(text[same]) == *names) {
      ++same;
    } else {
      same = std::string_view::npos;
    }
  }
}

/// Without the spaces and tabs around it (OWS, RFC 9110 section 5.6.3).
[[nodiscard]] constexpr std::string_view trim(std::string_view const& text) noexcept {
  auto const blank = [](char c) { return c == ' ' || c == '\t'; };
  char const* first = text.data();
  char const* last = first + text.size();
  while (first != last && blank(*first)) ++first;
  while (first != last && blank(last[-1])) --last;
  return {first, static_cast<std::size_t>(last - first)};
}

}  // namespace medusa::inline v0::ascii

namespace medusa::inline v0::detail {

/// The value of a hexadecimal digit in either case; -1 of what is none.
[[nodiscard]] constexpr int hex_digit(char c) noexcept {
  if (ascii::is_digit(c)) return c - '0';
  int const letter = (c | 0x20) - 'a';  // one case for both
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
}

}  // namespace medusa::inline v0::detail

// medusa/core/errc.hpp

namespace medusa::inline v0 {

/// What went wrong. `stage_of` tells who failed. Zero is not a code: an error always has a reason.
enum class errc : std::uint8_t {
  // stage::encode: the caller's values cannot be sent; nothing was sent. From `request()` of
  // operations, `status()` and `sign_in()` of a client, and every call.
  missing_value = 1,  ///< a required field is empty (e-mail, token, id, base URL)
  invalid_value,      ///< the value is not one the server knows, or not of the field's form
  invalid_id,         ///< an id of `.` or `..`, which would name another route
  invalid_url,        ///< the base URL is not `http(s)://host[:port][/path]`
  invalid_header,     ///< a header name is no token, or one the transport must set itself
  control_character,  ///< CR, LF, NUL or another control character where none may stand
  invalid_utf8,       ///< text that is not UTF-8
  invalid_json,       ///< metadata text that is not a JSON object
  publishable_key,    ///< a token beginning `pk_`: a publishable key gives no admin access
  out_of_range,       ///< a number or date outside what can be sent
  too_long,           ///< longer than the storage or the server takes; `needed` says how long
  too_many_headers,   ///< more headers than a request can carry
  buffer_too_small,   ///< the request does not fit its buffer; `needed` says how large it is
  too_many_calls,  ///< all places for calls with handlers are taken; of asynchronous clients alone

  // stage::transport: no complete response arrived. From every call of a client.
  transport_failed,    ///< the transport's own error is kept beside this code
  response_too_large,  ///< the body is larger than the `max_body` that was allowed

  // stage::status: the server answered and refused. From every call of a client, and `parse`.
  redirected,            ///< 3xx, 304 included; redirects are never followed
  bad_request,           ///< 400
  unauthorized,          ///< 401
  forbidden,             ///< 403
  not_found,             ///< 404
  conflict,              ///< 409
  payload_too_large,     ///< 413
  unprocessable,         ///< 422
  too_many_requests,     ///< 429
  server_error,          ///< 5xx without a code of its own
  unavailable,           ///< 503
  reset_token_rejected,  ///< 500 to reset_password: the token is probably used or expired
  unexpected_status,     ///< any other status that is no success

  // stage::decode: the server reported success and broke the contract. From every call of a client,
  // and `parse`; missing_cookie from create_session alone.
  empty_body,      ///< a success without the document it must carry
  malformed_json,  ///< not JSON (an HTML page of a proxy, a cut document)
  malformed_utf8,  ///< JSON text that is not UTF-8
  too_deep,        ///< nested deeper than the reader's limit
  wrong_type,      ///< a member of another type than documented
  missing_member,  ///< a required member is absent
  text_too_long,   ///< a text longer than the storage takes; `needed` says how long
  too_many_items,  ///< more elements than the storage takes
  escaped_text,    ///< text with escapes, which a view into the body cannot show
  missing_cookie,  ///< a login without its session cookie

  // stages of their own. From every call of a client.
  cancelled,          ///< the caller's flag was set, or an asynchronous client was destroyed
  deadline_exceeded,  ///< the time for the call, with all its attempts and waits, is over
  timed_out,          ///< the time for an attempt is over and it was the last
};

/// Who failed.
enum class stage : std::uint8_t {
  encode,     ///< the caller
  transport,  ///< the network
  status,     ///< the server refused
  decode,     ///< the server broke the contract
  cancelled,  ///< the caller changed their mind
  deadline,   ///< time is over
};

/// Who failed, when this is the code.
[[nodiscard]] constexpr stage stage_of(errc code) noexcept {
  if (code < errc::transport_failed) return stage::encode;
  if (code < errc::redirected) return stage::transport;
  if (code < errc::empty_body) return stage::status;
  if (code < errc::cancelled) return stage::decode;
  return code == errc::cancelled ? stage::cancelled : stage::deadline;
}

[[nodiscard]] constexpr std::string_view to_string(stage s) noexcept {
  switch (s) {
    case stage::encode: return "encode";
    case stage::transport: return "transport";
    case stage::status: return "status";
    case stage::decode: return "decode";
    case stage::cancelled: return "cancelled";
    case stage::deadline: return "deadline";
  }
  return "unknown";
}

/// A short English phrase, for people; compare codes, not phrases.
[[nodiscard]] constexpr std::string_view to_string(errc code) noexcept {
  switch (code) {
    case errc::missing_value: return "a required value is missing";
    case errc::invalid_value: return "the value is not valid";
    case errc::invalid_id: return "the id would name another route";
    case errc::invalid_url: return "not an http or https URL with a host";
    case errc::invalid_header: return "a name is not valid, or set by the transport";
    case errc::control_character: return "a control character is not allowed here";
    case errc::invalid_utf8: return "the text is not UTF-8";
    case errc::invalid_json: return "not a JSON object";
    case errc::publishable_key: return "a publishable key (pk_...) gives no admin access";
    case errc::out_of_range: return "the number is out of range";
    case errc::too_long: return "the value is too long";
    case errc::too_many_headers: return "too many headers";
    case errc::buffer_too_small: return "the request does not fit its buffer";
    case errc::too_many_calls: return "too many calls at a time";
    case errc::transport_failed: return "no complete answer arrived";
    case errc::response_too_large: return "the answer is larger than allowed";
    case errc::redirected: return "the server answered with a redirect";
    case errc::bad_request: return "the server did not accept the request";
    case errc::unauthorized: return "not signed in, or the credentials are not valid";
    case errc::forbidden: return "not permitted";
    case errc::not_found: return "not found";
    case errc::conflict: return "the request conflicts with another one";
    case errc::payload_too_large: return "the request is larger than the server takes";
    case errc::unprocessable: return "the server could not process the request";
    case errc::too_many_requests: return "too many requests";
    case errc::server_error: return "the server failed";
    case errc::unavailable: return "the server is unavailable";
    case errc::reset_token_rejected: return "the reset token is probably used or expired";
    case errc::unexpected_status: return "the server answered with an unexpected status";
    case errc::empty_body: return "the answer is empty";
    case errc::malformed_json: return "the answer is not JSON";
    case errc::malformed_utf8: return "the answer is not UTF-8";
    case errc::too_deep: return "the answer is nested too deeply";
    case errc::wrong_type: return "a member has an unexpected type";
    case errc::missing_member: return "a required member is missing";
    case errc::text_too_long: return "a text is longer than its storage";
    case errc::too_many_items: return "more items than the storage takes";
    case errc::escaped_text: return "an escaped text cannot be borrowed from the answer";
    case errc::missing_cookie: return "the login came without a session cookie";
    case errc::cancelled: return "cancelled";
    case errc::deadline_exceeded: return "the time for the call is over";
    case errc::timed_out: return "no answer within the time limit";
  }
  return "unknown error";
}

}  // namespace medusa::inline v0

// medusa/core/encode_error.hpp

namespace medusa::inline v0 {

/// Why a request could not be built. Nothing was sent.
struct encode_error {
  errc code{};
  /// Name of the field as the user wrote it; static text, never the value.
  std::string_view field{};
  /// Bytes the value or request has, for `too_long` and `buffer_too_small`; else 0.
  std::size_t needed = 0;

  friend constexpr bool operator==(encode_error const&, encode_error const&) = default;
};

}  // namespace medusa::inline v0

// medusa/core/first_error.hpp

namespace medusa::inline v0 {

namespace detail {
/// Functions that check give a code that is none inside of the library, since an optional one of
/// them is more code wherever it passes.
[[nodiscard]] constexpr std::optional<errc> if_any(errc code) noexcept {
  return code == errc{} ? std::nullopt : std::optional(code);
}
}  // namespace detail

/// Collects what is wrong with the parts of a request, and keeps the first: what checks them need
/// not hand errors back. Names of fields are literals, or live as long.
class first_error {
 public:
  constexpr first_error() noexcept {}  // not defaulted: see static_string

  /// Always false.
  constexpr bool fail(errc code, char const* field, std::size_t needed = 0) noexcept {
    if (failed()) return false;
    error_.code = code;
    error_.field = field;
    error_.needed = needed;
    return false;
  }
  /// What checked the field itself, if it found anything.
  constexpr void note(errc code, char const* field) noexcept {
    if (code != errc{}) fail(code, field);
  }
  constexpr void note(std::optional<errc> code, char const* field) noexcept {
    if (code) fail(*code, field);
  }
  constexpr void refuse_control(std::string_view const& text, char const* field) noexcept {
    if (ascii::has_control(text)) fail(errc::control_character, field);
  }

  [[nodiscard]] constexpr bool failed() const noexcept { return error_.code != errc{}; }
  /// Without a code as long as nothing is wrong.
  [[nodiscard]] constexpr encode_error& error() noexcept { return error_; }
  [[nodiscard]] constexpr std::optional<encode_error> found() const noexcept {
    if (failed()) return error_;
    return std::nullopt;
  }

 private:
  encode_error error_{};
};

}  // namespace medusa::inline v0

// medusa/http/header.hpp

namespace medusa::inline v0 {

/// One header field; views that the maker of the header keeps alive.
struct header {
  std::string_view name{};
  std::string_view value{};
};

namespace detail {
/// Bytes of the names and values.
[[nodiscard]] constexpr std::size_t bytes_of(std::span<header const> const& all) noexcept {
  std::size_t total = 0;
  for (std::size_t i = 0; i < all.size(); ++i) total += all[i].name.size() + all[i].value.size();
  return total;
}

/// `tchar` of RFC 9110 section 5.6.2.
inline constexpr ascii::char_set tchar("!#$%&'*+-.^_`|~");
}  // namespace detail

/// A `token` of RFC 9110 section 5.6.2.
[[nodiscard]] constexpr bool is_token(std::string_view const& name) noexcept {
  for (char const c : name)
    if (!detail::tchar.has(c)) return false;
  return !name.empty();
}

/// Headers that frame or route the message, or speak of the connection: the transport sets them,
/// and two opinions about them are request smuggling (RFC 9112 sections 6.1, 11.2) or, in HTTP/2, a
/// malformed request (RFC 9113 section 8.2.2).
[[nodiscard]] constexpr bool is_transport_header(std::string_view const& name) noexcept {
  return ascii::is_listed(
      name,
      "host,content-length,transfer-encoding,connection,keep-alive,proxy-connection,expect,te,"
      "trailer,upgrade");
}

/// Headers by which the server knows who is asking.
[[nodiscard]] constexpr bool is_credential_header(std::string_view const& name) noexcept {
  return ascii::is_listed(name, "authorization,cookie,x-medusa-access-token");
}

/// Headers whose value must not be shown, those of responses included.
[[nodiscard]] constexpr bool is_secret_header(std::string_view const& name) noexcept {
  return is_credential_header(name) || ascii::is_listed(name, "set-cookie,proxy-authorization");
}

namespace detail {
[[nodiscard]] constexpr errc check_header(header const& h) noexcept {
  if (ascii::has_control(h.name) || ascii::has_control(h.value)) return errc::control_character;
  return !is_token(h.name) || is_transport_header(h.name) ? errc::invalid_header : errc{};
}
}  // namespace detail

/// What is wrong with a header that a user wants sent, if anything: `invalid_header`,
/// `control_character`. Control characters are refused, never stripped: a CR or LF would begin
/// another header.
[[nodiscard]] constexpr std::optional<errc> header_error(header const& h) noexcept {
  return detail::if_any(detail::check_header(h));
}

}  // namespace medusa::inline v0

// medusa/http/request_buffer.hpp

namespace medusa::inline v0 {

/// Memory that a request is written into: characters, and a table for its headers. `grow(n)` makes
/// room for `n` bytes and forgets what was written; false when that much cannot be had. A request
/// views its buffer, which must neither move nor be reused before the call has ended.
template <class B>
concept request_memory = requires(B& b, std::size_t n) {
  { b.data() } -> std::same_as<char*>;
  { b.capacity() } -> std::same_as<std::size_t>;
  { b.grow(n) } -> std::same_as<bool>;
  { b.headers() } -> std::same_as<std::span<header>>;
};

/// How many headers a request can carry: the library sets at most six, the rest is the user's.
inline constexpr std::size_t max_request_headers = 24;

/// `N` bytes inside the object itself.
template <std::size_t N>
class request_buffer {
 public:
  [[nodiscard]] constexpr char* data() noexcept { return chars_; }
  [[nodiscard]] constexpr std::size_t capacity() const noexcept { return N; }
  [[nodiscard]] constexpr bool grow(std::size_t size) noexcept { return size <= N; }
  [[nodiscard]] constexpr std::span<header> headers() noexcept { return headers_; }

 private:
  char chars_[N]{};
  std::array<header, max_request_headers> headers_{};
};

/// Grows in a string-like `Text`, which keeps its memory from call to call, to twice of what is asked
/// for, but to no more than 1 KiB beyond it: what a URL is made of is encoded faster where there is
/// room for more than it comes to. What it gives back of its memory is wiped.
template <class Text>
class growing_request_buffer {
 public:
  [[nodiscard]] constexpr char* data() noexcept { return chars_.storage().data(); }
  [[nodiscard]] constexpr std::size_t capacity() const noexcept { return chars_.size(); }
  [[nodiscard]] constexpr bool grow(std::size_t size) {
    chars_.wipe();
    chars_.storage().resize(size + (size < 1024 ? size : 1024));
    return true;
  }
  [[nodiscard]] constexpr std::span<header> headers() noexcept { return headers_; }

 private:
  basic_secret<Text> chars_{};  // there are credentials in it, and passwords
  std::array<header, max_request_headers> headers_{};
};

}  // namespace medusa::inline v0

// medusa/core/hot.hpp

// Code can be fast or small. It is small where the compiler was told so (-Os), or where registers
// are. Results are the same, and translation units of both kinds can be linked together
// (tests/model/small_code.cpp): no layout depends on it, and a function whose parameters do has
// another name.
//
// MEDUSA_HOT stands before a function that is passed for every member of a document, or parameter of
// a query, and has to be put where it is called: compilers take it for too large and call it, which
// doubles the time. Code that is not optimised at all is not made longer by it.
#if defined(__GNUC__) && __SIZEOF_POINTER__ >= 8 && !defined(__OPTIMIZE_SIZE__)
#ifdef __OPTIMIZE__
#define MEDUSA_HOT [[gnu::always_inline]]
#else
#define MEDUSA_HOT
#endif
namespace medusa::inline v0::detail {
inline constexpr bool small_code = false;
}
#else
#define MEDUSA_HOT
namespace medusa::inline v0::detail {
inline constexpr bool small_code = true;
}
#endif

// medusa/core/same_bytes.hpp

namespace medusa::inline v0::detail {

/// A number made of the bytes at `at`; only for comparing with another. Not for constant
/// evaluation.
template <class Word>
[[nodiscard]] inline Word word_at(char const* at) noexcept {
  Word word;
  std::char_traits<char>::copy(reinterpret_cast<char*>(&word), at, sizeof word);
  return word;
}

/// Whether so many bytes are the same at both places. For names and words of a few bytes: the
/// library's function is called, which takes longer than comparing them.
[[nodiscard]] MEDUSA_HOT constexpr bool same_bytes(char const* a, char const* b,
                                                   std::size_t size) noexcept {
  if (!std::is_constant_evaluated()) {
    if constexpr (small_code) {
      return std::char_traits<char>::compare(a, b, size) == 0;
    } else if (size >= 8) {
      std::size_t at = 0;
      for (; size - at > 8; at += 8)
        if (word_at<std::uint64_t>(a + at) != word_at<std::uint64_t>(b + at)) return false;
      return word_at<std::uint64_t>(a + size - 8) == word_at<std::uint64_t>(b + size - 8);
    } else if (size >= 4) {
      return word_at<std::uint32_t>(a) == word_at<std::uint32_t>(b) &&
             word_at<std::uint32_t>(a + size - 4) == word_at<std::uint32_t>(b + size - 4);
    }
  }
  while (size != 0 && *a++ == *b++) --size;  // one step of constant evaluation for each byte
  return size == 0;
}

}  // namespace medusa::inline v0::detail

// medusa/json/escape.hpp

// One backslash escape of a JSON string (RFC 8259 section 7): its length, and what it stands for.

namespace medusa::inline v0::json::detail {

/// The short escapes: a letter, and what it stands for.
struct short_escape {
  char letter;
  char meaning;
};
inline constexpr short_escape short_escapes[] = {{'"', '"'},  {'\\', '\\'}, {'b', '\b'},
                                                 {'f', '\f'}, {'n', '\n'},  {'r', '\r'},
                                                 {'t', '\t'}, {'/', '/'}};

/// What `\uXXXX` at `at` stands for; -1 when that is not there.
[[nodiscard]] constexpr std::int32_t read_unit(char const* at, char const* end) noexcept {
  if (end - at < 6 || at[0] != '\\' || at[1] != 'u') return -1;
  std::int32_t value = 0;
  for (int i = 2; i < 6; ++i) {
    int const digit = medusa::detail::hex_digit(at[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/// Steps over the escape whose backslash is at `at`, and gives the code point it stands for; -1
/// when it is none. A surrogate counts only as half of a pair, the high one first: alone it stands
/// for no character and has no UTF-8 form.
[[nodiscard]] constexpr std::int32_t take_escape(char const*& at, char const* end) noexcept {
  if (end - at < 2) return -1;
  for (short_escape const& each : short_escapes) {
    if (at[1] != each.letter) continue;
    at += 2;
    return each.meaning;
  }
  std::int32_t const unit = read_unit(at, end);
  if (unit < 0) return -1;
  std::int32_t const high = unit - 0xD800;
  if (high < 0 || high >= 0x800) return at += 6, unit;
  std::int32_t const low = read_unit(at + 6, end) - 0xDC00;
  if (static_cast<std::uint32_t>(high | low) >= 0x400) return -1;  // either one
  at += 12;
  return 0x10000 + (high << 10) + low;
}

/// Writes the UTF-8 form of a code point, at most 4 bytes and never more than its escape has, and
/// gives its size.
constexpr std::size_t encode_utf8(std::int32_t code, char* out) noexcept {
  if (code < 0x80) {
    *out = static_cast<char>(code);
    return 1;
  }
  std::size_t const size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  for (std::size_t i = size; --i > 0; code >>= 6) out[i] = static_cast<char>(0x80 | (code & 0x3F));
  out[0] = static_cast<char>((0xF00 >> size) | code);  // as many ones as there are bytes
  return size;
}

/// Decodes what is at `at`, a byte or an escape, in a text that a reader has checked, and steps
/// over it. Gives the bytes that it wrote, at most 4 and never more than it has read.
constexpr std::size_t take_unescaped(char const*& at, char const* end, char* out) noexcept {
  if (*at != '\\') {
    *out = *at++;
    return 1;
  }
  return encode_utf8(take_escape(at, end), out);
}

}  // namespace medusa::inline v0::json::detail

// medusa/json/text.hpp

namespace medusa::inline v0::json {

/// A JSON string as it stands in its document, without its quotes, checked by the reader that gave
/// it. Views what the reader says it views; owns nothing.
struct text {
  std::string_view chars{};  ///< UTF-8
  bool escaped = false;      ///< `chars` still holds backslash escapes, see `unescape`
};

namespace detail {

[[nodiscard]] constexpr bool equals_unescaped(std::string_view escaped,
                                              std::string_view b) noexcept {
  char const* at = escaped.data();
  char const* const end = at + escaped.size();
  std::size_t matched = 0;
  while (at != end) {
    char bytes[4];
    std::size_t const size = take_unescaped(at, end, bytes);
    for (std::size_t i = 0; i < size; ++i, ++matched)
      if (matched == b.size() || b[matched] != bytes[i]) return false;
  }
  return matched == b.size();
}

}  // namespace detail

/// Compares the text that is meant, escapes decoded, without a buffer.
[[nodiscard]] MEDUSA_HOT constexpr bool operator==(text const& a,
                                                   std::string_view const& b) noexcept {
  if (a.escaped) return detail::equals_unescaped(a.chars, b);
  return a.chars.size() == b.size() &&
         medusa::detail::same_bytes(a.chars.data(), b.data(), b.size());
}

}  // namespace medusa::inline v0::json

// medusa/core/byte_block.hpp

// Several bytes of a text, looked at side by side: sixteen where the target has registers for that
// (SSE2, NEON), else as many as an ordinary register holds. Not for constant evaluation.

namespace medusa::inline v0::detail {

/// Which bytes of a block were meant, one mark in the lane of each: a bit, or several that are
/// alike.
template <class Bits, int BitsPerByte>
struct byte_marks {
  Bits bits;
  [[nodiscard]] constexpr bool any() const noexcept { return bits != 0; }
  /// The place of the first. Precondition: there is one.
  [[nodiscard]] MEDUSA_HOT constexpr std::size_t first() const noexcept {
    int const zeros = std::endian::native == std::endian::little ? std::countr_zero(bits)
                                                                 : std::countl_zero(bits);
    return static_cast<std::size_t>(zeros / BitsPerByte);
  }
  /// Whether `place` is that of the first: a question whose answer can be foreseen, so that nothing
  /// has to wait until the place is found.
  [[nodiscard]] MEDUSA_HOT constexpr bool first_is(std::size_t place) const noexcept {
    constexpr bool little = std::endian::native == std::endian::little;
    auto const last_bits = static_cast<int>(sizeof bits * 8) - BitsPerByte;
    int const others = last_bits - static_cast<int>(place) * BitsPerByte;
    Bits const moved = little ? bits << others : bits >> others;  // now it is in the last lane
    return moved != 0 && (little ? moved << BitsPerByte : moved >> BitsPerByte) == 0;
  }
};

/// Exchanges quote and space, and keeps control characters among themselves: what then is over a
/// space is none of these and no quote, by one comparison.
inline constexpr char quote_for_space = '"' ^ ' ';

/// The bytes of an ordinary register. The high bits are masked out before the sums, so that no byte
/// carries into the next.
struct byte_word {
  static constexpr std::size_t size = sizeof(std::size_t);
  /// Whether what takes many steps is worth them.
  static constexpr bool wide = false;
  using marks = byte_marks<std::size_t, 8>;

  constexpr explicit byte_word(std::size_t word) noexcept : word_(word) {}
  explicit byte_word(char const* at) noexcept {
    std::char_traits<char>::copy(reinterpret_cast<char*>(&word_), at, size);
  }

  /// Those that need a closer look inside a JSON string: quote, backslash, control characters, and
  /// all over 0x7F.
  [[nodiscard]] MEDUSA_HOT constexpr marks not_plain() const noexcept {
    std::size_t const swapped = (word_ & ~high) ^ each * quote_for_space;
    std::size_t const over_space = swapped + each * (0x7F - ' ');
    return marks{~(over_space & differs('\\') & ~word_) & high};
  }
  /// Those that are no space.
  [[nodiscard]] MEDUSA_HOT constexpr marks not_space() const noexcept {
    return marks{(differs(' ') | word_) & high};
  }
  /// Those that begin an escape in a JSON string.
  [[nodiscard]] MEDUSA_HOT constexpr marks backslashes() const noexcept {
    return marks{~(differs('\\') | word_) & high};
  }

 private:
  static constexpr std::size_t each = ~std::size_t{0} / 0xFF;  // 0x01 in every byte
  static constexpr std::size_t high = each * 0x80;
  /// The high bit is set in bytes whose lower seven bits are not those of `c`.
  [[nodiscard]] constexpr std::size_t differs(char c) const noexcept {
    return ((word_ & ~high) ^ each * static_cast<unsigned char>(c)) + each * 0x7F;
  }
  std::size_t word_ = 0;
};

#if defined(__SSE2__) || (defined(__ARM_NEON) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)

/// Sixteen bytes. (By the compilers' vector types: the headers of the instruction sets are some
/// thousand lines.)
struct byte_vector {
  static constexpr std::size_t size = 16;
  static constexpr bool wide = true;

  explicit byte_vector(char const* at) noexcept { __builtin_memcpy(&bytes_, at, size); }

#ifdef __SSE2__
  using marks = byte_marks<std::uint32_t, 1>;
#else
  using marks = byte_marks<std::uint64_t, 4>;
#endif
  /// As those of `byte_word`.
  [[nodiscard]] MEDUSA_HOT marks not_plain() const noexcept {
    lanes const swapped = bytes_ ^ quote_for_space;
    // Over 0x7F is below 0 here. A backslash is over a space: one of two ones that become zero.
    return all_but((swapped > ' ') ^ (bytes_ == '\\'));
  }
  [[nodiscard]] MEDUSA_HOT marks not_space() const noexcept { return all_but(bytes_ == ' '); }
  /// Those that are encoded in a URL: all but `unreserved` of RFC 3986.
  [[nodiscard]] MEDUSA_HOT marks reserved() const noexcept {
    lanes const small = bytes_ | ' ';
    // Where `>` is true of one end of a range, and not of the other.
    auto const letter = (small > '`') ^ (small > 'z');
    auto const digit = (bytes_ > ',') ^ (bytes_ > '9') ^ (bytes_ == '/');  // and `-` and `.`
    return all_but(letter | digit | (bytes_ == '_') | (bytes_ == '~'));
  }

  /// Of the bytes at `at`, those that need a closer look inside a JSON string though other scripts
  /// do not: quote, backslash, control characters, and where it first shows that something is not
  /// UTF-8 (RFC 3629 section 4). The three bytes before are looked at as well.
  [[nodiscard]] MEDUSA_HOT static marks not_text(char const* at) noexcept {
    lanes const here = turned(at);
    lanes const before = turned(at - 1);
    lanes const ends = (here < turned(' ')) | (here == turned('"')) | (here == turned('\\'));
    // Those that go on with a sequence, and those that have to.
    lanes const follows = byte_vector(at).bytes_ < turned(0x40);
    lanes const must_follow =
        (before > turned(0xBF)) | (turned(at - 2) > turned(0xDF)) | (turned(at - 3) > turned(0xEF));
    lanes const begins_none = (here > turned(0xF4)) | ((here & ~1) == turned(0xC0));
    // Second bytes: too small they are overlong, too large a surrogate or beyond the last code point.
    lanes const below_a0 = here < turned(0xA0);
    lanes const below_90 = here < turned(0x90);
    lanes const out_of_range =
        ((before == turned(0xE0)) & below_a0) | ((before == turned(0xED)) & ~below_a0) |
        ((before == turned(0xF0)) & below_90) | ((before == turned(0xF4)) & ~below_90);
    return all_but(~(ends | (follows ^ must_follow) | begins_none | out_of_range));
  }

 private:
  using lanes [[gnu::vector_size(16)]] = signed char;
  /// With the high bit turned round, so that bytes compare as without a sign.
  static constexpr signed char turned(int byte) noexcept {
    return static_cast<signed char>(byte - 0x80);
  }
  [[nodiscard]] MEDUSA_HOT static lanes turned(char const* at) noexcept {
    return byte_vector(at).bytes_ ^ turned(0);
  }

  /// Marks the lanes that are zero, where the others are all ones.
  [[nodiscard]] MEDUSA_HOT static marks all_but(lanes ones) noexcept {
#ifdef __SSE2__
    using chars [[gnu::vector_size(16)]] = char;
    int const mask = __builtin_ia32_pmovmskb128(reinterpret_cast<chars>(ones));
    return {static_cast<std::uint32_t>(mask ^ 0xFFFF)};
#else
    using pairs [[gnu::vector_size(16)]] = std::uint16_t;
    using halves [[gnu::vector_size(8)]] = std::uint8_t;
    auto const narrow = __builtin_convertvector(reinterpret_cast<pairs>(~ones) >> 4, halves);
    marks m;
    __builtin_memcpy(&m.bits, &narrow, sizeof m.bits);
    return m;
#endif
  }

  lanes bytes_;
};
using byte_block = byte_vector;

#else
using byte_block = byte_word;
#endif

}  // namespace medusa::inline v0::detail

// medusa/json/unescape.hpp

namespace medusa::inline v0::json {

namespace detail {
/// `unescape` of a text with escapes.
constexpr std::size_t decode_escaped(std::string_view const& chars, char* out) noexcept {
  using medusa::detail::small_code;
  using word = medusa::detail::byte_word;
  char const* at = chars.data();
  char const* const end = at + chars.size();
  std::size_t size = 0;
  char ignored[4]{};
  while (at != end) {
    // A word without a backslash is moved whole, another is gone through by bytes.
    char const* next = end;
    if (!small_code && static_cast<std::size_t>(end - at) >= word::size) {
      next = at + word::size;
      if (!std::is_constant_evaluated() && !word(at).backslashes().any()) {
        if (out != nullptr) std::char_traits<char>::move(out + size, at, word::size);
        size += word::size, at = next;
        continue;
      }
    }
    do {
      char* const to = out == nullptr ? ignored : out + size;
      // Most are no escape; clang would call a function for each of them.
      if (!small_code && *at != '\\') *to = *at++, ++size;
      else size += take_unescaped(at, end, to);
    } while (!small_code && at < next);
  }
  return size;
}
}  // namespace detail

/// Writes the decoded text to `out`, `unescaped_size(t)` bytes and no terminator, and returns how
/// many; `out` may be null, to count them. It may be where `t` itself begins: no escape is shorter
/// than what it stands for, so writing never overtakes reading. Any other overlap is not allowed.
/// Precondition: a reader has checked `t`.
constexpr std::size_t unescape(text const& t, char* out) noexcept {
  if (!t.escaped) {
    if (std::is_constant_evaluated()) {
      for (std::size_t i = 0; out != nullptr && i < t.chars.size(); ++i) out[i] = t.chars[i];
    } else if (out != nullptr) {
      std::char_traits<char>::move(out, t.chars.data(), t.chars.size());
    }
    return t.chars.size();
  }
  return detail::decode_escaped(t.chars, out);
}

/// Bytes of the decoded text. Precondition: a reader has checked it. O(text) when it has escapes.
[[nodiscard]] constexpr std::size_t unescaped_size(text const& t) noexcept {
  // In small code always by the same function.
  return t.escaped || medusa::detail::small_code ? unescape(t, nullptr) : t.chars.size();
}

}  // namespace medusa::inline v0::json

// medusa/model/text.hpp

namespace medusa::inline v0 {

namespace detail {
template <class T>
concept resizable_text = requires(T& t, std::size_t n) {
  t.resize(n);
  { t.data() } -> std::same_as<char*>;
};
template <class T>
concept bounded_text = resizable_text<T> && requires(T& t, std::size_t n) {
  { t.resize(n) } -> std::same_as<bool>;
};

/// Bytes that `to` has to have room for: those of the decoded text, or more where there is room for
/// all of it as it stands, which need not be measured then.
template <resizable_text T>
[[nodiscard]] constexpr std::size_t room_for(json::text const& from, T const& to) {
  if constexpr (!small_code && requires { to.capacity(); })
    if (from.chars.size() <= to.capacity()) return from.chars.size();
  return json::unescaped_size(from);
}
}  // namespace detail

/// A type that a JSON string can be decoded into: `std::string`, `static_string`,
/// `std::string_view`.
template <class T>
concept text_storage =
    std::same_as<T, std::string_view> ||
    (detail::resizable_text<T> && std::convertible_to<T const&, std::string_view>);

/// What `store_text` gives when all went well.
inline constexpr std::size_t text_stored = 0;
/// What it gives when a view would have to show escapes.
inline constexpr std::size_t text_has_escapes = static_cast<std::size_t>(-1);

/// Stores the decoded text, all of it or nothing: `text_stored`, `text_has_escapes`, or the bytes
/// of a text that is too long. `writable` is the address of the text's first character when the
/// document may be written to, else null: a view can show an escaped text only after it was decoded
/// in place.
template <text_storage T>
[[nodiscard]] constexpr std::size_t store_text(json::text const& from, T& to, char* writable) {
  if constexpr (std::same_as<T, std::string_view>) {
    if (!from.escaped) to = from.chars;
    else if (writable != nullptr) to = std::string_view(writable, json::unescape(from, writable));
    else return text_has_escapes;
  } else if constexpr (detail::bounded_text<T>) {
    std::size_t const room = detail::room_for(from, to);
    if (!to.resize(room)) return room;
    std::size_t const size = json::unescape(from, to.data());
    if (!detail::small_code && size != room && !to.resize(size)) return size;
  } else if (from.escaped) {
    to.resize(detail::room_for(from, to));
    to.resize(json::unescape(from, to.data()));
  } else {
    to.assign(from.chars.data(), from.chars.size());
  }
  return text_stored;
}

namespace detail {
/// The same for what is known to have no escapes, to be put where that is known. False, with
/// nothing changed, when it is too long.
template <text_storage T>
[[nodiscard]] MEDUSA_HOT constexpr bool store_plain(std::string_view from, T& to) {
  if constexpr (std::same_as<T, std::string_view>) {
    to = from;
  } else if constexpr (bounded_text<T>) {
    if (!to.resize(from.size())) return false;
    std::char_traits<char>::copy(to.data(), from.data(), from.size());
  } else {
    to.assign(from.data(), from.size());
  }
  return true;
}
}  // namespace detail

}  // namespace medusa::inline v0

// medusa/model/storage.hpp

namespace medusa::inline v0 {

struct hosted;

namespace detail {
template <class List>
concept growing_list = requires(List& list) {
  { list.emplace_back() } -> std::same_as<typename List::value_type&>;
};
template <class List>
concept bounded_list = requires(List& list) {
  { list.try_emplace_back() } -> std::same_as<typename List::value_type*>;
};
template <class List>
concept passing_list = bounded_list<List> && requires(List& list, typename List::value_type& each) {
  { list.take(each) } -> std::same_as<bool>;
};
}  // namespace detail

/// A list that elements are decoded into: `std::vector`, `static_vector`. One that does not keep
/// them, such as `visited_list`, also has `bool take(value_type&)`, which is given each as soon as
/// it is complete, and false when no more are wanted.
template <class L>
concept list_storage = detail::growing_list<L> || detail::bounded_list<L>;

/// A fresh element at the end of the list; null when there is no room.
template <list_storage L>
[[nodiscard]] constexpr typename L::value_type* append_item(L& list) {
  if constexpr (detail::bounded_list<L>) return list.try_emplace_back();
  else return &list.emplace_back();
}

namespace detail {
template <class S>
concept names_text = text_storage<typename S::text>;
template <class S>
concept names_metadata = text_storage<typename S::metadata>;
template <class S>
concept names_message = text_storage<typename S::message>;
template <class S>
concept names_credential = resizable_text<typename S::credential>;
template <class S>
concept names_settings = resizable_text<typename S::settings>;
template <class S>
concept names_query = resizable_text<typename S::query>;
template <class S>
concept names_description = resizable_text<typename S::description>;
template <class S>
concept names_list = list_storage<typename S::template list<int>>;
template <class S>
concept names_request_buffer = request_memory<typename S::request_buffer>;
template <class S>
concept says_max_items = requires {
  { S::max_items } -> std::convertible_to<std::optional<std::size_t>>;
};
/// One whose lists keep the body, see `pooled`.
template <class S>
concept keeping_storage = requires { requires S::keeps_response; };
template <class S>
concept says_views_response = requires {
  { S::views_response } -> std::convertible_to<bool>;
};
}  // namespace detail

/// Where the text and the lists of results live, and what a client keeps of its own.
///
/// A policy MUST name: `text` (each text of a result), `metadata` (JSON text), `message` (of a
/// failure), `credential` and `settings` (what a client keeps of credentials and options) and
/// `query` (what a range of pages keeps): types that own; `description` (what `to_string` of a
/// failure gives), `list<T>` and `request_buffer`. `max_items` is the most elements a list takes,
/// or nothing when it grows; `views_response` says that results view the response's body. A policy
/// whose lists keep the body, as those of `pooled` do, also says `keeps_response = true`: then
/// texts of the JSON policy must view it.
template <class S>
concept storage =
    detail::names_text<S> && detail::names_metadata<S> && detail::names_message<S> &&
    detail::names_credential<S> && detail::names_settings<S> && detail::names_query<S> &&
    detail::names_description<S> && detail::names_list<S> && detail::names_request_buffer<S> &&
    detail::says_max_items<S> && detail::says_views_response<S>;

/// Says what is missing from a type that should be a storage policy: the first failed line names
/// it.
template <class S>
[[nodiscard]] consteval bool check_storage() {
  static_assert(detail::names_text<S>,
                "Storage: wanted a type `text`: std::string_view, or with `resize(n)`, `char* "
                "data()` and a conversion to it");
  static_assert(detail::names_metadata<S>,
                "Storage: wanted a type `metadata`, which is like `text`");
  static_assert(detail::names_message<S>, "Storage: wanted a type `message`, which is like `text`");
  static_assert(detail::names_credential<S>,
                "Storage: wanted a type `credential` with `resize(n)` and `char* data()`");
  static_assert(detail::names_settings<S>,
                "Storage: wanted a type `settings` with `resize(n)` and `char* data()`");
  static_assert(detail::names_query<S>,
                "Storage: wanted a type `query` with `resize(n)` and `char* data()`");
  static_assert(detail::names_description<S>,
                "Storage: wanted a type `description` with `resize(n)` and `char* data()`");
  static_assert(detail::names_list<S>,
                "Storage: wanted `template <class T> using list`, with `T& emplace_back()` or `T* "
                "try_emplace_back()`");
  static_assert(detail::names_request_buffer<S>,
                "Storage: wanted a type `request_buffer`: a medusa::request_memory");
  static_assert(detail::says_max_items<S>,
                "Storage: wanted `static constexpr std::optional<std::size_t> max_items`");
  static_assert(detail::says_views_response<S>,
                "Storage: wanted `static constexpr bool views_response`");
  return true;
}

/// Keeps a copy of `from` in a text that owns. False when it does not fit.
template <detail::resizable_text T>
[[nodiscard]] constexpr bool keep_text(T& to, std::string_view from) {
  if constexpr (detail::bounded_text<T>) {
    return to.assign(from);
  } else {
    to.assign(from.data(), from.size());
    return true;
  }
}

}  // namespace medusa::inline v0

// medusa/client/clock.hpp

namespace medusa::inline v0 {

namespace detail {
template <class T>
concept complete = requires { sizeof(T); };
template <class C>
concept tells_now = requires(C& c) {
  { c.now() } -> std::same_as<duration>;
};
template <class C>
concept waits = requires(C& c, duration d) { c.wait(d); };
template <class C>
concept gives_random = requires(C& c) {
  { c.random() } -> std::same_as<std::uint64_t>;
};
}  // namespace detail

/// Time and entropy for a client.
///
/// - `now()` MUST give a `duration`, the time since any fixed epoch, and never go back.
/// - `wait(d)` MUST NOT return before `d` has passed; it is what lies between attempts.
/// - `random()` MUST give 64 fresh bits: for jitter, and for idempotency keys, which are unique
///   only if these are.
/// - `unix_time()` MAY exist: seconds since 1970, for a date in `Retry-After` of a response that
///   has no `Date`.
template <class C>
concept clock = detail::tells_now<C> && detail::waits<C> && detail::gives_random<C>;

/// Says what is missing from a type that should be a clock: the first failed line names it.
template <class C>
[[nodiscard]] consteval bool check_clock() {
  static_assert(
      detail::complete<C>,
      "Clock: only declared here; for the default include medusa/client/steady_clock.hpp");
  if constexpr (detail::complete<C>) {
    static_assert(detail::tells_now<C>, "Clock: wanted `medusa::duration now()`");
    static_assert(detail::waits<C>, "Clock: wanted `void wait(medusa::duration)`");
    static_assert(detail::gives_random<C>, "Clock: wanted `std::uint64_t random()`");
  }
  return true;
}

/// Knows no time: a client with it makes one attempt, which the transport bounds by the request's
/// time limit; that it was over comes back as `transport_failed` with the transport's own error.
struct no_clock {
  [[nodiscard]] static constexpr duration now() noexcept { return {}; }
  static constexpr void wait(duration) noexcept {}
  [[nodiscard]] static constexpr std::uint64_t random() noexcept { return 0; }
};

class steady_clock;

namespace detail {
template <class S>
struct default_clock_of {
  using type = no_clock;
};
template <std::derived_from<hosted> S>
struct default_clock_of<S> {
  using type = steady_clock;
};

template <class C>
concept clock_with_unix_time = requires(C& c) {
  { c.unix_time() } -> std::convertible_to<std::int64_t>;
};

template <class C>
[[nodiscard]] constexpr std::optional<std::int64_t> unix_time_of(C& c) {
  if constexpr (clock_with_unix_time<C>) return c.unix_time();
  else return std::nullopt;
}
}  // namespace detail

/// The clock of a client that is given none: a steady one on `hosted` and what is derived from it,
/// else none.
template <class S>
using default_clock = typename detail::default_clock_of<S>::type;

}  // namespace medusa::inline v0

// medusa/core/slice.hpp

namespace medusa::inline v0 {

namespace detail {
/// No text that lives as long as the program, for who passes texts on by reference.
inline constexpr std::string_view no_text{};
}  // namespace detail

/// `text.substr(from, count)` that cannot throw: what lies beyond the end is left out. The member
/// function would pull the exception's machinery into programs that have none.
[[nodiscard]] constexpr std::string_view slice(
    std::string_view const& text, std::size_t from,
    std::size_t count = std::string_view::npos) noexcept {
  if (from > text.size()) return {};
  std::size_t const left = text.size() - from;
  return {text.data() + from, count < left ? count : left};
}

}  // namespace medusa::inline v0

// medusa/http/credentials.hpp

namespace medusa::inline v0 {

namespace detail {
/// What stands before the value of the session's cookie.
inline constexpr char cookie_name[] = "connect.sid=";
inline constexpr std::size_t cookie_name_size = sizeof cookie_name - 1;

[[nodiscard]] constexpr bool begins_with(std::string_view const& text, char const* start) noexcept {
  for (char const c : text) {
    if (*start == '\0') return true;
    if (*start++ != c) return false;
  }
  return *start == '\0';
}
}  // namespace detail

/// A user's `api_token`, sent as `x-medusa-access-token`. (Since Medusa 1.17; a bearer token is
/// something else.)
struct api_token {
  secret_view value{};
};

/// The JWT that `get_token` gives, sent as `Authorization: Bearer`. Good for 24 hours.
struct bearer {
  secret_view value{};
};

/// The value of the cookie `connect.sid` that `create_session` gives; `connect.sid=` before it is
/// tolerated. Good for 10 hours, and gone when the server restarts.
struct session_cookie {
  secret_view value{};
};

/// By which header a client signs in, if any.
enum class credential_kind : std::uint8_t { none, api_token, bearer, session_cookie };

/// How a client signs in: at most one way at a time. A view of what somebody else owns.
class credentials {
 public:
  constexpr credentials() = default;
  constexpr credentials(api_token token) noexcept
      : credentials(credential_kind::api_token, token.value) {}
  constexpr credentials(bearer token) noexcept
      : credentials(credential_kind::bearer, token.value) {}
  constexpr credentials(session_cookie cookie) noexcept
      : credentials(credential_kind::session_cookie, cookie.value) {}

  // (Not in the body: g++ 12 lets no constructor of a constexpr object assign to its members.)
  constexpr credentials(credential_kind kind, secret_view value) noexcept
      : kind_(kind),
        value_(kind == credential_kind::session_cookie ? without_name(value) : value) {}

  /// The same for a value that was one's already, and has no name before it.
  [[nodiscard]] static constexpr credentials of_value(credential_kind kind,
                                                      secret_view const& value) noexcept {
    credentials c;
    c.kind_ = kind;
    c.value_ = value;
    return c;
  }

  [[nodiscard]] constexpr credential_kind kind() const noexcept { return kind_; }
  [[nodiscard]] constexpr secret_view value() const noexcept { return value_; }

 private:
  static constexpr secret_view without_name(secret_view const& cookie) noexcept {
    return detail::begins_with(cookie.reveal(), detail::cookie_name)
               ? slice(cookie.reveal(), detail::cookie_name_size)
               : cookie.reveal();
  }

  credential_kind kind_ = credential_kind::none;
  secret_view value_{};
};

/// One or more `cookie-octet` of RFC 6265 section 4.1.1.
[[nodiscard]] constexpr bool is_cookie_value(std::string_view const& value) noexcept {
  // Bytes from 0x80 on are below ' ' where char is signed, above 0x7F where it is not.
  for (char const c : value)
    if (c == '"' || c == ',' || c == ';' || c == '\\' || c <= ' ' || c >= 0x7F) return false;
  return !value.empty();
}

namespace detail {
[[nodiscard]] constexpr errc check_credentials(credentials const& c) noexcept {
  std::string_view const value = c.value().reveal();
  if (c.kind() == credential_kind::none) return errc{};
  if (value.empty()) return errc::missing_value;
  if (ascii::has_control(value)) return errc::control_character;
  if (c.kind() == credential_kind::session_cookie)
    return is_cookie_value(value) ? errc{} : errc::invalid_value;
  if (begins_with(value, "pk_")) return errc::publishable_key;
  // Spaces at the ends are trimmed on the way (RFC 9110 section 5.5), and a space ends a bearer
  // token (RFC 6750 section 2.1): another token would arrive.
  if (value.front() == ' ' || value.back() == ' ') return errc::invalid_value;
  if (c.kind() == credential_kind::bearer)
    for (char const each : value)
      if (each == ' ') return errc::invalid_value;
  return errc{};
}
}  // namespace detail

/// What is wrong with credentials, if anything: `missing_value`, `control_character`,
/// `publishable_key`, `invalid_value`.
[[nodiscard]] constexpr std::optional<errc> credentials_error(credentials const& c) noexcept {
  return detail::if_any(detail::check_credentials(c));
}

}  // namespace medusa::inline v0

// medusa/http/header_table.hpp

namespace medusa::inline v0 {

/// The header table of a request: a header that is set again replaces the former one.
class header_table {
 public:
  constexpr explicit header_table(std::span<header> rows) noexcept : rows_(rows) {}

  /// Adds a header of another name than those that are there.
  constexpr void add(char const* name, std::string_view const& value) noexcept {
    put(header{name, value}, size_);
  }
  constexpr void set(header const& h) noexcept { put(h, 0); }
  [[nodiscard]] constexpr std::span<header const> rows() const noexcept {
    return rows_.first(size_);
  }
  [[nodiscard]] constexpr bool overflowed() const noexcept { return overflowed_; }
  [[nodiscard]] constexpr std::size_t bytes() const noexcept {
    return detail::bytes_of(rows()) + size_ * 4;  // ": " and CR LF
  }

 private:
  /// Puts a header in the place of that of its name, which is looked for from row `i` on.
  constexpr void put(header const& h, std::size_t i) noexcept {
    while (i < size_ && !ascii::iequals(rows_[i].name, h.name)) ++i;
    overflowed_ = overflowed_ || i == rows_.size();
    if (overflowed_) return;
    rows_[i] = h;
    if (i == size_) ++size_;
  }

  std::span<header> rows_;
  std::size_t size_ = 0;
  bool overflowed_ = false;
};

}  // namespace medusa::inline v0

// medusa/http/header_list.hpp

namespace medusa::inline v0 {

namespace detail {
/// What is done with headers that a user gives.
struct header_use {
  bool (*check)(std::span<header const> const&, first_error&);
  void (*put)(std::span<header const> const&, header_table&, bool with_credentials);
};
inline constexpr header_use users_headers{
    .check =
        [](std::span<header const> const& rows, first_error& errors) {
          bool signs = false;
          for (std::size_t i = 0; i < rows.size(); ++i) {
            errors.note(check_header(rows[i]), "headers");
            signs = signs || is_credential_header(rows[i].name);
          }
          return signs;
        },
    .put =
        [](std::span<header const> const& rows, header_table& table, bool with_credentials) {
          for (std::size_t i = 0; i < rows.size(); ++i)
            if (with_credentials || !is_credential_header(rows[i].name)) table.set(rows[i]);
        }};
}  // namespace detail

/// Headers that a user gives for one call or for all: views, of whatever a span can be made of, and
/// a range of them. They are checked when they are used. The code that does so comes with the rows:
/// a program that gives none has none of it.
class header_list {
 public:
  constexpr header_list() noexcept = default;
  template <class Rows>
    requires(!std::same_as<std::remove_cvref_t<Rows>, header_list> &&
             std::convertible_to<Rows, std::span<header const>>)
  constexpr header_list(Rows&& rows) noexcept
      : rows_(static_cast<Rows&&>(rows)), use_(&detail::users_headers) {}
  constexpr header_list(header const* first, std::size_t size) noexcept
      : rows_(first, size), use_(&detail::users_headers) {}

  [[nodiscard]] constexpr header const* data() const noexcept { return rows_.data(); }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return rows_.size(); }
  [[nodiscard]] constexpr bool empty() const noexcept { return rows_.empty(); }
  [[nodiscard]] constexpr header const* begin() const noexcept { return data(); }
  [[nodiscard]] constexpr header const* end() const noexcept { return data() + size(); }
  [[nodiscard]] constexpr header const& operator[](std::size_t i) const noexcept {
    return rows_[i];
  }

  /// Notes what is wrong with them, see `header_error`, of field `headers`. Gives whether there are
  /// credentials among them.
  constexpr bool check(first_error& errors) const noexcept {
    return !empty() && use_->check(rows_, errors);
  }
  /// Sets them in the table of a request; `with_credentials`: also those by which the server knows
  /// who is asking.
  constexpr void put(header_table& table, bool with_credentials = true) const noexcept {
    if (!empty()) use_->put(rows_, table, with_credentials);
  }
  /// Views copies of them.
  constexpr void rebase(header const* copies) noexcept { rows_ = {copies, size()}; }

 private:
  std::span<header const> rows_{};
  detail::header_use const* use_ = nullptr;  // not asked whether it is null: see `empty()`
};

}  // namespace medusa::inline v0

// medusa/http/retry_policy.hpp

namespace medusa::inline v0 {

/// When and how often a call is repeated. Off by default, as in the official client.
///
/// After *not sent* and *not processed* (429, 503) every operation is repeated. After *unknown* (a
/// connection that broke, 408, 502, 504) only those are that change nothing more when repeated. The
/// wait before repetition k is random in [0, min(max_delay, base_delay * 2^(k-1))] ("full jitter"),
/// or what the server asks for in `Retry-After`.
struct retry_policy {
  /// Repetitions after the first attempt.
  std::uint32_t max_retries = 0;
  /// Upper bound of the first wait; the official client's first wait is as long.
  duration base_delay = duration::milliseconds(500);
  /// Upper bound of every wait but one that the server asks for.
  duration max_delay = duration::seconds(8);
  /// A longer `Retry-After` counts as this long; the official client gives up beyond as much.
  duration max_retry_after = duration::seconds(300);
  /// Also repeat create_user, reset_password, send_reset_password_token and the logins when it is
  /// unknown whether the server has done them: they may then happen twice.
  bool repeat_unsafe = false;
  /// Also repeat after 409.
  bool repeat_conflict = false;
  /// Also repeat after 500, where repeating is harmless or `repeat_unsafe` is set. Medusa answers
  /// 500 to much bad input, so this rarely helps.
  bool repeat_server_error = false;
};

}  // namespace medusa::inline v0

// medusa/http/wire_limits.hpp

namespace medusa::inline v0 {

/// Sizes in bytes beyond which a call fails instead of being sent, or read.
struct wire_limits {
  /// URL and headers. Node refuses a head of more than 16 KiB with 431 (`--max-http-header-size`).
  std::size_t request_head = 16 * 1024;
  /// The server's body parser refuses more than 100 KiB with 413 (Express' default limit).
  std::size_t request_body = 100 * 1024;
  /// A user takes about 300 bytes, so this is about 50 000 of them in one answer.
  std::size_t response_body = 16 * 1024 * 1024;
};

}  // namespace medusa::inline v0

// medusa/http/options.hpp

namespace medusa::inline v0 {

struct no_clock;

namespace detail {
/// Most headers in the options of a client.
inline constexpr std::size_t most_own_headers = 8;
}  // namespace detail

/// How to reach a backend, for all calls of a client. Views: a client copies what it keeps, so they
/// need to live only until its constructor returns.
template <class Clock>
struct basic_options {
  /// `http(s)://host[:port][/path]`
  std::string_view base_url{};
  medusa::credentials credentials{};
  /// `pk_…`, sent as `x-publishable-api-key` with every request. Not a secret.
  std::string_view publishable_api_key{};
  /// Sent with every request; one that the library sets itself, such as `User-Agent`, is replaced.
  header_list headers{};
  /// For each attempt. There is a limit by default: with its database down, the server never
  /// answers a request signed with an API token.
  duration timeout = duration::seconds(30);
  /// For a call with all its attempts and waits.
  duration deadline = duration::max();
  retry_policy retry{};
  wire_limits limits{};
};

/// Without a clock nothing can be repeated later, so asking for retries does not compile.
template <>
struct basic_options<no_clock> {
  std::string_view base_url{};
  medusa::credentials credentials{};
  std::string_view publishable_api_key{};
  header_list headers{};
  duration timeout = duration::seconds(30);
  duration deadline = duration::max();
  wire_limits limits{};
};

}  // namespace medusa::inline v0

// medusa/client/steady_clock.hpp

namespace medusa::inline v0 {

/// The system's steady clock and entropy. `wait` blocks the thread. `random` is
/// `std::random_device`, whose exception passes through on a system without entropy; nothing else
/// throws.
class steady_clock {
 public:
  [[nodiscard]] static duration now() {
    using std::chrono::milliseconds;
    auto const since = std::chrono::steady_clock::now().time_since_epoch();
    return duration::milliseconds(std::chrono::duration_cast<milliseconds>(since).count());
  }

  static void wait(duration d) {
    std::this_thread::sleep_for(std::chrono::milliseconds(d.count()));
  }

  [[nodiscard]] static std::uint64_t random() {
    std::random_device device;
    std::uint64_t const high = device();
    return high << 32 | device();
  }

  [[nodiscard]] static std::int64_t unix_time() {
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(since).count();
  }
};

/// The options of a client on `hosted` storage.
using client_options = basic_options<steady_clock>;

}  // namespace medusa::inline v0

// medusa/core/cancellation.hpp

namespace medusa::inline v0 {

namespace detail {
/// `std::atomic<bool>` and what loads like it; its header is the user's to include.
template <class Flag>
concept loadable_flag = requires(Flag const& flag) {
  { flag.load() } -> std::convertible_to<bool>;
};
}  // namespace detail

/// Looks at a flag that the caller owns and may set at any time to give up a call. The flag must
/// live until the call has ended. Take a `std::atomic<bool>` when another thread or an interrupt
/// sets it; a plain `bool` serves one thread and constant evaluation.
class cancellation {
 public:
  constexpr cancellation() = default;
  constexpr cancellation(bool const* flag) noexcept : plain_(flag) {}

  template <detail::loadable_flag Flag>
  constexpr cancellation(Flag const* flag) noexcept
      : object_(flag), load_([](void const* f) {
          return static_cast<bool>(static_cast<Flag const*>(f)->load());
        }) {}

  /// True when there is a flag to look at.
  [[nodiscard]] constexpr bool possible() const noexcept {
    return plain_ != nullptr || object_ != nullptr;
  }

  [[nodiscard]] constexpr bool requested() const noexcept {
    if (plain_ != nullptr) return *plain_;
    return object_ != nullptr && load_(object_);
  }

 private:
  bool const* plain_ = nullptr;
  void const* object_ = nullptr;
  bool (*load_)(void const*) = nullptr;
};

}  // namespace medusa::inline v0

// medusa/http/call_options.hpp

namespace medusa::inline v0 {

/// For one call. Views, which must live until the call returns (asynchronous: until it is started;
/// the cancellation flag until it has ended). Nothing sticks to the client.
struct call_options {
  /// Replace the client's headers of the same name. A credential header (`Authorization`, `Cookie`,
  /// `x-medusa-access-token`) replaces the client's credentials for this call.
  header_list headers{};
  /// For each attempt, in place of the client's.
  std::optional<duration> timeout{};
  /// For the call with all its attempts and waits, in place of the client's.
  std::optional<duration> deadline{};
  /// `&flag`: a `bool` or `std::atomic<bool>` that ends the call once it is true.
  cancellation cancel{};
  /// Sent as `Idempotency-Key` in place of a generated one.
  std::string_view idempotency_key{};
};

/// None of them. A default argument that is made at each call would be code at each call.
inline constexpr call_options default_call_options{};

}  // namespace medusa::inline v0

// medusa/core/invoke.hpp

namespace medusa::inline v0::detail {

/// `std::invoke` with one argument, without the weight of `<functional>`: a function object, or a
/// pointer to a member of the argument (not of what a pointer points at).
template <class F, class A>
constexpr std::invoke_result_t<F, A> invoke(F&& f, A&& a) {
  using plain = std::remove_cvref_t<F>;
  if constexpr (std::is_member_object_pointer_v<plain>) return std::forward<A>(a).*f;
  else if constexpr (std::is_member_pointer_v<plain>) return (std::forward<A>(a).*f)();
  else return std::forward<F>(f)(std::forward<A>(a));
}

/// What it gives, as a value.
template <class F, class A>
using invoked = std::remove_cvref_t<std::invoke_result_t<F, A>>;

}  // namespace medusa::inline v0::detail

// medusa/core/as_new.hpp

namespace medusa::inline v0::detail {

template <class T>
[[nodiscard]] T as_new_at_run_time() noexcept(std::is_nothrow_default_constructible_v<T>) {
  return T{};
}

/// `T{}` for what is large. (g++ takes that for a constant where it can, and fills all of the
/// memory with zeros, parts that are not made at all included. What comes from a function that is
/// no constant expression is made member by member.)
template <class T>
[[nodiscard]] constexpr T as_new() noexcept(std::is_nothrow_default_constructible_v<T>) {
  if (std::is_constant_evaluated()) return T{};
  return as_new_at_run_time<T>();
}

}  // namespace medusa::inline v0::detail

// medusa/core/renew.hpp

namespace medusa::inline v0::detail {

/// Makes an object where none is. (In constant evaluation g++ 12 loses track of a `std::string` that
/// a function gives, so there it is made in its place.)
template <class T>
constexpr T& make_new(T& object) noexcept(std::is_nothrow_default_constructible_v<T>) {
  T* const at = std::addressof(object);
  if (std::is_constant_evaluated()) return *std::construct_at(at);
  return *::new (static_cast<void*>(at)) T(as_new_at_run_time<T>());
}

/// Makes an object as new, in place: an assigned `T()` could be a large temporary on the stack.
template <class T>
constexpr T& renew(T& object) noexcept(std::is_nothrow_default_constructible_v<T>) {
  std::destroy_at(std::addressof(object));
  return make_new(object);
}

}  // namespace medusa::inline v0::detail

// medusa/core/unexpected.hpp

namespace medusa::inline v0 {

/// Marks a value as the error of a `result`, as `std::unexpected` does.
template <class E>
class unexpected {
  static_assert(std::is_object_v<E> && !std::is_array_v<E>, "an error is an object, held by value");

 public:
  template <class G = E>
    requires(!std::same_as<std::remove_cvref_t<G>, unexpected> && std::constructible_from<E, G>)
  constexpr explicit unexpected(G&& error) noexcept(std::is_nothrow_constructible_v<E, G>)
      : error_(std::forward<G>(error)) {}

  [[nodiscard]] constexpr E const& error() const& noexcept { return error_; }
  [[nodiscard]] constexpr E& error() & noexcept { return error_; }
  [[nodiscard]] constexpr E&& error() && noexcept { return std::move(error_); }

  template <class G>
  friend constexpr bool operator==(unexpected const& a, unexpected<G> const& b) {
    return a.error_ == b.error();
  }

 private:
  E error_;
};

template <class E>
unexpected(E) -> unexpected<E>;

namespace detail {
template <class X>
inline constexpr bool is_unexpected = false;
template <class E>
inline constexpr bool is_unexpected<unexpected<E>> = true;
}  // namespace detail

}  // namespace medusa::inline v0

// medusa/core/result_conversion.hpp

namespace medusa::inline v0 {

template <class T, class E>
class result;

namespace detail {

template <class X>
inline constexpr bool is_result = false;
template <class T, class E>
inline constexpr bool is_result<result<T, E>> = true;

template <class R>
using value_of = decltype(*std::declval<R>());
template <class R>
using error_of = decltype(std::declval<R>().error());

/// What a `Self`, the `result` of a `T`, takes as its value. Not another result for a `bool`: it
/// would convert by whether it has a value.
template <class U, class T, class Self, class Plain = std::remove_cvref_t<U>>
concept value_for =
    !std::same_as<Plain, Self> && !std::same_as<Plain, std::in_place_t> && !is_unexpected<Plain> &&
    !(is_result<Plain> && std::same_as<T, bool>) && std::constructible_from<T, U>;

template <class U, class E>
concept unexpected_for =
    is_unexpected<std::remove_cvref_t<U>> && std::constructible_from<E, error_of<U>>;

/// Another `result`, whose value and error both convert, and that is not taken as the value.
template <class R, class T, class E, class Plain = std::remove_cvref_t<R>>
concept result_for =
    is_result<Plain> && !std::same_as<Plain, result<T, E>> && !value_for<R, T, result<T, E>> &&
    std::constructible_from<T, value_of<R>> && std::constructible_from<E, error_of<R>>;

}  // namespace detail

}  // namespace medusa::inline v0

// medusa/core/result.hpp

namespace medusa::inline v0 {

/// A value or an error, with the interface of `std::expected` in every standard mode.
///
/// It is ours in C++23 as well: a type that changes between C++20 and C++23 translation units would
/// break programs that mix them. `value()` is left out, since nothing of ours throws: test, then
/// dereference. Dereferencing an error, or asking a value for its error, is undefined behaviour.
/// Assignment and `emplace` need constructors that cannot throw, so that a result is never empty.
template <class T, class E>
class [[nodiscard]] result {
  static_assert(std::is_object_v<T> && !std::is_array_v<T>, "for no value, use an empty struct");

 public:
  using value_type = T;
  using error_type = E;
  using unexpected_type = unexpected<E>;

  constexpr result()
    requires std::default_initializable<T>
      : nothing_(), has_value_(true) {
    detail::make_new(value_);
  }
  template <class U = T>
    requires detail::value_for<U, T, result>
  constexpr explicit(!std::convertible_to<U, T>) result(U&& value)
      : value_(std::forward<U>(value)), has_value_(true) {}
  template <class... Args>
    requires std::constructible_from<T, Args...>
  constexpr explicit result(std::in_place_t, Args&&... args)
      : value_(std::forward<Args>(args)...), has_value_(true) {}

  template <class U>
    requires detail::unexpected_for<U, E>
  constexpr explicit(!std::convertible_to<detail::error_of<U>, E>) result(U&& error)
      : error_(std::forward<U>(error).error()), has_value_(false) {}

  template <class R>
    requires detail::result_for<R, T, E>
  constexpr explicit(!std::convertible_to<detail::value_of<R>, T> ||
                     !std::convertible_to<detail::error_of<R>, E>) result(R&& other)
      : nothing_() {
    take(std::forward<R>(other));
  }
  constexpr result(result const& other)
    requires std::is_copy_constructible_v<T> && std::is_copy_constructible_v<E>
      : nothing_() {
    take(other);
  }
  constexpr result(result&& other) noexcept(std::is_nothrow_move_constructible_v<T> &&
                                            std::is_nothrow_move_constructible_v<E>)
    requires std::is_move_constructible_v<T> && std::is_move_constructible_v<E>
      : nothing_() {
    take(std::move(other));
  }
  // Not by value: g++ 12 fails in constant evaluation when a type that holds std::string is passed
  // so.
  constexpr result& operator=(result&& other) noexcept
    requires std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_constructible_v<E>
  {
    if (this == &other) return *this;
    destroy();
    take(std::move(other));
    return *this;
  }
  constexpr result& operator=(result const& other)
    requires std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_constructible_v<E> &&
             std::is_copy_constructible_v<T> && std::is_copy_constructible_v<E>
  {
    return *this = result(other);  // a copy that throws leaves this one as it was
  }
  /// Puts a value made from `args` in place of what was held. `args` must not refer into it.
  template <class... Args>
    requires std::is_nothrow_constructible_v<T, Args...>
  constexpr T& emplace(Args&&... args) noexcept {
    destroy();
    has_value_ = true;
    return *std::construct_at(std::addressof(value_), std::forward<Args>(args)...);
  }
  /// Puts an error made from `args` in place of what was held. `args` must not refer into it.
  template <class... Args>
    requires std::is_nothrow_constructible_v<E, Args...>
  constexpr E& emplace_error(Args&&... args) noexcept {
    destroy();
    has_value_ = false;
    return *std::construct_at(std::addressof(error_), std::forward<Args>(args)...);
  }
  constexpr ~result() { destroy(); }

  [[nodiscard]] constexpr bool has_value() const noexcept { return has_value_; }
  constexpr explicit operator bool() const noexcept { return has_value_; }

  [[nodiscard]] constexpr T& operator*() & noexcept { return value_; }
  [[nodiscard]] constexpr T const& operator*() const& noexcept { return value_; }
  [[nodiscard]] constexpr T&& operator*() && noexcept { return std::move(value_); }
  [[nodiscard]] constexpr T* operator->() noexcept { return std::addressof(value_); }
  [[nodiscard]] constexpr T const* operator->() const noexcept { return std::addressof(value_); }
  [[nodiscard]] constexpr E& error() & noexcept { return error_; }
  [[nodiscard]] constexpr E const& error() const& noexcept { return error_; }
  [[nodiscard]] constexpr E&& error() && noexcept { return std::move(error_); }

  // No conditional expressions: g++ 12 destroys their temporaries twice in constant evaluation.
  template <class U>
  [[nodiscard]] constexpr T value_or(U&& other) const& {
    if (has_value_) return value_;
    return static_cast<T>(std::forward<U>(other));
  }
  template <class U>
  [[nodiscard]] constexpr T value_or(U&& other) && {
    if (has_value_) return std::move(value_);
    return static_cast<T>(std::forward<U>(other));
  }
  template <class G>
  [[nodiscard]] constexpr E error_or(G&& other) const& {
    if (!has_value_) return error_;
    return static_cast<E>(std::forward<G>(other));
  }
  template <class G>
  [[nodiscard]] constexpr E error_or(G&& other) && {
    if (!has_value_) return std::move(error_);
    return static_cast<E>(std::forward<G>(other));
  }

  /// Calls `f(value)`, which gives a `result` with the same error type; an error is passed on.
  template <class F>
  constexpr auto and_then(F&& f) const& -> detail::invoked<F, T const&> {
    if (has_value_) return detail::invoke(std::forward<F>(f), value_);
    return unexpected<E>(error_);
  }
  template <class F>
  constexpr auto and_then(F&& f) && -> detail::invoked<F, T> {
    if (has_value_) return detail::invoke(std::forward<F>(f), std::move(value_));
    return unexpected<E>(std::move(error_));
  }

  /// Calls `f(error)`, which gives a `result` with the same value type; a value is passed on.
  template <class F>
  constexpr auto or_else(F&& f) const& -> detail::invoked<F, E const&> {
    if (has_value_) return detail::invoked<F, E const&>(std::in_place, value_);
    return detail::invoke(std::forward<F>(f), error_);
  }
  template <class F>
  constexpr auto or_else(F&& f) && -> detail::invoked<F, E> {
    if (has_value_) return detail::invoked<F, E>(std::in_place, std::move(value_));
    return detail::invoke(std::forward<F>(f), std::move(error_));
  }

  /// Replaces the value by `f(value)`; an error is passed on.
  template <class F>
  constexpr auto transform(F&& f) const& -> result<detail::invoked<F, T const&>, E> {
    using to = result<detail::invoked<F, T const&>, E>;
    if (has_value_) return to(std::in_place, detail::invoke(std::forward<F>(f), value_));
    return unexpected<E>(error_);
  }
  template <class F>
  constexpr auto transform(F&& f) && -> result<detail::invoked<F, T>, E> {
    using to = result<detail::invoked<F, T>, E>;
    if (has_value_) return to(std::in_place, detail::invoke(std::forward<F>(f), std::move(value_)));
    return unexpected<E>(std::move(error_));
  }

  /// Replaces the error by `f(error)`; a value is passed on.
  template <class F>
  constexpr auto transform_error(F&& f) const& -> result<T, detail::invoked<F, E const&>> {
    if (has_value_) return result<T, detail::invoked<F, E const&>>(std::in_place, value_);
    return unexpected<detail::invoked<F, E const&>>(detail::invoke(std::forward<F>(f), error_));
  }
  template <class F>
  constexpr auto transform_error(F&& f) && -> result<T, detail::invoked<F, E>> {
    if (has_value_) return result<T, detail::invoked<F, E>>(std::in_place, std::move(value_));
    return unexpected<detail::invoked<F, E>>(detail::invoke(std::forward<F>(f), std::move(error_)));
  }

  friend constexpr bool operator==(result const& a, result const& b)
    requires std::equality_comparable<T> && std::equality_comparable<E>
  {
    if (a.has_value_ != b.has_value_) return false;
    return a.has_value_ ? a.value_ == b.value_ : a.error_ == b.error_;
  }
  template <class G>
  friend constexpr bool operator==(result const& a, unexpected<G> const& b) {
    return !a.has_value_ && a.error_ == b.error();
  }

 private:
  template <class R>
  constexpr void take(R&& other) {
    has_value_ = other.has_value();
    if (has_value_) std::construct_at(std::addressof(value_), *std::forward<R>(other));
    else std::construct_at(std::addressof(error_), std::forward<R>(other).error());
  }
  constexpr void destroy() {
    if (has_value_) std::destroy_at(std::addressof(value_));
    else std::destroy_at(std::addressof(error_));
  }

  union {
    char nothing_;
    T value_;
    E error_;
  };
  bool has_value_;
};

}  // namespace medusa::inline v0

// medusa/http/response.hpp

namespace medusa::inline v0 {

namespace detail {
template <class T>
concept allocating = requires { typename T::allocator_type; };

/// Text returned by value that owns its characters, as `std::string` and an optional one do: a view
/// of it would dangle. Returned by reference it is none of these, since a reference has no members.
template <class T>
concept owning_text = allocating<T> || allocating<typename T::value_type>;

/// Converts to the view `V` of text that is still there afterwards.
template <class T, class V>
concept viewable_as = std::convertible_to<T, V> && !owning_text<T>;

template <class R>
concept gives_status = requires(R const& r) {
  { r.status() } -> std::convertible_to<int>;
};
template <class R>
concept gives_body = requires(R const& r) {
  { r.body() } -> viewable_as<std::string_view>;
};
}  // namespace detail

/// What a Transport gives back: a status, a body and, if it can, headers.
///
/// - `status()` MUST be the status of the final response (no 1xx).
/// - `body()` MUST be the whole body with transfer and content codings removed. It MUST convert to
///   `std::string_view` and stay valid and unchanged as long as the response, so a `std::string` by
///   value is refused; if it converts to `std::span<char>` as well, escaped text in `borrowed`
///   storage is decoded in place.
/// - `header(name)` SHOULD exist and give something that converts to
///   `std::optional<std::string_view>`: the first field of that name, whatever its case, valid as
///   long as the response.
///   `header(name, n)` SHOULD exist too and give the n-th (from 0): a response may carry several
///   Set-Cookie fields, which cannot be joined (RFC 6265 section 3).
template <class R>
concept response = detail::gives_status<R> && detail::gives_body<R>;

/// Says what is missing from a type that should be a response: the first failed line names it.
template <class R>
[[nodiscard]] consteval bool check_response() {
  static_assert(detail::gives_status<R>, "Response: wanted `int status() const`");
  static_assert(detail::gives_body<R>,
                "Response: wanted `std::string_view body() const`, or what converts to it and is "
                "still there afterwards");
  return true;
}

/// A response that can be asked for its headers.
template <class R>
concept response_with_headers = response<R> && requires(R const& r, std::string_view name) {
  { r.header(name) } -> detail::viewable_as<std::optional<std::string_view>>;
};

namespace detail {
template <class R>
concept response_with_repeated_headers =
    requires(R const& r, std::string_view name, std::size_t n) {
      { r.header(name, n) } -> detail::viewable_as<std::optional<std::string_view>>;
    };
}  // namespace detail

/// The n-th header of that name, or nothing. O(headers).
template <response R>
[[nodiscard]] constexpr std::optional<std::string_view> nth_header(R const& r,
                                                                   std::string_view name,
                                                                   std::size_t n) {
  if constexpr (detail::response_with_repeated_headers<R>) {
    return r.header(name, n);
  } else if constexpr (response_with_headers<R>) {
    if (n == 0) return r.header(name);
    return std::nullopt;
  } else {
    return std::nullopt;
  }
}

/// A response whose bytes somebody else owns.
class response_view {
 public:
  constexpr response_view() = default;
  constexpr response_view(int status, std::string_view body,
                          std::span<medusa::header const> headers = {}) noexcept
      : status_(status), body_(body), headers_(headers) {}

  [[nodiscard]] constexpr int status() const noexcept { return status_; }
  [[nodiscard]] constexpr std::string_view body() const noexcept { return body_; }

  [[nodiscard]] constexpr std::optional<std::string_view> header(std::string_view name,
                                                                 std::size_t n = 0) const noexcept {
    std::size_t before = 0;
    for (auto const& each : headers_)
      if (ascii::iequals(each.name, name) && before++ == n) return each.value;
    return std::nullopt;
  }

 private:
  int status_ = 0;
  std::string_view body_{};
  std::span<medusa::header const> headers_{};
};

/// True for a response type whose body outlives the object, so that views into it may be kept when
/// the object is gone. Specialise it for such a type of your own, as
/// `std::ranges::enable_borrowed_range`.
template <class R>
inline constexpr bool enable_borrowed_response = false;
template <>
inline constexpr bool enable_borrowed_response<response_view> = true;

/// A response from which `borrowed` results may be taken: an lvalue, or a type that only views.
template <class R>
concept borrowable_response =
    response<std::remove_cvref_t<R>> &&
    (std::is_lvalue_reference_v<R> || enable_borrowed_response<std::remove_cvref_t<R>>);

}  // namespace medusa::inline v0

// medusa/http/set_cookie.hpp

namespace medusa::inline v0 {

/// The value of cookie `name` in a Set-Cookie field (RFC 6265 section 5.2), or nothing when the
/// field sets another cookie. Names are case-sensitive. A view into `field`, as the server sent it:
/// it may be empty, which is how a cookie is deleted, and `is_cookie_value` has not seen it.
[[nodiscard]] constexpr std::optional<std::string_view> cookie_value(
    std::string_view field, std::string_view name) noexcept {
  std::size_t equals = 0;
  while (equals < field.size() && field[equals] != '=' && field[equals] != ';') ++equals;
  if (equals == field.size() || field[equals] == ';' || name.empty()) return std::nullopt;
  if (ascii::trim(slice(field, 0, equals)) != name) return std::nullopt;
  std::size_t end = equals;
  while (end < field.size() && field[end] != ';') ++end;
  return ascii::trim(slice(field, equals + 1, end - equals - 1));
}

}  // namespace medusa::inline v0

// medusa/core/fixed_string.hpp

namespace medusa::inline v0 {

/// A string literal as a template argument, such as the name in `member<"id", …>`.
template <std::size_t N>
struct fixed_string {
  constexpr fixed_string(char const (&literal)[N]) noexcept {
    for (std::size_t i = 0; i < N; ++i) chars[i] = literal[i];
  }
  /// Precondition: the text has `N - 1` characters.
  constexpr explicit fixed_string(std::string_view text) noexcept {
    for (std::size_t i = 0; i < N - 1; ++i) chars[i] = text[i];
  }
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {chars, N - 1}; }

  char chars[N]{};
};

}  // namespace medusa::inline v0

// medusa/core/quoted_name.hpp

namespace medusa::inline v0 {

/// A member's name as it stands in a JSON document, `"name":`, behind another member or not.
template <std::size_t N>
struct quoted_name {
  constexpr explicit quoted_name(std::string_view name) noexcept {
    chars[0] = ',';
    chars[1] = chars[N + 2] = '"';
    for (std::size_t i = 0; i < N; ++i) chars[i + 2] = name[i];
    chars[N + 3] = ':';
  }
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {chars + 1, N + 3}; }
  /// With the comma before it.
  [[nodiscard]] constexpr std::string_view behind_another() const noexcept {
    return {chars, N + 4};
  }

  char chars[N + 4]{};
};

}  // namespace medusa::inline v0

// medusa/model/members.hpp

namespace medusa::inline v0 {

/// Whether a document may leave a member out.
enum class presence : std::uint8_t {
  optional,  ///< yes
  expected,  ///< only in a list, whose `fields` parameter selects members
  required,  ///< no
};

namespace detail {
[[nodiscard]] constexpr bool is_needed(presence when, bool in_list) noexcept {
  auto const may_lack = in_list ? presence::expected : presence::optional;
  return static_cast<int>(when) > static_cast<int>(may_lack);  // as numbers: one comparison
}
}  // namespace detail

/// One row of a field table: the name in JSON, and the data member that holds it.
template <fixed_string Name, auto Pointer, presence Presence = presence::optional>
struct member {
  static constexpr quoted_name<sizeof Name.chars - 1> quoted{Name.view()};
  static constexpr std::string_view name = Name.view();
  static constexpr presence when = Presence;
  static constexpr auto pointer = Pointer;
};

/// A field table, in the order in which the server writes the members.
template <class... Members>
struct member_list {
  static constexpr std::size_t size = sizeof...(Members);
  static_assert(size <= 32, "a field table has at most 32 rows");
};

namespace detail {
/// Which members must be there: a bit each, the first one's is the lowest.
template <class... Members>
[[nodiscard]] consteval std::uint32_t needed_in(member_list<Members...>, bool in_list) noexcept {
  std::uint32_t needed = 0;
  std::uint32_t bit = 1;
  ((needed |= is_needed(Members::when, in_list) ? bit : 0, bit <<= 1), ...);
  return needed;
}
}  // namespace detail

/// The field table of `T`: the nested type `field_table`, or a specialisation for a struct that
/// cannot have one. Decoding and encoding both work from it, so a struct of your own that has one
/// is read in place of ours.
template <class T>
struct field_table_of;
template <class T>
  requires requires { typename T::field_table; }
struct field_table_of<T> {
  using type = typename T::field_table;
};

/// A struct that has a field table.
template <class T>
concept described = requires { typename field_table_of<T>::type; };

}  // namespace medusa::inline v0

// medusa/json/raw.hpp

namespace medusa::inline v0::json {

/// One JSON value kept as text, such as a user's metadata. `Text` is `std::string`, a
/// `static_string` or `std::string_view`; a view owns nothing and lives no longer than what it
/// views.
///
/// Out of an answer it is well formed. Text of one's own is taken as it is and checked where it is
/// sent (`invalid_json`).
template <class Text>
class basic_raw {
 public:
  /// Empty: no value at all.
  constexpr basic_raw() noexcept(std::is_nothrow_default_constructible_v<Text>) {
  }  // not defaulted: see static_string

  template <class U>
    requires(std::constructible_from<Text, U const&> &&
             std::convertible_to<U const&, std::string_view>)
  explicit constexpr basic_raw(U const& json) : text_(json) {}

  [[nodiscard]] constexpr std::string_view view() const noexcept { return text_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return view().empty(); }

  /// The text itself, for a decoder to fill.
  [[nodiscard]] constexpr Text& storage() noexcept { return text_; }

  /// Compares the bytes, not what they mean: `1` and `1.0` differ.
  template <class Other>
  friend constexpr bool operator==(basic_raw const& a, basic_raw<Other> const& b) noexcept {
    return a.view() == b.view();
  }

 private:
  Text text_{};
};

/// JSON that is in a text of somebody else.
using raw_view = basic_raw<std::string_view>;

}  // namespace medusa::inline v0::json

// medusa/model/field.hpp

namespace medusa::inline v0 {

namespace detail {
template <class U, class T>
concept field_source =
    std::convertible_to<U, T> && !std::same_as<std::remove_cvref_t<U>, std::nullptr_t>;
template <class T>
inline constexpr bool is_field = false;

enum class field_state : std::uint8_t { absent, null, value, invalid };
struct usual_value;
}  // namespace detail

class decoder;

/// A member of an object that may be absent, null, or have a value: three different things to an
/// update, and to a reader of an answer that leaves members out. Tested and dereferenced like
/// `std::optional`; dereferencing what has no value is undefined behaviour.
template <class T>
class field {
 public:
  using value_type = T;

  // Not defaulted: see static_string.
  constexpr field() noexcept(std::is_nothrow_default_constructible_v<T>) {}

  /// Null, and only from `nullptr` itself: `0` and `NULL` are numbers.
  template <std::same_as<std::nullptr_t> Null>
  constexpr field(Null) noexcept : state_(detail::field_state::null) {}

  /// A value. A null `char const*` is no text: the field becomes `is_invalid()` and is refused on
  /// encoding.
  template <detail::field_source<T> U>
    requires(!std::same_as<std::remove_cvref_t<U>, field>)
  constexpr field(U&& value) : state_(state_of(value)), value_(read(std::forward<U>(value))) {}

  [[nodiscard]] constexpr bool has_value() const noexcept {
    return state_ == detail::field_state::value;
  }
  constexpr explicit operator bool() const noexcept { return has_value(); }
  [[nodiscard]] constexpr bool is_null() const noexcept {
    return state_ == detail::field_state::null;
  }
  [[nodiscard]] constexpr bool is_absent() const noexcept {
    return state_ == detail::field_state::absent;
  }
  [[nodiscard]] constexpr bool is_invalid() const noexcept {
    return state_ == detail::field_state::invalid;
  }

  [[nodiscard]] constexpr detail::field_state state() const noexcept { return state_; }

  [[nodiscard]] constexpr T& operator*() & noexcept { return value_; }
  [[nodiscard]] constexpr T const& operator*() const& noexcept { return value_; }
  [[nodiscard]] constexpr T&& operator*() && noexcept { return std::move(value_); }
  [[nodiscard]] constexpr T* operator->() noexcept { return &value_; }
  [[nodiscard]] constexpr T const* operator->() const noexcept { return &value_; }

  template <class U>
  [[nodiscard]] constexpr T value_or(U&& other) const {
    return has_value() ? value_ : static_cast<T>(std::forward<U>(other));
  }

  /// Makes it a value and gives it to be filled.
  constexpr T& emplace() {
    state_ = detail::field_state::value;
    return value_ = T();
  }

  friend constexpr bool operator==(field const& a, field const& b)
    requires std::equality_comparable<T>
  {
    return a.state_ == b.state_ && (!a.has_value() || a.value_ == b.value_);
  }
  template <std::same_as<std::nullptr_t> Null>
  friend constexpr bool operator==(field const& a, Null) noexcept {
    return a.is_null();
  }

 private:
  friend decoder;  // fills it
  friend detail::usual_value;

  template <class U>
  static constexpr detail::field_state state_of(U const& value) noexcept {
    if constexpr (std::is_pointer_v<U>)
      if (value == nullptr) return detail::field_state::invalid;
    return detail::field_state::value;
  }
  // Not assigned in the constructor's body: g++ 12 takes that for a change of a const object, when
  // an operation in constant evaluation is one.
  template <class U>
  static constexpr T read(U&& value) {
    if constexpr (std::is_pointer_v<std::remove_cvref_t<U>>)
      if (value == nullptr) return T();
    return T(std::forward<U>(value));
  }

  detail::field_state state_ = detail::field_state::absent;
  T value_{};
};

namespace detail {
template <class T>
inline constexpr bool is_field<field<T>> = true;
template <class T, class U>
concept comparable_value =
    !is_field<U> && !std::same_as<U, std::nullptr_t> && requires(T const& a, U const& b) {
      { a == b } -> std::convertible_to<bool>;
    };
}  // namespace detail

/// A field equals what its value equals; one without a value equals nothing.
template <class T, class U>
  requires detail::comparable_value<T, U>
constexpr bool operator==(field<T> const& a, U const& b) {
  return a.has_value() && *a == b;
}

}  // namespace medusa::inline v0

// medusa/model/open_enum.hpp

namespace medusa::inline v0 {

/// The texts of an enumeration's values, in their order. Specialised beside each such enumeration.
template <class Enum>
inline constexpr std::span<std::string_view const> enum_texts{};

/// An enumeration whose values have texts on the wire: `enum_texts` is specialised for it.
template <class Enum>
concept texted_enum = (!enum_texts<Enum>.empty());

namespace detail {
/// As `to_string`, of which users have a copy.
template <texted_enum Enum>
[[nodiscard]] constexpr std::string_view const& text_of_value(Enum value) noexcept {
  auto const at = static_cast<std::size_t>(value);
  auto const texts = enum_texts<Enum>;
  return at < texts.size() ? texts[at] : no_text;
}
}  // namespace detail

/// The text that stands for a value on the wire; empty for a number that is no value.
template <texted_enum Enum>
[[nodiscard]] constexpr std::string_view to_string(Enum value) noexcept {
  return detail::text_of_value(value);
}

/// The value that a text stands for, or nothing.
template <texted_enum Enum>
[[nodiscard]] constexpr std::optional<Enum> from_string(std::string_view text) noexcept {
  auto const texts = enum_texts<Enum>;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (texts[i] == text) return static_cast<Enum>(i);
  return std::nullopt;
}

/// A value of an enumeration that the server may extend: the text as it was sent is kept, and
/// `known()` is the value if it is one of ours.
template <texted_enum Enum, class Text>
class open_enum {
 public:
  using enum_type = Enum;

  // Not defaulted: see static_string.
  constexpr open_enum() noexcept(std::is_nothrow_default_constructible_v<Text>) {}

  [[nodiscard]] constexpr std::optional<Enum> known() const noexcept {
    return from_string<Enum>(text());
  }
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return text().empty(); }

  /// The text itself, for a decoder to fill.
  [[nodiscard]] constexpr Text& storage() noexcept { return text_; }

  friend constexpr bool operator==(open_enum const& a, open_enum const& b) noexcept {
    return a.text() == b.text();
  }
  friend constexpr bool operator==(open_enum const& a, Enum b) noexcept {
    return a.text() == to_string(b);
  }

 private:
  Text text_{};
};

}  // namespace medusa::inline v0

// medusa/model/role.hpp

namespace medusa::inline v0 {
namespace admin {

/// The roles the server accepts. They give no privileges.
enum class role : std::uint8_t { admin, member, developer };

}  // namespace admin

namespace detail {
inline constexpr std::array<std::string_view, 3> role_texts{"admin", "member", "developer"};
}
template <>
inline constexpr std::span<std::string_view const> enum_texts<admin::role>{detail::role_texts};

}  // namespace medusa::inline v0

// medusa/core/calendar.hpp

namespace medusa::inline v0 {

/// A date and time of day in UTC, proleptic Gregorian calendar. Not `std::chrono`: its header costs
/// 46 000 lines.
struct civil_time {
  int year = 1970;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31
  int hour = 0;
  int minute = 0;
  int second = 0;  ///< 60 is a leap second, counted as the first of the next minute

  friend constexpr bool operator==(civil_time const&, civil_time const&) = default;
};

/// `month` is 1 to 12.
[[nodiscard]] constexpr int days_in_month(int year, int month) noexcept {
  if (month != 2) return 30 | (month ^ (month >> 3));         // of 30, only the last bit is free
  bool const leap = (year & (year % 25 == 0 ? 15 : 3)) == 0;  // by 4; a century, by 16 as well
  return leap ? 29 : 28;
}

/// True for a time that exists and that four digits can write: years 0 to 9999.
[[nodiscard]] constexpr bool is_valid(civil_time const& t) noexcept {
  constexpr auto within = [](int value, int low, int high) {
    return value >= low && value <= high;
  };
  return within(t.year, 0, 9999) && within(t.month, 1, 12) &&
         within(t.day, 1, days_in_month(t.year, t.month)) && within(t.hour, 0, 23) &&
         within(t.minute, 0, 59) && within(t.second, 0, 60);
}

/// Seconds since 1970-01-01T00:00:00Z, without leap seconds, for years from -5 000 000 to 800 000;
/// the other members must be in their ranges. The year is counted from March, so that the leap day
/// is its last, and from a multiple of 400 that makes it positive.
[[nodiscard]] constexpr std::int64_t unix_seconds(civil_time const& t) noexcept {
  auto const year = static_cast<std::uint32_t>(t.year + 5'000'000 - (t.month <= 2 ? 1 : 0));
  auto const month = static_cast<std::uint32_t>(t.month + (t.month > 2 ? -3 : 9));
  std::uint32_t const day = year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5;
  constexpr std::int32_t epoch =
      1'826'931'968;  // what `day` and `t.day - 1` make on the first day of 1970
  std::int32_t const days = static_cast<std::int32_t>(day) + t.day - 1 - epoch;
  return std::int64_t{days} * 86400 + (t.hour * 60 + t.minute) * 60 + t.second;
}

/// The inverse of `unix_seconds`. A year that does not fit becomes the nearest that does, so that
/// `is_valid` is false and not true of a year that wrapped around.
[[nodiscard]] constexpr civil_time to_civil(std::int64_t seconds) noexcept {
  std::int64_t const days = seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);
  auto const rest = static_cast<int>((seconds % 86400 + 86400) % 86400);
  std::int64_t const shifted = days + 719468;
  std::int64_t const era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  std::int64_t const day_of_era = shifted - era * 146097;
  std::int64_t const year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  std::int64_t const day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  std::int64_t const march_month = (5 * day_of_year + 2) / 153;
  civil_time t;
  t.day = static_cast<int>(day_of_year - (153 * march_month + 2) / 5 + 1);
  t.month = static_cast<int>(march_month + (march_month < 10 ? 3 : -9));
  std::int64_t const year = year_of_era + era * 400 + (t.month <= 2 ? 1 : 0);
  using ints = std::numeric_limits<int>;
  t.year = year > ints::max()   ? ints::max()
           : year < ints::min() ? ints::min()
                                : static_cast<int>(year);
  t.hour = rest / 3600;
  t.minute = rest / 60 % 60;
  t.second = rest % 60;
  return t;
}

}  // namespace medusa::inline v0

// medusa/core/unwritten.hpp

namespace medusa::inline v0::detail {

/// Leaves memory as it is, in a constructor: what is in it is written before anybody reads it, or is
/// copied and never read. In constant evaluation it is filled with zeros, in one step, since there
/// no byte is copied that was never written.
template <class T>
constexpr void leave_unwritten([[maybe_unused]] T& memory) noexcept {
  if (std::is_constant_evaluated()) memory = {};
#if defined(__GNUC__) && !defined(__clang__)
  // Or it warns where the memory is copied. (MemorySanitizer, which clang has, would take it for
  // written.)
  else __asm__("" : "=m"(memory));
#endif
}

}  // namespace medusa::inline v0::detail

// medusa/core/date_form.hpp

namespace medusa::inline v0::detail {

/// The range of a part of a date.
struct date_part {
  std::uint8_t least;
  std::uint8_t most;
};
/// Of those after the year, which may be any. (Not in the function that reads them: it would copy
/// them to its stack.)
inline constexpr date_part date_parts[] = {{1, 12}, {1, 31}, {0, 23}, {0, 59}, {0, 60}};

/// Reads the parts of a date from the front of a text. Each is in its range; whether the day is in
/// its month is asked at the end.
///
/// One that has failed has no text any more. So every later step finds nothing, and fails as well:
/// no step has to be asked.
class date_reader {
 public:
  constexpr explicit date_reader(std::string_view const& text) noexcept
      : at(text.data()), end(at + text.size()) {
    leave_unwritten(parts);
  }

  /// Steps over what has the form, in which digits stand for numbers: 1 year, 2 month, 3 day,
  /// 4 hour, 5 minute, 6 second. A small letter stands for itself in either case, all else for
  /// itself.
  constexpr void read(char const* form) noexcept {
    for (; *form != '\0'; ++form) {
      if (ascii::is_digit(*form)) number(*form, *form == '1' ? 4 : 2);
      else literal(*form);
    }
  }
  /// A number of so many digits; `which` as in a form.
  constexpr void number(char which, int digits) noexcept {
    int value = 0;
    for (; digits > 0; --digits, ++at) {
      if (at == end || !ascii::is_digit(*at)) return fail();
      value = value * 10 + (*at - '0');
    }
    auto const place = static_cast<std::size_t>(which - '1');
    parts[place] = value;
    if (place != 0 && (value < date_parts[place - 1].least || value > date_parts[place - 1].most))
      fail();
  }
  /// One character, as in a form.
  constexpr void literal(char c) noexcept {
    if (at == end || (*at != c && (c < 'a' || (*at | 0x20) != c))) return fail();
    ++at;
  }
  /// One of `names`, of three letters each: its place among them, from 1; 0 when it is none.
  constexpr int name(char const* names) noexcept {
    for (int place = 1; *names != '\0' && end - at >= 3; names += 3, ++place) {
      if (!same_bytes(names, at, 3)) continue;
      at += 3;
      return place;
    }
    return fail(), 0;
  }

  /// NUL at the end.
  [[nodiscard]] constexpr char peek() const noexcept { return at == end ? '\0' : *at; }
  [[nodiscard]] constexpr bool failed() const noexcept { return at == nullptr; }
  /// All of the text was read, and the day is in its month.
  [[nodiscard]] constexpr bool exists() const noexcept {
    return at == end && !failed() && parts[2] <= days_in_month(parts[0], parts[1]);
  }
  /// Of which all parts were read.
  [[nodiscard]] constexpr civil_time date() const noexcept {
    return {parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]};
  }

  char const* at;  ///< what is left
  char const* end;
  std::array<int, 6> parts;  ///< in the order in which forms count them; those that were read

 private:
  constexpr void fail() noexcept { at = end = nullptr; }
};

}  // namespace medusa::inline v0::detail

// medusa/core/decimal.hpp

namespace medusa::inline v0 {

/// The digits of a number, in decimal.
class decimal {
 public:
  constexpr explicit decimal(std::uint64_t n) noexcept {
    if (std::is_constant_evaluated()) chars_ = {};  // where none may be left unwritten
    chars_[most_] = '\0';
    std::size_t at = most_;  // not the member, which would be written for every digit
    do chars_[--at] = static_cast<char>('0' + take_digit(n));
    while (n != 0);
    at_ = at;
  }
  [[nodiscard]] constexpr char const* c_str() const noexcept { return chars_.data() + at_; }
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {c_str(), most_ - at_}; }

 private:
  /// `n % 10`, and `n` becomes `n / 10`. By parts of 16 bits where registers have no more than 32:
  /// a division of 64 bits would be a call, and in GCC's runtime library it brings the unwinder
  /// along.
  static constexpr unsigned take_digit(std::uint64_t& n) noexcept {
    if constexpr (sizeof(std::size_t) >= sizeof n) {
      auto const digit = static_cast<unsigned>(n % 10);
      n /= 10;
      return digit;
    } else {
      auto const high = static_cast<std::uint32_t>(n >> 32);
      auto const low = static_cast<std::uint32_t>(n);
      std::uint32_t const middle = (high % 10) << 16 | low >> 16;
      std::uint32_t const lowest = (middle % 10) << 16 | (low & 0xFFFF);
      n = std::uint64_t{high / 10} << 32 | ((middle / 10) << 16 | lowest / 10);
      return lowest % 10;
    }
  }

  static constexpr std::size_t most_ = 20;  // the digits of 2^64 - 1
  std::array<char, most_ + 1> chars_;       // of which only digits and what ends them are written
  std::size_t at_ = most_;
};

}  // namespace medusa::inline v0

// medusa/core/sink.hpp

namespace medusa::inline v0 {

/// Writes text into memory that the caller owns, and goes on counting when it is full, so that one
/// pass either produces the text or says how much room it needs. Never writes past its end.
class sink {
 public:
  constexpr sink(char* first, std::size_t capacity) noexcept : first_(first), capacity_(capacity) {}

  constexpr void append(char c) noexcept {
    if (size_ < capacity_) first_[size_] = c;
    ++size_;
  }

  constexpr void append(std::string_view const& text) noexcept {
    if (size_ <= capacity_ && text.size() <= capacity_ - size_ && !text.empty())
      std::char_traits<char>::copy(first_ + size_, text.data(), text.size());
    size_ += text.size();
  }

  /// A text that ends with a NUL.
  MEDUSA_HOT constexpr void append(char const* text) noexcept { append(std::string_view(text)); }

  /// Appends what `write` writes to the place it is given: at most `most` bytes, whose number it
  /// returns. False, with nothing done, when there is no room for so many.
  template <class Write>
  constexpr bool append_most(std::size_t most, Write const& write) noexcept {
    if (size_ > capacity_ || most > capacity_ - size_) return false;
    size_ += write(first_ + size_);
    return true;
  }

  /// What is left of the memory, for a caller that writes into it and says so by `wrote`.
  [[nodiscard]] constexpr std::span<char> room() const noexcept {
    if (overflowed()) return {};
    return {first_ + size_, capacity_ - size_};
  }
  /// Counts `n` bytes that were written to the beginning of `room()`.
  constexpr void wrote(std::size_t n) noexcept { size_ += n; }

  /// Appends `n` in decimal, with a `-` if it is negative. A template, since which of `int`, `long`
  /// and `long long` the fixed-width types are differs by platform.
  template <std::integral Number>
  constexpr void append_number(Number n) noexcept {
    auto const bits = static_cast<std::uint64_t>(n);
    if (n < 0) append('-');
    append(decimal(n < 0 ? ~bits + 1 : bits).view());
  }

  /// Bytes appended so far, those that found no room included.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool overflowed() const noexcept { return size_ > capacity_; }

  /// What was written, from offset `from` on; nothing when `from` is past the end. Empty once the
  /// sink has overflowed: a text that was cut is never handed out. Valid as long as the memory
  /// under the sink.
  [[nodiscard]] constexpr std::string_view written(std::size_t from = 0) const noexcept {
    if (overflowed() || from > size_) return {};
    return {first_ + from, size_ - from};
  }

 private:
  char* first_;
  std::size_t capacity_;
  std::size_t size_ = 0;
};

}  // namespace medusa::inline v0

// medusa/core/static_string.hpp

namespace medusa::inline v0 {

/// Text of at most `N` bytes inside the object itself, always NUL-terminated. Too long is refused,
/// never cut. What lies behind the NUL is not said: whatever was in the memory before.
template <std::size_t N>
class static_string {
 public:
  // Here and in some other classes not defaulted: `{}` would then fill the memory with zeros first.
  constexpr static_string() noexcept {
    detail::leave_unwritten(chars_);
    chars_.at[0] = '\0';
  }

  /// Replaces the text; `text` may be part of the old one. False, with nothing changed, when `text`
  /// is longer than `N`.
  [[nodiscard]] constexpr bool assign(std::string_view text) noexcept {
    if (text.size() > N) return false;
    if (std::is_constant_evaluated()) {  // where libstdc++'s `move` compares unrelated addresses
      for (std::size_t i = 0; i < text.size(); ++i) chars_.at[i] = text[i];
    } else if (!text.empty()) {
      std::char_traits<char>::move(chars_.at, text.data(), text.size());
    }
    chars_.at[text.size()] = '\0';
    size_ = static_cast<size_type>(text.size());
    return true;
  }

  /// Makes room for `size` bytes, which the caller then writes through `data()`: what is in them is
  /// not said. False, with nothing changed, when `size` is over `N`.
  [[nodiscard]] constexpr bool resize(std::size_t size) noexcept {
    if (size > N) return false;
    chars_.at[size] = '\0';
    size_ = static_cast<size_type>(size);
    return true;
  }

  constexpr void clear() noexcept { static_cast<void>(resize(0)); }

  [[nodiscard]] constexpr char* data() noexcept { return chars_.at; }
  [[nodiscard]] constexpr char const* data() const noexcept { return chars_.at; }
  [[nodiscard]] constexpr char const* c_str() const noexcept { return chars_.at; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] static constexpr std::size_t capacity() noexcept { return N; }

  constexpr operator std::string_view() const noexcept { return {chars_.at, size_}; }

  friend constexpr bool operator==(static_string const& a, std::string_view b) noexcept {
    return std::string_view(a) == b;
  }

 private:
  struct memory {  // to be assigned as one, which is one step of constant evaluation
    char at[N + 1];
  };
  /// As small as it can be: a page of users has many of them.
  using size_type =
      std::conditional_t<(N <= 0xFF), std::uint8_t,
                         std::conditional_t<(N <= 0xFFFF), std::uint16_t, std::size_t>>;
  size_type size_ = 0;
  memory chars_;
};

template <std::size_t N, std::size_t M>
constexpr bool operator==(static_string<N> const& a, static_string<M> const& b) noexcept {
  return std::string_view(a) == std::string_view(b);
}

}  // namespace medusa::inline v0

// medusa/model/timestamp.hpp

namespace medusa::inline v0 {

namespace detail {
/// What `std::chrono::time_point` looks like, without its header.
template <class P>
concept chrono_time_point = requires(P const& p) {
  { p.time_since_epoch() } -> chrono_duration;
};

/// Whether a text is a date-time of RFC 3339 section 5.6.
[[nodiscard]] constexpr bool is_rfc3339(std::string_view const& text) noexcept {
  date_reader in(text);
  in.read("1-2-3t4:5:6");
  if (in.peek() == '.') {
    do ++in.at;
    while (ascii::is_digit(in.peek()));
    if (in.at[-1] == '.') return false;
  }
  char const sign = in.peek();
  bool const offset = sign == '+' || sign == '-';
  if (offset) ++in.at;
  in.read(offset ? "4:5" : "z");
  return in.exists();
}

/// Milliseconds since the Unix epoch, of such a text.
[[nodiscard]] constexpr std::int64_t rfc3339_ms(std::string_view const& text) noexcept {
  date_reader in(text);
  in.read("1-2-3t4:5:6");
  std::int64_t const seconds = unix_seconds(in.date());
  int ms = 0;
  if (in.peek() == '.') {
    ++in.at;
    for (int unit = 100; ascii::is_digit(in.peek()); ++in.at, unit /= 10)
      ms += unit * (*in.at - '0');
  }
  char const sign = in.peek();
  if (sign != '+' && sign != '-') return seconds * 1000 + ms;
  ++in.at;
  in.read("4:5");
  int const ahead = (in.parts[3] * 60 + in.parts[4]) * 60;
  return (seconds - (sign == '+' ? ahead : -ahead)) * 1000 + ms;
}

struct usual_value;
}  // namespace detail

class decoder;

/// A point in time as the server writes it, `2026-11-23T06:56:10.386Z` (RFC 3339), and in
/// milliseconds since the Unix epoch. The server's database holds microseconds: a date that was
/// read is up to a millisecond before the stored one.
class timestamp {
 public:
  /// Bytes of the longest date that is taken.
  static constexpr std::size_t max_size = 35;

  /// No date: what an answer that leaves the member out gives.
  constexpr timestamp() noexcept {}  // not defaulted: see static_string

  /// From a `std::chrono::sys_time` of any precision, rounded up to milliseconds.
  template <detail::chrono_time_point P>
  constexpr timestamp(P const& point) noexcept
      : timestamp(from_unix_ms(duration(point.time_since_epoch()).count())) {}

  /// Years 0000 to 9999; beyond, the result has no value.
  [[nodiscard]] static constexpr timestamp from_unix_ms(std::int64_t ms) noexcept {
    timestamp t;
    std::int64_t const seconds = ms / 1000 - (ms % 1000 < 0 ? 1 : 0);
    if (seconds < unix_seconds({.year = 0}) || seconds > unix_seconds({9999, 12, 31, 23, 59, 59}))
      return t;
    civil_time const c = to_civil(seconds);
    static_cast<void>(t.text_.resize(24));
    sink out(t.text_.data(), 24);
    auto const padded = [&out](std::int64_t value, int digits) {
      for (std::int64_t unit = digits == 4 ? 1000 : digits == 3 ? 100 : 10; unit > 0; unit /= 10)
        out.append(static_cast<char>('0' + value / unit % 10));
    };
    padded(c.year, 4), out.append('-'), padded(c.month, 2), out.append('-'), padded(c.day, 2);
    out.append('T'), padded(c.hour, 2), out.append(':'), padded(c.minute, 2), out.append(':');
    padded(c.second, 2), out.append('.'), padded(ms - seconds * 1000, 3), out.append('Z');
    return t;
  }

  /// Replaces it by an RFC 3339 date-time of at most `max_size` bytes. Digits of the second beyond
  /// the third stay in the text only. False, with nothing changed, for anything else.
  [[nodiscard]] constexpr bool parse(std::string_view text) noexcept {
    return text.size() <= max_size && detail::is_rfc3339(text) && text_.assign(text);
  }

  [[nodiscard]] constexpr bool has_value() const noexcept { return !text_.empty(); }
  constexpr explicit operator bool() const noexcept { return has_value(); }
  /// As it was written.
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }
  [[nodiscard]] constexpr char const* c_str() const noexcept { return text_.c_str(); }
  /// Milliseconds since the Unix epoch, 0 without a date. Read from the text, which takes about as
  /// long as comparing two of them: most dates are shown, and not reckoned with.
  [[nodiscard]] constexpr std::int64_t unix_ms() const noexcept {
    return has_value() ? detail::rfc3339_ms(text_) : 0;
  }

  /// By the point in time; two spellings of it are equal, and no date comes first.
  friend constexpr bool operator==(timestamp const& a, timestamp const& b) noexcept {
    return a.has_value() == b.has_value() && (a.text_ == b.text_ || a.unix_ms() == b.unix_ms());
  }
  friend constexpr std::strong_ordering operator<=>(timestamp const& a,
                                                    timestamp const& b) noexcept {
    auto const presence = a.has_value() <=> b.has_value();
    return presence != 0 ? presence : a.unix_ms() <=> b.unix_ms();
  }

 private:
  friend decoder;  // fills it
  friend detail::usual_value;
  static_string<max_size> text_{};
};

}  // namespace medusa::inline v0

// medusa/model/user.hpp

namespace medusa::inline v0 {

/// An admin user, as every operation of the users API gives it (`GET /admin/users/:id`).
template <storage S>
struct basic_user {
  using text = typename S::text;

  text id{};                                   ///< `usr_` and a ULID; case-sensitive
  timestamp created_at{};                      ///< no date when an answer leaves it out
  timestamp updated_at{};                      ///< no date when an answer leaves it out
  field<timestamp> deleted_at{};               ///< null but in a list filtered by `deleted_at`
  field<open_enum<admin::role, text>> role{};  ///< may be null; gives no privileges
  text email{};                                ///< lower-case; empty when `fields` leaves it out
  field<text> first_name{};
  field<text> last_name{};
  field<basic_secret<text>> api_token{};                    ///< the server shows it to every admin
  field<json::basic_raw<typename S::metadata>> metadata{};  ///< a JSON object; null until first set

  using field_table = member_list<member<"id", &basic_user::id, presence::required>,        //
                                  member<"created_at", &basic_user::created_at>,            //
                                  member<"updated_at", &basic_user::updated_at>,            //
                                  member<"deleted_at", &basic_user::deleted_at>,            //
                                  member<"role", &basic_user::role>,                        //
                                  member<"email", &basic_user::email, presence::expected>,  //
                                  member<"first_name", &basic_user::first_name>,            //
                                  member<"last_name", &basic_user::last_name>,              //
                                  member<"api_token", &basic_user::api_token>,              //
                                  member<"metadata", &basic_user::metadata>>;

  friend constexpr bool operator==(basic_user const&, basic_user const&) = default;
};

}  // namespace medusa::inline v0

// medusa/core/erased.hpp

namespace medusa::inline v0::detail {

/// A pointer whose type only those know who made it, so that a program has the code that passes it
/// on once and not for each type. (`void*` would do, but not in constant evaluation.)
struct erased {};

template <class T>
struct erased_pointer : erased {
  constexpr explicit erased_pointer(T& object) noexcept : object_(&object) {}
  T* object_;
};

/// What it points at. It was made from a `T`.
template <class T>
[[nodiscard]] constexpr T& unerase(erased const& pointer) noexcept {
  return *static_cast<erased_pointer<T> const&>(pointer).object_;
}

}  // namespace medusa::inline v0::detail

// medusa/core/version.hpp

namespace medusa::inline v0 {

/// The version of the library, as in the file VERSION at the root of the project: semantic
/// versioning, `version_major.version_minor.version_patch`.
inline constexpr std::string_view version = "0.1.0";
/// The first part of `version`.
inline constexpr int version_major = 0;
/// The second part of `version`.
inline constexpr int version_minor = 1;
/// The third part of `version`.
inline constexpr int version_patch = 0;

/// The `User-Agent` of requests; an option's or a call's header of that name replaces it.
inline constexpr std::string_view user_agent = "medusa-cpp/0.1.0";

}  // namespace medusa::inline v0

// medusa/http/status_row.hpp

namespace medusa::inline v0::detail {

/// A row of a table of what statuses mean. Two bytes: those in tables are 400 to 655.
template <class Meaning>
struct status_row {
  consteval status_row(int status, Meaning m) noexcept
      : above_400(static_cast<std::uint8_t>(status - 400)), means(m) {}
  [[nodiscard]] constexpr bool is_of(int status) const noexcept {
    return above_400 == static_cast<unsigned>(status) - 400;
  }

  std::uint8_t above_400;
  Meaning means;
};

}  // namespace medusa::inline v0::detail

// medusa/http/outcome.hpp

namespace medusa::inline v0 {

/// What became of an attempt, as far as repeating it is concerned.
enum class outcome : std::uint8_t {
  answered,       ///< success, or a refusal that will not change
  not_sent,       ///< the server cannot have seen the request
  not_processed,  ///< the server says that it did nothing: 429, 503
  unknown,        ///< the server may have done it: a broken connection, 408, 502, 504
  conflict,       ///< 409
  server_error,   ///< 500: Medusa's answer to much bad input, too
};

namespace detail {
inline constexpr status_row<outcome> outcomes[] = {
    {408, outcome::unknown},      {409, outcome::conflict}, {429, outcome::not_processed},
    {500, outcome::server_error}, {502, outcome::unknown},  {503, outcome::not_processed},
    {504, outcome::unknown}};
}  // namespace detail

/// What a status says about the request.
[[nodiscard]] constexpr outcome outcome_of_status(int status) noexcept {
  for (auto const& each : detail::outcomes)
    if (each.is_of(status)) return each.means;
  return outcome::answered;
}

/// Whether an attempt may be repeated. `repeatable`: doing the operation twice is doing it once.
[[nodiscard]] constexpr bool may_repeat(outcome o, bool repeatable,
                                        retry_policy const& policy) noexcept {
  if (o == outcome::conflict) return policy.repeat_conflict;
  if (o == outcome::unknown || o == outcome::server_error)
    if (!repeatable && !policy.repeat_unsafe) return false;
  return o == outcome::server_error ? policy.repeat_server_error : o != outcome::answered;
}

}  // namespace medusa::inline v0

// medusa/http/attempt.hpp

namespace medusa::inline v0 {

/// Which attempt of its call a request is, for whoever watches requests.
struct attempt {
  std::uint32_t number = 1;  ///< from 1; one with renewed credentials counts, too
  /// The rest is about the attempt before, and means nothing in the first.
  int status = 0;    ///< what the server answered; 0 when the transport failed
  outcome reason{};  ///< what became of it; `answered` when the credentials were refused
  duration delay{};  ///< waited since
};

}  // namespace medusa::inline v0

// medusa/http/method.hpp

namespace medusa::inline v0 {

/// The request methods the API uses (RFC 9110 section 9.3).
enum class method : std::uint8_t { get, post, del };

/// The method as it stands in a request line.
[[nodiscard]] constexpr std::string_view to_string(method m) noexcept {
  switch (m) {
    case method::get: return "GET";
    case method::post: return "POST";
    case method::del: return "DELETE";
  }
  return "GET";
}

}  // namespace medusa::inline v0

// medusa/http/request.hpp

namespace medusa::inline v0 {

/// What a Transport sends. It owns nothing: everything lives in the request buffer and the options
/// it was built from, for the duration of the call.
struct request {
  medusa::method method = medusa::method::get;
  std::string_view url{};     ///< absolute, percent-encoded
  std::string_view target{};  ///< path and query: the end of `url`, as a request line wants it
  std::span<medusa::header const> headers{};  ///< complete but for Host and framing, each name once
  std::string_view body{};                    ///< empty for GET and DELETE
  duration timeout = duration::max();         ///< for this attempt; `max()` is no limit
  std::size_t max_body = static_cast<std::size_t>(-1);  ///< bytes of response body to accept
  cancellation cancel{};
  medusa::attempt attempt{};

  /// The value of a header, whatever the case of its name.
  [[nodiscard]] constexpr std::optional<std::string_view> header(
      std::string_view name) const noexcept {
    for (auto const& each : headers)
      if (ascii::iequals(each.name, name)) return each.value;
    return std::nullopt;
  }
};

}  // namespace medusa::inline v0

// medusa/core/utf8.hpp

namespace medusa::inline v0 {

namespace detail {
/// See `utf8_sequence`. Precondition: `at != end`.
[[nodiscard]] constexpr std::size_t utf8_length(char const* at, char const* end) noexcept {
  std::uint32_t const first = static_cast<std::uint8_t>(*at);
  if (first < 0x80) return 1;
  // What Latin, Greek and Cyrillic have: shorter by itself.
  if (!small_code && first < 0xE0) {
    bool const good =
        first >= 0xC2 && end - at >= 2 && (static_cast<std::uint8_t>(at[1]) & 0xC0) == 0x80;
    return good ? 2 : 0;
  }
  // And most of the others.
  if (!small_code && first < 0xF0) {
    if (end - at < 3) return 0;
    std::uint32_t const second = static_cast<std::uint8_t>(at[1]) ^ 0x80u;
    std::uint32_t const third = static_cast<std::uint8_t>(at[2]) ^ 0x80u;
    std::uint32_t const high = (first & 0xF) << 1 | second >> 5;  // from 0x800 on, no surrogate
    return (second | third) < 0x40 && high != 0 && high != 0xD800 >> 11 ? 3 : 0;
  }
  std::size_t const length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (first < 0xC2 || first > 0xF4 || static_cast<std::size_t>(end - at) < length) return 0;
  std::uint32_t code = first & (0x7F >> length);
  for (std::size_t i = 1; i < length; ++i) {
    std::uint32_t const bits = static_cast<std::uint8_t>(at[i]) ^ 0x80u;
    if (bits >= 0x40) return 0;
    code = code << 6 | bits;
  }
  // Overlong, a surrogate, or beyond the last code point. (Two bytes are right from C2 on.)
  bool const bad = code >> (5 * length - 4) == 0 || code >> 11 == 0xD800 >> 11 || code > 0x10FFFF;
  return bad ? 0 : length;
}
}  // namespace detail

/// Length of the well-formed UTF-8 sequence at `text[at]` (RFC 3629 section 4: no overlong forms,
/// no surrogates, nothing above U+10FFFF), or 0 when there is none.
[[nodiscard]] constexpr std::size_t utf8_sequence(std::string_view const& text,
                                                  std::size_t at) noexcept {
  return at < text.size() ? detail::utf8_length(text.data() + at, text.data() + text.size()) : 0;
}

namespace detail {
/// The first byte that is not part of well-formed UTF-8; `end` when all is well.
[[nodiscard]] constexpr char const* utf8_end(char const* at, char const* end) noexcept {
  while (at != end) {
    std::size_t const length = utf8_length(at, end);
    if (length == 0) break;
    at += length;
  }
  return at;
}
}  // namespace detail

/// Offset of the first byte that is not part of well-formed UTF-8; `text.size()` when all is well.
[[nodiscard]] constexpr std::size_t utf8_error(std::string_view const& text) noexcept {
  char const* const first = text.data();
  return static_cast<std::size_t>(detail::utf8_end(first, first + text.size()) - first);
}

/// Whether `text` is well-formed UTF-8. O(length).
[[nodiscard]] constexpr bool is_utf8(std::string_view const& text) noexcept {
  return utf8_error(text) == text.size();
}

}  // namespace medusa::inline v0

// medusa/http/percent.hpp

namespace medusa::inline v0 {

/// `unreserved` of RFC 3986 section 2.3.
[[nodiscard]] constexpr bool is_unreserved(char c) noexcept {
  return ascii::is_alpha(c) || ascii::is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

namespace detail {

/// `is_unreserved` of every byte, where 256 bytes are nothing.
struct unreserved_table {
  consteval unreserved_table() noexcept {
    for (int i = 0; i < 256; ++i) is[i] = is_unreserved(static_cast<char>(i));
  }
  bool is[256]{};
};
inline constexpr unreserved_table unreserved;

inline constexpr char percent_digits[] = "0123456789ABCDEF";

/// What encoding came to.
struct percent_encoded {
  char* end;       ///< behind what was written
  bool printable;  ///< all of the text is printable ASCII
};

/// Writes `text` encoded to `at`: at most three times its size.
template <class Block = byte_block>
[[gnu::noinline]] constexpr percent_encoded percent_encode(char* at,
                                                           std::string_view text) noexcept {
  char const* from = text.data();
  char const* const end = from + text.size();
  if constexpr (Block::wide) {
    if (!std::is_constant_evaluated() && text.size() >= Block::size) {
      // Ids need no encoding, and are copied by blocks, of which the last has some of the one before.
      while (!Block(from).reserved().any()) {
        std::char_traits<char>::copy(at, from, Block::size);
        auto const left = static_cast<std::size_t>(end - from) - Block::size;
        if (left == 0) return {at + Block::size, true};
        std::size_t const step = left < Block::size ? left : Block::size;
        at += step, from += step;
      }
    }
  }
  bool printable = true;
  auto const plain = [&from](int i) {
    return unsigned{unreserved.is[static_cast<std::uint8_t>(from[i])]};
  };
  while (from != end) {
    // Most texts are runs of such: four of them are tested and copied at once.
    bool const four = end - from >= 4;
    char const* const next = four ? from + 4 : end;
    if (four && (plain(0) & plain(1) & plain(2) & plain(3)) != 0) {
      std::char_traits<char>::copy(at, from, 4);
      at += 4, from = next;
      continue;
    }
    do {
      auto const byte = static_cast<std::uint8_t>(*from++);
      if (unreserved.is[byte]) {
        *at++ = static_cast<char>(byte);
      } else {
        *at++ = '%';
        *at++ = percent_digits[byte >> 4];
        *at++ = percent_digits[byte & 15];
        printable = printable && byte >= 0x20 && byte < 0x7F;
      }
    } while (from != next);
  }
  return {at, printable};
}
}  // namespace detail

/// Appends `text` with every byte but unreserved characters as `%XX` in upper case: safe as a name
/// or value of a query and as a path segment, unless `text` is empty, `"."` or `".."`, which the
/// caller must refuse there. For UTF-8 the same bytes as from the `qs` package, which the official
/// client uses.
constexpr void append_percent_encoded(sink& out, std::string_view const& text) noexcept {
  if constexpr (!detail::small_code) {
    auto const write = [&](char* at) {
      return static_cast<std::size_t>(detail::percent_encode(at, text).end - at);
    };
    if (out.append_most(3 * text.size(), write)) return;
  }
  for (char c : text) {
    if (!is_unreserved(c)) {
      auto const byte = static_cast<std::uint8_t>(c);
      out.append('%');
      out.append(detail::percent_digits[byte >> 4]);
      c = detail::percent_digits[byte & 15];
    }
    out.append(c);
  }
}

}  // namespace medusa::inline v0

// medusa/http/query.hpp

namespace medusa::inline v0 {

/// Appends `?name=value&name=value…` in the form of the `qs` package: brackets for nested names and
/// list indices, all of it percent-encoded. Names end with a NUL: a pointer is half a view, and a
/// program has many of them.
class query_writer {
 public:
  explicit constexpr query_writer(sink& out) noexcept : out_(&out) {}

  constexpr void add(char const* name, std::string_view const& value) noexcept {
    add_nested(name, "", value);
  }
  constexpr void add(char const* name, std::uint64_t value) noexcept {
    add(name, decimal(value).view());
  }
  /// `name[key]=value`, or without brackets if the key is empty. (References, since a view that is
  /// the fourth argument is passed half in memory.)
  constexpr void add_nested(char const* name, char const* key,
                            std::string_view const& value) noexcept {
    out_->append(separator());
    first_ = false;
    encode(name);
    if (*key != '\0') {
      encode("[");
      encode(key);
      encode("]");
    }
    out_->append('=');
    append_percent_encoded(*out_, value);
  }
  /// `name[index]=value`
  constexpr void add_indexed(char const* name, std::uint64_t index,
                             std::string_view const& value) noexcept {
    add_nested(name, decimal(index).c_str(), value);
  }

  /// Appends what another writer has made, to go on behind it.
  constexpr void resume(std::string_view query) noexcept {
    out_->append(query);
    first_ = first_ && query.empty();
  }

  /// What the next parameter begins with.
  [[nodiscard]] constexpr char separator() const noexcept { return first_ ? '?' : '&'; }
  /// Counts `n` bytes of parameters that were written to the sink's room by another.
  constexpr void wrote(std::size_t n) noexcept {
    out_->wrote(n);
    first_ = first_ && n == 0;
  }

 private:
  constexpr void encode(char const* text) noexcept { append_percent_encoded(*out_, text); }

  sink* out_;
  bool first_ = true;
};

}  // namespace medusa::inline v0

// medusa/json/plain_run.hpp

namespace medusa::inline v0::json::detail {

using medusa::detail::byte_block;
using medusa::detail::byte_word;

/// The rest of `plain_run` for less than a block; all from `first` to `at` is plain.
[[nodiscard]] constexpr char const* plain_tail(char const* first, char const* at,
                                               char const* end) noexcept {
  if (!std::is_constant_evaluated() && !medusa::detail::small_code) {
    if (static_cast<std::size_t>(end - at) > byte_word::size) {
      auto const stops = byte_word(at).not_plain();
      if (stops.any()) return at + stops.first();
      at = end - byte_word::size;  // the last word, with some of what was seen
    } else if (static_cast<std::size_t>(end - first) >= byte_word::size) {
      at = end - byte_word::size;
    }
    if (end - at == byte_word::size) {
      auto const stops = byte_word(at).not_plain();
      return stops.any() ? at + stops.first() : end;
    }
    if (end - at >= 4) {  // the first four and the last four, some of them twice
      std::uint32_t halves[2];
      std::char_traits<char>::copy(reinterpret_cast<char*>(&halves[0]), at, 4);
      std::char_traits<char>::copy(reinterpret_cast<char*>(&halves[1]), end - 4, 4);
      bool const little = std::endian::native == std::endian::little;
      auto const stops =
          byte_word(static_cast<std::size_t>(halves[little ? 0 : 1] |
                                             std::uint64_t{halves[little ? 1 : 0]} << 32))
              .not_plain();
      if (!stops.any()) return end;
      return stops.first() < 4 ? at + stops.first() : end - byte_word::size + stops.first();
    }
  }
  // The test stands here rather than in a function: in constant evaluation a call is what costs.
  while (at != end && static_cast<unsigned char>(*at - 0x20) < 0x60 && *at != '"' && *at != '\\')
    ++at;
  return at;
}

/// The first byte from `at` on that needs a closer look inside a JSON string: a quote, a backslash,
/// a control character or a byte over 0x7F; `end` when there is none. Nearly all bytes of a
/// document go through here.
[[nodiscard]] MEDUSA_HOT constexpr char const* plain_run(char const* at, char const* end) noexcept {
  char const* const first = at;
  if (!std::is_constant_evaluated()) {
    for (; static_cast<std::size_t>(end - at) >= byte_block::size; at += byte_block::size) {
      auto const stops = byte_block(at).not_plain();
      if (!stops.any()) continue;
      if (medusa::detail::small_code) break;  // counting zeros can be a function of many bytes
      return at + stops.first();
    }
  }
  return plain_tail(first, at, end);
}

/// Whether nothing in a text needs a closer look: as a JSON string it stands as it is, and it is UTF-8
/// without a NUL.
[[nodiscard]] MEDUSA_HOT constexpr bool is_plain(std::string_view const& text) noexcept {
  char const* const end = text.data() + text.size();
  return plain_run(text.data(), end) == end;
}

}  // namespace medusa::inline v0::json::detail

// medusa/json/writer.hpp

namespace medusa::inline v0::json {

/// Writes objects into a sink, byte for byte as `JSON.stringify` does, and sets the commas. What is
/// written is the caller's business: names, values and `end_object` in their proper order, one
/// root. The sink must outlive the writer; whether it was large enough is asked of the sink.
class writer {
 public:
  explicit constexpr writer(sink& out) noexcept : out_(&out) {}

  constexpr void begin_object() noexcept {
    separate();
    out_->append('{');
    follows_ = false;
  }
  constexpr void end_object() noexcept {
    out_->append('}');
    follows_ = true;
  }

  /// The name of a member. False, with nothing written, when it is not UTF-8.
  constexpr bool key(std::string_view name) noexcept {
    if (!string(name)) return false;
    out_->append(':');
    follows_ = false;
    return true;
  }

  /// False, with nothing written, when `chars` is not UTF-8.
  constexpr bool string(std::string_view const& chars) noexcept {
    char const* const end = chars.data() + chars.size();
    char const* const at = detail::plain_run(chars.data(), end);
    if (at == end && quoted(chars, "")) return true;
    if (medusa::detail::utf8_end(at, end) != end) return false;
    checked_string(chars, at);
    return true;
  }
  /// The same of what is known to be UTF-8, and plain up to `at`. Not checked.
  constexpr void checked_string(std::string_view const& chars, char const* at) noexcept {
    char const* run = chars.data();
    char const* const end = run + chars.size();
    separate();
    out_->append('"');
    for (;; at = detail::plain_run(at, end)) {
      if (at != end && static_cast<unsigned char>(*at) >= 0x80) {
        ++at;  // stays as it is
        continue;
      }
      out_->append(std::string_view(run, static_cast<std::size_t>(at - run)));
      if (at == end) break;
      append_escape(*at++);
      run = at;
    }
    out_->append('"');
  }

  /// A text in which nothing is to be escaped. Not checked.
  constexpr void plain_string(std::string_view const& chars) noexcept {
    if (!quoted(chars, "")) checked_string(chars, chars.data() + chars.size());
  }
  /// The same as the name of a member. Put where it is called, since a name that is a literal is
  /// then written by a few moves.
  MEDUSA_HOT constexpr void plain_key(std::string_view const& name) noexcept {
    if constexpr (medusa::detail::small_code) plain_string(name), out_->append(':');
    else if (!quoted(name, ":")) static_cast<void>(key(name));
    follows_ = false;
  }

  constexpr void boolean(bool b) noexcept {
    raw(b ? std::string_view("true", 4) : std::string_view("false", 5));
  }
  constexpr void null() noexcept { raw({"null", 4}); }
  constexpr void integer(std::int64_t n) noexcept {
    separate();
    out_->append_number(n);
  }

  /// A value that is JSON text already. Not checked.
  constexpr void raw(std::string_view const& json) noexcept {
    separate();
    out_->append(json);
  }

 private:
  /// A comma if there has to be one, and `chars` between quotes with `behind` after it, by one
  /// check of room. False, with nothing written, when there may be too little, or code is to be
  /// small.
  MEDUSA_HOT constexpr bool quoted(std::string_view const& chars,
                                   std::string_view const& behind) noexcept {
    auto const at_once = [&](char* const first) {
      char* at = first;
      if (follows_) *at++ = ',';
      *at++ = '"';
      if (!chars.empty()) std::char_traits<char>::copy(at, chars.data(), chars.size());
      at += chars.size();
      *at++ = '"';
      for (char const c : behind) *at++ = c;
      return static_cast<std::size_t>(at - first);
    };
    if (medusa::detail::small_code || !out_->append_most(chars.size() + behind.size() + 3, at_once))
      return false;
    return follows_ = true;
  }

  constexpr void separate() noexcept {
    if (follows_) out_->append(',');
    follows_ = true;
  }

  /// ECMA-262, QuoteJSONString: the short escapes, and for other control characters four digits in
  /// lower case.
  constexpr void append_escape(char c) noexcept {
    out_->append('\\');
    for (detail::short_escape const& each : detail::short_escapes)
      if (c == each.meaning) return out_->append(each.letter);
    out_->append("u00");
    out_->append(c < 0x10 ? '0' : '1');
    out_->append("0123456789abcdef"[c % 16]);
  }

  sink* out_;
  bool follows_ = false;  // something that the next item needs a comma after
};

}  // namespace medusa::inline v0::json

// medusa/operation/request_writer.hpp

namespace medusa::inline v0 {

namespace detail {
class query_cursor;

/// A name that a field table has, too: the same text in memory, which a literal would not be.
template <fixed_string Name>
inline constexpr char const* field_name = Name.chars;
}  // namespace detail

/// What an operation writes its path, query and body into. Checks every value; the first error is
/// kept with the name of the field, and writing goes on without effect on the outcome. Names of
/// fields are literals, or live as long.
class request_writer {
 public:
  /// `max_items`: the most users the caller's storage takes, if it is bounded.
  constexpr request_writer(sink& out, first_error& errors, wire_limits const& limits,
                           std::optional<std::size_t> const& max_items = std::nullopt) noexcept
      : out_(&out),
        errors_(&errors),
        query_(out),
        json_(out),
        limits_(&limits),
        max_items_(max_items) {}

  /// A part of the path that is trusted.
  constexpr void path(char const* text) noexcept { out_->append(text); }

  /// A query that was written before, with its `?`, or nothing; more may follow.
  constexpr void written_query(std::string_view text) noexcept { query_.resume(text); }

  /// The path of one user.
  constexpr void user_path(std::string_view const& id) noexcept {
    path("/admin/users/");
    path_segment(detail::field_name<"id">, id);
  }

  /// A segment of the path, percent-encoded. Refused: empty, `.` and `..`, which name other routes,
  /// control characters, and what is not UTF-8.
  constexpr void path_segment(char const* field, std::string_view const& text) noexcept {
    if (text.empty()) fail(errc::missing_value, field);
    else if (text[0] == '.' && (text.size() == 1 || (text.size() == 2 && text[1] == '.')))
      fail(errc::invalid_id, field);
    auto const check = [&] {
      refuse_control(field, text);
      check_text(field, text);
    };
    if constexpr (detail::small_code) check();
    std::size_t const before = out_->size();
    append_percent_encoded(*out_, text);
    // What needs no encoding, as an id, is right.
    if (!detail::small_code && out_->size() - before != text.size()) check();
    check_head(field);
  }

  /// `field=value`
  constexpr void query(char const* field, std::string_view const& value) noexcept {
    query_nested(field, "", value);
  }
  constexpr void query(char const* field, std::uint64_t value) noexcept {
    check_number(field, value);
    query(field, decimal(value).view());
  }
  constexpr void query_indexed(char const* field, std::uint64_t index,
                               std::string_view const& value) noexcept {
    query_nested(field, decimal(index).c_str(), value);
  }
  /// `field[key]=value`, or without brackets if the key is empty. A function of its own: where code
  /// is for speed, `query_cursor` comes here only when there is little room.
  [[gnu::noinline]] constexpr void query_nested(char const* field, char const* key,
                                                std::string_view const& value) noexcept {
    check_text(field, value);
    query_.add_nested(field, key, value);
    check_head(field);
  }
  /// The same with a date, which must have a value.
  constexpr void query_date(char const* field, char const* key, timestamp const& date) noexcept {
    if (!date.has_value()) fail(errc::out_of_range, field);
    query_nested(field, key, date.text());
  }
  /// `field=`, whose value is written by `more`.
  constexpr void query(char const* field) noexcept { query(field, detail::no_text); }
  /// Goes on with the value of a query, by text that is trusted.
  template <class Text>
  constexpr void more(char const* field, Text const& text) noexcept {
    out_->append(text);
    check_head(field);
  }

  /// Where the JSON body goes, once the URL is complete.
  [[nodiscard]] constexpr json::writer& body() noexcept {
    if (!has_body_) body_at_ = out_->size();
    has_body_ = true;
    return json_;
  }

  /// The braces of a body: nothing follows the last one.
  constexpr void begin_body() noexcept { body().begin_object(); }
  constexpr void end_body() noexcept { out_->append('}'); }

  /// The same, once it was begun, behind the name of a member, in which nothing is to be escaped.
  MEDUSA_HOT constexpr json::writer& member(char const* name) noexcept {
    json_.plain_key(name);
    return json_;
  }

  /// Notes `field` as too long when the body, with the brace that closes it, has grown beyond what
  /// the server takes.
  constexpr void check_body(char const* field) noexcept {
    if (has_body_ && out_->size() + 1 - body_at_ > limits_->request_body)
      fail_too_long(field, part::body);
  }

  /// Refuses text that PostgreSQL cannot store (a NUL makes the server answer 500, unless only a
  /// hash is stored) or that is not UTF-8. Gives the first byte that is not plain, or the end.
  constexpr char const* check_text(char const* field, std::string_view const& text,
                                   bool hashed = false) noexcept {
    char const* const end = text.data() + text.size();
    char const* const at = json::detail::plain_run(text.data(), end);
    if (at == end) return end;  // as in nearly all texts
    if (!hashed) refuse_nul(field, {at, static_cast<std::size_t>(end - at)});
    if (detail::utf8_end(at, end) != end) fail(errc::invalid_utf8, field);
    return at;
  }

  constexpr void refuse_control(char const* field, std::string_view const& text) noexcept {
    errors_->refuse_control(text, field);
  }
  constexpr void fail(errc code, char const* field) noexcept { errors_->fail(code, field); }
  constexpr void note(errc code, char const* field) noexcept { errors_->note(code, field); }

  [[nodiscard]] constexpr std::optional<std::size_t> max_items() const noexcept {
    return max_items_;
  }
  /// Offset of the body in the sink: its end when there is none.
  [[nodiscard]] constexpr std::size_t body_at() const noexcept {
    return has_body_ ? body_at_ : out_->size();
  }
  [[nodiscard]] constexpr bool has_body() const noexcept { return has_body_; }
  /// To be called at the end: tells the first error all the bytes that a part which is too long
  /// has. Gives `body_at()`.
  constexpr std::size_t finish() noexcept {
    if (!has_body_) body_at_ = out_->size();
    if (too_long_ != part::none)
      errors_->error().needed = too_long_ == part::head ? body_at_ : out_->size() - body_at_;
    return body_at_;
  }

 private:
  friend class detail::query_cursor;
  enum class part : std::uint8_t { none, head, body };

  /// The sink's room, as much as the longest head has of it.
  [[nodiscard]] constexpr std::span<char> head_room() const noexcept {
    std::span<char> const all = out_->room();
    std::size_t const most = limits_->request_head;
    if (out_->size() >= most) return {};
    return all.size() < most - out_->size() ? all : all.first(most - out_->size());
  }
  constexpr void refuse_nul(char const* field, std::string_view const& text) noexcept {
    for (char const c : text)
      if (c == '\0') fail(errc::control_character, field);
  }
  constexpr void check_number(char const* field, std::uint64_t value) noexcept {
    constexpr std::uint64_t most = (std::uint64_t{1} << 53) - 1;  // the server reads doubles
    if (value > most) fail(errc::out_of_range, field);
  }
  constexpr void check_head(char const* field) noexcept {
    if (out_->size() > limits_->request_head) fail_too_long(field, part::head);
  }
  constexpr void fail_too_long(char const* field, part long_part) noexcept {
    if (!errors_->failed()) too_long_ = long_part;
    fail(errc::too_long, field);
  }

  sink* out_;
  first_error* errors_;
  query_writer query_;
  json::writer json_;
  wire_limits const* limits_;
  std::optional<std::size_t> max_items_;
  std::size_t body_at_ = 0;
  bool has_body_ = false;
  part too_long_ = part::none;  // what the first error is about, if that is its kind
};

}  // namespace medusa::inline v0

// medusa/operation/operation.hpp

namespace medusa::inline v0 {

/// What the exchange has to know of an operation.
struct operation_info {
  medusa::method method = medusa::method::get;
  /// Whether the client's credentials are sent. Operations that need none never carry them.
  bool authenticated = true;
  /// Whether doing it twice is the same as doing it once, so that it may be repeated when it is not
  /// known whether the server has done it.
  bool repeatable = true;
  /// The member of the response's root object that holds the result; empty when the root is it.
  std::string_view envelope{};
};

/// An operation: a small aggregate of views, which can be turned into a request and knows the type
/// of its result. It MUST have
/// - `static constexpr operation_info info`;
/// - `template <storage S> using result_type`: a described model, or `no_content`, whose body is
///   not looked at;
/// - `void encode(request_writer&) const`: writes path, query and body.
///
/// It MAY have `static errc rejected(errc code, int status)`, which gives a refusal a more telling
/// code, and `static result<credentials, errc> obtained(response const&, model const&)`, which takes
/// new credentials from a response; they view it.
template <class Op>
concept operation = requires(Op const& op, request_writer& writer) {
  { Op::info } -> std::convertible_to<operation_info const&>;
  { op.encode(writer) } -> std::same_as<void>;
};

}  // namespace medusa::inline v0

// medusa/http/base_url.hpp

namespace medusa::inline v0 {

/// The address of a Medusa backend, `http(s)://host[:port][/path]`, taken apart (RFC 3986 section
/// 3). Views into the text it was parsed from.
struct base_url {
  std::string_view text{};  ///< without a slash at the end
  std::size_t path_at = 0;  ///< where the path begins in `text`: its size when there is none
};

namespace detail {

/// What the host of a URL may hold: a name or an IPv4 address; an IPv6 address in brackets. No user
/// information: it would be a secret in a URL, which ends up in logs.
inline constexpr ascii::char_set host_char("-._");
inline constexpr ascii::char_set address_char("0123456789abcdefABCDEF:.", false);
/// `pchar` of RFC 3986 section 3.3, but for `%`.
inline constexpr ascii::char_set path_char("-._~!$&'()*+,;=:@");

/// Reads the parts of a URL from its front.
struct url_scanner {
  char const* at;
  char const* end;

  [[nodiscard]] constexpr char peek() const noexcept { return at == end ? '\0' : *at; }
  constexpr bool take(char c) noexcept {
    if (peek() != c) return false;
    ++at;
    return true;
  }
  /// `text` is in small letters; whatever the case.
  constexpr bool take(char const* text) noexcept {
    for (; *text != '\0'; ++text, ++at)
      if (ascii::lower(peek()) != *text) return false;
    return true;
  }
  constexpr bool scheme() noexcept {
    if (!take("http")) return false;
    static_cast<void>(take("s"));
    return take("://");
  }
  constexpr bool host() noexcept {
    bool const bracketed = take('[');
    ascii::char_set const& allowed = bracketed ? address_char : host_char;
    char const* const begin = at;
    while (allowed.has(peek())) ++at;
    return at != begin && (!bracketed || take(']'));
  }
  /// 1 to 65535, or none at all.
  constexpr bool port() noexcept {
    if (!take(':')) return true;
    unsigned value = 0;
    for (; ascii::is_digit(peek()) && value <= 65535; ++at)
      value = value * 10 + static_cast<unsigned>(*at - '0');
    return value >= 1 && value <= 65535;
  }
  /// No segment of `.` or `..`, also with `%2E` for a dot, which URL parsers take for the same
  /// (WHATWG URL): some transports would resolve it, others send it.
  constexpr bool path() noexcept {
    while (take('/')) {
      std::size_t dots = 0;
      for (; at != end && *at != '/'; ++at) {
        int c = static_cast<unsigned char>(*at);
        if (c == '%') {
          if (end - at < 3) return false;
          c = hex_digit(at[1]) * 16 | hex_digit(at[2]);
          if (c < 0) return false;
          at += 2;
        } else if (!path_char.has(*at)) {
          return false;
        }
        dots += c == '.' ? 1 : 3;  // with anything else it is more than two
      }
      if (dots == 1 || dots == 2) return false;
    }
    return at == end;
  }
};

[[nodiscard]] constexpr errc read_base_url(std::string_view text, base_url& out) noexcept {
  if (text.empty()) return errc::missing_value;
  if (ascii::has_control(text)) return errc::control_character;
  while (!text.empty() && text.back() == '/') text.remove_suffix(1);
  url_scanner in{text.data(), text.data() + text.size()};
  if (!in.scheme() || !in.host() || !in.port()) return errc::invalid_url;
  auto const path_at = static_cast<std::size_t>(in.at - text.data());
  if (!in.path()) return errc::invalid_url;
  out = {.text = text, .path_at = path_at};
  return errc{};
}

}  // namespace detail

/// Parses a base URL. Slashes at its end are dropped. Errors, which leave `out` as it was:
/// `missing_value`, `control_character`, `invalid_url`.
[[nodiscard]] constexpr std::optional<errc> parse_base_url(std::string_view text,
                                                           base_url& out) noexcept {
  return detail::if_any(detail::read_base_url(text, out));
}

}  // namespace medusa::inline v0

// medusa/operation/request_context.hpp

namespace medusa::inline v0 {

/// Options that were checked, in the form that requests are built from. Views.
struct request_context {
  medusa::base_url base{};
  medusa::credentials credentials{};
  std::string_view publishable_api_key{};
  header_list headers{};
  /// Whether there are credentials in the headers, which then come before the others.
  bool signed_by_headers = false;
  duration timeout = duration::max();
  duration deadline = duration::max();
  wire_limits limits{};
  /// The most users that the caller's storage takes, if it is bounded.
  std::optional<std::size_t> max_items{};
};

namespace detail {

/// Refuses a time limit that is none.
constexpr void check_time(duration const& limit, char const* field, first_error& errors) noexcept {
  if (limit.count() <= 0) errors.fail(errc::out_of_range, field);
}

/// Checks a context, and takes `url` apart into it.
constexpr void check_context(request_context& context, std::string_view const& url,
                             first_error& errors) noexcept {
  errors.note(read_base_url(url, context.base), "base_url");
  if (std::size_t const size = context.base.text.size(); size > context.limits.request_head)
    errors.fail(errc::too_long, "base_url", size);
  errors.note(check_credentials(context.credentials), "credentials");
  errors.refuse_control(context.publishable_api_key, "publishable_api_key");
  context.signed_by_headers = context.headers.check(errors);
  check_time(context.timeout, "timeout", errors);
  check_time(context.deadline, "deadline", errors);
}

/// A context of options, not checked and without their URL.
template <class Clock>
[[nodiscard]] constexpr request_context unchecked_context(
    basic_options<Clock> const& options) noexcept {
  return {.credentials = options.credentials,
          .publishable_api_key = options.publishable_api_key,
          .headers = options.headers,
          .timeout = options.timeout,
          .deadline = options.deadline,
          .limits = options.limits};
}

}  // namespace detail

/// Checks options and gives views of them. Errors: `missing_value`, `invalid_url`,
/// `control_character`, `publishable_key`, `invalid_value`, `invalid_header`, `out_of_range` (a
/// time limit that is not positive), `too_long` (a base URL beyond `limits.request_head`).
template <class Clock>
[[nodiscard]] constexpr result<request_context, encode_error> make_context(
    basic_options<Clock> const& options) noexcept {
  request_context context = detail::unchecked_context(options);
  first_error errors;
  detail::check_context(context, options.base_url, errors);
  if (errors.failed()) return unexpected(errors.error());
  return context;
}

}  // namespace medusa::inline v0

// medusa/operation/build_request.hpp

namespace medusa::inline v0 {

namespace detail {

/// An operation without its type, so that a program builds requests in one place.
struct request_form {
  void (*encode)(erased const& op, request_writer&);
  medusa::method method;
  bool authenticated;
  bool repeatable;
};
template <operation Op>
inline constexpr request_form request_form_of{
    .encode = [](erased const& op, request_writer& w) { unerase<Op const>(op).encode(w); },
    .method = Op::info.method,
    .authenticated = Op::info.authenticated,
    .repeatable = Op::info.repeatable};

/// Memory for one request.
struct request_space {
  char* chars;
  std::size_t capacity;
  std::span<header> headers;
};

inline constexpr std::string_view json_type = "application/json";

/// Which header credentials are in, and what stands before them there: the scheme, or the cookie's
/// name. Rows as the enumerators of `credential_kind`.
struct signing {
  char const* header;
  char const* before;
};
inline constexpr signing signings[] = {{"x-medusa-access-token", ""},
                                       {"x-medusa-access-token", ""},
                                       {"Authorization", "Bearer "},
                                       {"Cookie", cookie_name}};

/// Sets the header of the client's credentials. Its value is written to `out`.
constexpr void set_credentials(header_table& table, sink& out, credentials const& c) noexcept {
  std::size_t const at = out.size();
  signing const& how = signings[static_cast<std::size_t>(c.kind())];
  out.append(how.before);
  out.append(c.value().reveal());
  table.add(how.header, out.written(at));
}

/// One attempt to write a request, which `made` then is: `buffer_too_small` when the memory was.
constexpr void write_request(request_form const& form, erased const& op, request_space const& space,
                             request_context const& context, call_options const& call,
                             std::string_view const& idempotency_key, request& made,
                             first_error& errors) {
  bool const signed_by_call = call.headers.check(errors);
  errors.refuse_control(idempotency_key, "idempotency_key");
  made.timeout = call.timeout ? *call.timeout : context.timeout;
  check_time(made.timeout, "timeout", errors);
  if (call.deadline) check_time(*call.deadline, "deadline", errors);

  sink out(space.chars, space.capacity);
  request_writer writer(out, errors, context.limits, context.max_items);
  out.append(context.base.text);
  form.encode(op, writer);
  std::size_t const body_at = writer.finish();
  std::size_t const body_end = out.size();

  bool const clients_own = form.authenticated && !signed_by_call;
  bool const signs_in = clients_own && context.credentials.kind() != credential_kind::none &&
                        !context.signed_by_headers;
  header_table headers(space.headers);  // a later header replaces one of the same name
  headers.add("Accept", json_type);
  if (writer.has_body()) headers.add("Content-Type", json_type);
  if (signs_in) set_credentials(headers, out, context.credentials);
  if (!context.publishable_api_key.empty())
    headers.add("x-publishable-api-key", context.publishable_api_key);
  if (form.method == method::post && !idempotency_key.empty())
    headers.add("Idempotency-Key", idempotency_key);
  headers.add("User-Agent", user_agent);
  context.headers.put(headers, clients_own);
  call.headers.put(headers);
  if (out.overflowed()) errors.fail(errc::buffer_too_small, "request", out.size());
  if (headers.overflowed()) errors.fail(errc::too_many_headers, "headers");
  std::size_t const head = body_at + headers.bytes();
  if (head > context.limits.request_head) errors.fail(errc::too_long, "headers", head);

  if (errors.failed()) return;
  made.method = form.method;
  made.url = {space.chars, body_at};
  made.target = {space.chars + context.base.path_at, body_at - context.base.path_at};
  made.body = {space.chars + body_at, body_end - body_at};
  made.headers = headers.rows();
  made.max_body = context.limits.response_body;
  made.cancel = call.cancel;
}

/// Writes into `buffer`, which grows if it can. There are no errors before.
template <request_memory Buffer>
constexpr void build_erased(request_form const& form, erased const& op, Buffer& buffer,
                            request_context const& context, call_options const& call,
                            std::string_view const& idempotency_key, request& made,
                            first_error& errors) {
  for (;;) {
    write_request(form, op, {buffer.data(), buffer.capacity(), buffer.headers()}, context, call,
                  idempotency_key, made, errors);
    std::size_t const needed =
        errors.error().code == errc::buffer_too_small ? errors.error().needed : 0;
    if (needed <= buffer.capacity() || !buffer.grow(needed)) return;
    errors = {};
  }
}

}  // namespace detail

/// Writes the request of an operation into `buffer`. In the buffer lie, one after the other, the
/// URL, the body, and the value of the credential header. Errors: those of the operation's fields,
/// of `call.headers`, `out_of_range` (a time limit that is not positive), `control_character` in
/// the key, `too_many_headers`, `too_long`, and `buffer_too_small` with the bytes needed.
///
/// `idempotency_key` is sent with POST unless empty. Of credentials, those in `call.headers` come
/// first, then those in the client's headers, then the client's credentials; the others are not
/// sent. An operation that needs none carries only those in `call.headers`.
template <operation Op, request_memory Buffer>
[[nodiscard]] constexpr result<request, encode_error> build_request(
    Op const& op, Buffer& buffer, request_context const& context,
    call_options const& call = default_call_options, std::string_view idempotency_key = {}) {
  request made{};
  first_error errors;
  detail::build_erased(detail::request_form_of<Op>, detail::erased_pointer<Op const>(op), buffer,
                       context, call, idempotency_key, made, errors);
  if (errors.failed()) return unexpected(errors.error());
  return made;
}

/// The same from options, which are checked first; `request()` of every operation is this.
template <operation Op, request_memory Buffer, class Clock>
[[nodiscard]] constexpr result<request, encode_error> build_request(
    Op const& op, Buffer& buffer, basic_options<Clock> const& options,
    call_options const& call = default_call_options) {
  auto const context = make_context(options);
  if (!context) return unexpected(context.error());
  return build_request(op, buffer, *context, call, call.idempotency_key);
}

}  // namespace medusa::inline v0

// medusa/json/error.hpp

namespace medusa::inline v0::json {

/// Why a document could not be read. `code` is one of
/// - `malformed_json`: not the grammar of RFC 8259, or an escape that stands for no character;
/// - `malformed_utf8`: a string that is not UTF-8 (RFC 8259 section 8.1 allows nothing else);
/// - `too_deep`: more arrays and objects inside each other than the reader takes.
///
/// `offset` is the byte at which the document went wrong (its size, when it ends too early): the
/// first byte of an escape, of an ill-formed sequence, of the bracket that is one too many. A
/// reader that does not know it says 0.
struct error {
  errc code = errc::malformed_json;
  std::size_t offset = 0;

  friend constexpr bool operator==(error const&, error const&) = default;
};

}  // namespace medusa::inline v0::json

// medusa/json/space_run.hpp

namespace medusa::inline v0::json::detail {

using medusa::detail::byte_block;

/// White space of JSON (RFC 8259 section 2).
[[nodiscard]] constexpr bool is_space(char c) noexcept {
  constexpr std::uint32_t spaces =
      1u << (' ' - '\t') | 1u << ('\r' - '\t') | 1u << ('\n' - '\t') | 1u;
  std::uint32_t const place = static_cast<std::uint32_t>(c) - '\t';
  return place < 32 && ((spaces >> place) & 1) != 0;
}

/// The first byte from `at` on that is no white space, or `end`. Documents have none, as servers
/// write them, or single ones, and line ends with many spaces behind, as people like to see them.
[[nodiscard]] constexpr char const* space_run(char const* at, char const* end) noexcept {
  while (at != end && is_space(*at)) {
    ++at;
    if (std::is_constant_evaluated() || medusa::detail::small_code) continue;
    if (at == end || static_cast<unsigned char>(*at) > ' ') break;
    for (; static_cast<std::size_t>(end - at) >= byte_block::size; at += byte_block::size) {
      auto const stops = byte_block(at).not_space();
      if (!stops.any()) continue;
      at += stops.first();
      break;
    }
  }
  return at;
}

/// The same before a member, of which many are indented alike: `usual` is how much white space the
/// last had. As long as it stays, what is behind is read without waiting until its place is found.
/// More white space may be left there: to look whether took an eighth of the time that 100 users of
/// pretty-printed text take (`borrowed`, g++).
[[nodiscard]] MEDUSA_HOT constexpr char const* space_run(char const* at, char const* end,
                                                         std::size_t& usual) noexcept {
  std::size_t const spaces = usual - 1;  // behind the end of the line
  bool const fits = spaces < byte_block::size;
  if (!std::is_constant_evaluated() && fits &&
      static_cast<std::size_t>(end - at) > byte_block::size && *at == '\n' &&
      byte_block(at + 1).not_space().first_is(spaces))
    return at + usual;
  char const* const behind = space_run(at, end);
  usual = static_cast<std::size_t>(behind - at);
  return behind;
}

}  // namespace medusa::inline v0::json::detail

// medusa/json/cursor.hpp

namespace medusa::inline v0::json::detail {

/// A place in a document, and why reading stopped. The scanning functions move `at`, which only
/// ever moves forward.
///
/// A cursor that has failed or was stopped stands at the end of its document. So every later step
/// finds nothing there, fails as well, and is ignored: the first error stays, and no step has to
/// ask.
struct cursor {
  char const* at;
  char const* end;
  char const* first;
  std::size_t depth = 0;   ///< arrays and objects that are open
  std::size_t offset = 0;  ///< of the error
  errc code{};             ///< of the error; none as long as all is well
  bool halted = false;

  constexpr explicit cursor(std::string_view const& document) noexcept
      : at(document.data()), end(at + document.size()), first(at) {}

  /// NUL at the end. A NUL byte inside looks the same and is just as wrong at every place that
  /// asks.
  [[nodiscard]] MEDUSA_HOT constexpr char peek() const noexcept { return at == end ? '\0' : *at; }

  /// Skips white space, and gives what `peek` does.
  MEDUSA_HOT constexpr char next() noexcept {
    if (!medusa::detail::small_code && at != end && static_cast<unsigned char>(*at) > ' ')
      return *at;
    at = space_run(at, end);
    return peek();
  }

  /// Steps over `c` if it is next.
  MEDUSA_HOT constexpr bool take(char c) noexcept {
    if (at == end || *at != c) return false;
    ++at;
    return true;
  }

  /// Steps over the word if it is next.
  MEDUSA_HOT constexpr bool take(std::string_view const& word) noexcept {
    if (static_cast<std::size_t>(end - at) < word.size() ||
        !medusa::detail::same_bytes(at, word.data(), word.size()))
      return false;
    at += word.size();
    return true;
  }

  /// Steps over white space and a comma behind it, if that is next.
  MEDUSA_HOT constexpr bool take_comma() noexcept {
    static_cast<void>(next());
    return take(',');
  }

  /// Steps over `c`, or fails.
  constexpr bool expect(char c) noexcept { return take(c) || fail(errc::malformed_json); }

  /// Steps over the bracket that opens an array or object, or fails when `limit` of them are open.
  constexpr bool open(std::size_t limit) noexcept {
    if (depth == limit) return fail(errc::too_deep);
    ++depth;
    ++at;
    return true;
  }
  /// Steps over the bracket that closes it, or fails.
  constexpr bool close(char bracket) noexcept {
    --depth;
    return expect(bracket);
  }

  /// Ends reading without an error; always false.
  constexpr bool halt() noexcept {
    halted = true;
    at = end;
    return false;
  }

  /// Ends reading with an error at this place; always false.
  constexpr bool fail(errc why) noexcept {
    if (!halted) {
      code = why;
      offset = static_cast<std::size_t>(at - first);
    }
    return halt();
  }

  /// Reading is over: what went wrong, if anything did.
  [[nodiscard]] constexpr std::optional<error> failure() const noexcept {
    if (code == errc{}) return std::nullopt;
    return error{code, offset};
  }
};

}  // namespace medusa::inline v0::json::detail

// medusa/json/kind.hpp

namespace medusa::inline v0::json {

/// What a JSON value is (RFC 8259 section 3).
enum class kind : std::uint8_t { null, boolean, number, string, array, object };

/// The name of a kind, as the enumerator is called.
[[nodiscard]] constexpr std::string_view to_string(kind k) noexcept {
  switch (k) {
    case kind::null: return "null";
    case kind::boolean: return "boolean";
    case kind::number: return "number";
    case kind::string: return "string";
    case kind::array: return "array";
    case kind::object: return "object";
  }
  return "unknown";
}

}  // namespace medusa::inline v0::json

// medusa/json/number.hpp

namespace medusa::inline v0::json::detail {

/// Steps over one or more digits, or fails.
constexpr void scan_digits(cursor& c) noexcept {
  char const* const begin = c.at;
  while (c.at != c.end && ascii::is_digit(*c.at)) ++c.at;
  if (c.at == begin) static_cast<void>(c.fail(errc::malformed_json));
}

/// Steps over a number (RFC 8259 section 6), or fails at the first byte that belongs to none.
constexpr bool scan_number(cursor& c) noexcept {
  static_cast<void>(c.take('-'));
  if (!c.take('0')) scan_digits(c);  // a digit after a leading zero is left over
  if (c.take('.')) scan_digits(c);
  if (c.take('e') || c.take('E')) {
    if (!c.take('+')) static_cast<void>(c.take('-'));
    scan_digits(c);
  }
  return !c.halted;
}

/// The value of a checked number that is whole and fits: `1.0` and `1e2` are, as in JavaScript,
/// which knows no other numbers; `1.5` is not. Exact: nothing goes through floating point.
/// O(number).
[[nodiscard]] constexpr std::optional<std::int64_t> to_integer(
    std::string_view const& number) noexcept {
  constexpr std::int32_t most = 0x800'0000;  // of an exponent: no document has as many digits
  std::size_t const first = number.front() == '-' ? 1 : 0;
  std::size_t end = first;  // of the mantissa
  std::size_t point = 0;    // how many digits stand before the decimal point
  while (end < number.size() && (number[end] | 0x20) != 'e')
    if (number[end++] == '.') point = end - 1 - first;
  if (point == 0) point = end - first;
  std::int32_t exponent = 0;
  for (std::size_t i = end + 1; i < number.size(); ++i)
    if (ascii::is_digit(number[i]) && exponent < most) exponent = exponent * 10 + (number[i] - '0');
  if (end + 1 < number.size() && number[end + 1] == '-') exponent = -exponent;
  // The digits before the point, wherever the exponent has moved it, make the value; those behind
  // must be zeros.
  std::uint64_t value = 0;
  std::int32_t left = static_cast<std::int32_t>(point) + exponent;
  for (std::size_t i = first; i < end || (left > 0 && value != 0); ++i) {
    if (i < end && number[i] == '.') continue;
    std::uint32_t const digit = i < end ? static_cast<std::uint32_t>(number[i] - '0') : 0;
    if (left-- <= 0) {
      if (digit != 0) return std::nullopt;
      continue;
    }
    if (value >> 60 != 0) return std::nullopt;  // below 2^60 ten times as much fits
    value = value * 10 + digit;
  }
  constexpr std::uint64_t least = std::uint64_t{1} << 63;
  if (first == 1 ? value > least : value >= least) return std::nullopt;
  return static_cast<std::int64_t>(first == 1 ? 0 - value : value);
}

}  // namespace medusa::inline v0::json::detail

// medusa/json/utf8_run.hpp

namespace medusa::inline v0::json::detail {

using medusa::detail::byte_block;

/// Steps over what is text inside a JSON string and well-formed UTF-8, ASCII or not, by whole
/// blocks, as far as it is quick to: further text may follow. Precondition: three bytes are before
/// `at`, and a sequence ends there.
template <class Block>
[[nodiscard]] char const* text_blocks(char const* at, char const* end) noexcept {
  char const* const first = at;
  for (; static_cast<std::size_t>(end - at) >= Block::size; at += Block::size) {
    auto const stops = Block::not_text(at);
    if (!stops.any()) continue;
    at += stops.first();
    break;
  }
  // Back to where the last sequence begins, which may not be complete.
  char const* last = at;
  while (last != first && (last[-1] & 0xC0) == 0x80) --last;
  return last != first && (last[-1] & 0x80) != 0 ? last - 1 : at;
}

/// Steps over sequences of UTF-8 that begin at `at`, not with ASCII, perhaps with text between them
/// that needs no closer look. Where it ends either another kind of byte is, or what is not
/// well-formed: then `good` becomes false. Precondition: `at != end`.
[[nodiscard]] constexpr char const* utf8_run(char const* at, char const* end, bool& good) noexcept {
  // Bytes that are quicker by themselves, as in a name here and there; no less than a block looks
  // back at.
  constexpr std::ptrdiff_t few = 8;
  char const* const first = at;
  do {
    std::size_t const length = medusa::detail::utf8_length(at, end);
    good = length != 0;
    at += length;
    if constexpr (byte_block::wide && !medusa::detail::small_code)
      if (!std::is_constant_evaluated() && at - first >= few && good)
        at = text_blocks<byte_block>(at, end);
  } while (good && at != end && static_cast<unsigned char>(*at) >= 0x80);
  return at;
}

}  // namespace medusa::inline v0::json::detail

// medusa/json/string_scan.hpp

namespace medusa::inline v0::json::detail {

/// The rest of `scan_string` from the first byte on that is not plain.
[[nodiscard]] constexpr text scan_rest(cursor& c, char const* begin) noexcept {
  bool escaped = false;
  for (;; c.at = plain_run(c.at, c.end)) {
    char const next = c.peek();
    if (next == '\\') {
      escaped = true;
      if (take_escape(c.at, c.end) < 0) break;
    } else if (static_cast<unsigned char>(next) >= 0x80) {
      bool good = false;
      c.at = utf8_run(c.at, c.end, good);
      if (!good) static_cast<void>(c.fail(errc::malformed_utf8));
    } else {
      break;
    }
  }
  char const* const end = c.at;
  if (!c.expect('"')) return {};  // it was not checked to its end
  return {.chars = {begin, static_cast<std::size_t>(end - begin)}, .escaped = escaped};
}

/// Steps over a string and gives what is between its quotes, checked: UTF-8, escapes, no control
/// characters. The empty text on failure.
[[nodiscard]] MEDUSA_HOT constexpr text scan_string(cursor& c) noexcept {
  static_cast<void>(c.expect('"'));
  char const* const begin = c.at;
  char const* const end = plain_run(begin, c.end);
  // In small code the rest does all.
  bool const quoted = !medusa::detail::small_code && end != c.end && *end == '"';
  c.at = end + (quoted ? 1 : 0);
  if (!quoted) return scan_rest(c, begin);
  return {.chars = {begin, static_cast<std::size_t>(end - begin)}};
}

/// Steps over the name of a member, its colon and the white space before both.
[[nodiscard]] constexpr text scan_key(cursor& c) noexcept {
  static_cast<void>(c.next());
  text const key = scan_string(c);
  static_cast<void>(c.next());
  static_cast<void>(c.expect(':'));
  return key;
}

}  // namespace medusa::inline v0::json::detail

// medusa/json/skip.hpp

namespace medusa::inline v0::json::detail {

/// Steps over `true`, `false` or `null`, or fails at the first letter that differs.
constexpr void scan_literal(cursor& c, char const* word) noexcept {
  for (; *word != '\0'; ++word) static_cast<void>(c.expect(*word));
}

/// Steps over a value that is neither array nor object, and begins so.
constexpr void scan_scalar(cursor& c, char first) noexcept {
  if (first == '"') static_cast<void>(scan_string(c));
  else if (first == 't') scan_literal(c, "true");
  else if (first == 'f') scan_literal(c, "false");
  else if (first == 'n') scan_literal(c, "null");
  else scan_number(c);
}

/// Which of the open brackets are objects: one bit each, so that 512 levels cost 64 bytes of stack.
template <std::size_t MaxDepth>
class bracket_stack {
 public:
  constexpr void push(bool object) noexcept {
    std::uint8_t& byte = objects_[size_++ / 8];  // each takes eight, the last is its lowest bit
    byte = static_cast<std::uint8_t>(byte << 1 | static_cast<int>(object));
  }
  /// The last that was pushed.
  constexpr bool pop() noexcept {
    std::uint8_t& byte = objects_[--size_ / 8];
    bool const object = (byte & 1) != 0;
    byte >>= 1;
    return object;
  }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }

 private:
  std::uint8_t objects_[(MaxDepth + 7) / 8] = {};
  std::size_t size_ = 0;
};

/// Steps over any value and checks all that is in it, without recursion: how deep a server nests
/// must not decide how much stack is used.
template <std::size_t MaxDepth>
constexpr void skip(cursor& c) noexcept {
  bracket_stack<MaxDepth> around;  // around what is read
  bool in_object = false;
  for (;;) {
    if (in_object) static_cast<void>(scan_key(c));
    char const opening = c.next();
    if (opening == '{' || opening == '[') {
      if (!c.open(MaxDepth)) return;
      around.push(in_object);
      in_object = opening == '{';
      if (c.next() != opening + 2) continue;  // in ASCII that closes it
    } else {
      scan_scalar(c, opening);
    }
    // A value is over, and with it every array and object that ends right behind it.
    for (;; in_object = around.pop()) {
      if (around.empty()) return;
      if (c.take_comma()) break;
      if (!c.close(in_object ? '}' : ']')) return;
    }
  }
}

}  // namespace medusa::inline v0::json::detail

// medusa/json/scanner.hpp

namespace medusa::inline v0::json {

/// The default JSON policy, a model of `json::reader`: one pass forward over the document, without
/// allocation or recursion of its own, usable in constant evaluation.
///
/// Everything is checked, what is skipped too: the grammar of RFC 8259, UTF-8, escapes, control
/// characters, and that exactly one value is there. Where the RFC leaves room:
/// - a byte order mark is refused. Section 8.1 forbids sending one and merely allows to ignore it;
///   what comes from a server with a mark has passed through something that edits bodies;
/// - a surrogate escape that is not part of a pair is `malformed_json`: it stands for no character;
/// - numbers may have any size; `integer()` says whether one fits;
/// - members of equal name are all delivered, in order. A caller that lets the last one win does as
///   JavaScript does;
/// - at most `MaxDepth` arrays and objects may be open at once, or it is `too_deep`. Skipping costs
///   one bit of stack for each. (A Medusa answer without metadata has three; metadata of 200 was
///   stored and returned by a real server.)
template <std::size_t MaxDepth>
struct basic_scanner {
  static_assert(MaxDepth > 0);
  static constexpr std::size_t max_depth = MaxDepth;
  static constexpr bool views_input = true;

  /// A value of the document, see `json::value`. Asking for what it is not, or a second time, gives
  /// false or nothing.
  class value {
   public:
    /// Whether a caller should say which members it expects: it makes reading faster and programs
    /// larger.
    static constexpr bool expects_members = !medusa::detail::small_code;

    [[nodiscard]] constexpr json::kind kind() const noexcept { return kind_; }

    /// Where the value begins, in bytes from the beginning of the document.
    [[nodiscard]] constexpr std::size_t offset() const noexcept {
      return static_cast<std::size_t>(start_ - cursor_->first);
    }

    constexpr bool boolean() noexcept {
      if (!waits(kind::boolean)) return false;
      detail::scan_scalar(*cursor_, *start_);
      return *start_ == 't' && !cursor_->halted;
    }

    /// Nothing when the number is not whole or does not fit; `1.0` and `1e2` are whole.
    constexpr std::optional<std::int64_t> integer() noexcept {
      if (!waits(kind::number) || !detail::scan_number(*cursor_)) return std::nullopt;
      return detail::to_integer(passed());
    }

    /// The `size` bytes of a string, not checked, if a quote is where it would end; else nothing.
    /// For who knows what they look like when all is well, and then says `skip_string`.
    [[nodiscard]] MEDUSA_HOT constexpr std::string_view glance(std::size_t size) const noexcept {
      std::size_t const left = static_cast<std::size_t>(cursor_->end - start_);
      if (!waits(kind::string) || left < size + 2 || start_[size + 1] != '"') return {};
      return {start_ + 1, size};
    }
    /// The same for a string of any size that is all plain, which is checked; else null.
    [[nodiscard]] MEDUSA_HOT constexpr std::string_view glance() const noexcept {
      if (!waits(kind::string)) return {};
      char const* const last = detail::plain_run(start_ + 1, cursor_->end);
      if (last == cursor_->end || *last != '"') return {};
      return {start_ + 1, static_cast<std::size_t>(last - start_ - 1)};
    }
    /// Steps over a string of plain characters at which a glance was enough.
    MEDUSA_HOT constexpr void skip_string(std::size_t size) noexcept { cursor_->at += size + 2; }

    MEDUSA_HOT constexpr text string() noexcept {
      return waits(kind::string) ? detail::scan_string(*cursor_) : text{};
    }

    /// The value as it stands in the document, all of it checked. Empty on failure.
    constexpr std::string_view raw() noexcept {
      bool const here = waits(kind_);
      if (here) detail::skip<MaxDepth>(*cursor_);
      return here && !cursor_->halted ? passed() : std::string_view();
    }

    /// Calls `f(text name, value&)` for each member until it gives false. False when it did, or on
    /// failure.
    ///
    /// Who knows in which order they usually come says so by types, each with a static `quoted`,
    /// its name as it stands in a document. As long as the order is kept, what is called is
    /// `f(Expected(), value&)`, and no name is looked at twice; then once `f.came(n)`, how often.
    template <class... Expected, class F>
    constexpr bool for_each_member(F&& f) {
      detail::cursor& c = *cursor_;
      if (!waits(kind::object) || !c.open(MaxDepth)) return false;
      if (c.next() != '}') {
        bool named = true;  // a name is next, or else what comes behind a member
        if constexpr (sizeof...(Expected) != 0) {
          std::uint32_t count = 0;
          auto indent = static_cast<std::size_t>(c.at - start_) - 1;  // of the first
          static_cast<void>(((give_expected<Expected>(f, named, indent) && ++count != 0) && ...));
          f.came(count);
        }
        for (; named || c.take_comma(); named = false) give(c, f, detail::scan_key(c));
      }
      return c.close('}');
    }

    /// Calls `f(value&)` for each element until it gives false. False when it did, or on failure.
    template <class F>
    constexpr bool for_each_element(F&& f) {
      detail::cursor& c = *cursor_;
      if (!waits(kind::array) || !c.open(MaxDepth)) return false;
      if (c.next() != ']') {
        do give(c, f);
        while (c.take_comma());
      }
      return c.close(']');
    }

   private:
    friend basic_scanner;

    /// Gives the value that is next, and skips what the callback left.
    template <class F, class... Name>
    MEDUSA_HOT static constexpr void give(detail::cursor& c, F& f, Name const&... name) {
      value next(c);
      if (c.at == c.end) return;  // there is none, which is an error
      if (f(name..., next)) next.finish();
      else c.halt();
    }
    /// Steps over the name with white space around, and a comma before it where one must be: that is
    /// taken, and a name is next, when it is another. A function for each name, whose size is known
    /// in it.
    template <class Expected>
    static constexpr bool take_spaced(detail::cursor& c, bool& named,
                                      std::size_t& indent) noexcept {
      named = named || c.take_comma();
      if (!named) return false;
      c.at = detail::space_run(c.at, c.end, indent);
      if (!c.take(Expected::quoted.view())) return false;
      static_cast<void>(c.take(' '));
      return true;
    }
    /// Gives the next member if it is this one: nearly always the comma, the name and the colon are
    /// one token. False when it is another, or there is none.
    template <class Expected, class F>
    MEDUSA_HOT constexpr bool give_expected(F& f, bool& named, std::size_t& indent) {
      if (!cursor_->take(named ? Expected::quoted.view() : Expected::quoted.behind_another()) &&
          !take_spaced<Expected>(*cursor_, named, indent))
        return false;
      give(*cursor_, f, Expected());
      named = false;
      return true;
    }

    /// The next, behind white space, which is not looked for where one of the usual begins.
    MEDUSA_HOT constexpr explicit value(detail::cursor& c) noexcept : cursor_(&c) {
      char const first = medusa::detail::small_code ? ' ' : c.peek();
      if (first == '"') kind_ = kind::string;
      else if (first == '{') kind_ = kind::object;
      else kind_ = first == 'n' ? kind::null : kind_of_next(c);
      start_ = c.at;
    }
    /// Steps over white space to a value.
    static constexpr json::kind kind_of_next(detail::cursor& c) noexcept {
      char const first = c.next();
      if (first == '"') return kind::string;
      if (first == '{') return kind::object;
      if (first == '[') return kind::array;
      if (first == '-' || ascii::is_digit(first)) return kind::number;
      if (first == 't' || first == 'f') return kind::boolean;
      if (first != 'n') static_cast<void>(c.fail(errc::malformed_json));
      return kind::null;
    }
    /// No value is empty, so one that was consumed has moved the cursor; a failure has moved it
    /// too.
    [[nodiscard]] MEDUSA_HOT constexpr bool waits(json::kind wanted) const noexcept {
      return cursor_->at == start_ && kind_ == wanted;
    }
    [[nodiscard]] constexpr std::string_view passed() const noexcept {
      return {start_, static_cast<std::size_t>(cursor_->at - start_)};
    }
    /// Skips what the callback left.
    MEDUSA_HOT constexpr void finish() noexcept {
      if (cursor_->at != start_) return;
      bool const usual = expects_members && kind_ == kind::null && cursor_->take({"null", 4});
      if (!usual) detail::skip<MaxDepth>(*cursor_);
    }
    detail::cursor* cursor_;
    char const* start_;
    json::kind kind_;
  };

  /// Reads `document` and calls `f(value&)` with its root. Gives nothing when the document is well
  /// formed, or when a callback stopped before an error was met: then nothing further is read. What
  /// callbacks are given views `document`.
  template <class F>
  static constexpr std::optional<error> visit(std::string_view document, F&& f) {
    detail::cursor c(document);
    value root(c);
    if (!c.halted) {
      f(root);
      root.finish();
      static_cast<void>(c.next());
      if (c.at != c.end) static_cast<void>(c.fail(errc::malformed_json));
    }
    return c.failure();
  }
};

/// The depth costs 65 bytes of stack while a value is skipped.
using scanner = basic_scanner<512>;

}  // namespace medusa::inline v0::json

// medusa/json/validate.hpp

namespace medusa::inline v0::json {

namespace detail {
struct note_kind {
  kind& root;
  constexpr void operator()(scanner::value const& v) const noexcept { root = v.kind(); }
};
}  // namespace detail

/// Nothing when `document` is one well-formed value, else what `scanner` finds wrong with it: its
/// `malformed_json`, `malformed_utf8` or `too_deep`. An empty document is `malformed_json` at 0.
[[nodiscard]] constexpr std::optional<error> validate(std::string_view document) noexcept {
  kind ignored{};
  return scanner::visit(document, detail::note_kind{ignored});
}

/// What a document is; nothing when it is not well formed.
[[nodiscard]] constexpr std::optional<kind> kind_of(std::string_view document) noexcept {
  kind root{};
  if (scanner::visit(document, detail::note_kind{root})) return std::nullopt;
  return root;
}

}  // namespace medusa::inline v0::json

// medusa/json/metadata.hpp

namespace medusa::inline v0::json {

namespace detail {

template <class T>
concept character = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
                    std::same_as<T, char16_t> || std::same_as<T, char32_t>;
template <class T>
concept whole_number = std::integral<T> && !std::same_as<T, bool> && !character<T>;

/// Whether a well-formed JSON text holds an escaped NUL. Backslashes stand only in strings there.
[[nodiscard]] constexpr bool has_nul_escape(std::string_view const& json) noexcept {
  char const* const end = json.data() + json.size();
  for (char const* at = json.data(); at != end; ++at) {
    if (*at != '\\') continue;
    if (read_unit(at, end) == 0) return true;
    ++at;
  }
  return false;
}
}  // namespace detail

/// Builds the `metadata` of `update_user`, as JSON text in a `Text` (`std::string` or
/// `static_string`):
///
///     metadata.set("plan", "gold").set("seats", 5).set("trial", nullptr).erase("coupon");
///
/// The server merges it into what it has: names that are not set stay as they are, nested objects
/// are replaced whole. It parses with `JSON.parse`: of a name that is set twice the last value
/// wins, both are sent.
///
/// Names and values are copied; they must not view the object they are set in.
///
/// The first error is kept and makes the text empty, which no operation sends; what follows it
/// changes nothing. Errors:
/// - `too_long`: `Text` is a `static_string` and full;
/// - `invalid_utf8`: a name or a text is not UTF-8;
/// - `control_character`: a NUL in a name, a text or in raw JSON, at any depth. PostgreSQL's jsonb
///   cannot hold one, the server answers 500;
/// - `invalid_value`: a name of `__proto__` (the server drops it) or `constructor` (it answers
///   500), or a null `char const*`;
/// - `invalid_json`: raw JSON that is not one well-formed value;
/// - `out_of_range`: a number beyond ±(2^53 - 1). The server reads numbers as doubles and would
///   store another one. Send it as text; or as raw JSON, if rounding is all right.
template <class Text>
class basic_metadata {
 public:
  constexpr basic_metadata() = default;

  /// An empty text deletes the name on the server, as `erase` does.
  constexpr basic_metadata& set(std::string_view name, std::string_view chars) {
    bool const plain = !medusa::detail::small_code && detail::is_plain(chars);
    if (!plain && !check_text(chars)) return *this;
    return append(name, [&](writer& w) {
      if (plain) w.plain_string(chars);
      else static_cast<void>(w.string(chars));
    });
  }
  constexpr basic_metadata& set(std::string_view name, char const* chars) {
    return chars == nullptr ? fail(errc::invalid_value) : set(name, std::string_view(chars));
  }
  template <std::same_as<bool> B>
  constexpr basic_metadata& set(std::string_view name, B b) {
    return append(name, [&](writer& w) { w.boolean(b); });
  }
  template <detail::whole_number N>
  constexpr basic_metadata& set(std::string_view name, N n) {
    constexpr std::int64_t most = (std::int64_t{1} << 53) - 1;
    if (std::cmp_greater(n, most) || std::cmp_less(n, -most)) return fail(errc::out_of_range);
    return append(name, [&](writer& w) { w.integer(static_cast<std::int64_t>(n)); });
  }
  /// Stores null on the server; it does not delete.
  constexpr basic_metadata& set(std::string_view name, std::nullptr_t) {
    return append(name, [](writer& w) { w.null(); });
  }
  /// Any JSON value: arrays, objects, numbers with a fraction.
  template <class Raw>
  constexpr basic_metadata& set(std::string_view name, basic_raw<Raw> const& json) {
    std::string_view const value = json.view();
    if (validate(value)) return fail(errc::invalid_json);
    if (detail::has_nul_escape(value)) return fail(errc::control_character);
    return append(name, [&](writer& w) { w.raw(value); });
  }
  template <std::floating_point F>
  basic_metadata& set(std::string_view, F) = delete;  // has no one text: pass json::raw_view("1.5")
  template <detail::character C>
  basic_metadata& set(std::string_view, C) = delete;  // a number or a text? pass "c", or int{c}

  /// Deletes the name on the server, by sending an empty text for it.
  constexpr basic_metadata& erase(std::string_view name) { return set(name, std::string_view()); }

  [[nodiscard]] constexpr std::optional<errc> error() const noexcept { return error_; }

  /// The object's text, `{}` without any member; empty after an error. Valid until the next change.
  [[nodiscard]] constexpr std::string_view view() const noexcept {
    if (error_) return {};
    return text_.size() == 0 ? std::string_view("{}")
                             : std::string_view(text_.data(), text_.size());
  }

 private:
  constexpr basic_metadata& fail(errc code) {
    if (!error_) error_ = code;
    return *this;
  }

  constexpr bool check_text(std::string_view chars) {
    if (!is_utf8(chars)) fail(errc::invalid_utf8);
    else if (chars.find('\0') != chars.npos) fail(errc::control_character);
    return !error_;
  }

  constexpr bool grow(std::size_t size) {
    if constexpr (std::is_void_v<decltype(text_.resize(size))>) text_.resize(size);
    else if (!text_.resize(size)) fail(errc::too_long);
    return !error_;
  }

  /// Makes room and writes the member over the closing brace. A text that grows is measured before;
  /// in one that does not all of its room is there.
  template <class Write>
  constexpr basic_metadata& append(std::string_view name, Write const& write_value) {
    if (name == "__proto__" || name == "constructor") return fail(errc::invalid_value);
    bool const plain = !medusa::detail::small_code && detail::is_plain(name);
    if (!plain) check_text(name);
    if (error_) return *this;
    std::size_t const keep = text_.size() == 0 ? 0 : text_.size() - 1;
    auto const write_member = [&](sink& out) {
      out.append(keep == 0 ? '{' : ',');
      writer w(out);
      if (plain) w.plain_key(name);
      else static_cast<void>(w.key(name));
      write_value(w);
      out.append('}');
    };
    if constexpr (requires { Text::capacity(); }) {
      sink out(text_.data() + keep, Text::capacity() - keep);
      write_member(out);
      grow(keep + out.size());
    } else {
      sink measure(nullptr, 0);
      write_member(measure);
      if (!grow(keep + measure.size())) return *this;
      sink out(text_.data() + keep, measure.size());
      write_member(out);
    }
    return *this;
  }

  Text text_{};
  std::optional<errc> error_{};
};

/// Metadata of at most `N` bytes of JSON, braces included, without a heap.
template <std::size_t N>
using static_metadata = basic_metadata<static_string<N>>;

}  // namespace medusa::inline v0::json

// medusa/json/metadata_error.hpp

namespace medusa::inline v0::json {

namespace detail {
[[nodiscard]] constexpr errc check_metadata(std::string_view const& text) noexcept {
  cursor c(text);
  errc wrong_name{};
  if (c.next() != '{') return errc::invalid_json;
  static_cast<void>(c.open(scanner::max_depth));
  if (c.next() != '}') {
    do {
      json::text const key = scan_key(c);
      if (key == std::string_view("__proto__", 9) || key == std::string_view("constructor", 11))
        wrong_name = errc::invalid_value;
      skip<scanner::max_depth>(c);
    } while (c.take_comma());
  }
  static_cast<void>(c.close('}'));
  static_cast<void>(c.next());
  if (c.at != c.end) static_cast<void>(c.fail(errc::malformed_json));
  if (c.halted) return c.code == errc::malformed_utf8 ? errc::invalid_utf8 : errc::invalid_json;
  if (has_nul_escape(text)) return errc::control_character;
  return wrong_name;
}
}  // namespace detail

/// What is wrong with a text as metadata of a user, if anything: `invalid_json` unless it is one
/// JSON object, `invalid_utf8`, and as in the builder `control_character` for an escaped NUL and
/// `invalid_value` for the names `__proto__` and `constructor` at the top. O(text).
[[nodiscard]] constexpr std::optional<errc> metadata_error(std::string_view text) noexcept {
  return medusa::detail::if_any(detail::check_metadata(text));
}

}  // namespace medusa::inline v0::json

// medusa/model/metadata_ref.hpp

namespace medusa::inline v0 {

/// Metadata for an update: the text of a JSON object, or a builder's. A view. Never null, which the
/// server would ignore; absent by default.
class metadata_ref {
 public:
  constexpr metadata_ref() = default;
  metadata_ref(std::nullptr_t) = delete;

  /// A null `char const*` is no text, and an error.
  template <std::convertible_to<std::string_view> Text>
    requires(!std::same_as<Text, std::nullptr_t>)
  constexpr metadata_ref(Text const& json) noexcept
      : text_(read(json)), error_(error_of(json)), absent_(false) {}
  template <class Text>
  constexpr metadata_ref(json::basic_raw<Text> const& json) noexcept
      : text_(json.view()), absent_(false) {}
  template <class Text>
  constexpr metadata_ref(json::basic_metadata<Text> const& builder) noexcept
      : text_(builder.view()), error_(builder.error()), absent_(false), checked_(true) {}

  [[nodiscard]] constexpr bool is_absent() const noexcept { return absent_; }
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }
  /// Whether the text is a builder's, which has checked all that is in it.
  [[nodiscard]] constexpr bool is_checked() const noexcept { return checked_; }
  /// The builder's first error, or `invalid_value` for a null pointer.
  [[nodiscard]] constexpr std::optional<errc> error() const noexcept { return error_; }

 private:
  // Not assigned in the constructor's body: g++ 12 takes that for a change of a const object, when
  // an operation in constant evaluation is one.
  template <class Text>
  static constexpr std::string_view read(Text const& json) noexcept {
    if constexpr (std::is_pointer_v<Text>)
      if (json == nullptr) return {};
    return json;
  }
  template <class Text>
  static constexpr std::optional<errc> error_of(Text const& json) noexcept {
    if constexpr (std::is_pointer_v<Text>)
      if (json == nullptr) return errc::invalid_value;
    return std::nullopt;
  }

  std::string_view text_{};
  std::optional<errc> error_{};
  bool absent_ = true;
  bool checked_ = false;
};

}  // namespace medusa::inline v0

// medusa/operation/encode_body.hpp

namespace medusa::inline v0 {

namespace detail {

/// What is asked of a member's text. Stands beside its `field_state` in one number: one thing to
/// pass on.
inline constexpr unsigned state_bits = 3;
inline constexpr unsigned required_text = 4;  ///< must not be empty
inline constexpr unsigned hashed_text = 8;    ///< may hold a NUL, since only a hash is stored
static_assert(static_cast<unsigned>(field_state::invalid) <= state_bits);
template <class T>
inline constexpr bool holds_secret =
    std::is_same_v<T, secret_view> || std::is_same_v<T, field<secret_view>>;
template <class T, class Member>
[[nodiscard]] consteval unsigned rules_of() noexcept {
  using type = std::remove_cvref_t<decltype(std::declval<T const&>().*Member::pointer)>;
  unsigned rules = 0;
  if (Member::when == presence::required) rules |= required_text;
  if (holds_secret<type>) rules |= hashed_text;
  return rules;
}
[[nodiscard]] constexpr unsigned with_state(unsigned rules, field_state state) noexcept {
  return rules | static_cast<unsigned>(state);
}

/// A text in one of a field's states: all but `absent` behind the member's name, which the caller
/// has written, or in small code this function.
constexpr void encode_text(request_writer& w, char const* name, unsigned rules,
                           std::string_view const& text) {
  auto const state = static_cast<field_state>(rules & state_bits);
  if (state == field_state::absent) return;
  json::writer& body = small_code ? w.member(name) : w.body();
  if (state != field_state::value) {
    if (state == field_state::null) return body.null();
    w.fail(errc::invalid_value, name);
  }
  if ((rules & required_text) != 0 && text.empty()) w.fail(errc::missing_value, name);
  if (!small_code && json::detail::is_plain(text)) {  // which nearly all texts are
    body.plain_string(text);
  } else {
    body.checked_string(text, w.check_text(name, text, (rules & hashed_text) != 0));
  }
  w.check_body(name);
}
// The functions from here on are put where they are called: the name is a literal there, and is
// written by a few moves.

/// Every member but metadata is such a text.
MEDUSA_HOT constexpr void encode_member_text(request_writer& w, char const* name, unsigned rules,
                                             std::string_view const& text) {
  if (!small_code && (rules & state_bits) != 0) w.member(name);  // `absent` is 0
  encode_text(w, name, rules, text);
}
// NOLINTNEXTLINE(bugprone-return-const-ref-from-parameter): shorter code than by value
constexpr std::string_view const& chars_of(std::string_view const& text) noexcept { return text; }
constexpr std::string_view const& chars_of(secret_view const& secret) noexcept {
  return secret.reveal();
}

MEDUSA_HOT constexpr void encode_member(request_writer& w, char const* name, unsigned,
                                        metadata_ref const& value) {
  if (value.is_absent()) return;
  if (value.error()) w.fail(*value.error(), name);  // which leaves no text
  std::string_view const text = value.text();
  if (!value.is_checked()) w.note(json::detail::check_metadata(text), name);
  w.member(name).raw(text);
  w.check_body(name);
}
template <class T>
MEDUSA_HOT constexpr void encode_member(request_writer& w, char const* name, unsigned rules,
                                        T const& value) {
  encode_member_text(w, name, with_state(rules, field_state::value), chars_of(value));
}
template <class T>
MEDUSA_HOT constexpr void encode_member(request_writer& w, char const* name, unsigned rules,
                                        field<T> const& value) {
  encode_member_text(w, name, with_state(rules, value.state()), chars_of(*value));
}
template <texted_enum Enum>
MEDUSA_HOT constexpr void encode_member(request_writer& w, char const* name, unsigned rules,
                                        field<Enum> const& value) {
  std::string_view const& text = text_of_value(*value);
  field_state const state = value && text.empty() ? field_state::invalid : value.state();
  encode_member_text(w, name, with_state(rules, state), text);
}

template <class T, class... Members>
constexpr void encode_members(request_writer& w, T const& value, member_list<Members...>) {
  static_assert((json::detail::is_plain(Members::name) && ...),
                "the name of a member of a body is written as it is: nothing in it may need an "
                "escape, and it is ASCII");
  w.begin_body();
  (encode_member(w, Members::name.data(), rules_of<T, Members>(), value.*Members::pointer), ...);
  w.end_body();
}

}  // namespace detail

/// Writes a described struct as the body: required members must not be empty, absent fields are
/// left out. Errors name the member: `missing_value`, `invalid_value`, `control_character` (a NUL),
/// `invalid_utf8`, `invalid_json` and the others of a metadata builder, `too_long`.
template <described T>
constexpr void encode_body(request_writer& w, T const& value) {
  detail::encode_members(w, value, typename field_table_of<T>::type{});
}

}  // namespace medusa::inline v0

// medusa/operation/create_session.hpp

namespace medusa::inline v0::admin {

/// Signs in with a session (`POST /admin/auth`): the client that calls it keeps the cookie and
/// sends it from then on. Good for 10 hours from login, not renewed, gone when the server restarts.
/// Wrong password and unknown e-mail are both `unauthorized`. No credentials are sent, so that the
/// server always makes a new session.
struct create_session {
  std::string_view email{};  ///< required
  secret_view password{};    ///< required

  using field_table =
      member_list<member<"email", &create_session::email, presence::required>,  //
                  member<"password", &create_session::password, presence::required>>;

  static constexpr operation_info info{
      .method = method::post, .authenticated = false, .repeatable = false, .envelope = "user"};
  template <storage S>
  using result_type = basic_user<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/auth");
    encode_body(w, *this);
  }

  /// The session cookie; `missing_cookie` without one.
  template <response R, class Model>
  [[nodiscard]] static constexpr result<credentials, errc> obtained(R const& response,
                                                                    Model const&) {
    static_assert(response_with_headers<R>,
                  "create_session needs the response's Set-Cookie: give the response a member "
                  "`std::optional<std::string_view> header(std::string_view name) const`");
    for (std::size_t n = 0;; ++n) {
      auto const field = nth_header(response, "Set-Cookie", n);
      if (!field) return unexpected(errc::missing_cookie);
      auto const value = cookie_value(*field, "connect.sid");
      if (value && is_cookie_value(*value)) return credentials(session_cookie{*value});
    }
  }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/model/no_content.hpp

namespace medusa::inline v0 {

/// Success that carries nothing.
struct no_content {
  friend constexpr bool operator==(no_content, no_content) = default;
};

}  // namespace medusa::inline v0

// medusa/operation/delete_session.hpp

namespace medusa::inline v0::admin {

/// Signs out (`DELETE /admin/auth`): the client that calls it forgets its session or bearer token;
/// an API token it keeps. The server ends a session, but goes on taking a bearer token until it
/// expires. `unauthorized` when not signed in.
struct delete_session {
  static constexpr operation_info info{.method = method::del};
  template <storage S>
  using result_type = no_content;

  constexpr void encode(request_writer& w) const { w.path("/admin/auth"); }

  /// No credentials any more.
  template <response R, class Model>
  [[nodiscard]] static constexpr result<credentials, errc> obtained(R const&, Model const&) {
    return credentials();
  }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/operation/get_session.hpp

namespace medusa::inline v0::admin {

/// Tells who is signed in (`GET /admin/auth`), whichever the way. `bad_request` when the user has
/// been deleted since.
struct get_session {
  static constexpr operation_info info{.method = method::get, .envelope = "user"};
  template <storage S>
  using result_type = basic_user<S>;

  constexpr void encode(request_writer& w) const { w.path("/admin/auth"); }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/model/session_token.hpp

namespace medusa::inline v0 {

/// A JWT to be sent as bearer token (`POST /admin/auth/token`). Good for 24 hours; nothing revokes
/// it.
template <storage S>
struct basic_session_token {
  using text = typename S::credential;

  basic_secret<text> access_token{};

  using field_table =
      member_list<member<"access_token", &basic_session_token::access_token, presence::required>>;
};

}  // namespace medusa::inline v0

// medusa/operation/get_token.hpp

namespace medusa::inline v0::admin {

/// Signs in with a bearer token (`POST /admin/auth/token`, Medusa 1.17 and later): the client that
/// calls it keeps the token and sends it from then on. Good for 24 hours, also across restarts of
/// the server; nothing revokes it. Wrong password and unknown e-mail are both `unauthorized`.
struct get_token {
  std::string_view email{};  ///< required
  secret_view password{};    ///< required

  using field_table = member_list<member<"email", &get_token::email, presence::required>,  //
                                  member<"password", &get_token::password, presence::required>>;

  static constexpr operation_info info{
      .method = method::post, .authenticated = false, .repeatable = false};
  template <storage S>
  using result_type = basic_session_token<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/auth/token");
    encode_body(w, *this);
  }

  /// The token; one that could not be sent in a header is `wrong_type`.
  template <response R, class Model>
  [[nodiscard]] static constexpr result<credentials, errc> obtained(R const&, Model const& token) {
    credentials const c(bearer{token.access_token.reveal()});
    if (credentials_error(c)) return unexpected(errc::wrong_type);
    return c;
  }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/client/auth_api.hpp

namespace medusa::inline v0::admin {

/// Signing a client in and out. Both ways in put what they obtain into the client, in place of the
/// credentials it had. The client must outlive this object.
template <class Client>
class auth_api {
 public:
  constexpr explicit auth_api(Client& client) noexcept : client_(&client) {}

  constexpr auto create_session(admin::create_session const& op,
                                call_options const& options = default_call_options) const {
    return client_->call(op, options);
  }
  constexpr auto get_token(admin::get_token const& op,
                           call_options const& options = default_call_options) const {
    return client_->call(op, options);
  }
  constexpr auto get_session(call_options const& options = default_call_options) const {
    return client_->call(admin::get_session{}, options);
  }
  constexpr auto delete_session(call_options const& options = default_call_options) const {
    return client_->call(admin::delete_session{}, options);
  }

 private:
  Client* client_;
};

}  // namespace medusa::inline v0::admin

// medusa/client/async_handler.hpp

namespace medusa::inline v0 {

template <class Outcome>
class async_handler;

namespace detail {

/// Who waits for an outcome; its handler and it know each other, wherever either is moved or ends.
template <class Outcome>
class waiter {
 public:
  using run_function = void (*)(waiter&, Outcome&);
  using drop_function = void (*)(waiter&);

  /// `run` is called with the outcome; `drop` when the handler has gone without one.
  constexpr waiter(run_function run, drop_function drop) noexcept : run_(run), drop_(drop) {}
  waiter(waiter const&) = delete;
  waiter& operator=(waiter const&) = delete;
  constexpr ~waiter() { revoke(); }

  /// Has the handler do nothing from now on.
  constexpr void revoke() noexcept {
    if (handler_ != nullptr) handler_->waiter_ = nullptr;
    handler_ = nullptr;
  }

 private:
  friend async_handler<Outcome>;
  run_function run_;
  drop_function drop_;
  async_handler<Outcome>* handler_ = nullptr;
};

}  // namespace detail

/// Where something that was begun says what has come of it: run it once, from wherever, also before
/// the function that it was given to has returned. It can be moved, not copied, and is two pointers
/// large; no memory is allocated.
///
/// Whoever gave it may stop waiting at any time (a time limit, a cancellation, the end of a
/// client): `wanted()` is then false, and running it does nothing, nor does running it a second
/// time. One that goes without having been run reports that, too: nobody waits forever. It is for
/// one thread, or for several that take turns, as on a strand.
template <class Outcome>
class async_handler {
 public:
  /// Belongs to nobody; `wanted()` is false.
  constexpr async_handler() noexcept = default;
  constexpr explicit async_handler(detail::waiter<Outcome>& w) noexcept : waiter_(&w) {
    w.revoke();
    w.handler_ = this;
  }
  constexpr async_handler(async_handler&& other) noexcept { take(other); }
  constexpr async_handler& operator=(async_handler&& other) noexcept {
    async_handler next(std::move(other));  // which may be this one
    async_handler const old(std::move(*this));
    take(next);
    return *this;
  }
  constexpr ~async_handler() {
    if (auto* const w = leave()) w->drop_(*w);
  }

  /// Whether somebody waits for it still. When not, the request may be gone, and there is no use in
  /// going on.
  [[nodiscard]] constexpr bool wanted() const noexcept { return waiter_ != nullptr; }

  /// Hands over what has come of it, which must live until this returns. This object may be gone by
  /// then.
  constexpr void operator()(Outcome& outcome) {
    if (auto* const w = leave()) w->run_(*w, outcome);
  }
  /// The same with an outcome made of `args`.
  template <class... Args>
    requires std::constructible_from<Outcome, Args...>
  constexpr void operator()(Args&&... args) {
    Outcome outcome(std::forward<Args>(args)...);
    if (auto* const w = leave()) w->run_(*w, outcome);
  }

 private:
  friend detail::waiter<Outcome>;

  constexpr void take(async_handler& other) noexcept {
    waiter_ = other.leave();
    if (waiter_ != nullptr) waiter_->handler_ = this;
  }
  constexpr detail::waiter<Outcome>* leave() noexcept {
    auto* const w = std::exchange(waiter_, nullptr);
    if (w != nullptr) w->handler_ = nullptr;
    return w;
  }

  detail::waiter<Outcome>* waiter_ = nullptr;
};

}  // namespace medusa::inline v0

// medusa/client/credential_provider.hpp

namespace medusa::inline v0 {

/// Where a client gets new credentials from when the server refuses the old ones (401): a function
/// object `p()` that gives `std::optional<credentials>`, nothing when there are none to be had.
/// They are copied before anything else happens.
///
/// A client asks at most once in a call, never for an operation that needs no credentials (the
/// logins), and never when the headers of the call or of the options bring credentials of their
/// own. The call is then repeated once; another 401 is its result. A provider MUST NOT call the
/// client that asks; it may use another one.
template <class P>
concept credential_provider = requires(P& p) {
  { p() } -> std::convertible_to<std::optional<credentials>>;
};

/// The same for an asynchronous client, which takes the blocking form, too: `p(handler)` returns,
/// and the handler MUST be run with what there is to be had, on the thread (or strand) of the
/// client; one that is destroyed instead gives nothing. Calls that are refused meanwhile wait for
/// the same answer, each as long as its deadline lets it. It MAY use the client that asks, for a
/// login say.
template <class P>
concept async_provider =
    requires(P& p, async_handler<std::optional<credentials>> h) { p(std::move(h)); };

/// A client with it renews nothing.
struct no_provider {};

}  // namespace medusa::inline v0

// medusa/operation/checked_options.hpp

namespace medusa::inline v0 {

namespace detail {
/// Not defined, and not constexpr: calling it is what does not compile.
void these_options_are_wrong();

consteval void check_option(errc code, [[maybe_unused]] char const* field) {
  if (code != errc{}) these_options_are_wrong();
}
/// In place of a policy, where nobody could wait.
struct no_retries {
  static constexpr retry_policy never{};
};
template <class Clock>
using retries_of = std::conditional_t<std::is_same_v<Clock, no_clock>, no_retries, retry_policy>;

template <class Clock>
[[nodiscard]] constexpr retries_of<Clock> retries(basic_options<Clock> const& options) noexcept {
  if constexpr (std::is_same_v<Clock, no_clock>) return {};
  else return options.retry;
}
}  // namespace detail

/// Options that were checked when the program was compiled, for a client whose options are
/// constants: a mistake in them does not compile, and the program has neither the code that checks
/// them nor a copy of their texts.
///
///     constexpr medusa::checked_options options(
///         medusa::basic_options<my_clock>{.base_url = "https://shop.example"});
///
/// What they view are constants that live as long as the program: others do not compile. So a
/// client may outlive its `checked_options`.
template <class Clock>
class checked_options {
 public:
  /// Does not compile where `make_context` gives an error, nor with more headers than a client may
  /// have, which are 8. Clang's notes have code and field of the error.
  consteval explicit checked_options(basic_options<Clock> const& options)
      : context_(detail::unchecked_context(options)), retries_(detail::retries(options)) {
    first_error errors;
    detail::check_context(context_, options.base_url, errors);
    if (options.headers.size() > detail::most_own_headers)
      errors.fail(errc::too_many_headers, "headers");
    detail::check_option(errors.error().code, errors.error().field.data());
  }

  /// What requests are built from.
  [[nodiscard]] constexpr request_context const& context() const noexcept { return context_; }
  /// When calls are repeated: a `retry_policy`, if there is a clock.
  [[nodiscard]] constexpr detail::retries_of<Clock> const& retry() const noexcept {
    return retries_;
  }

 private:
  request_context context_;
  [[no_unique_address]] detail::retries_of<Clock> retries_;
};

namespace detail {
template <class Clock>
[[nodiscard]] constexpr retries_of<Clock> const& retries(
    checked_options<Clock> const& options) noexcept {
  return options.retry();
}
}  // namespace detail

/// What a client with this clock, or a reference to it, takes for options.
template <class O, class Clock>
concept options_for = std::derived_from<O, basic_options<std::remove_reference_t<Clock>>> ||
                      std::same_as<O, checked_options<std::remove_reference_t<Clock>>>;

}  // namespace medusa::inline v0

// medusa/client/settings.hpp

namespace medusa::inline v0 {

/// What a client keeps of its options: a checked copy in its own storage, or views of constants, as
/// the context that requests are built from.
template <storage S>
class settings {
 public:
  /// Most headers that a client keeps.
  static constexpr std::size_t max_headers = detail::most_own_headers;

  /// Errors: those of `make_context`, `too_many_headers`, and `too_long` with the bytes needed. There
  /// is then nothing to view but the limits.
  template <class Clock>
  constexpr settings(basic_options<Clock> const& options, first_error& errors)
      : context_(detail::unchecked_context(options)) {
    context_.max_items = S::max_items;
    if (!take(options.base_url, errors)) view_nothing();
  }
  /// Views what the options view, which lives as long as the program. No error is left to note.
  template <class Clock>
  constexpr settings(checked_options<Clock> const& options, first_error&)
      : context_(options.context()) {
    context_.max_items = S::max_items;
  }
  constexpr settings(settings const& other) : credential_(other.credential_), texts_(other.texts_) {
    view(other);
  }
  constexpr settings(settings&& other) noexcept(
      std::is_nothrow_move_constructible_v<basic_secret<typename S::settings>>)
      : credential_(std::move(other.credential_)), texts_(std::move(other.texts_)) {
    view(other);
  }
  constexpr settings& operator=(settings const& other) {
    using text = basic_secret<typename S::settings>;
    if constexpr (std::is_nothrow_copy_assignable_v<text> ||
                  !std::is_nothrow_move_assignable_v<text>) {
      texts_ = other.texts_;
      credential_ = other.credential_;
      view(other);
      return *this;
    } else {
      return *this = settings(other);  // a copy that throws leaves this one as it was
    }
  }
  constexpr settings& operator=(settings&& other) noexcept(
      std::is_nothrow_move_assignable_v<basic_secret<typename S::settings>>) {
    texts_ = std::move(other.texts_);
    credential_ = std::move(other.credential_);
    view(other);
    return *this;
  }
  constexpr ~settings() = default;

  /// Views of what is kept, good until the next change.
  [[nodiscard]] constexpr request_context const& context() const noexcept { return context_; }

  /// Replaces the credentials. `too_long` with the bytes needed, and nothing changed, when they do
  /// not fit.
  constexpr void keep(medusa::credentials const& c, first_error& errors) {
    std::string_view const value = c.value().reveal();
    if (replace_credential(value)) view_credential(c.kind());
    else errors.fail(errc::too_long, "credentials", value.size());
  }

 private:
  /// Checks the context, which views the options, and copies all that it views. False when there is
  /// an error.
  constexpr bool take(std::string_view const& url, first_error& errors) {
    detail::check_context(context_, url, errors);
    std::span<header const> const headers = context_.headers;
    if (headers.size() > max_headers) errors.fail(errc::too_many_headers, "headers");
    if (errors.failed()) return false;
    std::size_t const size =
        context_.base.text.size() + context_.publishable_api_key.size() + detail::bytes_of(headers);
    auto& texts = texts_.storage();
    if constexpr (detail::bounded_text<typename S::settings>) {
      if (!texts.resize(size)) return errors.fail(errc::too_long, "options", size);
    } else {
      texts.resize(size);
    }
    keep(context_.credentials, errors);
    if (errors.failed()) return false;
    sink out(texts.data(), size);
    copy(out, context_.base.text);
    copy(out, context_.publishable_api_key);
    for (std::size_t i = 0; i < headers.size(); ++i) {
      headers_[i] = headers[i];
      copy(out, headers_[i].name);
      copy(out, headers_[i].value);
    }
    context_.headers.rebase(headers_.data());
    return true;
  }
  constexpr void view_nothing() noexcept {
    context_.base = {};
    context_.credentials = {};
    context_.publishable_api_key = {};
    context_.headers = {};
    context_.signed_by_headers = false;
  }
  constexpr void copy(sink& out, std::string_view& text) noexcept {
    char const* const at = texts_.reveal().data() + out.size();
    out.append(text);
    text = {at, text.size()};
  }

  /// Makes the views of `other`, whose texts are ours now, our own. Where nothing is kept they are
  /// of nothing, or of constants, and good as they are.
  constexpr void view(settings const& other) {
    char const* const from = other.context_.base.text.data();
    auto const moved = [&](std::string_view text) {
      return text.empty() ? text
                          : slice(texts_.reveal(), static_cast<std::size_t>(text.data() - from),
                                  text.size());
    };
    context_ = other.context_;
    credential_kind const kind = context_.credentials.kind();
    if (kind == credential_kind::none || !credential_.empty()) view_credential(kind);
    if (texts_.empty()) return;
    context_.base.text = moved(context_.base.text);
    context_.publishable_api_key = moved(context_.publishable_api_key);
    for (std::size_t i = 0; i < context_.headers.size(); ++i)
      headers_[i] = {moved(other.headers_[i].name), moved(other.headers_[i].value)};
    context_.headers.rebase(headers_.data());
  }
  /// Keeps a copy of `value`, which may be part of what is kept, and overwrites what was kept before.
  /// False, with nothing changed, when it does not fit.
  constexpr bool replace_credential(std::string_view value) {
    if constexpr (std::is_trivially_destructible_v<typename S::credential>) {
      std::size_t const before = credential_.size();
      if (!keep_text(credential_.storage(), value)) return false;
      if (before > value.size())
        detail::wipe(credential_.storage().data() + value.size(), before - value.size());
      return true;
    } else {
      basic_secret<typename S::credential> fresh;
      if (!keep_text(fresh.storage(), value)) return false;
      credential_ = std::move(fresh);
      return true;
    }
  }
  constexpr void view_credential(credential_kind kind) {
    context_.credentials = medusa::credentials::of_value(kind, secret_view(credential_));
  }

  request_context context_{};  // first, where code reaches it by short instructions
  std::array<header, max_headers> headers_{};
  basic_secret<typename S::credential> credential_{};
  // Base URL, publishable key, and each header's name and value, which may be a credential.
  basic_secret<typename S::settings> texts_{};
};

}  // namespace medusa::inline v0

// medusa/exchange/backoff.hpp

namespace medusa::inline v0 {

/// The upper bound of the wait before repetition `k` (from 1): base_delay * 2^(k-1), at most
/// max_delay, and never below 0. O(log(max_delay / base_delay)).
[[nodiscard]] constexpr duration backoff_bound(retry_policy const& policy,
                                               std::uint32_t k) noexcept {
  constexpr auto not_negative = [](duration d) {
    return static_cast<std::uint64_t>(d.count() > 0 ? d.count() : 0);
  };
  std::uint64_t bound = not_negative(policy.base_delay);
  std::uint64_t const most = not_negative(policy.max_delay);
  for (; k > 1 && bound < most; --k) bound *= 2;
  return duration::milliseconds(static_cast<std::int64_t>(bound < most ? bound : most));
}

/// A wait in [0, bound], uniform in `random` ("full jitter": clients that failed together do not
/// come back together). At most 2^32 - 2 ms, which is 49 days: a division of 64 bits would be a
/// large function on small processors.
[[nodiscard]] constexpr duration backoff(retry_policy const& policy, std::uint32_t k,
                                         std::uint64_t random) noexcept {
  constexpr std::int64_t longest = 0xFFFF'FFFE;
  std::int64_t const bound = backoff_bound(policy, k).count();
  auto const choices = static_cast<std::uint32_t>(bound < longest ? bound : longest) + 1;
  return duration::milliseconds(static_cast<std::uint32_t>(random) % choices);
}

}  // namespace medusa::inline v0

// medusa/http/http_date.hpp

namespace medusa::inline v0 {

namespace detail {
/// No point in time.
inline constexpr std::int64_t no_seconds = std::numeric_limits<std::int64_t>::min();

/// As `parse_http_date`; `no_seconds` when it is none.
[[nodiscard]] constexpr std::int64_t read_http_date(std::string_view const& text) noexcept {
  date_reader in(text);
  // Sun, 06 Nov 1994 08:49:37 GMT; Sunday, 06-Nov-94 08:49:37 GMT; Sun Nov  6 08:49:37 1994
  in.name("SunMonTueWedThuFriSat");
  while (ascii::is_alpha(in.peek())) ++in.at;
  bool const year_last = in.peek() == ' ';
  if (!year_last) in.read(", 3");
  char const between = in.peek() == '-' ? '-' : ' ';
  in.literal(between);
  in.parts[1] = in.name("JanFebMarAprMayJunJulAugSepOctNovDec");
  in.literal(between);
  if (year_last) {
    bool const one_digit = in.peek() == ' ';
    if (one_digit) ++in.at;
    in.number('3', one_digit ? 1 : 2);
    in.read(" 4:5:6 1");
  } else {
    in.number('1', between == '-' ? 2 : 4);
    if (between == '-' && !in.failed()) in.parts[0] += in.parts[0] < 70 ? 2000 : 1900;
    in.read(" 4:5:6 GMT");
  }
  return in.exists() ? unix_seconds(in.date()) : no_seconds;
}
}  // namespace detail

/// Seconds since the Unix epoch of an HTTP date, in each of the three forms that a recipient must
/// accept (RFC 9110 section 5.6.7), or nothing when it is none. Letters count as written. The name
/// of the day is not compared with the date, and may be short or long in either form. A two-digit
/// year is read as 1970 to 2069; the RFC has it never more than 50 years ahead, which needs today's
/// date and differs only far from today.
[[nodiscard]] constexpr std::optional<std::int64_t> parse_http_date(
    std::string_view text) noexcept {
  std::int64_t const seconds = detail::read_http_date(text);
  if (seconds == detail::no_seconds) return std::nullopt;
  return seconds;
}

}  // namespace medusa::inline v0

// medusa/http/retry_after.hpp

namespace medusa::inline v0 {

namespace detail {
/// As `parse_retry_after`, in milliseconds; negative when nothing is asked for. `now` may be
/// `no_seconds`.
[[nodiscard]] constexpr std::int64_t read_retry_after(std::string_view const& field,
                                                      std::int64_t now) noexcept {
  constexpr std::int32_t most = 1'000'000'000;  // more than any cap
  std::string_view const text = ascii::trim(field);
  std::int32_t seconds = text.empty() ? -1 : 0;
  for (char const c : text) {
    if (!ascii::is_digit(c)) {
      std::int64_t const date = read_http_date(text);
      seconds = date == no_seconds || now == no_seconds ? -1 : 0;
      if (seconds == 0 && date > now) {
        auto const ahead = static_cast<std::uint64_t>(date) - static_cast<std::uint64_t>(now);
        seconds = ahead > most ? most : static_cast<std::int32_t>(ahead);
      }
      break;
    }
    if (seconds < most / 10) seconds = seconds * 10 + (c - '0');
  }
  return std::int64_t{seconds} * 1000;
}
}  // namespace detail

/// The wait that `Retry-After` asks for (RFC 9110 section 10.2.3): whole seconds, or an HTTP date,
/// which is measured from `now` (seconds since the Unix epoch; nothing when nobody knows the time).
/// A date that is past is no wait. Nothing is returned for what is neither, and for a date without
/// `now`. A wait of more than 10^9 seconds comes out
/// smaller, yet longer than any cap.
[[nodiscard]] constexpr std::optional<duration> parse_retry_after(
    std::string_view text, std::optional<std::int64_t> now) noexcept {
  std::int64_t const wait = detail::read_retry_after(text, now.value_or(detail::no_seconds));
  if (wait < 0) return std::nullopt;
  return duration::milliseconds(wait);
}

}  // namespace medusa::inline v0

// medusa/exchange/attempts.hpp

namespace medusa::inline v0 {

/// What the driver of an exchange has to do next.
enum class step : std::uint8_t {
  send,     ///< send `request()`, then say what came of it
  wait,     ///< let `delay()` pass, then call `waited`
  refresh,  ///< obtain new credentials, then call `refreshed` (`refreshing_attempts` alone)
  done,     ///< the call is over
};

/// What a driver knows at the moment of an event.
struct moment {
  duration now{};                           ///< of a steady clock, from any epoch
  std::uint64_t random = 0;                 ///< fresh entropy
  std::optional<std::int64_t> unix_time{};  ///< seconds, if anybody knows
};

/// What a response says that matters to repeating its request.
struct answer {
  int status = 0;
  std::size_t body_size = 0;
  std::string_view retry_after{};  ///< the header of that name; empty without one
  std::string_view date{};         ///< the header of that name; empty without one
};

/// The attempts of one call: all the rules of retries, back-off, `Retry-After`, time limits and
/// cancellation, and nothing else. It knows neither the operation nor what its answer means, so
/// that a program has it once.
///
/// A wait never ends after the deadline: what is at hand is then final, and says more than the
/// deadline would.
class attempts {
 public:
  static constexpr bool repeats = true;

  /// `deadline` is for all attempts and waits together, `r.timeout` for each attempt; `max()` is no
  /// limit. `repeatable`: doing the operation twice is doing it once. The request, whose `timeout`
  /// becomes that of each attempt, and the policy must outlive it.
  constexpr attempts(medusa::request& r, retry_policy const& policy, duration deadline,
                     bool repeatable) noexcept
      : request_(&r),
        policy_(&policy),
        attempt_timeout_(r.timeout),
        deadline_(deadline.count()),
        repeatable_(repeatable) {}

  /// To be called once, first.
  [[nodiscard]] constexpr step begin(duration now) noexcept {
    if (deadline_ < duration::max().count() / 2) deadline_ += now.count();
    else limited_ = false;  // the sum might overflow
    request_->attempt.number = 0;
    return waited(now);
  }

  /// The request of this attempt; its `timeout` is no longer than what the deadline leaves.
  [[nodiscard]] constexpr medusa::request const& request() const noexcept { return *request_; }

  /// There is a response. `done` without a `verdict()`: it is the result of the call.
  [[nodiscard]] constexpr step received(answer const& a, moment const& at) noexcept {
    if (goes_on(outcome_of_status(a.status), &a, at)) return step::wait;
    if (a.body_size > request_->max_body) verdict_ = errc::response_too_large;
    return step::done;
  }

  /// The transport gave an error in place of a response. `done`: `verdict()` says what it is.
  [[nodiscard]] constexpr step failed(bool may_have_been_sent, moment const& at) noexcept {
    if (goes_on(may_have_been_sent ? outcome::unknown : outcome::not_sent, nullptr, at))
      return step::wait;
    std::int64_t const now = at.now.count();
    errc code = errc::transport_failed;
    if (now - began_ >= request_->timeout.count()) code = errc::timed_out;
    if (limited_ && now >= deadline_) code = errc::deadline_exceeded;
    if (cancelled()) code = errc::cancelled;
    return finish(code);
  }

  /// How long to wait; less is not enough. A driver may look at `cancelled()` meanwhile.
  [[nodiscard]] constexpr duration delay() const noexcept { return request_->attempt.delay; }
  [[nodiscard]] constexpr bool cancelled() const noexcept { return request_->cancel.requested(); }

  /// The wait is over, or was given up because of `cancelled()`. `done`: `verdict()` says why.
  [[nodiscard]] constexpr step waited(duration now) noexcept {
    if (cancelled()) return finish(errc::cancelled);
    began_ = now.count();
    std::int64_t const left = limited_ ? deadline_ - began_ : deadline_;
    if (left <= 0) return finish(errc::deadline_exceeded);
    request_->timeout = attempt_timeout_;
    if (left < attempt_timeout_.count()) request_->timeout = duration::milliseconds(left);
    ++count_;
    ++request_->attempt.number;
    return step::send;
  }

  /// The driver gives up: `done`, and `verdict()` is `code`.
  constexpr step stop(errc code) noexcept { return finish(code); }

  /// Whether nobody should wait any longer for what comes of this attempt: its time is over, or the
  /// call is cancelled. For drivers of transports that may never answer; `failed` then says why.
  [[nodiscard]] constexpr bool overdue(duration now) const noexcept {
    return cancelled() || now.count() - began_ >= request_->timeout.count();
  }
  /// The same for the whole call; `waited` then says why.
  [[nodiscard]] constexpr bool expired(duration now) const noexcept {
    return cancelled() || (limited_ && now.count() >= deadline_);
  }

  /// When the time of the whole call is over; `max()` is never.
  [[nodiscard]] constexpr duration deadline() const noexcept {
    return limited_ ? duration::milliseconds(deadline_) : duration::max();
  }

  /// Attempts so far, this one included, and those whose credentials were refused.
  [[nodiscard]] constexpr std::uint32_t count() const noexcept { return request_->attempt.number; }

  /// Why the call is over; `errc{}` as long as it is not, and when a response decides.
  [[nodiscard]] constexpr errc verdict() const noexcept { return verdict_; }

 protected:
  /// The credentials of the last attempt were refused: the rules go on as if it had not been.
  constexpr void uncount() noexcept {
    --count_;
    note(outcome::answered, 401);
    request_->attempt.delay = {};
  }

 private:
  constexpr void note(outcome reason, int status) noexcept {
    request_->attempt.reason = reason;
    request_->attempt.status = status;
  }
  /// Whether the rules allow another attempt, and when. `a` is null when no response has come.
  [[nodiscard]] constexpr bool goes_on(outcome reason, answer const* a, moment const& at) noexcept {
    note(reason, a != nullptr ? a->status : 0);
    return count_ <= policy_->max_retries && !cancelled() &&
           may_repeat(reason, repeatable_, *policy_) &&
           plan_wait(a != nullptr ? retry_after(*a, at) : -1, at);
  }
  /// Whether there is time to wait as long as was asked for, or a random while if that is negative.
  [[nodiscard]] constexpr bool plan_wait(std::int64_t asked, moment const& at) noexcept {
    std::int64_t const most = policy_->max_retry_after.count();
    std::int64_t const delay = asked < 0      ? backoff(*policy_, count_, at.random).count()
                               : asked < most ? asked
                               : most > 0     ? most
                                              : 0;
    request_->attempt.delay = duration::milliseconds(delay);
    return !limited_ || delay < deadline_ - at.now.count();
  }
  /// A date in `Retry-After` is measured from the response's own `Date`, which needs no clock of
  /// ours and no agreement of two; without one from the time that the driver knows.
  [[nodiscard]] static constexpr std::int64_t retry_after(answer const& a,
                                                          moment const& at) noexcept {
    std::int64_t now = detail::read_http_date(ascii::trim(a.date));
    if (now == detail::no_seconds && at.unix_time) now = *at.unix_time;
    return detail::read_retry_after(a.retry_after, now);
  }
  constexpr step finish(errc code) noexcept {
    verdict_ = code;
    return step::done;
  }

  medusa::request* request_;
  retry_policy const* policy_;
  duration attempt_timeout_;
  std::int64_t deadline_;    // in milliseconds: until begin() a length of time, then a point in it
  std::int64_t began_ = 0;   // this attempt, in milliseconds
  std::uint32_t count_ = 0;  // of attempts, for the rules
  errc verdict_{};           // none as long as nothing is decided
  bool repeatable_;
  bool limited_ = true;
};

}  // namespace medusa::inline v0

// medusa/model/api_error.hpp

namespace medusa::inline v0 {

/// The `type` of the server's error objects (Medusa's `MedusaErrorTypes`).
enum class error_type : std::uint8_t {
  database_error,
  duplicate_error,
  invalid_argument,
  invalid_data,
  unauthorized,
  not_found,
  not_allowed,
  unexpected_state,
  conflict,
  unknown_error,
  payment_authorization_error,
};

/// The `code` of the server's error objects; most have none (Medusa's `MedusaErrorCodes` and those
/// of its error handler).
enum class error_code : std::uint8_t {
  insufficient_inventory,
  cart_incompatible_state,
  unknown_modules,
  invalid_request_error,
  api_error,
  invalid_state_error,
  unknown_error,
};

namespace detail {
inline constexpr std::array<std::string_view, 11> error_type_texts{"database_error",
                                                                   "duplicate_error",
                                                                   "invalid_argument",
                                                                   "invalid_data",
                                                                   "unauthorized",
                                                                   "not_found",
                                                                   "not_allowed",
                                                                   "unexpected_state",
                                                                   "conflict",
                                                                   "unknown_error",
                                                                   "payment_authorization_error"};
inline constexpr std::array<std::string_view, 7> error_code_texts{"insufficient_inventory",
                                                                  "cart_incompatible_state",
                                                                  "unknown_modules",
                                                                  "invalid_request_error",
                                                                  "api_error",
                                                                  "invalid_state_error",
                                                                  "unknown_error"};
}  // namespace detail
template <>
inline constexpr std::span<std::string_view const> enum_texts<error_type>{detail::error_type_texts};
template <>
inline constexpr std::span<std::string_view const> enum_texts<error_code>{detail::error_code_texts};

/// What the server says about a request it refused. All of it may be missing: many refusals are
/// plain text, HTML or nothing. On bounded storage a type or code that is longer than its texts is,
/// too; the longest known one has 27 bytes.
template <storage S>
struct basic_api_error {
  open_enum<error_type, typename S::text> type{};
  open_enum<error_code, typename S::text> code{};  ///< absent from most 400 and 404
  typename S::message message{};                   ///< for people
  /// There was a message, and the storage could not take it: too long for `fixed`, or with escapes
  /// that `borrowed` cannot show.
  bool message_dropped = false;
};

}  // namespace medusa::inline v0

// medusa/model/member_path.hpp

namespace medusa::inline v0 {

/// Where in a document something was found, such as `users[3].email`. Names come from field tables
/// and live as long as the program.
class member_path {
 public:
  constexpr member_path() noexcept { detail::leave_unwritten(steps_); }

  /// Puts a step before those that are there: a path is made when reading has failed, from the
  /// inside out.
  constexpr void prepend(std::string_view name) noexcept { prepend(name.data(), name.size()); }
  constexpr void prepend(std::size_t index) noexcept { prepend(nullptr, index); }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }

  constexpr void write_to(sink& out) const noexcept {
    for (std::size_t left = size_; left != 0; --left) {
      step const& next = steps_[left - 1];
      if (next.name == nullptr) {
        out.append('[');
        out.append_number(static_cast<std::uint64_t>(next.size));
        out.append(']');
      } else {
        if (left != size_) out.append('.');
        out.append(std::string_view(next.name, next.size));
      }
    }
  }

  /// Compares with the written form.
  [[nodiscard]] friend constexpr bool operator==(member_path const& path,
                                                 std::string_view text) noexcept {
    char buffer[128]{};
    sink out(buffer, sizeof buffer);
    path.write_to(out);
    return !out.overflowed() && out.written() == text;
  }

 private:
  struct step {
    char const* name;  // null for an index
    std::size_t size;  // of the name, or the index
  };
  constexpr void prepend(char const* name, std::size_t size) noexcept {
    if (size_ < steps_.size()) steps_[size_++] = {name, size};
  }

  /// Our models nest three deep; a user's own struct may go further, and then the outermost steps
  /// are not shown.
  std::array<step, 6> steps_;
  std::size_t size_ = 0;
};

}  // namespace medusa::inline v0

// medusa/model/decode_error.hpp

namespace medusa::inline v0 {

/// What kept a document from being a model: `wrong_type`, `missing_member`, `text_too_long`,
/// `too_many_items`, `escaped_text`, or what the JSON policy found (`malformed_json`,
/// `malformed_utf8`, `too_deep`).
struct decode_error {
  errc code{};
  std::size_t offset = 0;  ///< byte of the document
  std::size_t needed = 0;  ///< bytes of the text that was too long; else 0
  member_path path{};
};

}  // namespace medusa::inline v0

// medusa/model/failure.hpp

namespace medusa::inline v0 {

/// The transport error of a failure that no transport was part of.
struct no_transport {};

/// Everything known about a call that did not succeed. It keeps no body and no secret. On
/// `borrowed` storage the server's texts view the response.
template <storage S, class TransportError = no_transport>
struct failure {
  using transport_error_type = TransportError;
  using storage_type = S;

  errc code{};                                ///< what went wrong; `stage_of(code)`: who failed
  int status = 0;                             ///< HTTP status; 0 when there was no response
  std::uint32_t attempts = 0;                 ///< requests that were sent, or tried
  std::string_view field{};                   ///< of the request, when it could not be encoded
  std::size_t needed = 0;                     ///< bytes, when something did not fit
  std::size_t offset = 0;                     ///< byte of the body, when it could not be decoded
  member_path path{};                         ///< member of the body, when it could not be decoded
  basic_api_error<S> server{};                ///< what the server said
  std::optional<TransportError> transport{};  ///< the transport's own error, as it gave it

  constexpr failure() noexcept(std::is_nothrow_default_constructible_v<basic_api_error<S>>) {
  }  // not defaulted: see static_string
  constexpr explicit failure(errc why) noexcept : code(why) {}
  constexpr explicit failure(encode_error const& error) noexcept { set(error); }
  constexpr explicit failure(decode_error const& error, int http_status) noexcept
      : status(http_status) {
    set(error);
  }

  constexpr void set(encode_error const& error) noexcept {
    code = error.code;
    field = error.field;
    needed = error.needed;
  }
  constexpr void set(decode_error const& error) noexcept {
    code = error.code;
    offset = error.offset;
    needed = error.needed;
    path = error.path;
  }

  /// Who failed.
  [[nodiscard]] constexpr medusa::stage stage() const noexcept { return stage_of(code); }
};

}  // namespace medusa::inline v0

// medusa/model/failure_slot.hpp

namespace medusa::inline v0::detail {

/// Where a failure goes when there is one: it is large on bounded storage, so it is made where the
/// caller wants to have it. (A table of one function, by hand: a virtual one would bring
/// `__cxa_pure_virtual`.)
template <class Failure>
struct failure_slot {
  Failure& (*make)(failure_slot&);
  Failure* made = nullptr;  ///< the failure; null as long as there is none
  /// A fresh failure, in place of the one before.
  constexpr Failure& emplace() {
    made = &make(*this);
    return *made;
  }
};

template <class Failure>
struct optional_slot : failure_slot<Failure> {
  constexpr explicit optional_slot(std::optional<Failure>& to)
      : failure_slot<Failure>{[](failure_slot<Failure>& self) -> Failure& {
          return static_cast<optional_slot&>(self).to_->emplace();
        }},
        to_(&to) {}
  std::optional<Failure>* to_;
};

/// Replaces the value of a result.
template <class T, class Failure>
struct result_slot : failure_slot<Failure> {
  constexpr explicit result_slot(result<T, Failure>& to)
      : failure_slot<Failure>{[](failure_slot<Failure>& self) -> Failure& {
          return static_cast<result_slot&>(self).to_->emplace_error();
        }},
        to_(&to) {}
  result<T, Failure>* to_;
};

}  // namespace medusa::inline v0::detail

// medusa/json/most_objects.hpp

namespace medusa::inline v0::json::detail {

/// How many objects a list that begins at `from` has at most: there are no more than braces that
/// open one. So memory for a list can be taken once; braces alone get no more of it than short
/// objects would. O(document).
[[nodiscard]] constexpr std::size_t most_objects(std::string_view document,
                                                 std::size_t from) noexcept {
  if (from >= document.size()) return 0;
  constexpr std::size_t shortest = 16;  // bytes of a useful object
  std::size_t const most = (document.size() - from) / shortest + 1;
  std::size_t count = 0;
  while (count != most && (from = document.find('{', from)) != document.npos) ++from, ++count;
  return count;
}

}  // namespace medusa::inline v0::json::detail

// medusa/model/fresh.hpp

namespace medusa::inline v0::detail {

template <class T>
constexpr void reset(T& out) {
  static_assert(std::is_nothrow_default_constructible_v<T>,
                "a model's default constructor must not throw");
  renew(out);
}

/// Makes the members of a described struct as new. A list is only emptied, and keeps its memory:
/// elements are made as new when they are added, and to do it for all that a bounded one can hold
/// would take longer than reading.
template <class T, class... Members>
constexpr void reset_members(T& out, member_list<Members...>) {
  constexpr auto reset_member = [](auto& each) {
    if constexpr (list_storage<std::remove_reference_t<decltype(each)>>) each.clear();
    else reset(each);
  };
  (reset_member(out.*Members::pointer), ...);
}

/// Makes what it points at as new; of a described struct, what the table names.
template <class T>
constexpr void make_fresh(erased const& out) {
  if constexpr (described<T>) reset_members(unerase<T>(out), typename field_table_of<T>::type{});
  else reset(unerase<T>(out));
}

/// A list that keeps the document, such as `pooled_list`.
template <class List>
concept keeping_list = requires(List& list, std::string_view document) {
  { list.keep(document) } -> std::same_as<char*>;
};

/// Gives the document to the list that keeps it, if one does: where it then is, else null.
template <class T, class... Members>
constexpr char* keep_document([[maybe_unused]] T& out,
                              [[maybe_unused]] std::string_view const& document,
                              member_list<Members...>) {
  char* kept = nullptr;
  [[maybe_unused]] auto const offer = [&](auto& each) {
    if constexpr (keeping_list<std::remove_reference_t<decltype(each)>>) kept = each.keep(document);
  };
  (offer(out.*Members::pointer), ...);
  return kept;
}

/// Makes it fresh for what a document says, unless that is empty. Gives the copy that is to be read
/// in the document's place, or null.
template <class T>
constexpr char* make_ready(erased const& out, [[maybe_unused]] std::string_view const& document) {
  make_fresh<T>(out);
  if constexpr (described<T>)
    if (!document.empty())
      return keep_document(unerase<T>(out), document, typename field_table_of<T>::type{});
  return nullptr;
}

}  // namespace medusa::inline v0::detail

// medusa/model/member_row.hpp

namespace medusa::inline v0 {

class decoder;

/// One row of a field table as it is when a program runs: one loop over such rows reads every
/// model. `Value` is that of the JSON policy.
template <class Value>
struct member_row {
  /// Reads a value into this member of the object that `out` points at.
  using reader = bool(decoder&, Value&, detail::erased const& out);

  constexpr member_row(std::string_view name, presence needed, reader* f) noexcept
      : chars(name.data()), read(f), size(static_cast<std::uint16_t>(name.size())), when(needed) {}
  [[nodiscard]] constexpr std::string_view name() const noexcept { return {chars, size}; }

  char const* chars;  // no view, so that a row is three words
  reader* read;
  std::uint16_t size;
  presence when;
};

/// The rows of a table.
template <class Value>
class member_rows {
 public:
  constexpr member_rows() noexcept {}
  template <std::size_t N>
  constexpr member_rows(std::array<member_row<Value>, N> const& rows) noexcept
      : rows_(rows.data()), size_(N) {}

  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr member_row<Value> const& operator[](std::size_t i) const noexcept {
    return rows_[i];
  }

  [[nodiscard]] constexpr member_row<Value> const* begin() const noexcept { return rows_; }
  [[nodiscard]] constexpr member_row<Value> const* end() const noexcept { return rows_ + size_; }

 private:
  member_row<Value> const* rows_ = nullptr;
  std::uint32_t size_ = 0;
};

}  // namespace medusa::inline v0

// medusa/model/name_index.hpp

namespace medusa::inline v0::detail {

/// Finds a name among at most 32 without looking at each: size and first byte tell which few it can
/// be, nearly always one or none. For members that come in no order that is known, where a loop
/// over all ends at a place that no processor foresees.
template <std::size_t N>
class name_index {
  static_assert(N <= 32);

 public:
  static constexpr std::size_t size = N;

  constexpr explicit name_index(std::array<std::string_view, N> const& names) noexcept
      : names_(names) {
    for (std::size_t i = 0; i < N; ++i) slots_[slot(names[i])] |= std::uint32_t{1} << i;
  }

  /// The place of the name, or `N`. One with escapes can be any.
  [[nodiscard]] constexpr std::uint32_t find(json::text const& name) const noexcept {
    std::uint32_t left = name.escaped ? all : slots_[slot(name.chars)];
    for (; left != 0; left &= left - 1) {
      auto const i = static_cast<std::uint32_t>(std::countr_zero(left));
      if (name == names_[i]) return i;
    }
    return N;
  }

 private:
  static constexpr std::uint32_t all = (std::uint64_t{1} << N) - 1;
  static constexpr std::size_t slot(std::string_view const& name) noexcept {
    std::size_t const first = name.empty() ? 0 : static_cast<unsigned char>(name[0]);
    return (name.size() + first) % 16;
  }

  std::array<std::string_view, N> names_;
  std::uint32_t slots_[16]{};
};

/// Of a field table.
template <class Members>
inline constexpr name_index<0> names_of{{}};
template <class... Members>
inline constexpr name_index<sizeof...(Members)> names_of<member_list<Members...>>{
    {Members::name...}};

}  // namespace medusa::inline v0::detail

// medusa/model/member_reader.hpp

namespace medusa::inline v0::detail {

/// A value of a policy that likes to be told in which order members usually come, see
/// `json::scanner`.
template <class Value>
concept expecting = requires { requires Value::expects_members; };

/// Takes the members of an object: which one a name means, and which were there.
template <class Value>
struct member_reader {
  decoder& into;
  member_rows<Value> const& rows;
  erased const& out;
  std::uint32_t seen = 0;
  std::uint32_t next = 0;  ///< the row that is looked at first: servers keep an order

  constexpr bool operator()(json::text const& key, Value& value) {
    std::uint32_t i = next;
    for (std::size_t left = rows.size(); left != 0; --left, ++i) {
      if (i == rows.size()) i = 0;
      if (key == rows[i].name()) return take(i, value);
    }
    return true;
  }
  /// Reads the value of the member of row `i`.
  constexpr bool take(std::uint32_t i, Value& value);
};

/// The same for members that come in the order of the table; where they do not, their names are
/// looked up.
template <class Value, class T>
struct ordered_reader : member_reader<Value> {
  T& object;

  constexpr bool operator()(json::text const& key, Value& value) {
    constexpr auto& names = names_of<typename field_table_of<T>::type>;
    std::uint32_t const i = names.find(key);
    return i == names.size || this->take(i, value);
  }
  template <class Member>
  constexpr bool operator()(Member, Value& value);
  /// Whether none is missing, in few steps.
  [[nodiscard]] constexpr bool complete(bool in_list) const noexcept {
    constexpr typename field_table_of<T>::type members;
    constexpr std::uint32_t listed = needed_in(members, true), alone = needed_in(members, false);
    return ((in_list ? listed : alone) & ~this->seen) == 0;
  }
  /// So many came in order, from the first on.
  constexpr void came(std::uint32_t count) noexcept {
    this->seen = static_cast<std::uint32_t>((std::uint64_t{1} << count) - 1);
  }
};

}  // namespace medusa::inline v0::detail

// medusa/model/text_like.hpp

namespace medusa::inline v0::detail {

template <class T>
inline constexpr bool is_open_enum = false;
template <class Enum, class Text>
inline constexpr bool is_open_enum<open_enum<Enum, Text>> = true;
template <class T>
inline constexpr bool is_secret = false;
template <class Text>
inline constexpr bool is_secret<basic_secret<Text>> = true;
template <class T>
inline constexpr bool is_raw = false;
template <class Text>
inline constexpr bool is_raw<json::basic_raw<Text>> = true;

/// What is read as a text, whatever it means.
template <class T>
concept text_like = text_storage<T> || is_open_enum<T> || is_secret<T>;

template <text_like T>
[[nodiscard]] constexpr auto& text_of(T& out) noexcept {
  if constexpr (text_storage<T>) return out;
  else return out.storage();
}

}  // namespace medusa::inline v0::detail

// medusa/core/usual_date.hpp

namespace medusa::inline v0::detail {

inline constexpr std::size_t usual_date_size = 24;

/// Whether so many bytes have the one form in which servers write dates, with months up to 12, days
/// up to `MostDays` and a time of day that exists.
///
/// Eight bytes at a time, by sums that reach the high bit of a byte that is too much: `room` is what
/// a digit, or none, leaves below it, and `pair_room` what two digits do.
template <char MostDays>
[[nodiscard]] inline bool has_usual_form(char const* text) noexcept {
  constexpr char form[] = "0000-00-00T00:00:00.000Z";
  constexpr char room[] = "vvvv\x7Fvv\x7Fvv\x7Fvv\x7Fvv\x7Fvv\x7Fvvv\x7F";  // 0x7F - 9 is a v
  constexpr char least[usual_date_size] = {0, 0, 0, 0, 0, 1, 0, 0, 1};
  constexpr char month = 0x7F - 12 + 1, day = 0x7F - MostDays + 1;  // from which the least is taken
  constexpr char hour = 0x7F - 23, minute = 0x7F - 59, second = 0x7F - 60;
  constexpr char pair_room[] = {0, 0, 0,      0, 0, month,  0, 0, day, 0, 0, hour,
                                0, 0, minute, 0, 0, second, 0, 0, 0,   0, 0, 0};
  constexpr std::uint64_t high = ~std::uint64_t{0} / 0xFF * 0x80;
  std::uint64_t wrong = 0;
  for (std::size_t at = 0; at != usual_date_size; at += 8) {
    auto const word = [at](char const* of) { return word_at<std::uint64_t>(of + at); };
    std::uint64_t const digits = word(text) ^ word(form);
    std::uint64_t const next =
        std::endian::native == std::endian::little ? digits >> 8 : digits << 8;
    std::uint64_t const pairs = digits * 10 + next - word(least);
    wrong |= digits | (digits + word(room)) | pairs | (pairs + word(pair_room));
  }
  return (wrong & high) == 0;
}

/// Whether it is a date that exists, in that form: `2026-11-23T06:56:10.386Z`. False for other
/// forms. Not for constant evaluation.
[[nodiscard]] inline bool is_usual_date(std::string_view text) noexcept {
  if (text.size() != usual_date_size) return false;
  if (has_usual_form<28>(text.data())) return true;
  if (!has_usual_form<31>(text.data())) return false;
  auto const two = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
  return two(8) <= days_in_month(two(0) * 100 + two(2), two(5));
}

}  // namespace medusa::inline v0::detail

// medusa/model/usual_value.hpp

namespace medusa::inline v0::detail {

/// What nearly all values of an answer are: null, a text of plain characters, a date of the
/// server's form. Reading these is little code, so that it can be put where each member is read.
struct usual_value {
  /// `other` is left for `decoder` to read, and so is one that is `too_long`, to refuse.
  enum class outcome : std::uint8_t { other, taken, too_long };

  /// Reads one into a member. `Value` is one of a policy that likes to be told what comes.
  template <class Value, class T>
  [[nodiscard]] MEDUSA_HOT static constexpr outcome read(Value& value, T& out) {
    if constexpr (is_field<T>) {
      bool const is_null = value.kind() == json::kind::null;
      out.state_ = is_null ? field_state::null : field_state::value;
      return is_null ? outcome::taken : read(value, out.value_);
    } else if constexpr (text_like<T>) {
      std::string_view const plain = value.glance();
      if (plain.data() == nullptr) return outcome::other;
      if (!store_plain(plain, text_of(out))) return outcome::too_long;
      value.skip_string(plain.size());
      return outcome::taken;
    } else if constexpr (std::is_same_v<T, timestamp>) {
      std::string_view const date = value.glance(usual_date_size);
      if (std::is_constant_evaluated() || !is_usual_date(date)) return outcome::other;
      // Of a known size, which fits: a few moves.
      static_cast<void>(store_plain({date.data(), usual_date_size}, out.text_));
      value.skip_string(usual_date_size);
      return outcome::taken;
    } else {
      return outcome::other;
    }
  }
};

}  // namespace medusa::inline v0::detail

// medusa/model/decoder.hpp

namespace medusa::inline v0 {

namespace detail {
template <class Value, class T, class Member>
constexpr bool read_member(decoder& d, Value& value, erased const& out);
template <class Value, class T>
constexpr bool read_whole(decoder& d, Value& value, erased const& out);

/// The field table of `T` as rows.
template <class Value, class T, class Members = typename field_table_of<T>::type>
inline constexpr std::array<member_row<Value>, 0> rows_of{};
template <class Value, class T, class... Members>
inline constexpr std::array<member_row<Value>, sizeof...(Members)>
    rows_of<Value, T, member_list<Members...>>{
        member_row<Value>{Members::name, Members::when, &read_member<Value, T, Members>}...};
template <class Value, class T>
inline constexpr member_rows<Value> table_of{rows_of<Value, T>};
}  // namespace detail

/// Fills models from the values of a JSON policy, by their field tables. One pass, in the
/// document's order; members that no table names are skipped, of repeated ones the last wins, as
/// with JavaScript's parser. What the document leaves out keeps the value it has: pass a fresh
/// model. After a function gave false, `error()` says why and the model is part-filled.
///
/// A member of a described struct is a text (`text_storage`), `open_enum`, `basic_secret`,
/// `json::basic_raw`, `timestamp`, `bool`, `std::uint64_t` or an optional one, another described
/// struct, a list of these (`list_storage`), or a `field` of one, which may be null.
class decoder {
 public:
  /// `writable` is the document's first byte when it may be written to, else null.
  constexpr explicit decoder(std::string_view document, char* writable = nullptr) noexcept
      : document_(document), writable_(writable) {}

  /// Reads the whole document, an object, by a policy. `empty_body` when there is none.
  template <class Json>
  [[nodiscard]] constexpr bool read(member_rows<typename Json::value> const& rows,
                                    detail::erased const& out) {
    if (document_.empty()) return fail(errc::empty_body);
    auto const bad =
        Json::visit(document_, [&](auto& root) { static_cast<void>(object(root, rows, out)); });
    if (bad) detail::renew(error_).code = bad->code, error_.offset = bad->offset;
    return error_.code == errc{};  // a list that wanted no more has stopped the reader, too
  }

  template <class Value, class T>
  [[nodiscard]] constexpr bool decode(Value& value, T& out) {
    if constexpr (!described<T>) note_place(value);  // which objects do themselves
    return fill(value, out);
  }
  /// The same for a value whose place is noted already.
  template <class Value, class T>
  [[nodiscard]] constexpr bool fill(Value& value, T& out) {
    if constexpr (described<T> && detail::expecting<Value>)
      return ordered(value, out, typename field_table_of<T>::type{});
    else if constexpr (described<T>)
      return object(value, detail::table_of<Value, T>, detail::erased_pointer<T>(out));
    else if constexpr (detail::is_field<T>) return nullable(value, out);
    else if constexpr (detail::text_like<T>) return text(value, detail::text_of(out));
    else if constexpr (detail::is_raw<T>) return raw(value, out.storage());
    else if constexpr (std::is_same_v<T, timestamp>) return date(value, out);
    else if constexpr (std::is_same_v<T, bool>) return boolean(value, out);
    else if constexpr (std::is_same_v<T, std::uint64_t> ||
                       std::is_same_v<T, std::optional<std::uint64_t>>)
      return number(value, out);
    else return list(value, out);
  }

  /// Decodes the members of an object.
  template <class Value>
  [[nodiscard]] constexpr bool object(Value& value, member_rows<Value> const& rows,
                                      detail::erased const& out) {
    std::size_t const at = note_place(value);
    detail::member_reader<Value> reader{*this, rows, out};
    return is(value, json::kind::object) && value.for_each_member(reader) && has_all(reader, at);
  }

  /// Takes what may be anything: left out is what is no text, or does not fit, which gives false.
  template <class Value, class Text>
  constexpr bool take(Value& value, Text& out) {
    bool const is_text = value.kind() == json::kind::string;
    if (is_text && store(value.string(), out) == text_stored) return true;
    detail::reset(out);  // also of what came before under its name
    return !is_text;
  }

  [[nodiscard]] constexpr decode_error const& error() const noexcept { return error_; }

 private:
  template <class Value>
  friend struct detail::member_reader;
  template <class Value, class T>
  friend struct detail::ordered_reader;

  /// The same for a policy that can be told in which order members usually come.
  template <class Value, class T, class... Members>
  constexpr bool ordered(Value& value, T& out, member_list<Members...>) {
    std::size_t const at = value.offset();  // not noted, which would be a step for each
    detail::erased_pointer<T> const pointer(out);
    detail::ordered_reader<Value, T> reader{{*this, detail::table_of<Value, T>, pointer}, out};
    if (value.kind() != json::kind::object) return note_place(value), fail(errc::wrong_type);
    return value.template for_each_member<Members...>(reader) &&
           (reader.complete(in_list_) || has_all(reader, at));
  }
  template <class Value>
  constexpr bool is(Value& value, json::kind wanted) noexcept {
    return value.kind() == wanted || fail(errc::wrong_type);
  }
  template <class Value>
  constexpr bool has_all(detail::member_reader<Value> const& reader, std::size_t at) noexcept {
    for (std::uint32_t seen = reader.seen; member_row<Value> const& row : reader.rows) {
      if ((seen & 1) == 0 && detail::is_needed(row.when, in_list_)) {
        error_.path.prepend(row.name());
        return error_.offset = at, fail(errc::missing_member);
      }
      seen >>= 1;
    }
    return true;
  }

  /// Where the error is, if one comes of this value: said once for all that may find one.
  template <class Value>
  constexpr std::size_t note_place(Value const& value) noexcept {
    return error_.offset = value.offset();
  }
  constexpr bool fail(errc code) noexcept {
    error_.code = code;
    return false;
  }

  template <class Value, class T>
  constexpr bool nullable(Value& value, field<T>& out) {
    if constexpr (detail::text_like<T>) {
      return nullable_text(value, out.state_, detail::text_of(out.value_));  // one for all
    } else {
      if (null(value, out.state_)) return true;
      if constexpr (described<T>) detail::reset(out.value_);
      return fill(value, out.value_);
    }
  }
  template <class Value, class Text>
  constexpr bool nullable_text(Value& value, detail::field_state& state, Text& out) {
    return null(value, state) || text(value, out);
  }
  template <class Value>
  constexpr bool null(Value& value, detail::field_state& state) {
    bool const is_null = value.kind() == json::kind::null;
    state = is_null ? detail::field_state::null : detail::field_state::value;
    return is_null;
  }

  template <class Value, class Text>
  constexpr bool text(Value& value, Text& out) {
    return is(value, json::kind::string) && note<Text>(store(value.string(), out));
  }
  /// What became of storing a text: a view is never too long, and others decode escapes.
  template <class Text>
  constexpr bool note(std::size_t stored) noexcept {
    if (stored == text_stored) return true;
    if (std::is_same_v<Text, std::string_view>) return fail(errc::escaped_text);
    return error_.needed = stored, fail(errc::text_too_long);
  }
  template <class Text>
  constexpr std::size_t store(json::text const& chars, Text& out) {
    char* in_place = nullptr;
    if constexpr (std::is_same_v<Text, std::string_view>)  // which views the document
      if (writable_ != nullptr && chars.escaped)
        in_place = writable_ + (chars.chars.data() - document_.data());
    return store_text(chars, out, in_place);
  }

  template <class Value, class Text>
  constexpr bool raw(Value& value, Text& out) {
    return note<Text>(store_text(json::text{.chars = value.raw()}, out, nullptr));
  }

  template <class Value>
  constexpr bool date(Value& value, timestamp& out) {
    if (!is(value, json::kind::string)) return false;
    if constexpr (detail::expecting<Value>)
      if (detail::usual_value::read(value, out) == detail::usual_value::outcome::taken) return true;
    bool const stored = store_text(value.string(), out.text_, nullptr) == text_stored;
    if (stored && detail::is_rfc3339(out.text_)) return true;
    out.text_.clear();
    return fail(errc::wrong_type);
  }

  template <class Value>
  constexpr bool boolean(Value& value, bool& out) {
    return is(value, json::kind::boolean) && (out = value.boolean(), true);
  }

  template <class Value, class Number>
  constexpr bool number(Value& value, Number& out) {
    if (!is(value, json::kind::number)) return false;
    std::optional<std::int64_t> const n = value.integer();
    if (!n || *n < 0) return fail(errc::wrong_type);
    out = static_cast<std::uint64_t>(*n);
    return true;
  }

  template <class Value, list_storage List>
  constexpr bool list(Value& value, List& out) {
    if (!is(value, json::kind::array)) return false;
    out.clear();
    if constexpr (described<typename List::value_type> && requires { out.reserve(std::size_t{}); })
      if (!in_list_) out.reserve(json::detail::most_objects(document_, value.offset()));
    bool const outer = std::exchange(in_list_, true);
    bool const complete = value.for_each_element([&](auto& each) {
      std::size_t const index = out.size();
      auto* const item = append_item(out);
      if (item == nullptr) note_place(each), fail(errc::too_many_items);
      else if (decode(each, *item)) return take_item(out, *item);
      return error_.path.prepend(index), false;
    });
    in_list_ = outer;
    return complete;
  }

  template <class List>
  static constexpr bool take_item([[maybe_unused]] List& list,
                                  [[maybe_unused]] typename List::value_type& item) {
    if constexpr (detail::passing_list<List>) return list.take(item);
    else return true;
  }

  std::string_view document_;
  char* writable_;
  bool in_list_ = false;
  decode_error error_{};
};

namespace detail {
template <class Value>
MEDUSA_HOT constexpr bool member_reader<Value>::take(std::uint32_t i, Value& value) {
  seen |= std::uint32_t{1} << i;
  next = i + 1;
  auto const& row = rows[i];
  into.note_place(value);
  if (row.read(into, value, out)) return true;
  into.error_.path.prepend(row.name());
  return false;
}
template <class Value, class T>
template <class Member>
MEDUSA_HOT constexpr bool ordered_reader<Value, T>::operator()(Member, Value& value) {
  auto& member = object.*Member::pointer;
  usual_value::outcome const usual = usual_value::read(value, member);
  if (usual == usual_value::outcome::taken) return true;
  Value again(value);  // so that nobody gets the address of the first, which lives in registers
  this->into.note_place(again);
  if (usual == usual_value::outcome::too_long) this->into.template note<T>(again.glance().size());
  else if (this->into.fill(again, member)) return true;
  this->into.error_.path.prepend(Member::name);
  return false;
}
template <class Value, class T, class Member>
constexpr bool read_member(decoder& d, Value& value, erased const& out) {
  auto& member = unerase<T>(out).*Member::pointer;
  if constexpr (described<std::remove_reference_t<decltype(member)>>)
    reset(member);  // it may come twice
  return d.fill(value, member);
}
/// Reads the object itself, which is a member of what is around it.
template <class Value, class T>
constexpr bool read_whole(decoder& d, Value& value, erased const& out) {
  make_fresh<T>(out);  // it may come twice
  return d.fill(value, unerase<T>(out));
}
}  // namespace detail
}  // namespace medusa::inline v0

// medusa/operation/answer.hpp

namespace medusa::inline v0 {

namespace detail {
inline constexpr status_row<errc> refusals[] = {
    {400, errc::bad_request},   {401, errc::unauthorized},      {403, errc::forbidden},
    {404, errc::not_found},     {409, errc::conflict},          {413, errc::payload_too_large},
    {422, errc::unprocessable}, {429, errc::too_many_requests}, {503, errc::unavailable}};
}  // namespace detail

/// The code of a status that is no success.
[[nodiscard]] constexpr errc errc_of_status(int status) noexcept {
  for (auto const& each : detail::refusals)
    if (each.is_of(status)) return each.means;
  if (status >= 300 && status < 400) return errc::redirected;
  return status >= 500 && status < 600 ? errc::server_error : errc::unexpected_status;
}

namespace detail {

/// Whether what a JSON policy gives lives as long as a storage needs it.
template <class S, class Json>
consteval bool check_views() {
  static_assert(
      !S::views_response || Json::views_input,
      "borrowed storage views the response, but this JSON policy's text does not outlive its "
      "visit(): use hosted or fixed storage, or a policy whose `views_input` is true");
  static_assert(!keeping_storage<S> || Json::views_input,
                "pooled storage keeps the body and views it, but this JSON policy's text is "
                "somewhere else: use hosted "
                "storage, or a policy whose `views_input` is true");
  return true;
}

template <class Op>
concept renames_rejections = requires(errc code, int status) {
  { Op::rejected(code, status) } -> std::same_as<errc>;
};

template <class Op, class R, class T>
concept obtains_credentials =
    requires(R const& response, T const& value) { Op::obtained(response, value); };

/// How the answer to an operation is read, without its type: a program has the code that reads
/// once.
template <class Value>
struct answer_form {
  member_rows<Value> rows{};  ///< none: the body is not looked at
  char* (*ready)(erased const& out,
                 std::string_view const& document) = nullptr;  ///< see `make_ready`
  errc (*rejected)(errc, int) = nullptr;
};

template <class Value, class T, fixed_string Name>
inline constexpr std::array<member_row<Value>, 1> envelope{
    member_row<Value>{Name.view(), presence::required, &read_whole<Value, T>}};

/// Of all operations whose answers are read alike into a `T`.
template <class Value, class T, fixed_string Envelope, errc (*Rejected)(errc, int)>
[[nodiscard]] consteval answer_form<Value> make_answer_form() {
  answer_form<Value> form{.ready = &make_ready<T>, .rejected = Rejected};
  if constexpr (std::is_same_v<T, no_content>) return form;
  else if constexpr (Envelope.view().empty()) form.rows = table_of<Value, T>;
  else form.rows = envelope<Value, T, Envelope>;
  return form;
}
template <class Value, class T, fixed_string Envelope, errc (*Rejected)(errc, int)>
inline constexpr answer_form<Value> shared_answer_form =
    make_answer_form<Value, T, Envelope, Rejected>();

template <operation Op>
[[nodiscard]] consteval auto rejected_of() -> errc (*)(errc, int) {
  if constexpr (renames_rejections<Op>) return &Op::rejected;
  else return nullptr;
}
template <operation Op>
inline constexpr fixed_string<Op::info.envelope.size() + 1> envelope_of{Op::info.envelope};

/// Of operation `Op`, into a `T`.
template <operation Op, class T, class Value>
inline constexpr answer_form<Value> const& answer_form_of =
    shared_answer_form<Value, T, envelope_of<Op>, rejected_of<Op>()>;

template <class Value, class ApiError>
constexpr bool take_type(decoder& d, Value& value, erased const& out) {
  d.take(value, unerase<ApiError>(out).type.storage());
  return true;
}
template <class Value, class ApiError>
constexpr bool take_code(decoder& d, Value& value, erased const& out) {
  d.take(value, unerase<ApiError>(out).code.storage());
  return true;
}
template <class Value, class ApiError>
constexpr bool take_message(decoder& d, Value& value, erased const& out) {
  auto& error = unerase<ApiError>(out);
  error.message_dropped = !d.take(value, error.message);
  return true;
}
/// What the server says about a refusal. Whatever does not fit or is not of the documented form is
/// left out: it must not hide the refusal itself.
template <class Value, class ApiError>
inline constexpr std::array<member_row<Value>, 3> api_error_rows{
    member_row<Value>{"code", presence::optional, &take_code<Value, ApiError>},
    member_row<Value>{"type", presence::optional, &take_type<Value, ApiError>},
    member_row<Value>{"message", presence::optional, &take_message<Value, ApiError>}};

template <class Value, class ApiError>
inline constexpr member_rows<Value> api_error_table{api_error_rows<Value, ApiError>};

template <class R>
[[nodiscard]] constexpr char* writable_body(R& response) noexcept {
  if constexpr (std::is_convertible_v<decltype(response.body()), std::span<char>>)
    return std::span<char>(response.body()).data();
  else return nullptr;
}

/// Reads a response into what `out` points at, as `make_ready` leaves it. False when it is a
/// failure, which is then in `failed`.
template <class Json, class Failure, class R>
constexpr bool read_answer(R& response, answer_form<typename Json::value> const& form,
                           erased const& out, failure_slot<Failure>& failed) {
  using value = typename Json::value;
  using api_error = decltype(Failure::server);
  int const status = response.status();
  bool const refused = status < 200 || status > 299;
  if (!refused && form.rows.empty()) return true;
  std::string_view body = response.body();
  char* writable = writable_body(response);
  constexpr bool keeps = keeping_storage<typename Failure::storage_type>;
  [[maybe_unused]] char* const kept = form.ready(out, keeps && refused ? std::string_view() : body);
  if constexpr (keeps)
    if (kept != nullptr) body = {writable = kept, body.size()};
  decoder into(body, writable);
  if (!refused && into.template read<Json>(form.rows, out)) return true;
  Failure* failure = &failed.emplace();
  if (refused && !into.template read<Json>(api_error_table<value, api_error>,
                                           erased_pointer<api_error>(failure->server)))
    failure = &failed.emplace();  // without what was read until it went wrong
  failure->status = status;
  if (!refused) {
    failure->set(into.error());
    return false;
  }
  failure->code = errc_of_status(status);
  if (form.rejected != nullptr) failure->code = form.rejected(failure->code, status);
  return false;
}

}  // namespace detail

}  // namespace medusa::inline v0

// medusa/exchange/exchange.hpp

namespace medusa::inline v0 {

namespace detail {
template <class Attempts>
concept refreshes = requires(Attempts& a) { a.refreshed(std::optional<errc>(), duration()); };
}  // namespace detail

/// One call as a state machine that does no I/O: what `attempts` decides, and what came of it. A
/// driver is a loop over `step`. `Read` makes a result of the last response: a function `bool (R&
/// response, detail::failure_slot<Failure>& failed)`, false when it has put a failure there.
/// Nothing of a call lives here but in the attempts: a driver that waits elsewhere makes one for
/// each event.
template <class Failure, class Read, class Attempts = attempts>
class basic_exchange {
 public:
  using failure_type = Failure;

  /// The attempts, and `failed`, where a failure goes, must outlive it.
  template <class... A>
  constexpr basic_exchange(Read read, detail::failure_slot<Failure>& failed, A&&... a)
      : attempts_(std::forward<A>(a)...), read_(std::move(read)), slot_(&failed) {}

  /// To be called once, first.
  [[nodiscard]] constexpr step begin(duration now) { return settle(attempts_.begin(now)); }

  /// The request of this attempt; its `timeout` is no longer than what the deadline leaves.
  [[nodiscard]] constexpr medusa::request const& request() const noexcept {
    return attempts_.request();
  }

  /// The response to `request()`. It is read here; afterwards only `borrowed` results need it.
  template <class R>
  [[nodiscard]] constexpr step received(R& response, moment const& at) {
    step const next = settle(judge(response, at));
    if (next != step::done) return next;
    if (slot_->made != nullptr) slot_->made->status = response.status();
    else if (!read_(response, *slot_)) slot_->made->attempts = attempts_.count();
    return step::done;
  }

  /// The transport gave an error in place of a response.
  [[nodiscard]] constexpr step failed(typename Failure::transport_error_type error,
                                      bool may_have_been_sent, moment const& at) {
    step const next = settle(attempts_.failed(may_have_been_sent, at));
    if (slot_->made != nullptr) slot_->made->transport.emplace(std::move(error));
    return next;
  }

  /// Nothing came of the request, not even an error, in the time that it had.
  [[nodiscard]] constexpr step silent(moment const& at) {
    return settle(attempts_.failed(true, at));
  }

  /// How long to wait; less is not enough. A driver may look at `cancelled()` meanwhile.
  [[nodiscard]] constexpr duration delay() const noexcept { return attempts_.delay(); }
  [[nodiscard]] constexpr bool cancelled() const noexcept { return attempts_.cancelled(); }

  /// The wait is over, or was given up because of `cancelled()`.
  [[nodiscard]] constexpr step waited(duration now) { return settle(attempts_.waited(now)); }

  /// New credentials are in the request; or why they are not, and the call is over.
  [[nodiscard]] constexpr step refreshed(std::optional<errc> problem, duration now) {
    step const next = settle(attempts_.refreshed(problem, now));
    if (problem) slot_->made->status = 401;
    return next;
  }

  /// The driver gives up.
  constexpr step stop(errc code) { return settle(attempts_.stop(code)); }

 private:
  template <class R>
  constexpr step judge(R const& response, moment const& at) {
    answer a{.status = response.status(), .body_size = std::string_view(response.body()).size()};
    // No status below is repeated.
    if (std::remove_reference_t<Attempts>::repeats && a.status >= 400) {
      using std::string_view_literals::operator""sv;
      if (auto const field = nth_header(response, "Retry-After"sv, 0)) a.retry_after = *field;
      if (auto const field = nth_header(response, "Date"sv, 0)) a.date = *field;
    }
    return attempts_.received(a, at);
  }
  constexpr step settle(step next) {
    if (errc const verdict = attempts_.verdict(); verdict != errc{}) {
      Failure& failure = slot_->emplace();
      failure.code = verdict;
      failure.attempts = attempts_.count();
    }
    return next;
  }

  Attempts attempts_;
  Read read_;
  detail::failure_slot<Failure>* slot_;
};

namespace detail {

/// Reads a response as the answer to an operation, whose type is gone.
template <class Json>
struct answer_reader {
  answer_form<typename Json::value> const* form;
  erased const* out;
  template <class R, class Failure>
  [[nodiscard]] constexpr bool operator()(R& response, failure_slot<Failure>& failed) const {
    return read_answer<Json>(response, *form, *out, failed);
  }
};

/// What an exchange owns: made before the machine that points at it.
template <class Failure, class T>
struct exchange_state {
  constexpr exchange_state(medusa::request const& r, retry_policy const& policy, duration deadline,
                           bool repeatable, T& out)
      : own_request_(r),
        own_policy_(policy),
        own_attempts_(own_request_, own_policy_, deadline, repeatable),
        out_(out) {}
  medusa::request own_request_;
  retry_policy own_policy_;
  attempts own_attempts_;
  std::optional<Failure> failure_{};
  optional_slot<Failure> own_slot_{failure_};
  erased_pointer<T> out_;
};

}  // namespace detail

/// One call of an operation, for whoever moves the bytes. What the request views and `out` must
/// outlive it. After `done` without failure, `out` is the result; with one it is of no use. It
/// stays where it was made.
template <operation Op, storage S, class Json, class TransportError,
          class T = typename Op::template result_type<S>>
class exchange
    : detail::exchange_state<medusa::failure<S, TransportError>, T>,
      public basic_exchange<medusa::failure<S, TransportError>, detail::answer_reader<Json>> {
  using state = detail::exchange_state<medusa::failure<S, TransportError>, T>;
  using machine = basic_exchange<medusa::failure<S, TransportError>, detail::answer_reader<Json>>;

 public:
  constexpr exchange(medusa::request const& r, retry_policy const& policy, duration deadline,
                     T& out)
      : state(r, policy, deadline, Op::info.repeatable, out),
        machine({.form = &detail::answer_form_of<Op, T, typename Json::value>, .out = &this->out_},
                this->own_slot_, this->own_attempts_) {}
  exchange(exchange const&) = delete;
  exchange& operator=(exchange const&) = delete;

  /// After `done`: why the call did not succeed; nothing when it did.
  [[nodiscard]] constexpr std::optional<medusa::failure<S, TransportError>>& failure() noexcept {
    return this->failure_;
  }
};

}  // namespace medusa::inline v0

// medusa/exchange/refreshing_attempts.hpp

namespace medusa::inline v0 {

/// `attempts` with one rule more: when the server does not take the credentials (401), new ones are
/// obtained and the request is sent once more, at once, and only once in a call. A 401 is a
/// refusal, so nothing can happen twice; the attempt does not count among the retries.
class refreshing_attempts : public attempts {
 public:
  /// As for `attempts`. `refreshable`: the request is signed with the credentials that can be
  /// renewed.
  constexpr refreshing_attempts(medusa::request& r, retry_policy const& policy, duration deadline,
                                bool repeatable, bool refreshable) noexcept
      : attempts(r, policy, deadline, repeatable), refreshable_(refreshable) {}

  [[nodiscard]] constexpr step received(answer const& a, moment const& at) noexcept {
    if (a.status != 401 || !refreshable_ || cancelled()) return attempts::received(a, at);
    refreshable_ = false;
    return step::refresh;
  }

  /// There are new credentials in the request; or why there are none, which is then the verdict.
  [[nodiscard]] constexpr step refreshed(std::optional<errc> problem, duration now) noexcept {
    if (problem) return stop(*problem);
    uncount();
    return waited(now);
  }

 private:
  bool refreshable_;
};

}  // namespace medusa::inline v0

// medusa/exchange/single_attempt.hpp

namespace medusa::inline v0 {

/// What is left of `attempts` without a clock: one attempt, which the transport bounds by the
/// request's time limit. A program whose clients have no clock does not carry the code of the rest.
class single_attempt {
 public:
  static constexpr bool repeats = false;

  /// As for `attempts`; the deadline can only shorten the time limit of the attempt.
  constexpr single_attempt(medusa::request& r, retry_policy const&, duration deadline,
                           bool) noexcept
      : request_(&r) {
    if (deadline < r.timeout) r.timeout = deadline;
  }

  [[nodiscard]] constexpr step begin(duration) noexcept {
    if (cancelled()) return stop(errc::cancelled);
    count_ = 1;
    return step::send;
  }
  [[nodiscard]] constexpr medusa::request const& request() const noexcept { return *request_; }
  [[nodiscard]] constexpr step received(answer const& a, moment const&) noexcept {
    if (a.body_size > request_->max_body) verdict_ = errc::response_too_large;
    return step::done;
  }
  [[nodiscard]] constexpr step failed(bool, moment const&) noexcept {
    return stop(cancelled() ? errc::cancelled : errc::transport_failed);
  }

  [[nodiscard]] static constexpr duration delay() noexcept { return {}; }
  [[nodiscard]] constexpr bool cancelled() const noexcept { return request_->cancel.requested(); }
  /// Nothing is ever waited for.
  [[nodiscard]] constexpr step waited(duration now) noexcept { return begin(now); }

  constexpr step stop(errc code) noexcept {
    verdict_ = code;
    return step::done;
  }
  [[nodiscard]] constexpr bool overdue(duration) const noexcept { return cancelled(); }
  [[nodiscard]] constexpr bool expired(duration) const noexcept { return cancelled(); }

  [[nodiscard]] constexpr std::uint32_t count() const noexcept { return count_; }
  [[nodiscard]] constexpr errc verdict() const noexcept { return verdict_; }

 private:
  medusa::request* request_;
  std::uint32_t count_ = 0;
  errc verdict_{};
};

}  // namespace medusa::inline v0

// medusa/http/uuid.hpp

namespace medusa::inline v0 {

namespace detail {
/// See `make_uuid`.
constexpr void write_uuid(static_string<36>& text, std::uint64_t high, std::uint64_t low) noexcept {
  high = (high & 0xFFFF'FFFF'FFFF'0FFFu) | 0x4000u;
  low = (low & 0x3FFF'FFFF'FFFF'FFFFu) | 0x8000'0000'0000'0000u;
  static_cast<void>(text.resize(36));
  for (std::size_t i = 0; i < 36; ++i) {
    char digit = '-';
    if (i != 8 && i != 13 && i != 18 && i != 23) {
      digit = "0123456789abcdef"[high >> 60];
      high = high << 4 | low >> 60;
      low <<= 4;
    }
    text.data()[i] = digit;
  }
}
}  // namespace detail

/// A version 4 UUID (RFC 9562 section 5.4) from 128 bits of entropy, six of which are replaced, in
/// lower case: what the official client sends as `Idempotency-Key`.
[[nodiscard]] constexpr static_string<36> make_uuid(std::uint64_t high,
                                                    std::uint64_t low) noexcept {
  static_string<36> text;
  detail::write_uuid(text, high, low);
  return text;
}

}  // namespace medusa::inline v0

// medusa/model/user_page.hpp

namespace medusa::inline v0 {

/// Some of the users (`GET /admin/users`). Servers before 1.20.1 send all users and no numbers.
template <storage S>
struct basic_user_page {
  typename S::template list<basic_user<S>> users{};
  std::optional<std::uint64_t> count{};   ///< users that match, on all pages
  std::optional<std::uint64_t> offset{};  ///< users before this page
  std::optional<std::uint64_t> limit{};   ///< most users in a page; 0 is no limit

  using field_table = member_list<member<"users", &basic_user_page::users, presence::required>,  //
                                  member<"count", &basic_user_page::count>,                      //
                                  member<"offset", &basic_user_page::offset>,                    //
                                  member<"limit", &basic_user_page::limit>>;
};

}  // namespace medusa::inline v0

// medusa/client/client_base.hpp

namespace medusa::inline v0::admin {

/// What a client has and does whichever way it waits: its settings and credentials, making
/// requests, reading responses. `Response` is what its transport gives, `Error` the transport's own
/// error.
template <class Transport, class Response, class Error, class Json, storage Storage, class Clock,
          class Provider>
class client_base {
 public:
  using storage_type = Storage;
  using options_type = basic_options<std::remove_reference_t<Clock>>;
  /// Options that the compiler has checked; each constructor takes these in place of the others.
  using checked_type = checked_options<std::remove_reference_t<Clock>>;
  using failure_type = failure<Storage, Error>;
  /// The type of a call's result: `client_type::result<client_type::user>`.
  template <class T>
  using result = medusa::result<T, failure_type>;
  using user = basic_user<Storage>;
  using user_page = basic_user_page<Storage>;

  /// What is wrong with the options; nothing when all is well.
  [[nodiscard]] constexpr std::optional<encode_error> status() const noexcept {
    return problem_.found();
  }

  /// The sizes beyond which a call fails, as they were given in the options.
  [[nodiscard]] constexpr wire_limits const& limits() const noexcept {
    return settings_.context().limits;
  }

  /// How the client signs its requests now. Views what the client keeps, until that changes.
  [[nodiscard]] constexpr medusa::credentials credentials() const {
    return settings_.context().credentials;
  }
  /// Signs them in another way from now on. Errors, after which nothing has changed: those of
  /// `credentials_error`, and `too_long` with the bytes needed.
  [[nodiscard]] constexpr std::optional<encode_error> sign_in(medusa::credentials const& c) {
    first_error errors;
    errors.note(credentials_error(c), "credentials");
    if (!errors.failed()) keep(c, errors);
    return errors.found();
  }

 protected:
  static constexpr bool has_provider =
      !std::is_same_v<std::remove_reference_t<Provider>, no_provider>;
  static constexpr bool has_retries = !std::is_same_v<std::remove_reference_t<Clock>, no_clock>;
  using attempts_type =
      std::conditional_t<has_provider, refreshing_attempts,
                         std::conditional_t<has_retries, attempts, single_attempt>>;
  using slot_type = detail::failure_slot<failure_type>;
  /// Bytes that go before credentials in their header, at most.
  static constexpr std::size_t before_credentials = detail::cookie_name_size;
  using buffer_type = typename Storage::request_buffer;
  struct nothing {};

  struct call_state {
    // Begins as zeros, which is less code to make: nothing of it is looked at before it is written.
    medusa::request request{.timeout = {}, .max_body = 0, .attempt = {.number = 0}};
    first_error errors{};
    static_string<36> idempotency_key{};
    /// Of a request that was signed once more.
    [[no_unique_address]] std::conditional_t<
        has_provider, basic_secret<typename Storage::credential>, nothing> signature{};
  };

  /// An operation and what it is read into, without their types: a program has the code of a call
  /// once.
  struct call_form {
    detail::request_form request;
    detail::answer_form<typename Json::value> const* answer;
    /// Takes new credentials from a response; null when there are none in it.
    bool (*keep)(client_base&, Response const&, detail::erased const& out, slot_type&);
  };
  template <operation Op, class T>
  [[nodiscard]] static consteval call_form make_form() {
    call_form form{detail::request_form_of<Op>,
                   &detail::answer_form_of<Op, T, typename Json::value>, nullptr};
    if constexpr (detail::obtains_credentials<Op, Response, T>)
      form.keep = [](client_base& self, Response const& response, detail::erased const& out,
                     slot_type& failed) {
        return self.keep_obtained(Op::obtained(response, detail::unerase<T>(out)),
                                  response.status(), failed);
      };
    return form;
  }
  template <operation Op, class T>
  static constexpr call_form form_of = make_form<Op, T>();

  /// Reads the last response of a call.
  struct reader {
    client_base* self;
    call_form const* form;
    detail::erased const* out;
    constexpr bool operator()(Response& response, slot_type& failed) const {
      return detail::read_answer<Json>(response, *form->answer, *out, failed) &&
             (form->keep == nullptr || form->keep(*self, response, *out, failed));
    }
  };
  using exchange_type = basic_exchange<failure_type, reader, attempts_type>;

  [[nodiscard]] static consteval bool check_views() {
    static_assert(detail::check_views<Storage, Json>());
    static_assert(
        !Storage::views_response || enable_borrowed_response<std::remove_cv_t<Response>>,
        "borrowed results view the response's body, and this transport's response is gone when "
        "the call returns: use hosted or fixed storage, or specialise "
        "medusa::enable_borrowed_response if the transport keeps the body");
    return true;
  }

  template <class T, class Options, class C, class P>
  constexpr client_base(T&& transport, Options const& options, C&& clock, P&& provider)
      : transport_(std::forward<T>(transport)),
        clock_(std::forward<C>(clock)),
        provider_(std::forward<P>(provider)),
        policy_(detail::retries(options)),
        settings_(options, problem_) {}
  template <class T, class Options>
  constexpr client_base(T&& transport, Options const& options)
      : transport_(std::forward<T>(transport)),
        clock_(),
        provider_(),
        policy_(detail::retries(options)),
        settings_(options, problem_) {}

  /// Makes a request. Of what a call before has left in `state` nothing is looked at. (Not inlined,
  /// where the stack that it needs would be taken for all of the call.)
  [[gnu::noinline]] constexpr call_state& prepare(buffer_type& buffer,
                                                  detail::request_form const& form,
                                                  detail::erased const& op,
                                                  call_options const& options, call_state& state) {
    state.errors = problem_;
    if (problem_.failed()) return state;
    state.request.attempt = {};
    std::string_view key = options.idempotency_key;
    if (form.method == method::post && key.empty() && policy().max_retries > 0) {
      detail::write_uuid(state.idempotency_key, clock_.random(), clock_.random());
      key = state.idempotency_key;
    }
    detail::build_erased(form, op, buffer, settings_.context(), options, key, state.request,
                         state.errors);
    return state;
  }

  [[nodiscard]] constexpr attempts_type begin_attempts(medusa::request& r,
                                                       detail::request_form const& form,
                                                       call_options const& options) const {
    if constexpr (has_provider) {
      first_error known;  // to `prepare`, which has told it
      bool const own = form.authenticated && !options.headers.check(known) &&
                       !settings_.context().signed_by_headers;
      return {r, policy(), deadline(options), form.repeatable, own};
    } else {
      return {r, policy(), deadline(options), form.repeatable};
    }
  }

  [[nodiscard]] constexpr retry_policy const& policy() const noexcept {
    if constexpr (has_retries) return policy_;
    else return policy_.never;
  }
  [[nodiscard]] constexpr duration deadline(call_options const& options) const {
    return options.deadline ? *options.deadline : settings_.context().deadline;
  }
  [[nodiscard]] constexpr moment this_moment() {
    return {.now = clock_.now(),
            .random = policy().max_retries > 0 ? clock_.random() : 0,
            .unix_time = detail::unix_time_of(clock_)};
  }

  /// How much of a wait to wait at once: not all when the caller may cancel, so that cancelling
  /// does not take as long as the wait.
  [[nodiscard]] static constexpr duration slice(duration wait, medusa::request const& r) noexcept {
    constexpr duration most = duration::milliseconds(20);
    return r.cancel.possible() && wait > most ? most : wait;
  }

  /// Takes what a provider gave. Why not, if so.
  [[nodiscard]] constexpr std::optional<errc> renew(
      std::optional<medusa::credentials> const& given) {
    if (!given || given->kind() == credential_kind::none) return errc::unauthorized;
    if (auto const error = sign_in(*given)) return error->code;
    return std::nullopt;
  }

  /// Signs a request, whose headers lie in `rows`, with the credentials of now. What it was signed
  /// with stays in its buffer, since its views must stay good.
  [[nodiscard]] constexpr std::optional<errc> sign_again(call_state& state,
                                                         std::span<header> rows) {
    std::size_t i = 0;
    std::size_t size = state.request.headers.size();
    while (i < size && !is_credential_header(rows[i].name)) ++i;
    if (i == size && ++size > rows.size()) return errc::too_many_headers;
    medusa::credentials const c = credentials();
    std::size_t const room = before_credentials + c.value().reveal().size();
    auto& text = state.signature.storage();
    if constexpr (detail::bounded_text<typename Storage::credential>) {
      if (!text.resize(room)) return errc::too_long;
    } else {
      text.resize(room);
    }
    std::array<header, 1> row{};
    header_table table(row);
    sink out(text.data(), room);
    detail::set_credentials(table, out, c);
    rows[i] = row[0];
    state.request.headers = rows.first(size);
    return std::nullopt;
  }

  /// Overwrites the request of a call that has ended: passwords and credentials are in it.
  static constexpr void forget(buffer_type& buffer, call_state& state) noexcept {
    detail::wipe(buffer.data(), buffer.capacity());
    if constexpr (has_provider) state.signature.wipe();
  }

  Transport transport_;
  [[no_unique_address]] Clock clock_;
  [[no_unique_address]] Provider provider_;
  /// How often the credentials have changed.
  [[no_unique_address]] std::conditional_t<has_provider, std::uint32_t, nothing> generation_{};

 private:
  constexpr void keep(medusa::credentials const& c, first_error& errors) {
    settings_.keep(c, errors);
    if constexpr (has_provider) ++generation_;
  }

  constexpr bool keep_obtained(medusa::result<medusa::credentials, errc> const& obtained,
                               int status, slot_type& failed) {
    first_error errors;
    if (!obtained) errors.fail(obtained.error(), "");
    else if (obtained->kind() != credential_kind::none ||
             credentials().kind() != credential_kind::api_token)
      keep(*obtained, errors);
    if (!errors.failed()) return true;
    failure_type& failure = failed.emplace();
    failure.code = obtained ? errc::text_too_long : errors.error().code;
    failure.status = status;
    failure.needed = errors.error().needed;
    return false;
  }

  first_error problem_{};  // of the options
  [[no_unique_address]] detail::retries_of<std::remove_reference_t<Clock>> policy_;

 protected:
  settings<Storage> settings_;
};

}  // namespace medusa::inline v0::admin

// medusa/client/transport.hpp

namespace medusa::inline v0 {

namespace detail {
template <class T>
concept sends = requires(T& t, request const& r) { t.send(r); };
template <class T>
using sent_type =
    std::remove_cvref_t<decltype(std::declval<T&>().send(std::declval<request const&>()))>;
template <class X>
concept testable = requires(X& x) { static_cast<bool>(x); };
template <class X>
concept holds_something = requires(X& x) { *x; };
template <class X>
concept holds_response = requires(X& x) { requires response<std::remove_cvref_t<decltype(*x)>>; };
template <class X>
concept holds_error = requires(X& x) { x.error(); };
template <class X>
concept keepable_error =
    std::is_nothrow_move_constructible_v<std::remove_cvref_t<decltype(std::declval<X&>().error())>>;
template <class E>
concept tells_if_sent = requires(E const& e) {
  { request_may_have_been_sent(e) } -> std::convertible_to<bool>;
};
}  // namespace detail

/// Moves one request to the server and its response back. The user supplies it.
///
/// `t.send(request const&)` gives something that is tested and dereferenced like `std::expected`:
/// its value models `response`, its `error()` is of the transport's own type, which failures keep.
///
/// A transport
/// - MUST send method, URL, headers and body as they are given, adding Host and framing
///   (Content-Length when there is a body, also `Content-Length: 0` for a POST without); it MAY add
///   headers of its own unless the request has one of that name;
/// - MUST give every complete response as a value, whatever its status: 400 and 500 are responses;
/// - MUST follow no redirect, keep no cookies, and repeat nothing by itself;
/// - MUST give up after `request.timeout`, and refuse a body of more than `request.max_body` bytes
///   without storing it;
/// - MUST verify the server's certificate for `https`;
/// - SHOULD look at `request.cancel` at least every 100 ms while it waits, and give up when it is
///   set;
/// - MUST NOT keep views of the request once `send` has returned.
///
/// A free function `request_may_have_been_sent(error)`, found by argument-dependent lookup, SHOULD
/// say whether the server can have seen the request; without one it is taken for true.
template <class T>
concept transport =
    detail::sends<T> && detail::testable<detail::sent_type<T>> &&
    detail::holds_response<detail::sent_type<T>> && detail::holds_error<detail::sent_type<T>>;

/// Says what is missing from a type that should be a transport: the first failed line names it.
template <class T>
[[nodiscard]] consteval bool check_transport() {
  static_assert(detail::sends<T>,
                "Transport: wanted `result<Response, Error> send(medusa::request const&)`");
  if constexpr (detail::sends<T>) {
    using sent = detail::sent_type<T>;
    static_assert(detail::testable<sent>,
                  "Transport: what send() gives must convert to bool, as std::expected does");
    static_assert(detail::holds_something<sent>,
                  "Transport: what send() gives must have `operator*`, which gives the response, "
                  "as std::expected does");
    if constexpr (detail::holds_something<sent>)
      static_assert(check_response<std::remove_cvref_t<decltype(*std::declval<sent&>())>>());
    static_assert(detail::holds_error<sent>,
                  "Transport: what send() gives must have `error()`, as std::expected does");
    if constexpr (detail::holds_error<sent>)
      static_assert(detail::keepable_error<sent>,
                    "Transport: what `error()` gives must have a move constructor that is "
                    "noexcept, since failures "
                    "keep it");
  }
  return true;
}

/// What a transport gives as a response.
template <transport T>
using transport_response_t = std::remove_cvref_t<decltype(*std::declval<detail::sent_type<T>&>())>;
/// What a transport gives when it has no response.
template <transport T>
using transport_error_t =
    std::remove_cvref_t<decltype(std::declval<detail::sent_type<T>&>().error())>;

namespace detail {
template <class E>
[[nodiscard]] constexpr bool may_have_been_sent(E const& error) {
  if constexpr (tells_if_sent<E>) return request_may_have_been_sent(error);
  else return true;
}
}  // namespace detail

}  // namespace medusa::inline v0

// medusa/operation/one_or_many.hpp

namespace medusa::inline v0 {

/// A filter that takes one value or a list of them. The list is viewed, so only an lvalue container
/// (or a span) is taken: a temporary one would be gone.
template <class T>
class one_or_many {
 public:
  constexpr one_or_many() = default;

  /// A null `char const*` is no text; it counts as a list of nothing, which is refused on encoding.
  template <std::convertible_to<T> U>
  constexpr one_or_many(U const& value) : one_(read(value)) {
    if (!one_) many_.emplace();
  }

  template <class Range>
    requires(!std::convertible_to<Range const&, T> &&
             std::convertible_to<Range const&, std::span<T const>>)
  constexpr one_or_many(Range const& values) noexcept : many_(std::span<T const>(values)) {}
  template <class Range>
    requires(!std::convertible_to<Range const&, T> &&
             std::convertible_to<Range const&, std::span<T const>> &&
             !std::same_as<Range, std::span<T const>> && !std::same_as<Range, std::span<T>>)
  one_or_many(Range const&& values) = delete;

  [[nodiscard]] constexpr bool is_absent() const noexcept { return !one_ && !many_; }
  /// The one value, or all of the list. Views what the filter views, and the filter.
  [[nodiscard]] constexpr std::span<T const> values() const noexcept {
    if (one_) return {&*one_, 1};
    return many_.value_or(std::span<T const>());
  }
  [[nodiscard]] constexpr std::optional<T> const& one() const noexcept { return one_; }
  [[nodiscard]] constexpr std::optional<std::span<T const>> const& many() const noexcept {
    return many_;
  }

 private:
  // Not assigned in the constructor's body: g++ 12 takes that for a change of a const object, when
  // an operation in constant evaluation is one.
  template <class U>
  static constexpr std::optional<T> read(U const& value) {
    if constexpr (std::is_pointer_v<U>)
      if (value == nullptr) return std::nullopt;
    return T(value);
  }

  std::optional<T> one_{};
  std::optional<std::span<T const>> many_{};
};

}  // namespace medusa::inline v0

// medusa/operation/query_cursor.hpp

namespace medusa::inline v0::detail {

/// Writes the parameters of a query in place of a `request_writer`, which must not write anything
/// itself meanwhile. The same bytes and errors in half the time: the place in the memory is at
/// hand, where the writer looks for its sink. For that all is put where it is called, and nothing
/// gets this object's address.
///
/// Names of parameters, and keys, are of unreserved characters alone, as all of Medusa's are:
/// nothing in them is looked at. What may have no room, in the memory or in the longest head, goes
/// through the writer.
class query_cursor {
 public:
  MEDUSA_HOT constexpr explicit query_cursor(request_writer& writer) noexcept : writer_(&writer) {
    take();
  }
  MEDUSA_HOT constexpr ~query_cursor() { give(); }
  query_cursor(query_cursor const&) = delete;
  query_cursor& operator=(query_cursor const&) = delete;

  MEDUSA_HOT constexpr void query(char const* field) noexcept {
    if (!begin(field, 0)) give(), writer_->query(field), take();
  }
  MEDUSA_HOT constexpr void query(char const* field, std::string_view value) noexcept {
    if (!begin(field, 3 * value.size())) return give(), writer_->query(field, value), take();
    put_value(field, value);
  }
  MEDUSA_HOT constexpr void query(char const* field, std::uint64_t value) noexcept {
    decimal const digits(value);
    if (!begin(field, digits.view().size())) return give(), writer_->query(field, value), take();
    writer_->check_number(field, value);
    put(digits.view());
  }
  MEDUSA_HOT constexpr void query_indexed(char const* field, std::uint64_t index,
                                          std::string_view value) noexcept {
    constexpr std::size_t brackets = std::string_view("%5B00%5D").size();
    if (index >= 100 || !begin(field, brackets + 3 * value.size()))
      return give(), writer_->query_indexed(field, index, value), take();
    open();
    if (index >= 10) *at_++ = static_cast<char>('0' + index / 10), index %= 10;
    *at_++ = static_cast<char>('0' + index);
    close();
    put_value(field, value);
  }
  MEDUSA_HOT constexpr void query_date(char const* field, char const* key,
                                       timestamp const& date) noexcept {
    // As servers write it, `2026-11-23T06:56:10.386Z`: only two colons are encoded. Of so many
    // bytes is no other date.
    constexpr std::size_t usual = 24;
    constexpr std::string_view around = "%5B%5D2026-11-23T06%3A56%3A10.386Z";
    std::string_view const inner(key);
    std::string_view const text = date.text();
    if (inner.empty() || text.size() != usual || !begin(field, inner.size() + around.size()))
      return give(), writer_->query_date(field, key, date), take();
    open(), put(inner), close();
    put({text.data(), 13}), put("%3A"), put({text.data() + 14, 2}), put("%3A");
    put({text.data() + 17, 7});
  }
  MEDUSA_HOT constexpr void more(char const* field, std::string_view text) noexcept {
    if (room() < text.size()) [[unlikely]]
      return give(), writer_->more(field, text), take();
    put(text);
  }

  MEDUSA_HOT constexpr void fail(errc code, char const* field) noexcept {
    writer_->fail(code, field);
  }
  [[nodiscard]] MEDUSA_HOT constexpr std::optional<std::size_t> max_items() const noexcept {
    return writer_->max_items();
  }

 private:
  [[nodiscard]] MEDUSA_HOT constexpr std::size_t room() const noexcept {
    return static_cast<std::size_t>(end_ - at_);
  }
  MEDUSA_HOT constexpr void put(std::string_view text) noexcept {
    std::char_traits<char>::copy(at_, text.data(), text.size());
    at_ += text.size();
  }
  MEDUSA_HOT constexpr void put_value(char const* field, std::string_view value) noexcept {
    auto const [end, printable] = percent_encode(at_, value);
    at_ = end;
    if (!printable) [[unlikely]]
      writer_->check_text(field, std::string_view(value));  // a copy, whose address it may have
  }
  /// `field=`. False, with nothing written, when there is no room for that and so many bytes more.
  [[nodiscard]] MEDUSA_HOT constexpr bool begin(char const* field, std::size_t more) noexcept {
    std::string_view const name(field);
    if (room() < name.size() + 2 + more) [[unlikely]]
      return false;
    *at_++ = separator_;
    separator_ = '&';
    put(name);
    *at_++ = '=';
    return true;
  }
  /// What is between a name and its `=`.
  MEDUSA_HOT constexpr void open() noexcept { --at_, put("%5B"); }
  MEDUSA_HOT constexpr void close() noexcept { put("%5D="); }

  // Between `give` and `take` the writer does what may have no room.
  MEDUSA_HOT constexpr void take() noexcept {
    std::span<char> const room = writer_->head_room();
    first_ = at_ = room.data();
    end_ = at_ + room.size();
    separator_ = writer_->query_.separator();
  }
  MEDUSA_HOT constexpr void give() noexcept {
    writer_->query_.wrote(static_cast<std::size_t>(at_ - first_));
  }

  request_writer* writer_;
  char* first_ = nullptr;  ///< where it began, in the sink's memory
  char* at_ = nullptr;
  char* end_ = nullptr;
  char separator_ = '&';
};

/// What writes a query: code that is to be small goes through the writer all the time.
using query_way = std::conditional_t<small_code, request_writer&, query_cursor>;

}  // namespace medusa::inline v0::detail

// medusa/core/static_vector.hpp

namespace medusa::inline v0 {

namespace detail {
/// The elements of a `static_vector`.
template <class T, std::size_t N>
struct static_items {
  struct array {
    T items[N] = {};
  } all{};
};
/// Those of a type without destructor begin to exist when they are added, which spares a list the
/// time to fill all of its memory. In constant evaluation they are there from the start.
///
/// The name for a single one, for nobody to use, tells g++ 12 that there are `T`s in here. From the
/// array alone it does not learn that once `T` has a `char` array in it and an alias was what named
/// the list first; it then takes the members of what was copied over for unchanged.
template <class T, std::size_t N>
  requires std::is_trivially_copyable_v<T>
struct static_items<T, N> {
  constexpr static_items() noexcept : none() {
    if (std::is_constant_evaluated()) std::construct_at(&all);
  }
  struct array {
    T items[N] = {};
  };
  union {
    array all;
    T item;
    char none;
  };
};
}  // namespace detail

/// At most `N` elements inside the object itself. `T` must be default-constructible; one too many
/// is refused.
template <class T, std::size_t N>
class static_vector {
 public:
  using value_type = T;

  constexpr static_vector() noexcept(std::is_nothrow_default_constructible_v<T>) {
  }  // not defaulted: see static_string

  /// Adds a fresh element and points at it; null when `N` are there already.
  [[nodiscard]] constexpr T* try_emplace_back() noexcept {
    if (size_ == N) return nullptr;
    return &detail::renew(items_.all.items[size_++]);
  }

  constexpr void clear() noexcept { size_ = 0; }

  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] static constexpr std::size_t capacity() noexcept { return N; }
  [[nodiscard]] constexpr T* data() noexcept { return items_.all.items; }
  [[nodiscard]] constexpr T const* data() const noexcept { return items_.all.items; }
  [[nodiscard]] constexpr T& operator[](std::size_t i) noexcept { return items_.all.items[i]; }
  [[nodiscard]] constexpr T const& operator[](std::size_t i) const noexcept {
    return items_.all.items[i];
  }
  [[nodiscard]] constexpr T& front() noexcept { return items_.all.items[0]; }
  [[nodiscard]] constexpr T const& front() const noexcept { return items_.all.items[0]; }
  [[nodiscard]] constexpr T& back() noexcept { return items_.all.items[size_ - 1]; }
  [[nodiscard]] constexpr T const& back() const noexcept { return items_.all.items[size_ - 1]; }
  [[nodiscard]] constexpr T* begin() noexcept { return items_.all.items; }
  [[nodiscard]] constexpr T* end() noexcept { return items_.all.items + size_; }
  [[nodiscard]] constexpr T const* begin() const noexcept { return items_.all.items; }
  [[nodiscard]] constexpr T const* end() const noexcept { return items_.all.items + size_; }

 private:
  detail::static_items<T, N == 0 ? 1 : N> items_;
  std::size_t size_ = 0;
};

}  // namespace medusa::inline v0

// medusa/model/limits.hpp

namespace medusa::inline v0 {

/// Sizes of `basic_fixed` storage, in bytes but for `items`. What is longer is an error, never cut.
struct limits {
  /// Each text of a user: id, e-mail, names, API token. An id has 30 bytes.
  std::size_t text = 64;
  /// Users in a page; the server's own default.
  std::size_t items = 50;
  /// The metadata of a user, as JSON text. The server sets no limit below that of the body.
  std::size_t metadata = 256;
  /// What a client signs in with. A JWT of Medusa 1.20.11 has 208 bytes, its session cookie 102.
  std::size_t credential = 256;
  /// What a client keeps of its options: base URL, publishable key and headers together.
  std::size_t settings = 256;
  /// The server's message in a failure. A longer one is left out; validation of one field says
  /// about 60 bytes, and all messages are joined.
  std::size_t message = 256;
  /// A whole request: URL, headers that are made for it, and body.
  std::size_t request = 1024;
};

}  // namespace medusa::inline v0

// medusa/model/borrowed.hpp

namespace medusa::inline v0 {

/// Storage without a heap and without copies: results view the response's body and are good as long
/// as it is. A page takes at most `L.items` users. Text with escapes needs a body that may be
/// written to (see `response`); in another it is `errc::escaped_text`.
template <limits L>
struct basic_borrowed {
  using text = std::string_view;
  using metadata = std::string_view;
  using message = std::string_view;
  using credential = static_string<L.credential>;
  using settings = static_string<L.settings>;
  using query = static_string<L.request>;
  using description = static_string<L.message + 256>;
  template <class T>
  using list = static_vector<T, L.items>;
  using request_buffer = medusa::request_buffer<L.request>;

  static constexpr std::optional<std::size_t> max_items = L.items;
  static constexpr bool views_response = true;
};

/// `basic_borrowed` with pages of at most `Items` users.
template <std::size_t Items>
using borrowed = basic_borrowed<limits{.items = Items}>;

}  // namespace medusa::inline v0

// medusa/operation/user_field.hpp

namespace medusa::inline v0 {
namespace admin {

/// What a list of users can be ordered by and cut down to. The server also knows `password_hash`
/// and would hand out the real one; it is left out on purpose.
enum class user_field : std::uint8_t {
  id,
  created_at,
  updated_at,
  deleted_at,
  role,
  email,
  first_name,
  last_name,
  api_token,
  metadata,
};

}  // namespace admin

namespace detail {
template <class... Members>
[[nodiscard]] consteval std::array<std::string_view, sizeof...(Members)> names_in(
    member_list<Members...>) noexcept {
  return {Members::name...};
}
/// The enumerators stand as the members of a user do.
inline constexpr std::array<std::string_view, 10> user_field_texts =
    names_in(basic_user<borrowed<1>>::field_table());
}  // namespace detail
template <>
inline constexpr std::span<std::string_view const> enum_texts<admin::user_field>{
    detail::user_field_texts};

namespace admin {

/// Which end of a sorted list comes first.
enum class direction : std::uint8_t { ascending, descending };

/// The order of a list. The server takes one field; its own order is `created_at`, descending.
struct order_by {
  user_field field{};
  admin::direction direction = admin::direction::ascending;
};

/// Which members the users of a list have. Each field counts once; `id` and `created_at` are always
/// there.
class user_fields {
 public:
  constexpr user_fields() = default;

  /// These and no others; a list of none is no restriction.
  [[nodiscard]] static constexpr user_fields only(
      std::initializer_list<user_field> fields) noexcept {
    return user_fields(fields, false);
  }
  /// All but these.
  [[nodiscard]] static constexpr user_fields without(
      std::initializer_list<user_field> fields) noexcept {
    return user_fields(fields, true);
  }

  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr bool excludes() const noexcept { return excludes_; }
  [[nodiscard]] constexpr std::span<user_field const> fields() const noexcept {
    return {fields_.data(), size_};
  }

 private:
  constexpr user_fields(std::initializer_list<user_field> fields, bool excludes) noexcept
      : excludes_(excludes) {
    for (user_field const each : fields) {
      bool known = size_ == fields_.size();
      for (user_field const other : this->fields()) known = known || other == each;
      if (!known) fields_[size_++] = each;
    }
  }

  std::array<user_field, 10> fields_{};
  std::size_t size_ = 0;
  bool excludes_ = false;
};

}  // namespace admin
}  // namespace medusa::inline v0

// medusa/operation/list_users.hpp

namespace medusa::inline v0::detail {

/// What `encode_text` takes for an index where there is none.
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

/// One value of a filter, as a member of a list if it has an index; `wrong` when there is no text.
MEDUSA_HOT constexpr void encode_text(query_way& w, char const* name, std::size_t index,
                                      std::string_view const& text, errc wrong) {
  if (text.empty()) w.fail(wrong, name);
  if (index == no_index) w.query(name, text);
  else w.query_indexed(name, index, text);
}
MEDUSA_HOT constexpr void encode_value(query_way& w, char const* name, std::size_t index,
                                       std::string_view const& text) {
  encode_text(w, name, index, text, errc::missing_value);
}
template <texted_enum Enum>
MEDUSA_HOT constexpr void encode_value(query_way& w, char const* name, std::size_t index,
                                       Enum value) {
  encode_text(w, name, index, text_of_value(value), errc::invalid_value);
}

/// A filter of one value or several. Indexed names are what the official client sends, but Express
/// before 4.22.2 takes an index beyond 20 for a name, and the server then refuses the filter:
/// longer lists go as repeated names, which all but 4.22.0 and 4.22.1 take in any number. (No
/// member of list_users: clang does not instantiate a member template in time for constant
/// evaluation.)
template <class T>
MEDUSA_HOT constexpr void encode_texts(query_way& w, char const* name,
                                       one_or_many<T> const& filter) {
  if (filter.one()) return encode_value(w, name, no_index, *filter.one());
  if (!filter.many()) return;
  auto const& values = *filter.many();
  if (values.empty()) w.fail(errc::missing_value, name);
  for (std::size_t i = 0; i < values.size(); ++i)
    encode_value(w, name, values.size() <= 20 ? i : no_index, values[i]);
}
}  // namespace medusa::inline v0::detail

namespace medusa::inline v0::admin {

/// Bounds of a date; all that are given hold. A date without a value is refused.
struct date_range {
  std::optional<timestamp> lt{};
  std::optional<timestamp> gt{};
  std::optional<timestamp> lte{};
  std::optional<timestamp> gte{};
};

/// Lists users (`GET /admin/users`). What is not given is not sent, with these exceptions on
/// bounded storage: `limit` is then what the storage takes, and a larger one, or 0, is
/// `out_of_range`.
///
/// As a name the text `null` finds those who have none, and as `q` it is answered with 500: the
/// server takes it for null.
struct list_users {
  std::optional<std::string_view> email{};       ///< exact; e-mails are stored in lower case
  std::optional<std::string_view> first_name{};  ///< exact
  std::optional<std::string_view> last_name{};   ///< exact
  /// Part of e-mail, first or last name, whatever the case; `%` and `_` are wildcards, and the
  /// three filters above are then ignored. An empty text is no search (the server answers it with
  /// 500).
  std::string_view q{};
  std::optional<order_by> order{};
  one_or_many<std::string_view> id{};
  one_or_many<admin::role> role{};
  date_range
      created_at{};  ///< the stored dates have microseconds: `lte` what was read finds nothing
  date_range updated_at{};
  date_range deleted_at{};                ///< the only way to see deleted users
  std::optional<std::uint64_t> offset{};  ///< users to skip; the server's default is 0
  std::optional<std::uint64_t>
      limit{};  ///< most users to send; the server's default is 50, 0 is no limit
  user_fields fields{};

  static constexpr operation_info info{.method = method::get};
  template <storage S>
  using result_type = basic_user_page<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/users");
    encode_query(w, true);
  }

  /// `with_page`: `offset` and `limit` as well.
  constexpr void encode_query(request_writer& writer, bool with_page) const {
    medusa::detail::query_way w(writer);
    encode_filter(w);
    if (with_page) encode_page(w, offset, limit);
    encode_fields(w);
  }
  MEDUSA_HOT static constexpr void encode_page(medusa::detail::query_way& w,
                                               std::optional<std::uint64_t> offset,
                                               std::optional<std::uint64_t> limit) {
    using medusa::detail::field_name;
    if (w.max_items()) {
      if (limit && (*limit == 0 || *limit > *w.max_items()))
        w.fail(errc::out_of_range, field_name<"limit">);
      if (!limit) limit = w.max_items();
    }
    if (offset) w.query(field_name<"offset">, *offset);
    if (limit) w.query(field_name<"limit">, *limit);
  }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }

 private:
  using query_way = medusa::detail::query_way;

  MEDUSA_HOT constexpr void encode_filter(query_way& w) const {
    using medusa::detail::encode_texts;
    using medusa::detail::field_name;
    if (email) w.query(field_name<"email">, *email);
    if (first_name) w.query(field_name<"first_name">, *first_name);
    if (last_name) w.query(field_name<"last_name">, *last_name);
    if (!q.empty()) w.query("q", q);
    encode_order(w);
    encode_texts(w, field_name<"id">, id);
    encode_texts(w, field_name<"role">, role);
    encode_range(w, field_name<"created_at">, created_at);
    encode_range(w, field_name<"updated_at">, updated_at);
    encode_range(w, field_name<"deleted_at">, deleted_at);
  }
  MEDUSA_HOT constexpr void encode_fields(query_way& w) const {
    bool first = true;
    for (user_field const each : fields.fields()) {
      encode_field(w, "fields", each, fields.excludes(), first);
      first = false;
    }
  }
  MEDUSA_HOT constexpr void encode_order(query_way& w) const {
    if (order)
      encode_field(w, "order", order->field, order->direction == direction::descending, true);
  }
  /// The first of a list begins the parameter, the others follow a comma.
  MEDUSA_HOT static constexpr void encode_field(query_way& w, char const* name, user_field field,
                                                bool minus, bool first) {
    if (first) w.query(name);
    else w.more(name, "%2C");
    std::string_view const& text = medusa::detail::text_of_value(field);
    if (text.empty()) w.fail(errc::invalid_value, name);
    if (minus) w.more(name, "-");
    w.more(name, text);
  }
  MEDUSA_HOT static constexpr void encode_range(query_way& w, char const* name,
                                                date_range const& range) {
    encode_bound(w, name, "lt", range.lt);
    encode_bound(w, name, "gt", range.gt);
    encode_bound(w, name, "lte", range.lte);
    encode_bound(w, name, "gte", range.gte);
  }
  MEDUSA_HOT static constexpr void encode_bound(query_way& w, char const* name, char const* key,
                                                std::optional<timestamp> const& date) {
    if (date) w.query_date(name, key, *date);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/client/page_walk.hpp

namespace medusa::inline v0::admin {

/// A page of a list whose filter was written before.
struct next_page {
  std::string_view query{};  ///< with its `?`, or empty
  std::optional<std::uint64_t> offset{};
  std::optional<std::uint64_t> limit{};

  static constexpr operation_info info = list_users::info;
  template <storage S>
  using result_type = basic_user_page<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/users");
    w.written_query(query);
    medusa::detail::query_way to(w);
    list_users::encode_page(to, offset, limit);
  }
};

/// The way through the pages of a list: which is the next, and when the last was there. It keeps
/// its query. What it means is said at `user_range`.
template <storage S>
class page_walk {
 public:
  constexpr explicit page_walk(list_users const& op) noexcept
      : offset_(op.offset), limit_(op.limit) {}

  /// Writes the query, to be called once. Errors: those of the filter, and `buffer_too_small`.
  constexpr std::optional<encode_error> write_query(list_users const& op,
                                                    wire_limits const& limits) {
    for (;;) {
      sink out(query_.data(), query_.size());
      first_error errors;
      request_writer writer(out, errors, limits);
      op.encode_query(writer, false);
      writer.finish();
      if (errors.failed()) return errors.error();
      if (query_.size() == out.size()) return std::nullopt;
      if constexpr (detail::bounded_text<typename S::query>) {
        if (!query_.resize(out.size()))
          return encode_error{
              .code = errc::buffer_too_small, .field = "query", .needed = out.size()};
      } else {
        query_.resize(out.size());
      }
    }
  }

  /// Whether there is another page to be asked for.
  [[nodiscard]] constexpr bool more() const noexcept { return more_; }
  constexpr void stop() noexcept { more_ = false; }
  /// Asks for it. Views this object.
  [[nodiscard]] constexpr next_page op() const noexcept {
    return {.query = std::string_view(query_), .offset = offset_, .limit = limit_};
  }

  /// Takes note of the page that has come. How many of its users are new: all or none.
  [[nodiscard]] constexpr std::size_t take(basic_user_page<S> const& page) noexcept {
    std::size_t const size = page.users.size();
    std::uint64_t const first = size == 0 ? 0 : fingerprint(page.users[0].id);
    bool const moved =
        page.offset.value_or(0) == offset_.value_or(0) && (!fetched_ || first != first_id_);
    std::size_t const fresh = moved || !fetched_ ? size : 0;
    more_ = moved && !is_last(page, size);
    if (more_) offset_ = offset_.value_or(0) + size;
    first_id_ = first;
    fetched_ = true;
    return fresh;
  }

 private:
  [[nodiscard]] static constexpr bool is_last(basic_user_page<S> const& page,
                                              std::size_t size) noexcept {
    if (!page.count || !page.offset || !page.limit) return true;
    if (size < *page.limit || *page.limit == 0 || *page.offset >= *page.count) return true;
    return size >= *page.count - *page.offset;
  }

  /// FNV-1a, 64 bits: enough to notice that the same page came again, without keeping an id, which
  /// on `borrowed` storage is gone by then.
  [[nodiscard]] static constexpr std::uint64_t fingerprint(std::string_view text) noexcept {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return hash;
  }

  typename S::query query_{};
  std::optional<std::uint64_t> offset_;
  std::optional<std::uint64_t> limit_;
  std::uint64_t first_id_ = 0;
  bool fetched_ = false;
  bool more_ = true;
};

}  // namespace medusa::inline v0::admin

// medusa/client/user_range.hpp

namespace medusa::inline v0::admin {

/// The users of all pages, one after the other: an input range whose elements are results.
///
/// It keeps its query, and points at the client, which must outlive it and may make other calls
/// meanwhile; headers and flag of the call options must live as long as it does, and their time
/// limits are for each page. A page is fetched when its first user is needed. The range ends after
/// the last page: a page that is short of its limit, reaches `count`, or lacks one of the numbers
/// (servers before 1.20.1 send everything at once, and none). It ends as well, without repeating a
/// user, at a page that does not begin where it was asked to, or with the same user as the one
/// before (the server ignores `offset`); and after the first error, which is the last element.
///
/// On `pooled` storage an element lives until the next page is fetched. On `borrowed` storage it
/// lives until the next increment, and the page views the response: other calls meanwhile need a
/// transport that leaves that response alone.
///
/// The pages are separate requests: users that are created or deleted meanwhile can shift the rest,
/// so that one is seen twice or not at all. Order by `created_at`, ascending, to see all old ones.
template <class Client>
class user_range {
  using storage_type = typename Client::storage_type;
  using page_type = basic_user_page<storage_type>;

 public:
  using value_type =
      typename Client::template result<typename decltype(page_type::users)::value_type>;

  /// Goes over the users once, and fetches pages as it does.
  class iterator {
   public:
    using value_type = user_range::value_type;
    using difference_type = std::ptrdiff_t;

    constexpr iterator() = default;
    constexpr explicit iterator(user_range& range) noexcept : range_(&range) {}

    constexpr value_type& operator*() const noexcept { return range_->current_; }
    constexpr value_type* operator->() const noexcept { return &range_->current_; }
    constexpr iterator& operator++() {
      range_->advance();
      return *this;
    }
    constexpr void operator++(int) { range_->advance(); }
    [[nodiscard]] constexpr bool at_end() const noexcept {
      return range_ == nullptr || range_->at_end_;
    }

   private:
    user_range* range_ = nullptr;
  };

  /// What `end()` gives.
  struct sentinel {
    friend constexpr bool operator==(iterator const& i, sentinel) noexcept { return i.at_end(); }
  };

  /// Sends nothing yet. The range may be copied and moved until `begin()`.
  constexpr user_range(Client& client, list_users const& op, call_options const& options)
      : client_(&client), options_(options), walk_(op), error_(client.status()) {
    if (!error_) error_ = walk_.write_query(op, client.limits());
  }

  /// Fetches the first page; to be called once.
  [[nodiscard]] constexpr iterator begin() {
    advance();
    return iterator(*this);
  }
  [[nodiscard]] constexpr sentinel end() const noexcept { return {}; }

 private:
  constexpr void advance() {
    if (at_ == ready_) {
      if (!walk_.more()) return static_cast<void>(at_end_ = true);
      if (auto failed = fetch()) {
        walk_.stop();
        return static_cast<void>(current_ = unexpected(std::move(*failed)));
      }
      if (ready_ == 0) return static_cast<void>(at_end_ = true);
    }
    current_.emplace(std::move(page_.users[at_++]));
  }

  /// Nothing is ready while it is under way: after an exception the same page is asked for again.
  constexpr std::optional<typename Client::failure_type> fetch() {
    if (error_) return typename Client::failure_type(*error_);
    at_ = ready_ = 0;
    if (auto failed = client_->call_into(walk_.op(), page_, options_)) return failed;
    ready_ = walk_.take(page_);
    return std::nullopt;
  }

  Client* client_;
  call_options options_;
  page_walk<storage_type> walk_;
  std::optional<encode_error> error_{};
  page_type page_{};
  value_type current_{};
  std::size_t at_ = 0;
  std::size_t ready_ = 0;
  bool at_end_ = false;
};

}  // namespace medusa::inline v0::admin

// medusa/operation/create_user.hpp

namespace medusa::inline v0::admin {

/// Creates a user (`POST /admin/users`). The server stores the e-mail in lower case; a duplicate is
/// a `bad_request`, or `unprocessable` when two creates race. It ignores idempotency keys, so a
/// repeated create whose first answer was lost is refused as duplicate.
struct create_user {
  std::string_view email{};  ///< required
  field<std::string_view> first_name{};
  field<std::string_view> last_name{};
  field<admin::role> role{};  ///< the server's default is `member`
  secret_view password{};     ///< required; the server would take "" and lock the user out

  using field_table = member_list<member<"email", &create_user::email, presence::required>,  //
                                  member<"first_name", &create_user::first_name>,            //
                                  member<"last_name", &create_user::last_name>,              //
                                  member<"role", &create_user::role>,                        //
                                  member<"password", &create_user::password, presence::required>>;

  static constexpr operation_info info{
      .method = method::post, .repeatable = false, .envelope = "user"};
  template <storage S>
  using result_type = basic_user<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/users");
    encode_body(w, *this);
  }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/model/deletion.hpp

namespace medusa::inline v0 {

/// What a deletion answers (`DELETE /admin/users/:id`), also for a user that never existed.
template <storage S>
struct basic_deletion {
  typename S::text id{};      ///< the id that was asked for
  typename S::text object{};  ///< "user"
  bool deleted = false;

  using field_table = member_list<member<"id", &basic_deletion::id, presence::required>,  //
                                  member<"object", &basic_deletion::object>,              //
                                  member<"deleted", &basic_deletion::deleted, presence::required>>;

  friend constexpr bool operator==(basic_deletion const&, basic_deletion const&) = default;
};

}  // namespace medusa::inline v0

// medusa/operation/delete_user.hpp

namespace medusa::inline v0::admin {

/// Deletes a user (`DELETE /admin/users/:id`). Success also for a user that is gone or never was.
/// The user's sessions and tokens of `get_token` go on working until they expire; its API token
/// does not.
struct delete_user {
  std::string_view id{};  ///< required

  static constexpr operation_info info{.method = method::del};
  template <storage S>
  using result_type = basic_deletion<S>;

  constexpr void encode(request_writer& w) const { w.user_path(id); }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/operation/reset_password.hpp

namespace medusa::inline v0::admin {

/// Sets a new password with the token of a reset event (`POST /admin/users/reset-password`). Needs
/// no credentials and sends none. A token is good for 15 minutes and for one use. The server
/// answers 500 to one that is expired or used, which is `reset_token_rejected` here, and 400
/// "invalid token" to what is no token. Existing sessions and tokens of `get_token` stay good.
struct reset_password {
  field<std::string_view> email{};  ///< the token's own e-mail, when left out
  secret_view token{};              ///< required
  secret_view password{};           ///< required; the server would take "" and lock the user out

  using field_table =
      member_list<member<"email", &reset_password::email>,                      //
                  member<"token", &reset_password::token, presence::required>,  //
                  member<"password", &reset_password::password, presence::required>>;

  static constexpr operation_info info{
      .method = method::post, .authenticated = false, .repeatable = false, .envelope = "user"};
  template <storage S>
  using result_type = basic_user<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/users/reset-password");
    encode_body(w, *this);
  }

  [[nodiscard]] static constexpr errc rejected(errc code, int status) noexcept {
    return status == 500 ? errc::reset_token_rejected : code;
  }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/operation/retrieve_user.hpp

namespace medusa::inline v0::admin {

/// Retrieves a user (`GET /admin/users/:id`). A deleted or unknown one is `not_found`.
struct retrieve_user {
  std::string_view id{};  ///< required

  static constexpr operation_info info{.method = method::get, .envelope = "user"};
  template <storage S>
  using result_type = basic_user<S>;

  constexpr void encode(request_writer& w) const { w.user_path(id); }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/operation/send_reset_password_token.hpp

namespace medusa::inline v0::admin {

/// Has the server make a token for `reset_password` (`POST /admin/users/password-token`). Needs no
/// credentials and sends none. Success says nothing about whether such a user exists. The token
/// goes to the server's event `user.password_reset` within about three seconds, never into the
/// response.
struct send_reset_password_token {
  std::string_view email{};  ///< required

  using field_table =
      member_list<member<"email", &send_reset_password_token::email, presence::required>>;

  static constexpr operation_info info{
      .method = method::post, .authenticated = false, .repeatable = false};
  template <storage S>
  using result_type = no_content;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/users/password-token");
    encode_body(w, *this);
  }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/operation/update_user.hpp

namespace medusa::inline v0::admin {

/// What an update changes. What is not named stays as it is; null clears.
struct user_changes {
  field<std::string_view> first_name{};
  field<std::string_view> last_name{};
  field<admin::role> role{};
  field<secret_view> api_token{};  ///< not unique on the server; the way to give a user one
  /// Merged into the stored object at its top level: nested objects are replaced whole, and a
  /// member set to "" is deleted (null is stored as null).
  metadata_ref metadata{};

  using field_table = member_list<member<"first_name", &user_changes::first_name>,  //
                                  member<"last_name", &user_changes::last_name>,    //
                                  member<"role", &user_changes::role>,              //
                                  member<"api_token", &user_changes::api_token>,    //
                                  member<"metadata", &user_changes::metadata>>;
};

/// Changes a user (`POST /admin/users/:id`). Changing nothing is a success. E-mail and password
/// cannot be changed here.
struct update_user {
  std::string_view id{};  ///< required
  user_changes changes{};

  static constexpr operation_info info{.method = method::post, .envelope = "user"};
  template <storage S>
  using result_type = basic_user<S>;

  constexpr void encode(request_writer& w) const {
    w.user_path(id);
    w.refuse_control(medusa::detail::field_name<"api_token">,
                     changes.api_token->reveal());  // it could never be in a header
    encode_body(w, changes);
  }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/client/users_api.hpp

namespace medusa::inline v0::admin {

/// The operations on users of a client, which must outlive it. Each is `client.call(operation)`;
/// see the operation for what it means and what can go wrong.
template <class Client>
class users_api {
 public:
  constexpr explicit users_api(Client& client) noexcept : client_(&client) {}

  constexpr auto create(create_user const& op,
                        call_options const& options = default_call_options) const {
    return client_->call(op, options);
  }
  /// Deletes; `delete` is a C++ keyword.
  constexpr auto remove(std::string_view id,
                        call_options const& options = default_call_options) const {
    return client_->call(delete_user{.id = id}, options);
  }
  constexpr auto list(list_users const& op = {},
                      call_options const& options = default_call_options) const {
    return client_->call(op, options);
  }
  /// All users that match, page by page as needed; `limit` is the size of a page. See `user_range`.
  [[nodiscard]] constexpr user_range<Client> all(
      list_users const& op = {}, call_options const& options = default_call_options) const {
    return user_range<Client>(*client_, op, options);
  }
  constexpr auto reset_password(admin::reset_password const& op,
                                call_options const& options = default_call_options) const {
    return client_->call(op, options);
  }
  constexpr auto retrieve(std::string_view id,
                          call_options const& options = default_call_options) const {
    return client_->call(retrieve_user{.id = id}, options);
  }
  constexpr auto send_reset_password_token(
      admin::send_reset_password_token const& op,
      call_options const& options = default_call_options) const {
    return client_->call(op, options);
  }
  constexpr auto update(std::string_view id, user_changes const& changes,
                        call_options const& options = default_call_options) const {
    return client_->call(update_user{.id = id, .changes = changes}, options);
  }

 private:
  Client* client_;
};

}  // namespace medusa::inline v0::admin

// medusa/json/reader.hpp

// The JSON policy: how a document is read. A model is a type with static members only;
// `json::scanner` is the default, adapters over other libraries are the others.
//
// struct P {
//   class value;                               // the root and all that is in it, see below
//   static constexpr bool views_input = true;  // whether texts and raw() point into the document
//   template <class F>                         // f(value&), called once with the root
//   static std::optional<json::error> visit(std::string_view document, F&& f);
// };
//
// class P::value {
//   json::kind kind() const;
//   bool boolean();                            // precondition: kind() == boolean
//   std::optional<std::int64_t> integer();     // precondition: kind() == number
//   json::text string();                       // precondition: kind() == string
//   auto raw();                                // convertible to std::string_view
//   std::size_t offset() const;
//   bool for_each_member(F&& f);               // f(text name, value&) -> bool; kind() == object
//   bool for_each_element(F&& f);              // f(value&) -> bool; kind() == array
// };
//
// The caller
// - MUST use a value only inside the callback that was given it, and MUST consume it at most once:
//   by one of boolean, integer, string, raw, for_each_member and for_each_element. kind() and
//   offset() may be asked as often as wanted before that.
// - MUST NOT keep a text or the result of raw() beyond the callback, unless `views_input`; then
//   they last as long as the document.
// - MUST treat what callbacks were given as provisional until visit() has returned: a document can
//   go wrong at its last byte. The error of visit() is the cause of whatever looked wrong before
//   it.
//
// The reader
// - MUST deliver members and elements in the order of the document, all of them, also under equal
//   names.
// - MUST skip, and check, a value that a callback leaves unconsumed.
// - MUST return an error unless the document is exactly one value of RFC 8259 in UTF-8; never
//   throw.
// - MUST, once a callback has given false, call no other, give false from every for_each_ that is
//   under way, and return nothing from visit() unless it met an error before. It need not read on.
// - MUST give nothing from integer() unless the number is whole and fits; `1.0` and `1e2` are
//   whole.
// - MUST give text that `unescape` can decode: UTF-8, with `escaped` set if it holds escapes.
// - SHOULD give raw() as it stands in the document, from its first to its last byte; a library that
//   keeps no text may write it anew.
// - SHOULD know offset(), the byte at which the value begins, else 0; and the offset of an error.
// - MUST allocate nothing that outlives visit(), and keep no state between calls.
namespace medusa::inline v0::json {

namespace detail {

struct root_probe {
  template <class V>
  constexpr void operator()(V&) const noexcept {}
};
struct member_probe {
  template <class V>
  constexpr bool operator()(text, V&) const noexcept {
    return true;
  }
};
struct element_probe {
  template <class V>
  constexpr bool operator()(V&) const noexcept {
    return true;
  }
};

template <class V>
concept gives_kind = requires(V const& v) {
  { v.kind() } -> std::same_as<kind>;
};
template <class V>
concept gives_boolean = requires(V& v) {
  { v.boolean() } -> std::same_as<bool>;
};
template <class V>
concept gives_integer = requires(V& v) {
  { v.integer() } -> std::same_as<std::optional<std::int64_t>>;
};
template <class V>
concept gives_string = requires(V& v) {
  { v.string() } -> std::same_as<text>;
};
template <class V>
concept gives_raw = requires(V& v) {
  { v.raw() } -> std::convertible_to<std::string_view>;
};
template <class V>
concept gives_offset = requires(V const& v) {
  { v.offset() } -> std::same_as<std::size_t>;
};
template <class V>
concept gives_members = requires(V& v, member_probe f) {
  { v.for_each_member(f) } -> std::same_as<bool>;
};
template <class V>
concept gives_elements = requires(V& v, element_probe f) {
  { v.for_each_element(f) } -> std::same_as<bool>;
};

template <class P>
concept names_value = requires { typename P::value; };
template <class P>
concept says_views_input = std::same_as<decltype(P::views_input), bool const> &&
                           requires { typename std::bool_constant<P::views_input>; };
template <class P>
concept can_visit = requires(std::string_view document, root_probe f) {
  { P::visit(document, f) } -> std::same_as<std::optional<error>>;
};

}  // namespace detail

/// What a reader hands to callbacks; the contract is above.
template <class V>
concept value = detail::gives_kind<V> && detail::gives_boolean<V> && detail::gives_integer<V> &&
                detail::gives_string<V> && detail::gives_raw<V> && detail::gives_offset<V> &&
                detail::gives_members<V> && detail::gives_elements<V>;

/// A JSON policy; the contract is above.
template <class P>
concept reader = detail::names_value<P> && value<typename P::value> &&
                 detail::says_views_input<P> && detail::can_visit<P>;

/// Says which member a type lacks to be a `json::reader`: `static_assert(check_reader<P>());`
template <class P>
consteval bool check_reader() {
  static_assert(detail::names_value<P>, "a json reader names its value type: class value;");
  static_assert(detail::says_views_input<P>,
                "a json reader has: static constexpr bool views_input = true;  // or false");
  static_assert(detail::can_visit<P>,
                "a json reader has: template <class F> static std::optional<json::error> "
                "visit(std::string_view document, F&& f);  // calls f(value&) once");
  if constexpr (detail::names_value<P>) {
    using V = typename P::value;
    static_assert(detail::gives_kind<V>, "a json value has: json::kind kind() const;");
    static_assert(detail::gives_boolean<V>, "a json value has: bool boolean();");
    static_assert(detail::gives_integer<V>,
                  "a json value has: std::optional<std::int64_t> integer();");
    static_assert(detail::gives_string<V>, "a json value has: json::text string();");
    static_assert(detail::gives_raw<V>,
                  "a json value has: raw(), whose result converts to std::string_view");
    static_assert(detail::gives_offset<V>, "a json value has: std::size_t offset() const;");
    static_assert(detail::gives_members<V>,
                  "a json value has: template <class F> bool for_each_member(F&& f);  "
                  "// f(json::text name, value&) -> bool");
    static_assert(detail::gives_elements<V>,
                  "a json value has: template <class F> bool for_each_element(F&& f);  "
                  "// f(value&) -> bool");
  }
  return reader<P>;
}

}  // namespace medusa::inline v0::json

// medusa/client/client.hpp

namespace medusa::inline v0::admin {

/// Does not compile if a policy of a client is not what its concept wants, and says what is
/// missing.
template <class Transport, class Json, class Storage, class Clock, class Provider>
[[nodiscard]] consteval bool check_client() {
  static_assert(check_transport<Transport>());
  static_assert(json::check_reader<Json>());
  static_assert(check_storage<Storage>());
  static_assert(check_clock<Clock>());
  static_assert(std::is_same_v<Provider, no_provider> || credential_provider<Provider>,
                "Provider: wanted `std::optional<medusa::credentials> operator()()`");
  return true;
}

/// The response is const if the transport gives it so. Checked first, since what is missing from a
/// policy would else be told in many words by whatever uses it.
template <class Transport, class Json, class Storage, class Clock, class Provider,
          bool = check_client<std::remove_reference_t<Transport>, Json, Storage,
                              std::remove_reference_t<Clock>, std::remove_reference_t<Provider>>()>
using blocking_base = client_base<
    Transport,
    std::remove_reference_t<
        decltype(*std::declval<detail::sent_type<std::remove_reference_t<Transport>>&>())>,
    transport_error_t<std::remove_reference_t<Transport>>, Json, Storage, Clock, Provider>;

/// A blocking client of the admin API.
///
/// It owns copies of its options and credentials (given `checked_options`, it views the constants in
/// their place), and its transport unless that was given as an lvalue (`Transport` is then a
/// reference, and must outlive the client); the same goes for the clock. One call at a time: a
/// client is not safe to share between threads, and two clients share nothing. A copy has its own
/// settings; one that was moved from may only be destroyed or assigned to.
///
/// Every call gives a `result`; nothing of ours throws, and what a transport or a clock throws
/// passes through and leaves the client as it was. A constructor that was given bad options keeps
/// the first error: `status()` shows it, and every call returns it with nothing sent.
///
/// With a `Provider`, the last argument of the constructor (referenced if it is an lvalue),
/// credentials that the server does not take are renewed: see `credential_provider`.
template <class Transport, class Json = json::scanner, class Storage = hosted,
          class Clock = default_clock<Storage>, class Provider = no_provider>
class client : public blocking_base<Transport, Json, Storage, Clock, Provider> {
  using base = blocking_base<Transport, Json, Storage, Clock, Provider>;

 public:
  using transport_type = std::remove_reference_t<Transport>;
  using typename base::failure_type;
  using typename base::options_type;
  template <class T>
  using result = medusa::result<T, failure_type>;

  template <class T, options_for<Clock> Options = options_type>
    requires std::constructible_from<Transport, T&&> && std::default_initializable<Clock> &&
             std::default_initializable<Provider>
  constexpr client(T&& transport, Options const& options)
      : base(std::forward<T>(transport), options) {}
  template <class T, class C, options_for<Clock> Options = options_type>
    requires std::constructible_from<Transport, T&&> && std::constructible_from<Clock, C&&> &&
             std::default_initializable<Provider>
  constexpr client(T&& transport, Options const& options, C&& clock)
      : base(std::forward<T>(transport), options, std::forward<C>(clock), Provider()) {}
  template <class T, class C, class P, options_for<Clock> Options = options_type>
    requires std::constructible_from<Transport, T&&> && std::constructible_from<Clock, C&&> &&
             std::constructible_from<Provider, P&&>
  constexpr client(T&& transport, Options const& options, C&& clock, P&& provider)
      : base(std::forward<T>(transport), options, std::forward<C>(clock),
             std::forward<P>(provider)) {}

  /// The seven operations on users.
  [[nodiscard]] constexpr users_api<client> users() noexcept { return users_api<client>(*this); }
  /// Signing in and out.
  [[nodiscard]] constexpr auth_api<client> auth() noexcept { return auth_api<client>(*this); }

  /// Performs any operation. Errors: all of `errc` can occur; what an operation answers stands
  /// beside it. O(request + response) beside the transport.
  template <operation Op>
  [[nodiscard]] constexpr auto call(Op const& op,
                                    call_options const& options = default_call_options)
      -> result<typename Op::template result_type<Storage>> {
    using model = typename Op::template result_type<Storage>;
    static_assert(base::check_views());
    result<model> out{};
    detail::result_slot<model, failure_type> slot(out);
    perform(base::template form_of<Op, model>, detail::erased_pointer<Op const>(op),
            detail::erased_pointer<model>(*out), options, slot);
    return out;
  }

  /// Performs any operation and puts its result into `out`, which may be large and need not be on
  /// the stack. It is of the operation's result type, or a struct of your own with a field table,
  /// which is read in its place; of what was there nothing stays but members that the table does
  /// not name, and the memory of a list. Nothing is given when it succeeded; else why not, and
  /// `out` is then of no use.
  template <operation Op, class T>
  [[nodiscard]] constexpr std::optional<failure_type> call_into(
      Op const& op, T& out, call_options const& options = default_call_options) {
    static_assert(base::check_views());
    return perform_into(base::template form_of<Op, T>, detail::erased_pointer<Op const>(op),
                        detail::erased_pointer<T>(out), options);
  }

  /// Sends the request of an operation once and gives what the transport gives, in a `result` whose
  /// error is that of the encoding. The cancellation flag is left to the transport, and nothing is
  /// kept of a login. The response may hold secrets.
  template <operation Op>
  [[nodiscard]] constexpr auto send(Op const& op,
                                    call_options const& options = default_call_options)
      -> medusa::result<detail::sent_type<transport_type>, encode_error> {
    forgetting const at_the_end{*this};
    call_state& state =
        prepare_call(detail::request_form_of<Op>, detail::erased_pointer<Op const>(op), options);
    if (state.errors.failed()) return unexpected(state.errors.error());
    if (duration const most = this->deadline(options); most < state.request.timeout)
      state.request.timeout = most;
    // In place: the transport's own error may be an encode_error, too.
    return medusa::result<detail::sent_type<transport_type>, encode_error>(
        std::in_place, this->transport_.send(state.request));
  }

 private:
  using typename base::attempts_type;
  using typename base::call_form;
  using typename base::call_state;
  using typename base::exchange_type;
  using typename base::slot_type;

  struct forgetting {
    client& self;
    constexpr ~forgetting() { base::forget(self.buffer_, self.state_); }
  };

  [[gnu::noinline]] constexpr std::optional<failure_type> perform_into(
      call_form const& form, detail::erased const& op, detail::erased const& out,
      call_options const& options) {
    std::optional<failure_type> failed = detail::as_new<std::optional<failure_type>>();
    detail::optional_slot<failure_type> slot(failed);
    perform(form, op, out, options, slot);
    return failed;
  }

  constexpr void perform(call_form const& form, detail::erased const& op, detail::erased const& out,
                         call_options const& options, slot_type& failed) {
    forgetting const at_the_end{*this};
    call_state& state = prepare_call(form.request, op, options);
    if (state.errors.failed()) return failed.emplace().set(state.errors.error());
    exchange_type e({.self = this, .form = &form, .out = &out}, failed,
                    this->begin_attempts(state.request, form.request, options));
    for (step next = e.begin(this->clock_.now()); next != step::done;) {
      if (attempts_type::repeats && next == step::wait) {
        wait(e);
        next = e.waited(this->clock_.now());
        continue;
      }
      if constexpr (base::has_provider) {
        if (next == step::refresh) {
          next = e.refreshed(refresh(state), this->clock_.now());
          continue;
        }
      }
      auto sent = this->transport_.send(e.request());
      moment const at = this->this_moment();
      if (sent) {
        auto&& response = *sent;
        next = e.received(response, at);
      } else {
        bool const maybe = detail::may_have_been_sent(sent.error());
        next = e.failed(std::move(sent.error()), maybe, at);
      }
    }
  }

  constexpr call_state& prepare_call(detail::request_form const& form, detail::erased const& op,
                                     call_options const& options) {
    return this->prepare(buffer_, form, op, options, state_);
  }

  [[nodiscard]] constexpr std::optional<errc> refresh(call_state& state) {
    if (auto const problem = this->renew(this->provider_())) return problem;
    return this->sign_again(state, buffer_.headers());
  }

  template <class Exchange>
  constexpr void wait(Exchange const& e) {
    duration left = e.delay();
    do {
      duration const some = base::slice(left, e.request());
      this->clock_.wait(some);
      left = left - some;
    } while (left > duration() && !e.cancelled());
  }

  // Of the call that is under way: not on its stack, which may be small.
  typename Storage::request_buffer buffer_{};
  call_state state_{};
};

template <class T, options_for<steady_clock> O = basic_options<steady_clock>>
client(T&&, O) -> client<T, json::scanner, hosted, steady_clock>;
template <class T, class C, options_for<C> O = basic_options<std::remove_reference_t<C>>>
client(T&&, O, C&&) -> client<T, json::scanner, hosted, C>;
template <class T, class C, class P, options_for<C> O = basic_options<std::remove_reference_t<C>>>
client(T&&, O, C&&, P&&) -> client<T, json::scanner, hosted, C, P>;

}  // namespace medusa::inline v0::admin

// medusa/client/function_transport.hpp

namespace medusa::inline v0 {

/// Makes a Transport of a function `f(request const&)`, such as a lambda; what `f` must give and do
/// is said at `transport`. It owns the function, but not what that captures by reference.
template <class F>
class function_transport {
 public:
  constexpr explicit function_transport(F f) : function_(std::move(f)) {}

  constexpr auto send(request const& r)
    requires std::invocable<F&, request const&>
  {
    return function_(r);
  }

 private:
  F function_;
};

}  // namespace medusa::inline v0

// medusa/model/describe.hpp

namespace medusa::inline v0 {

namespace detail {
template <class E>
concept error_with_code_member = requires(E const& e) { static_cast<std::int64_t>(e.code); };

/// The number by which a transport knows its error: an integer, an enumeration, a member `code`.
template <class E>
constexpr void write_transport_error(sink& out, E const& error) {
  if constexpr (std::is_enum_v<E> || std::is_integral_v<E>) {
    out.append(" (transport error ");
    out.append_number(static_cast<std::int64_t>(error));
    out.append(')');
  } else if constexpr (error_with_code_member<E>) {
    write_transport_error(out, static_cast<std::int64_t>(error.code));
  }
}

/// A server's text, with control characters shown as escapes: a log line must stay one line, and
/// must not speak to the terminal. Those from U+0080 to U+009F are a 0xC2 and the byte of that
/// number.
constexpr void write_printable(sink& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const c1 =
        text[i] == '\xC2' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    if (c1 || ascii::is_control(text[i])) {
      auto const byte = static_cast<unsigned char>(text[i]);
      out.append("\\x");
      out.append(digits[byte >> 4]);
      out.append(digits[byte & 15]);
    } else {
      out.append(text[i]);
    }
  }
}

template <storage S, class E>
constexpr void write_failure(sink& out, failure<S, E> const& f, bool with_message) {
  out.append(to_string(f.stage()));
  if (f.status != 0) {
    out.append(' ');
    out.append_number(static_cast<std::int64_t>(f.status));
  }
  out.append(": ");
  if (!f.field.empty()) {
    out.append(f.field);
    out.append(": ");
  }
  if (!f.path.empty()) {
    f.path.write_to(out);
    out.append(": ");
  }
  out.append(to_string(f.code));
  if (f.needed != 0) {
    out.append(" (");
    out.append_number(static_cast<std::uint64_t>(f.needed));
    out.append(" bytes)");
  }
  if (f.stage() == stage::decode && f.offset != 0) {
    out.append(" at byte ");
    out.append_number(static_cast<std::uint64_t>(f.offset));
  }
  if (f.transport) write_transport_error(out, *f.transport);
  std::string_view const message = f.server.message;
  if (!message.empty() && with_message) {
    out.append(": ");
    write_printable(out, message);
  } else if (!message.empty() || f.server.message_dropped) {
    out.append(" (the server's message does not fit and is left out)");
  }
  if (f.attempts > 1) {
    out.append(" (after ");
    out.append_number(std::uint64_t{f.attempts});
    out.append(" attempts)");
  }
}
}  // namespace detail

/// One line for people: who failed, where, why, and what the server said. It shows the transport
/// error's number, never its text, and no secret. A message that does not fit into bounded storage
/// is left out as a whole, and that is said; if the rest does not fit either (a path of your own
/// struct's names can be long), it is the phrase of the code alone.
template <storage S, class E>
[[nodiscard]] constexpr typename S::description to_string(failure<S, E> const& f) {
  typename S::description text{};
  for (bool const with_message : {true, false}) {
    sink measure(nullptr, 0);
    detail::write_failure(measure, f, with_message);
    if constexpr (detail::bounded_text<typename S::description>) {
      if (!text.resize(measure.size())) continue;
    } else {
      text.resize(measure.size());
    }
    sink out(text.data(), measure.size());
    detail::write_failure(out, f, with_message);
    return text;
  }
  static_cast<void>(keep_text(text, to_string(f.code)));
  return text;
}

}  // namespace medusa::inline v0

// medusa/model/fixed.hpp

namespace medusa::inline v0 {

/// Storage without a heap: everything lies inside the results themselves, whose sizes are `L`. What
/// does not fit is an error that says how much was needed.
template <limits L>
struct basic_fixed {
  using text = static_string<L.text>;
  using metadata = static_string<L.metadata>;
  using message = static_string<L.message>;
  using credential = static_string<L.credential>;
  using settings = static_string<L.settings>;
  using query = static_string<L.request>;
  using description = static_string<L.message + 256>;
  template <class T>
  using list = static_vector<T, L.items>;
  using request_buffer = medusa::request_buffer<L.request>;

  static constexpr std::optional<std::size_t> max_items = L.items;
  static constexpr bool views_response = false;
};

/// `basic_fixed` with texts of at most `Chars` bytes and pages of at most `Items` users.
template <std::size_t Chars, std::size_t Items>
using fixed = basic_fixed<limits{.text = Chars, .items = Items}>;

}  // namespace medusa::inline v0

// medusa/operation/create_invite.hpp

namespace medusa::inline v0::admin {

/// Invites somebody to become an admin user (`POST /admin/invites`). The token goes to the server's
/// event `invite.created`, and into the list. For an address that was invited before, that
/// invitation is made anew: role, token and date of expiry change. The address of a user is
/// refused: `bad_request`.
struct create_invite {
  std::string_view user{};                       ///< required: an e-mail address
  field<admin::role> role{admin::role::member};  ///< the server wants one

  using field_table = member_list<member<"user", &create_invite::user, presence::required>,  //
                                  member<"role", &create_invite::role>>;

  static constexpr operation_info info{.method = method::post, .repeatable = false};
  template <storage S>
  using result_type = no_content;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/invites");
    encode_body(w, *this);
  }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/operation/delete_invite.hpp

namespace medusa::inline v0::admin {

/// Takes an invitation back (`DELETE /admin/invites/:id`). Success also for one that is gone or
/// never was.
struct delete_invite {
  std::string_view id{};  ///< required

  static constexpr operation_info info{.method = method::del};
  template <storage S>
  using result_type = basic_deletion<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/invites/");
    w.path_segment("id", id);
  }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/model/visited_list.hpp

namespace medusa::inline v0 {

/// A list that is read and not kept: each element is given to a function as soon as it is complete,
/// and its memory is used for the next one. A model of `list_storage`.
///
/// `f(T&)` may give `false` when it wants no more; what is not `bool` counts as `true`. It must
/// outlive the list.
template <class T, class F>
class visited_list {
 public:
  using value_type = T;

  constexpr explicit visited_list(F& f) noexcept : visit_(&f) {}

  constexpr void clear() noexcept { size_ = 0; }
  /// The one element there is, fresh.
  [[nodiscard]] constexpr T* try_emplace_back() noexcept { return &detail::renew(item_); }
  constexpr bool take(T& item) {
    ++size_;
    if constexpr (std::is_same_v<std::invoke_result_t<F&, T&>, bool>) return (*visit_)(item);
    (*visit_)(item);
    return true;
  }

  /// How many were given away.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

 private:
  F* visit_;
  T item_{};
  std::size_t size_ = 0;
};

}  // namespace medusa::inline v0

// medusa/operation/parse.hpp

namespace medusa::inline v0 {

namespace detail {
/// Before anything is used of them.
template <class Json, class R>
consteval bool check_parse() {
  static_assert(json::check_reader<Json>());
  static_assert(check_response<R>());
  return true;
}
}  // namespace detail

/// Reads the response of an operation into `out`: the result type of the operation, or a struct of
/// your own with a field table, which is read in its place. Of what was there nothing stays but
/// members that the table does not name, and the memory of a list. Nothing when it succeeded; else
/// why not, and `out` is then of no use. Errors: all of `stage::status` and `stage::decode` but
/// `missing_cookie`. O(body). The operation's fields are not looked at.
template <storage S, class Json = json::scanner, operation Op, class R, class T>
[[nodiscard]] constexpr std::optional<failure<S>> parse_into(Op const&, R& response, T& out) {
  static_assert(detail::check_parse<Json, R>());
  static_assert(detail::check_views<S, Json>());
  std::optional<failure<S>> failed = detail::as_new<std::optional<failure<S>>>();
  detail::optional_slot<failure<S>> slot(failed);
  detail::read_answer<Json>(response, detail::answer_form_of<Op, T, typename Json::value>,
                            detail::erased_pointer<T>(out), slot);
  return failed;
}

/// Reads the response of an operation. With `borrowed` storage the result views the response, so a
/// response that owns its body must be an lvalue, and outlive the result.
template <storage S, class Json = json::scanner, operation Op, class R>
[[nodiscard]] constexpr result<typename Op::template result_type<S>, failure<S>> parse(
    Op const&, R&& response) {
  static_assert(detail::check_parse<Json, std::remove_cvref_t<R>>());
  static_assert(
      !S::views_response || borrowable_response<R>,
      "borrowed results view the response's body, and this response would be gone: name it "
      "first, or specialise medusa::enable_borrowed_response if its body outlives it");
  static_assert(detail::check_views<S, Json>());
  using model = typename Op::template result_type<S>;
  result<model, failure<S>> out{};
  detail::result_slot<model, failure<S>> slot(out);
  detail::read_answer<Json>(response, detail::answer_form_of<Op, model, typename Json::value>,
                            detail::erased_pointer<model>(*out), slot);
  return out;
}

}  // namespace medusa::inline v0

// medusa/operation/for_each_user.hpp

namespace medusa::inline v0 {

namespace detail {

template <class T, class F>
struct user_visit {
  visited_list<T, F> users;
  using field_table = member_list<member<"users", &user_visit::users, presence::required>>;
};

/// For what is made new by whoever made it.
constexpr char* leave_as_it_is(erased const&, std::string_view const&) { return nullptr; }

template <class T, class F, class Value>
inline constexpr answer_form<Value> visit_form{.rows = table_of<Value, user_visit<T, F>>,
                                               .ready = &leave_as_it_is};

}  // namespace detail

/// Reads the users of a list one after the other without keeping them: `f(T& user)` is called for
/// each, in the memory of one. So a page may have any number of users, on any storage. `T` is a
/// `basic_user<S>` unless you name a struct of your own with a field table. When `f` gives `false`,
/// the rest is not looked at, and that is success.
///
/// Nothing when it succeeded; else why not, with the errors of `parse`. A document can go wrong at
/// its last byte: users may have been seen before the failure, and are then not all of them. For the
/// same reason a document that has `users` twice has the users of both seen.
/// O(body); what `f` throws passes through.
template <storage S, class Json = json::scanner, class T = basic_user<S>, response R, class F>
[[nodiscard]] constexpr std::optional<failure<S>> for_each_user(admin::list_users const&,
                                                                R& response, F&& f) {
  static_assert(detail::check_views<S, Json>());
  using function = std::remove_reference_t<F>;
  using visit = detail::user_visit<T, function>;
  visit page{.users = visited_list<T, function>(f)};
  std::optional<failure<S>> failed = detail::as_new<std::optional<failure<S>>>();
  detail::optional_slot<failure<S>> slot(failed);
  detail::read_answer<Json>(response, detail::visit_form<T, function, typename Json::value>,
                            detail::erased_pointer<visit>(page), slot);
  return failed;
}

}  // namespace medusa::inline v0

// medusa/model/invite.hpp

namespace medusa::inline v0 {

/// An invitation to become an admin user (`GET /admin/invites`).
template <storage S>
struct basic_invite {
  using text = typename S::text;

  text id{};  ///< `invite_` and a ULID
  timestamp created_at{};
  timestamp updated_at{};
  field<timestamp> deleted_at{};
  text user_email{};  ///< as it was given: not in lower case, other than a user's
  field<open_enum<admin::role, text>> role{};
  bool accepted = false;
  basic_secret<text> token{};  ///< whoever has it can accept
  timestamp expires_at{};      ///< seven days after it was made, or made anew
  field<json::basic_raw<typename S::metadata>> metadata{};

  using field_table =
      member_list<member<"id", &basic_invite::id, presence::required>,                  //
                  member<"created_at", &basic_invite::created_at>,                      //
                  member<"updated_at", &basic_invite::updated_at>,                      //
                  member<"deleted_at", &basic_invite::deleted_at>,                      //
                  member<"user_email", &basic_invite::user_email, presence::required>,  //
                  member<"role", &basic_invite::role>,                                  //
                  member<"accepted", &basic_invite::accepted>,                          //
                  member<"token", &basic_invite::token>,                                //
                  member<"expires_at", &basic_invite::expires_at>,                      //
                  member<"metadata", &basic_invite::metadata>>;
};

/// All invitations.
template <storage S>
struct basic_invite_list {
  typename S::template list<basic_invite<S>> invites{};

  using field_table =
      member_list<member<"invites", &basic_invite_list::invites, presence::required>>;
};

}  // namespace medusa::inline v0

// medusa/operation/list_invites.hpp

namespace medusa::inline v0::admin {

/// Lists all invitations (`GET /admin/invites`): the server has no pages and no filters here, so on
/// bounded storage more of them than it takes are `too_many_items`.
struct list_invites {
  static constexpr operation_info info{.method = method::get};
  template <storage S>
  using result_type = basic_invite_list<S>;

  constexpr void encode(request_writer& w) const { w.path("/admin/invites"); }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }
};

}  // namespace medusa::inline v0::admin

// medusa/operation/max_request_size.hpp

namespace medusa::inline v0 {

namespace detail {

/// `N` times the same byte.
template <std::size_t N>
struct repeated {
  char chars[N == 0 ? 1 : N];
  consteval explicit repeated(char byte) : chars{} {
    for (char& c : chars) c = byte;
  }
  [[nodiscard]] consteval std::string_view view() const noexcept { return {chars, N}; }
};

/// Operations with each of their fields as long as it may be.
struct longest {
  std::string_view text;
  std::string_view token;
  std::string_view api_token;  // goes into a header some day, so that it has no control characters

  [[nodiscard]] consteval admin::create_user make(admin::create_user) const {
    return {.email = text,
            .first_name = text,
            .last_name = text,
            .role = admin::role::developer,
            .password = text};
  }
  [[nodiscard]] consteval admin::delete_user make(admin::delete_user) const { return {.id = text}; }
  [[nodiscard]] consteval admin::retrieve_user make(admin::retrieve_user) const {
    return {.id = text};
  }
  [[nodiscard]] consteval admin::update_user make(admin::update_user) const {
    return {text,
            {.first_name = text,
             .last_name = text,
             .role = admin::role::developer,
             .api_token = api_token}};
  }
  [[nodiscard]] consteval admin::reset_password make(admin::reset_password) const {
    return {.email = text, .token = token, .password = text};
  }
  [[nodiscard]] consteval admin::send_reset_password_token make(
      admin::send_reset_password_token) const {
    return {.email = text};
  }
  [[nodiscard]] consteval admin::list_users make(admin::list_users) const {
    timestamp const date = timestamp::from_unix_ms(0);
    admin::date_range const range{.lt = date, .gt = date, .lte = date, .gte = date};
    constexpr std::uint64_t number = (std::uint64_t{1} << 53) - 1;
    using admin::user_field;
    return {
        .email = text,
        .first_name = text,
        .last_name = text,
        .q = text,
        .order = {{.field = user_field::created_at, .direction = admin::direction::descending}},
        .id = text,
        .role = admin::role::developer,
        .created_at = range,
        .updated_at = range,
        .deleted_at = range,
        .offset = number,
        .limit = number,
        .fields = admin::user_fields::without(
            {user_field::id, user_field::created_at, user_field::updated_at, user_field::deleted_at,
             user_field::role, user_field::email, user_field::first_name, user_field::last_name,
             user_field::api_token, user_field::metadata})};
  }
  [[nodiscard]] consteval admin::create_session make(admin::create_session) const {
    return {.email = text, .password = text};
  }
  [[nodiscard]] consteval admin::get_token make(admin::get_token) const {
    return {.email = text, .password = text};
  }
  [[nodiscard]] consteval admin::get_session make(admin::get_session) const { return {}; }
  [[nodiscard]] consteval admin::delete_session make(admin::delete_session) const { return {}; }
};

template <operation Op, limits L>
[[nodiscard]] consteval std::size_t measure_longest() {
  constexpr char escaped =
      '\x01';  // takes the most room there is: `%01` in a URL, `\u0001` in JSON
  repeated<L.text> const text(escaped);
  repeated<L.credential> const token(escaped);
  repeated<L.text> const api_token('"');
  sink out(nullptr, 0);
  first_error errors;
  wire_limits const wire{};
  request_writer writer(out, errors, wire);
  longest{text.view(), token.view(), api_token.view()}.make(Op{}).encode(writer);
  std::size_t size = L.settings + out.size();  // the base URL is among the settings
  if (requires(Op const& op) { op.changes; })
    size += std::string_view(R"(,"metadata":)").size() + L.metadata;
  if (Op::info.authenticated) size += detail::cookie_name_size + L.credential;
  return size;
}

}  // namespace detail

/// The most bytes of its buffer that a request of `Op` takes, so that buffers can be static arrays:
/// when each text is at most `L.text` bytes, the token of a reset and the client's credentials at
/// most `L.credential`, metadata at most `L.metadata`, and the base URL at most `L.settings`. In
/// the worst case a byte of text takes six, a byte of an id three. A filter that is a list counts
/// as one value.
template <operation Op, limits L>
inline constexpr std::size_t max_request_size = detail::measure_longest<Op, L>();

}  // namespace medusa::inline v0

// medusa/embedded.hpp

// Everything that needs neither a heap nor an operating system: `fixed` and `borrowed` storage.

// medusa/model/hosted.hpp

namespace medusa::inline v0 {

/// Storage on the heap: `std::string` and `std::vector`. Results own everything and may be kept.
/// `std::bad_alloc` passes through and leaves the client usable.
struct hosted {
  using text = std::string;
  using metadata = std::string;
  using message = std::string;
  using credential = std::string;
  using settings = std::string;
  using query = std::string;
  using description = std::string;
  template <class T>
  using list = std::vector<T>;
  using request_buffer = growing_request_buffer<std::string>;

  static constexpr std::optional<std::size_t> max_items{};
  static constexpr bool views_response = false;
};

/// Builds the `metadata` of an update in a `std::string`.
using metadata = json::basic_metadata<std::string>;

}  // namespace medusa::inline v0

// medusa/model/pooled.hpp

namespace medusa::inline v0 {

/// A list that keeps the document its elements were read from, and whose elements view it: two
/// pieces of memory for any number of them. It may be moved and kept; elements, and copies of them,
/// are good as long as the list they came from is. Not copied, since a copy would view what it does
/// not own. A model of `list_storage`.
template <class T>
class pooled_list {
 public:
  using value_type = T;

  constexpr pooled_list() noexcept = default;
  constexpr pooled_list(pooled_list&&) noexcept = default;
  constexpr pooled_list& operator=(pooled_list&&) noexcept = default;

  /// Takes a copy of the document, which elements that are added may view, and gives its first
  /// byte. O(document).
  constexpr char* keep(std::string_view document) {
    document_.assign(document.begin(), document.end());
    return document_.data();
  }

  /// A fresh element at the end.
  constexpr T& emplace_back() { return items_.emplace_back(); }
  constexpr void reserve(std::size_t size) { items_.reserve(size); }
  constexpr void clear() noexcept { items_.clear(); }

  [[nodiscard]] constexpr std::size_t size() const noexcept { return items_.size(); }
  [[nodiscard]] constexpr bool empty() const noexcept { return items_.empty(); }
  [[nodiscard]] constexpr T* data() noexcept { return items_.data(); }
  [[nodiscard]] constexpr T const* data() const noexcept { return items_.data(); }
  [[nodiscard]] constexpr T& operator[](std::size_t i) noexcept { return items_[i]; }
  [[nodiscard]] constexpr T const& operator[](std::size_t i) const noexcept { return items_[i]; }
  [[nodiscard]] constexpr T& front() noexcept { return items_.front(); }
  [[nodiscard]] constexpr T const& front() const noexcept { return items_.front(); }
  [[nodiscard]] constexpr T& back() noexcept { return items_.back(); }
  [[nodiscard]] constexpr T const& back() const noexcept { return items_.back(); }
  [[nodiscard]] constexpr auto begin() noexcept { return items_.begin(); }
  [[nodiscard]] constexpr auto end() noexcept { return items_.end(); }
  [[nodiscard]] constexpr auto begin() const noexcept { return items_.begin(); }
  [[nodiscard]] constexpr auto end() const noexcept { return items_.end(); }

 private:
  std::vector<char> document_{};  // a vector, since the bytes of a short std::string move with it
  std::vector<T> items_{};
};

/// What the elements of a pooled list are made of.
struct pooled_views : hosted {
  using text = std::string_view;
  using metadata = std::string_view;
  using message = std::string_view;

  static constexpr bool views_response = true;
};

namespace detail {
template <class T>
struct pooled_item {
  using type = T;
};
template <class S>
struct pooled_item<basic_user<S>> {
  using type = basic_user<pooled_views>;
};
}  // namespace detail

/// `hosted`, but that a page of users is one copy of the body and a table of views into it, however
/// many users it has. For programs that read large pages: next to nothing is left to do then. A
/// single user is as in `hosted`. A list of a struct of your own takes it as it is: its texts may
/// be `std::string_view`.
struct pooled : hosted {
  template <class T>
  using list = pooled_list<typename detail::pooled_item<T>::type>;

  static constexpr bool keeps_response =
      true;  ///< lists do, so texts of the JSON policy must view the body
};

}  // namespace medusa::inline v0

// medusa/medusa.hpp

// Everything, for programs with a heap and the full standard library. Transports and adapters are
// in medusa/ext/, test doubles in medusa/testing/.


namespace medusa::inline v0::admin {

/// A user on `hosted` storage.
using user = basic_user<hosted>;
/// A page of users on `hosted` storage.
using user_page = basic_user_page<hosted>;
/// What a delete answers, on `hosted` storage.
using deletion = basic_deletion<hosted>;
/// What `get_token` answers, on `hosted` storage.
using session_token = basic_session_token<hosted>;

}  // namespace medusa::inline v0::admin
