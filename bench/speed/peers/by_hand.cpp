// SPDX-License-Identifier: MIT
// Requests without a body as one writes them without a library. Names are literals that are encoded
// already.
#include <array>
#include <cinttypes>
#include <cstdio>
#include <cstring>

#include "../peer.hpp"

namespace {

constexpr auto unreserved = [] {
  std::array<bool, 256> table{};
  for (char const c :
       std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// Writes `text` percent-encoded, at most three times its size, and gives the end.
char* encode(char* at, std::string_view text) {
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (unreserved[byte]) {
      *at++ = c;
    } else {
      *at++ = '%';
      *at++ = "0123456789ABCDEF"[byte >> 4];
      *at++ = "0123456789ABCDEF"[byte & 15];
    }
  }
  return at;
}

/// A text of at most `most` bytes, encoded, with a NUL; cut where it is longer.
struct encoded {
  static constexpr std::size_t most = 64;
  char chars[3 * most + 1];
  explicit encoded(std::string_view text) { *encode(chars, text.substr(0, most)) = '\0'; }
};

bool by_printf(bench::shape shape, bench::body, std::string* digest) {
  auto const& e = bench::example;
  char memory[1024];
  int size = -1;
  if (shape == bench::shape::list)
    size = std::snprintf(memory, sizeof memory,
                         "GET /admin/users?q=%s&order=-created_at&id%%5B0%%5D=%s&id%%5B1%%5D=%s"
                         "&created_at%%5Bgte%%5D=%s&offset=%" PRIu64 "&limit=%" PRIu64
                         "&fields=id%%2Cemail",
                         encoded(e.search).chars, encoded(e.id).chars, encoded(e.other_id).chars,
                         encoded(e.since).chars, e.offset, e.limit);
  if (shape == bench::shape::retrieve || shape == bench::shape::remove)
    size = std::snprintf(memory, sizeof memory, "%s /admin/users/%s",
                         shape == bench::shape::retrieve ? "GET" : "DELETE", encoded(e.id).chars);
  if (size < 0 || static_cast<std::size_t>(size) >= sizeof memory) return false;
  return bench::written({memory, static_cast<std::size_t>(size)}, digest);
}

void append_encoded(std::string& to, std::string_view text) {
  std::size_t const size = to.size();
  to.resize(size + 3 * text.size());
  to.resize(static_cast<std::size_t>(encode(to.data() + size, text) - to.data()));
}

bool by_string(bench::shape shape, bench::body, std::string* digest) {
  auto const& e = bench::example;
  std::string text;
  text.reserve(512);
  if (shape == bench::shape::list) {
    text += "GET /admin/users?q=", append_encoded(text, e.search);
    text += "&order=-created_at&id%5B0%5D=", append_encoded(text, e.id);
    text += "&id%5B1%5D=", append_encoded(text, e.other_id);
    text += "&created_at%5Bgte%5D=", append_encoded(text, e.since);
    text += "&offset=", text += std::to_string(e.offset);
    text += "&limit=", text += std::to_string(e.limit);
    text += "&fields=id%2Cemail";
  } else if (shape == bench::shape::retrieve || shape == bench::shape::remove) {
    text += shape == bench::shape::retrieve ? "GET" : "DELETE";
    text += " /admin/users/", append_encoded(text, e.id);
  }
  return bench::written(text, digest);
}

constexpr char const* note = "checks nothing";
bench::peer const printf_peer{"by hand, snprintf", bench::result_kind::owned, false, note,
                              by_printf};
bench::peer const string_peer{"by hand, string", bench::result_kind::owned, false, note, by_string};

}  // namespace
