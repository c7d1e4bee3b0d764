// SPDX-License-Identifier: MIT
#include <medusa/model/timestamp.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string_view>

#include <support/hidden.hpp>

using medusa::timestamp;

namespace {

constexpr bool reads(std::string_view text, std::int64_t ms) {
  timestamp t;
  return t.parse(support::hidden(text)) && t.has_value() && t.unix_ms() == ms && t.text() == text &&
         std::string_view(t.c_str()) == text;
}
constexpr bool refuses(std::string_view text) {
  timestamp t = timestamp::from_unix_ms(7);
  return !t.parse(support::hidden(text)) && t.unix_ms() == 7 &&
         t.text() == "1970-01-01T00:00:00.007Z";
}

constexpr bool test_none() {
  timestamp const none = support::hidden(timestamp());
  return !none.has_value() && !none && none.text().empty() && none.unix_ms() == 0 &&
         none == timestamp() && none != timestamp::from_unix_ms(0) &&
         none < timestamp::from_unix_ms(-1) && none.c_str()[0] == '\0';
}
TEST_CASE("no date is not the epoch") { CHECK(test_none()); }
static_assert(test_none());

constexpr bool test_parse() {
  return reads("1970-01-01T00:00:00Z", 0) && reads("2026-11-23T06:56:10.386Z", 1795416970386) &&
         reads("1969-12-31T23:59:59.999Z", -1) && reads("2000-02-29T12:00:00.5Z", 951825600500) &&
         reads("2026-11-23T06:56:10.386999Z", 1795416970386) &&
         reads("2026-11-23t06:56:10.386z", 1795416970386) &&
         reads("2026-11-23T08:56:10.386+02:00", 1795416970386) &&
         reads("2026-11-23T01:26:10.386-05:30", 1795416970386) &&
         reads("2026-11-23T06:56:10.386-00:00", 1795416970386) &&
         reads("2026-11-23T06:56:10+00:00", 1795416970000) &&
         reads("2026-11-23T06:56:10.123456789+00:00", 1795416970123) &&
         reads("2016-12-31T23:59:60Z", 1483228800000) &&
         reads("0000-01-01T00:00:00Z", -62167219200000) &&
         reads("9999-12-31T23:59:59.999Z", 253402300799999);
}
TEST_CASE("dates of RFC 3339 are read, and kept as they were written") { CHECK(test_parse()); }
static_assert(test_parse());

constexpr bool test_refuse() {
  return refuses("") && refuses("2026-11-23") && refuses("2026-11-23T06:56:10") &&
         refuses("2026-11-23T06:56:10.386") && refuses("2026-11-23 06:56:10.386Z") &&
         refuses("2026-11-23T06:56:10.Z") && refuses("2026-11-23T06:56:10.386ZZ") &&
         refuses("2026-11-23T06:56:10.386Z ") && refuses(" 2026-11-23T06:56:10.386Z") &&
         refuses("2026-13-23T06:56:10.386Z") && refuses("2026-02-29T06:56:10.386Z") &&
         refuses("2026-11-23T24:00:00.000Z") && refuses("2026-11-23T06:60:10.386Z") &&
         refuses("2026-11-23T06:56:61.386Z") && refuses("2026-11-23T06:56:10,386Z") &&
         refuses("2026-11-23T06:56:10.386+24:00") && refuses("2026-11-23T06:56:10.386+00:60") &&
         refuses("2026-11-23T06:56:10.386+0000") && refuses("2026-11-23T06:56:10.386+00") &&
         refuses("2026-11-23T06:56:10.386+00:0") && refuses("2026-11-23T06:56:10.386+00:000") &&
         refuses("20261123T065610.386Z....") && refuses("2026-11-23T06:56:1O.386Z") &&
         refuses("+026-11-23T06:56:10.386Z") &&
         refuses("2026-11-23T06:56:10.1234567890+00:00") /* 36 bytes */ &&
         refuses("2026-11-23T06:56:10.+0:00") && refuses("2026/11/23T06:56:10.386Z") &&
         refuses("2026-11-23T06.56.10.386Z") &&
         refuses(std::string_view("2026-11-23T06:56:10.386\0", 24));
}
TEST_CASE("anything else is refused with nothing changed") { CHECK(test_refuse()); }
static_assert(test_refuse());

constexpr bool writes(std::int64_t ms, std::string_view text) {
  timestamp const t = timestamp::from_unix_ms(ms);
  timestamp again;
  return t.has_value() && t.text() == text && t.unix_ms() == ms && again.parse(text) && again == t;
}

constexpr bool test_write() {
  using limits = std::numeric_limits<std::int64_t>;
  return writes(0, "1970-01-01T00:00:00.000Z") &&
         writes(1795416970386, "2026-11-23T06:56:10.386Z") &&
         writes(-1, "1969-12-31T23:59:59.999Z") && writes(-1000, "1969-12-31T23:59:59.000Z") &&
         writes(-1001, "1969-12-31T23:59:58.999Z") &&
         writes(-62167219200000, "0000-01-01T00:00:00.000Z") &&
         writes(253402300799999, "9999-12-31T23:59:59.999Z") &&
         !timestamp::from_unix_ms(-62167219200001) && !timestamp::from_unix_ms(253402300800000) &&
         !timestamp::from_unix_ms(limits::max()) && !timestamp::from_unix_ms(limits::min());
}
TEST_CASE("milliseconds are written as the server writes them") { CHECK(test_write()); }
static_assert(test_write());

constexpr bool test_chrono() {
  using namespace std::chrono;
  return timestamp(sys_days{2026y / November / 23}).text() == "2026-11-23T00:00:00.000Z" &&
         timestamp(sys_time<milliseconds>(milliseconds(1795416970386))).unix_ms() ==
             1795416970386 &&
         timestamp(sys_time<microseconds>(microseconds(1))).unix_ms() == 1 &&
         timestamp(sys_time<seconds>(seconds(-1))).text() == "1969-12-31T23:59:59.000Z" &&
         !timestamp(sys_time<hours>(hours(std::numeric_limits<std::int32_t>::max())));
}
TEST_CASE("points in time of the standard library convert") { CHECK(test_chrono()); }
static_assert(test_chrono());

constexpr bool test_comparison() {
  timestamp utc;
  timestamp paris;
  static_cast<void>(utc.parse("2026-11-23T06:56:10Z"));
  static_cast<void>(paris.parse("2026-11-23T07:56:10.000+01:00"));
  timestamp const later = timestamp::from_unix_ms(utc.unix_ms() + 1);
  return utc == paris && utc.text() != paris.text() && utc < later && later > paris &&
         utc <= paris && utc != later;
}
TEST_CASE("two spellings of one point in time are equal") { CHECK(test_comparison()); }
static_assert(test_comparison());

}  // namespace
