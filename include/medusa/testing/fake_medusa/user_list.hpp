// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <medusa/model/timestamp.hpp>
#include <medusa/testing/fake_medusa/json_value.hpp>
#include <medusa/testing/fake_medusa/letter_case.hpp>
#include <medusa/testing/fake_medusa/like.hpp>
#include <medusa/testing/fake_medusa/stored_user.hpp>
#include <medusa/testing/fake_medusa/validation.hpp>

namespace medusa::inline v0::testing::fake {

/// A bound of a date, in milliseconds: a date in one of the usual forms, or seconds since the
/// epoch. (JavaScript's own parser takes more.)
[[nodiscard]] inline std::optional<double> parse_bound(std::string_view text) {
  timestamp date;
  for (std::string_view const rest : {"", "Z", "T00:00:00Z", "-01T00:00:00Z", "-01-01T00:00:00Z"})
    if (date.parse(std::string(text).append(rest))) return static_cast<double>(date.unix_ms());
  auto const seconds = to_number(text);
  if (!seconds || !std::isfinite(*seconds)) return std::nullopt;
  return *seconds * 1000;
}

/// `GET /admin/users`: a query that was parsed, and what it selects.
class user_list {
 public:
  explicit user_list(json_value const& query) : query_(&query) {}

  /// Why the query is refused with 400; empty when it is not.
  [[nodiscard]] std::string complaint() const {
    json_value const* const id = query_->find("id");
    if (id != nullptr && id->kind == json::kind::object)
      return R"~({"message":"id must be one of: String,String","details":{"String":["String validation failed: )~"
             R"~([object Object] is not a string"],"undefined":["Cannot read properties of undefined (reading )~"
             R"~('constructor')"]}})~";
    complaints about(*query_);
    about.unknown_but({"id", "q", "order", "updated_at", "created_at", "deleted_at", "email",
                       "first_name", "last_name", "role", "fields", "expand", "offset", "limit"});
    for (std::string_view const name : {"q", "order"}) about.text(name);
    for (std::string_view const name : {"updated_at", "created_at", "deleted_at"})
      check_dates(about, name);
    for (std::string_view const name : {"email", "first_name", "last_name"}) about.text(name);
    json_value const* const role = query_->find("role");
    if (role != nullptr && !are_roles(*role))
      about.add("each value in role must be one of the following values: member, admin, developer");
    for (std::string_view const name : {"fields", "expand"}) about.text(name);
    for (std::string_view const name : {"offset", "limit"})
      if (!number(name, 0))
        about.add(std::string(name) + " must be a number conforming to the specified constraints");
    return about.message();
  }

  /// The body of the answer; nothing when the server's database does not take the query, which is
  /// 500. Precondition: no complaint.
  [[nodiscard]] std::optional<std::string> answer(std::vector<stored_user> const& users) const {
    auto const columns = selected_columns();
    double const offset = *number("offset", 0);
    double const limit = *number("limit", 50);
    double const skip = std::floor(offset + 0.5);  // as PostgreSQL rounds
    double const take = limit == 0 ? 0x1p63 : std::floor(limit + 0.5);
    bool const paged = skip >= 0 && take >= 0 && skip < 0x1p63 && (limit == 0 || take < 0x1p63);
    std::string_view const expand = text("expand").value_or("");
    if (!columns || !paged || !expand.empty() || text("q") == "" || text("q") == "null" ||
        holds_nul(*query_))
      return std::nullopt;
    std::vector<stored_user const*> found;
    for (stored_user const& user : users)
      if (matches(user)) found.push_back(&user);
    if (!sort(found)) return std::nullopt;

    json_value page{.kind = json::kind::array};
    for (std::size_t i = 0; i < found.size(); ++i)
      if (static_cast<double>(i) >= skip && static_cast<double>(i) < skip + take)
        page.values.push_back(user_value(*found[i], *columns));
    json_value body{.kind = json::kind::object};
    body.set("users", std::move(page));
    body.set("count", json_value::of(static_cast<double>(found.size())));
    body.set("offset", json_value::of(offset));
    body.set("limit", json_value::of(limit));
    std::string out;
    append_json(out, body);
    return out;
  }

 private:
  [[nodiscard]] std::optional<std::string_view> text(std::string_view name) const {
    json_value const* const value = query_->find(name);
    if (value == nullptr || value->kind != json::kind::string) return std::nullopt;
    return value->text;
  }

  /// Nothing for what is no number.
  [[nodiscard]] std::optional<double> number(std::string_view name, double absent) const {
    if (query_->find(name) == nullptr) return absent;
    auto const value = to_number(text(name).value_or("none"));
    return value && std::isfinite(*value) ? value : std::nullopt;
  }

  [[nodiscard]] static bool are_roles(json_value const& value) {
    if (value.kind == json::kind::string) return from_string<admin::role>(value.text).has_value();
    return value.kind == json::kind::array &&
           std::all_of(value.values.begin(), value.values.end(), are_roles);
  }

  void check_dates(complaints& about, std::string_view name) const {
    json_value const* const range = query_->find(name);
    if (range == nullptr) return;
    if (range->kind != json::kind::object)
      return about.add("nested property " + std::string(name) + " must be either object or array");
    for (std::string const& bound : range->names)
      if (bound != "lt" && bound != "gt" && bound != "gte" && bound != "lte")
        about.add("property " + bound + " should not exist");
    for (std::string_view const bound : {"lt", "gt", "gte", "lte"})
      if (json_value const* const date = range->find(bound);
          date != nullptr && !parse_bound(date->text))
        about.add(std::string(bound) + " must be a Date instance");
  }

  /// Nothing for names that are no columns.
  [[nodiscard]] std::optional<std::vector<std::string_view>> selected_columns() const {
    std::vector<std::string_view> wanted;
    for (std::string_view const column : user_columns)
      if (column != "password_hash") wanted.push_back(column);
    auto const fields = text("fields");
    if (!fields) return wanted;

    std::vector<std::string_view> names;
    bool replace = true;
    for (std::string_view rest = *fields; !rest.empty();) {
      std::string_view const name = rest.substr(0, rest.find(','));
      rest.remove_prefix(name.size() == rest.size() ? name.size() : name.size() + 1);
      if (!name.empty()) names.push_back(name);
    }
    auto const is_signed = [](std::string_view name) {
      return std::string_view("+-*").find(name[0]) != name.npos;
    };
    replace = names.empty() || !std::all_of(names.begin(), names.end(), is_signed);
    if (replace) wanted.clear();
    for (std::string_view name : names) {
      if (name == "*") continue;
      bool const remove = name[0] == '-' && !replace;
      if (name[0] == '+' || name[0] == '-') name.remove_prefix(1);
      if (remove) std::erase(wanted, name);
      else wanted.push_back(name);
    }
    wanted.insert(wanted.end(), {"id", "created_at"});
    std::vector<std::string_view> ordered;
    for (std::string_view const column : user_columns)
      if (std::find(wanted.begin(), wanted.end(), column) != wanted.end())
        ordered.push_back(column);
    for (std::string_view const name : wanted)
      if (std::find(user_columns.begin(), user_columns.end(), name) == user_columns.end())
        return std::nullopt;
    return ordered;
  }

  [[nodiscard]] bool matches(stored_user const& user) const {
    if (user.deleted_at && query_->find("deleted_at") == nullptr) return false;
    if (!matches_any("id", user.id) || !matches_any("role", user.role)) return false;
    if (!matches_dates("created_at", user.created_at) ||
        !matches_dates("updated_at", user.updated_at))
      return false;
    if (!matches_dates("deleted_at", user.deleted_at)) return false;
    if (auto const q = text("q")) {
      std::string const pattern = '%' + lower_case(*q) + '%';
      auto const has = [&](std::optional<std::string> const& value) {
        return value && like(lower_case(*value), pattern);
      };
      return has(user.email) || has(user.first_name) || has(user.last_name);
    }
    return matches_any("email", user.email) && matches_any("first_name", user.first_name) &&
           matches_any("last_name", user.last_name);
  }

  /// The text `null` finds those who have none, and in a list of several nobody.
  [[nodiscard]] bool matches_any(std::string_view name,
                                 std::optional<std::string> const& value) const {
    json_value const* const wanted = query_->find(name);
    if (wanted == nullptr) return true;
    if (wanted->kind == json::kind::string)
      return wanted->text == "null" ? !value : value == wanted->text;
    return value != "null" &&
           std::any_of(wanted->values.begin(), wanted->values.end(),
                       [&](json_value const& each) { return value == each.text; });
  }

  [[nodiscard]] bool matches_dates(std::string_view name, std::optional<std::int64_t> date) const {
    json_value const* const range = query_->find(name);
    if (range == nullptr) return true;
    if (!date) return false;
    auto const holds = [&](std::string_view bound, auto compare) {
      json_value const* const value = range->find(bound);
      return value == nullptr ||
             compare(static_cast<double>(*date), *parse_bound(value->text) * 1000);
    };
    return holds("lt", [](double a, double b) { return a < b; }) &&
           holds("gt", [](double a, double b) { return a > b; }) &&
           holds("lte", [](double a, double b) { return a <= b; }) &&
           holds("gte", [](double a, double b) { return a >= b; });
  }

  /// False when the order names no column. Metadata is ordered by its text, which is not what
  /// PostgreSQL does; roles by their declaration. Null counts as the largest value; users who are
  /// equal go by their creation.
  [[nodiscard]] bool sort(std::vector<stored_user const*>& users) const {
    std::string_view order = text("order").value_or("-created_at");
    bool const descending = order.starts_with('-');
    if (descending) order.remove_prefix(1);
    if (descending) order = order.substr(0, order.find('-'));
    if (std::find(user_columns.begin(), user_columns.end(), order) == user_columns.end())
      return false;
    auto const key = [&](stored_user const& user) {
      std::tuple<std::int64_t, std::string, std::int64_t> out{0, {}, user.created_at};
      auto& [number, text, created_at] = out;
      json_value const value = column_value(user, order).value_or(json_value());
      if (value.kind == json::kind::null) number = INT64_MAX;
      else if (order == "created_at") number = user.created_at;
      else if (order == "updated_at") number = user.updated_at;
      else if (order == "deleted_at") number = *user.deleted_at;
      else if (order == "role")
        number = static_cast<std::int64_t>(*from_string<admin::role>(value.text));
      else if (order == "metadata") append_json(text, value);
      else text = value.text;
      return out;
    };
    std::sort(users.begin(), users.end(), [&](stored_user const* a, stored_user const* b) {
      return descending ? key(*b) < key(*a) : key(*a) < key(*b);
    });
    return true;
  }

  json_value const* query_;
};

}  // namespace medusa::inline v0::testing::fake
