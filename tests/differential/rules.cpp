// SPDX-License-Identifier: MIT
#include "rules.hpp"

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "comparison.hpp"
#include "merged.hpp"

namespace differential {
namespace {

// What changes the document.

/// 512 levels are the limit of json::scanner. The same document is read by one that goes
/// deeper.
bool deeper_than_the_scanner(comparison& c) {
  if (!c.ours.too_deep) return false;
  c.read_ours = read_deep_scanner;
  return c.read_again(), true;
}

/// Boost.JSON has a limit of 32 levels by default, which can be told to be another.
bool deeper_than_boost_json(comparison& c) {
  if (!c.ours.accepted || !c.theirs.too_deep) return false;
  c.read_theirs = read_deep_boost_json;
  return c.read_again(), true;
}

/// nlohmann/json skips a byte order mark, as RFC 8259 section 8.1 allows.
bool byte_order_mark(comparison& c) {
  if (c.ours.accepted || !c.theirs.accepted || !c.document.starts_with("\xEF\xBB\xBF"))
    return false;
  c.document.erase(0, 3);
  return c.read_again(), true;
}

/// nlohmann/json takes a NUL between tokens for the end of the document, whatever comes behind it.
bool nul(comparison& c) {
  if (c.ours.accepted || !c.theirs.accepted || c.ours.offset >= c.document.size() ||
      c.document[c.ours.offset] != '\0')
    return false;
  c.document.resize(c.ours.offset);
  return c.read_again(), true;
}

/// Puts a zero for each number that the other library is known to refuse.
bool without_numbers(comparison& c, bool (*refused)(std::string const&)) {
  if (!c.ours.accepted || c.theirs.accepted) return false;
  bool any = false;
  for (std::size_t i = c.ours.events.size(); i-- > 0;) {  // so that offsets stay right
    event const& e = c.ours.events[i];
    if (e.is != event::kind::number || !refused(e.text)) continue;
    c.document.replace(e.offset, e.text.size(), 1, '0');
    any = true;
  }
  if (any) c.read_again();
  return any;
}

bool beyond_double(std::string const& spelling) { return std::isinf(nearest(spelling)); }

/// Both refuse a number beyond the range of double, which json::scanner keeps as text.
bool numbers_beyond_double(comparison& c) { return without_numbers(c, beyond_double); }

bool beyond_64_bits(std::string const& spelling) {
  return spelled_whole(spelling) &&
         magnitude_exceeds(
             spelling, spelling.front() == '-' ? "9223372036854775808" : "18446744073709551615");
}

/// simdjson refuses an integer that fits neither std::int64_t nor std::uint64_t.
bool integers_beyond_64_bits(comparison& c) { return without_numbers(c, beyond_64_bits); }

/// The digits of an exponent, without zeros in front.
std::string_view exponent(std::string_view spelling) {
  std::size_t const sign = spelling.find_first_of("eE");
  if (sign == std::string_view::npos) return {};
  std::size_t const first = spelling.find_first_of("123456789", sign);
  return first == std::string_view::npos ? std::string_view() : spelling.substr(first);
}

/// Boost.JSON refuses an exponent beyond the range of int.
bool exponents_beyond_int(comparison& c) {
  return without_numbers(c, [](std::string const& spelling) {
    return magnitude_exceeds(exponent(spelling), "2147483647");
  });
}

// What changes what is told.

/// Of several members of a name both keep one, with the last value, where the first one was: their
/// objects are maps.
bool equal_names(comparison& c) {
  if (!c.ours.accepted || !c.theirs.accepted) return false;
  std::size_t const before = c.ours.events.size();
  c.ours.events = merged(c.ours.events);
  return c.ours.events.size() < before;
}

/// Calls `change` with each pair of numbers that are not the same; whether it has changed one.
template <class F>
bool each_other_number(comparison& c, F change) {
  if (!c.ours.accepted || !c.theirs.accepted || c.ours.events.size() != c.theirs.events.size())
    return false;
  bool any = false;
  for (std::size_t i = 0; i < c.ours.events.size(); ++i) {
    event &ours = c.ours.events[i], &theirs = c.theirs.events[i];
    if (ours.is == event::kind::number && theirs.is == event::kind::number &&
        !same_number(ours, theirs))
      any = change(ours, theirs) || any;
  }
  return any;
}

/// How many doubles lie between two of the same sign.
std::uint64_t distance(double a, double b) {
  auto const x = std::bit_cast<std::uint64_t>(a), y = std::bit_cast<std::uint64_t>(b);
  return x > y ? x - y : y - x;
}

/// Boost.JSON 1.81 multiplies by a power of ten that is rounded already.
bool roughly_rounded(comparison& c) {
  return each_other_number(c, [](event const& ours, event& theirs) {
    auto* const number = std::get_if<double>(&theirs.value);
    if (!number || distance(*number, nearest(ours.text)) > 2) return false;
    *number = nearest(ours.text);
    return true;
  });
}

/// Boost.JSON 1.81 multiplies zero by infinity when the exponent is beyond the range of double.
bool zero_times_infinity(comparison& c) {
  return each_other_number(c, [](event const& ours, event& theirs) {
    auto* const number = std::get_if<double>(&theirs.value);
    if (!number || !std::isnan(*number) || nearest(ours.text) != 0 ||
        ours.text.find_first_of("123456789") < ours.text.find_first_of("eE") ||
        !magnitude_exceeds(exponent(ours.text), "308"))
      return false;
    *number = nearest(ours.text);
    return true;
  });
}

/// How many digits there are between the first and the last that is no zero.
std::size_t significant_digits(std::string_view spelling) {
  std::string digits;
  for (char const c : spelling.substr(0, spelling.find_first_of("eE")))
    if (c >= '0' && c <= '9') digits += c;
  std::size_t const first = digits.find_first_not_of('0');
  return first == std::string::npos ? 0 : digits.find_last_not_of('0') - first + 1;
}

/// A number that is no std::int64_t may be nearest to a double that is one: when it has more digits
/// than a double tells apart, or is next to zero. json::scanner goes by what is written.
bool nearly_an_integer(comparison& c) {
  return each_other_number(c, [](event& ours, event const& theirs) {
    auto const* const number = std::get_if<double>(&theirs.value);
    if (!number || std::holds_alternative<std::int64_t>(ours.value) || spelled_whole(ours.text) ||
        !same_bits(*number, nearest(ours.text)))
      return false;
    std::size_t const digits = significant_digits(ours.text);
    if (digits <= 15 && (*number != 0 || digits == 0)) return false;
    if (std::trunc(*number) != *number) return false;
    ours.value = static_cast<std::int64_t>(*number);
    return true;
  });
}

// A mark is in front of all else; reading again would undo what comes last.
constexpr rule all[] = {
    {"nlohmann", "a byte order mark", byte_order_mark},
    {"Boost.JSON", "more than 32 levels", deeper_than_boost_json},
    {"nlohmann", "more than 512 levels", deeper_than_the_scanner},
    {"simdjson", "more than 512 levels", deeper_than_the_scanner},
    {"nlohmann", "a NUL between tokens", nul},
    {"nlohmann", "a number beyond double", numbers_beyond_double},
    {"simdjson", "a number beyond double", numbers_beyond_double},
    {"simdjson", "an integer beyond 64 bits", integers_beyond_64_bits},
    {"Boost.JSON", "an exponent beyond int", exponents_beyond_int},
    {"Boost.JSON", "several members of a name", equal_names},
    {"nlohmann", "several members of a name", equal_names},
    {"Boost.JSON", "a double beside the nearest one", roughly_rounded},
    {"Boost.JSON", "zero with an exponent beyond double", zero_times_infinity},
    {"", "no std::int64_t, but its double is", nearly_an_integer},
};

}  // namespace

std::span<rule const> rules() { return all; }

}  // namespace differential
