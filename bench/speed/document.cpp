// SPDX-License-Identifier: MIT
// The documents are synthetic, and have the members of the server's replies in the server's order.
#include "document.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace bench {
namespace {

/// A generator of its own, so that the documents are the same with every standard library.
class dice {
 public:
  std::uint32_t below(std::uint32_t n) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state_ >> 33) % n;
  }

 private:
  std::uint64_t state_ = 20260101;
};

struct style {
  bool pretty = false;
  bool shuffled = false;    ///< and with members that nobody knows
  bool long_names = false;  ///< non-ASCII
  bool large_metadata = false;
};

using members = std::vector<std::pair<std::string, std::string>>;

std::string quoted(std::string const& text) { return '"' + text + '"'; }

std::string object(members const& all, bool pretty, int depth) {
  std::string const line =
      pretty ? '\n' + std::string(static_cast<std::size_t>(depth) * 2, ' ') : std::string();
  std::string text = "{";
  for (auto const& [name, value] : all) {
    if (text.size() > 1) text += ',';
    text += line + (pretty ? "  " : "") + quoted(name) + (pretty ? ": " : ":") + value;
  }
  return text + line + '}';
}

std::string hex(dice& d, std::size_t digits) {
  std::string text;
  while (text.size() != digits) text += "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[d.below(32)];
  return text;
}

std::string date(dice& d) {
  auto const two = [&](std::uint32_t least, std::uint32_t count) {
    std::uint32_t const n = least + d.below(count);
    return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
  };
  return quoted("2026-" + two(1, 12) + '-' + two(1, 28) + 'T' + two(0, 24) + ':' + two(0, 60) +
                ':' + two(0, 60) + '.' + std::to_string(100 + d.below(900)) + 'Z');
}

std::string person(dice& d, style const& s) {
  // As they stand in a document: one of eight has an escape, two are not ASCII.
  static constexpr char const* names[] = {"Ada",
                                          "Grace Brewster",
                                          "Katherine",
                                          "Margaret Heafield",
                                          "Hedy",
                                          "Ren\xC3\xA9"
                                          "e",
                                          "\xC5\x81ucja",
                                          "Ada \\\"Augusta\\\""};
  static constexpr char const* long_parts[] = {"Екатерина ", "Αλεξάνδρα ", "小野田寛郎", "مريم "};
  if (!s.long_names) return quoted(names[d.below(8)]);
  std::string text;
  while (text.size() < 200) text += long_parts[d.below(4)];
  return quoted(text);
}

std::string metadata(dice& d, style const& s, int depth) {
  if (!s.large_metadata)
    return object({{"plan", quoted("gold")}, {"seats", std::to_string(d.below(99))}}, s.pretty,
                  depth);
  members all;
  for (int i = 100; i < 200; ++i)
    all.push_back({"key_" + std::to_string(i),
                   "[1,25,true,null,{\"text\":" + quoted(hex(d, 20 + d.below(60))) +
                       ",\"value\":" + std::to_string(d.below(1000000)) + "}]"});
  return object(all, s.pretty, depth);
}

std::string user(dice& d, style const& s, int depth) {
  members all{
      {"id", quoted("usr_" + hex(d, 26))},
      {"created_at", date(d)},
      {"updated_at", date(d)},
      {"deleted_at", "null"},
      {"role", quoted(d.below(2) == 0 ? "member" : "admin")},
      {"email", quoted("user." + hex(d, 8) + "@example.com")},
      {"first_name", person(d, s)},
      {"last_name", d.below(8) == 0 ? "null" : person(d, s)},
      {"api_token", "null"},
      {"metadata", s.large_metadata || d.below(4) == 0 ? metadata(d, s, depth + 1) : "null"}};
  if (s.shuffled) {
    all.push_back({"avatar", quoted("https://cdn.example.com/" + hex(d, 20))});
    all.push_back({"flags", "[1,2,{\"beta\":true}]"});
    for (std::size_t i = all.size(); i > 1; --i)
      std::swap(all[i - 1], all[d.below(static_cast<std::uint32_t>(i))]);
  }
  return object(all, s.pretty, depth);
}

std::string one(style const& s) {
  dice d;
  return object({{"user", user(d, s, 1)}}, s.pretty, 0);
}

std::string page(std::size_t count, style const& s) {
  dice d;
  std::string list = "[";
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) list += ',';
    list += (s.pretty ? "\n    " : "") + user(d, s, 2);
  }
  list += s.pretty ? "\n  ]" : "]";
  std::string const n = std::to_string(count);
  return object({{"users", list}, {"count", n}, {"offset", "0"}, {"limit", n}}, s.pretty, 0);
}

}  // namespace

example_values const example{
    .email = "ada.lovelace@example.com",
    .first_name = "Ada \"Augusta\"",
    .last_name = "King, Countess of Lovelace",
    .role = "developer",
    .password = "correct horse battery staple",
    .id = "usr_01J9ZD5B8ZVY2GM4Q0X7K3T6RW",
    .new_name =
        "Ren\xC3\xA9"
        "e",
    .plan = "gold",
    .seats = 25,
    // In the form of the server's: a signed text of three parts in base64.
    .token =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJlbWFpbCI6ImFkYS5sb3ZlbGFjZUBleGFtcGxlLmNvbSIs"
        "ImlhdCI6MTc2NzIyNTYwMCwiZXhwIjoxNzY3MjI2NTAwfQ."
        "3kq0yC2nJpYb1WvH7sXeTgRzL5uD8fAiMoNcQ6tVwZk",
    .search = "ada lovelace",
    .other_id = "usr_01J9ZD7Q3N5T8WXK2C4B6M0YHV",
    .since = "2026-01-31T09:30:00.000Z",
    .offset = 100,
    .limit = 50};

std::vector<document> documents(bool large) {
  std::vector<document> all{
      {"user", shape::user, one({})},
      {"refusal", shape::refusal,
       R"({"code":"invalid_request_error","type":"duplicate_error","message":"User with email \"a@b.c\" already exists."})"},
      {"100 users", shape::page, page(100, {})},
      {"100, pretty-printed", shape::page, page(100, {.pretty = true})},
      {"100, shuffled + unknown", shape::page, page(100, {.shuffled = true})},
      {"100, long non-ASCII", shape::page, page(100, {.long_names = true})},
      {"user, large metadata", shape::user, one({.large_metadata = true})},
      {"request: create", shape::create,
       R"({"email":"ada.lovelace@example.com","first_name":"Ada \"Augusta\"",)"
       R"("last_name":"King, Countess of Lovelace","role":"developer","password":"correct horse battery staple"})"},
      {"request: update", shape::update,
       "{\"first_name\":\"Ren\xC3\xA9"
       R"(e","last_name":null,"role":"developer","metadata":{"plan":"gold","seats":25}})"},
      {"request: resetPassword", shape::reset_password,
       R"({"email":"ada.lovelace@example.com","token":"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.)"
       R"(eyJlbWFpbCI6ImFkYS5sb3ZlbGFjZUBleGFtcGxlLmNvbSIsImlhdCI6MTc2NzIyNTYwMCwiZXhwIjoxNzY3MjI2)"
       R"(NTAwfQ.3kq0yC2nJpYb1WvH7sXeTgRzL5uD8fAiMoNcQ6tVwZk","password":"correct horse battery staple"})"},
      {"request: sendToken", shape::send_token, R"({"email":"ada.lovelace@example.com"})"},
      {"request: list", shape::list,
       "GET /admin/users?q=ada%20lovelace&order=-created_at"
       "&id%5B0%5D=usr_01J9ZD5B8ZVY2GM4Q0X7K3T6RW&id%5B1%5D=usr_01J9ZD7Q3N5T8WXK2C4B6M0YHV"
       "&created_at%5Bgte%5D=2026-01-31T09%3A30%3A00.000Z&offset=100&limit=50&fields=id%2Cemail"},
      {"request: retrieve", shape::retrieve, "GET /admin/users/usr_01J9ZD5B8ZVY2GM4Q0X7K3T6RW"},
      {"request: delete", shape::remove, "DELETE /admin/users/usr_01J9ZD5B8ZVY2GM4Q0X7K3T6RW"}};
  if (large) all.push_back({"10 000 users", shape::page, page(10000, {})});
  return all;
}

}  // namespace bench
