// SPDX-License-Identifier: MIT
#include <medusa/core/usual_date.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <medusa/model/timestamp.hpp>

namespace {

using medusa::detail::is_rfc3339;
using medusa::detail::is_usual_date;

TEST_CASE("a date as servers write it") {
  CHECK(is_usual_date("2026-11-23T06:56:10.386Z"));
  CHECK(is_usual_date("0000-01-01T00:00:00.000Z"));
  CHECK(is_usual_date("9999-12-31T23:59:60.999Z"));
  for (std::string_view const other :
       {"", "2026-11-23T06:56:10.386", "2026-11-23T06:56:10.3860Z", "2026-11-23t06:56:10.386Z",
        "2026-11-23T06:56:10.386z", "2026-11-23T06:56:10+00:00", "2026-11-23 06:56:10.386Z"})
    CHECK_FALSE(is_usual_date(other));
}

// Whatever it says yes to, the reader of all forms reads as well; and it says no to nothing in its
// form that exists.
TEST_CASE("every byte in every place is judged as the reader of all forms does") {
  int wrong = 0;
  for (std::string_view const date :
       {"2026-11-23T06:56:10.386Z", "2024-02-29T23:59:60.000Z", "1900-02-28T00:00:00.001Z"})
    for (std::size_t place = 0; place < date.size(); ++place)
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(date);
        text[place] = static_cast<char>(byte);
        bool const own_form = text[10] == 'T' && text[19] == '.' && text[23] == 'Z';
        wrong += is_usual_date(text) != (own_form && is_rfc3339(text)) ? 1 : 0;
      }
  CHECK(wrong == 0);
}

std::string two(int n) {
  return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
}

TEST_CASE("every number of two digits in every part") {
  int wrong = 0;
  for (std::string_view const date : {"2026-11-23T06:56:10.386Z", "2024-12-31T23:59:60.000Z"})
    for (unsigned const part : {2u, 5u, 8u, 11u, 14u, 17u, 20u, 21u})
      for (int n = 0; n < 100; ++n) {
        std::string const text = std::string(date).replace(part, 2, two(n));
        wrong += is_usual_date(text) != is_rfc3339(text) ? 1 : 0;
      }
  CHECK(wrong == 0);
}

TEST_CASE("every day of some years, and the days around it") {
  int wrong = 0;
  for (int const year : {1900, 1999, 2000, 2023, 2024})
    for (int month = 0; month <= 13; ++month)
      for (int day = 0; day <= 32; ++day) {
        std::string const text =
            std::to_string(year) + '-' + two(month) + '-' + two(day) + "T06:56:10.386Z";
        wrong += is_usual_date(text) != is_rfc3339(text) ? 1 : 0;
      }
  CHECK(wrong == 0);
}

}  // namespace
