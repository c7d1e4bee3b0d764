// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "../../contract/scratch.hpp"
#include "../own_server.hpp"

namespace live {

/// Ten thousand users, put straight into the database: the server hashes a password for each one
/// that it creates, which takes it minutes. No two of them have the same time of creation, since
/// the order of those that have is PostgreSQL's affair, and may change from page to page.
class many_users {
 public:
  static constexpr std::size_t size = 10'000;

  many_users() {
    std::string const insert =
        R"(INSERT INTO "user" (id, email, first_name, last_name, metadata, created_at, updated_at)
SELECT 'usr_' || lpad(i::text, 26, '0'), 'many' || i || '@)" +
        contract::scratch::run() + R"(.example.com',
  CASE i % 5
    WHEN 0 THEN NULL
    WHEN 1 THEN ''
    WHEN 2 THEN 'Zoë "' || i || '" \'
    WHEN 3 THEN '日本 😀 ' || i
    ELSE E'tab\tline\n' || i END,
  ')" + family +
        R"(', CASE WHEN i % 3 = 0 THEN NULL ELSE jsonb_build_object('n', i) END,
  now() - i * interval '1 ms', now()
FROM generate_series(1, )" +
        std::to_string(size) + ") AS i";
    CHECK(database(insert).empty());
    // As `row_of`, the latest first, which is how the server lists them.
    std::string const text = database(R"(SELECT id, email,
  coalesce(encode(convert_to(first_name, 'UTF8'), 'hex'), 'null'),
  coalesce('{"n":' || (metadata->>'n') || '}', 'null')
FROM "user" WHERE last_name = ')" + family +
                                      "' ORDER BY created_at DESC");
    for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != text.npos; at = end + 1)
      rows.push_back(text.substr(at, end - at));
    CHECK(rows.size() == size);
  }
  many_users(many_users const&) = delete;
  many_users& operator=(many_users const&) = delete;
  ~many_users() {
    CHECK(database("DELETE FROM \"user\" WHERE last_name = '" + family + "'").empty());
  }

  /// A user of any storage, as the rows are.
  template <class User>
  [[nodiscard]] static std::string row_of(User const& u) {
    std::string row = std::string(u.id) + '\t' + std::string(u.email) + '\t';
    if (u.first_name) append_hex(row, std::string_view(*u.first_name));
    else row += "null";
    row += '\t';
    if (u.metadata) row += std::string_view(u.metadata->view());
    else row += "null";
    return row;
  }
  /// Whether these are all of them, in their order.
  template <class Users>
  [[nodiscard]] bool are(Users const& users) const {
    std::size_t n = 0;
    for (auto const& each : users)
      if (n == size || row_of(each) != rows[n++]) return false;
    return n == size;
  }

  std::string const family = "Many-" + contract::scratch::run();
  std::vector<std::string> rows{};

 private:
  static void append_hex(std::string& to, std::string_view text) {
    for (char const c : text)
      for (int const digit :
           {static_cast<unsigned char>(c) / 16, static_cast<unsigned char>(c) % 16})
        to += "0123456789abcdef"[digit];
  }
};

}  // namespace live
