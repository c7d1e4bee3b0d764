// SPDX-License-Identifier: MIT
// Any text where a header, a date or a URL is read.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <medusa/core/sink.hpp>
#include <medusa/http/credentials.hpp>
#include <medusa/http/http_date.hpp>
#include <medusa/http/percent.hpp>
#include <medusa/http/retry_after.hpp>
#include <medusa/http/set_cookie.hpp>
#include <medusa/model/timestamp.hpp>

#include "require.hpp"

using fuzz::require;

namespace {

// Of bytes that need not be UTF-8, unlike those that fake_medusa decodes.
int hex(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

void check_percent(std::string_view text) {
  std::string memory(text.size() * 3, '\0');
  medusa::sink out(memory.data(), memory.size());
  medusa::append_percent_encoded(out, text);
  std::string_view const encoded = out.written();
  std::string decoded;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    char const c = encoded[i];
    require(c > ' ' && c < 0x7F, "a part of a URL is visible ASCII");
    require(std::string_view("/?#&=+;:@").find(c) == std::string_view::npos,
            "nothing in it divides a URL");
    if (c != '%') decoded += c;
    else decoded += static_cast<char>(hex(encoded[i + 1]) * 16 + hex(encoded[i + 2])), i += 2;
  }
  require(decoded == text, "what is encoded is decoded");
}

void check_dates(std::string_view text) {
  medusa::timestamp date;
  if (date.parse(text)) {
    require(date.text() == text, "a date is kept as it stands");
    auto const again = medusa::timestamp::from_unix_ms(date.unix_ms());
    require(!again || again.unix_ms() == date.unix_ms(), "a time is what it was made of");
  } else {
    require(!date, "what is no date leaves none");
  }
  if (auto const seconds = medusa::parse_http_date(text))
    require(*seconds > -62'200'000'000 && *seconds < 253'500'000'000,
            "an HTTP date is in the years 0 to 9999");
  for (std::optional<std::int64_t> const now :
       {std::optional<std::int64_t>(), std::optional<std::int64_t>(1'800'000'000)})
    if (auto const wait = medusa::parse_retry_after(text, now))
      require(*wait >= medusa::duration(), "nobody waits for the past");
}

void check_cookie(std::string_view text) {
  auto const value = medusa::cookie_value(text, "connect.sid");
  if (value && medusa::is_cookie_value(*value))
    for (char const c : *value)
      require(c > ' ' && c < 0x7F && c != ';' && c != '"' && c != ',',
              "a cookie's value may be sent");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  check_percent(text);
  check_dates(text);
  check_cookie(text);
  return 0;
}
