// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/decimal.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/core/fixed_string.hpp>
#include <medusa/core/hot.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/core/slice.hpp>
#include <medusa/core/utf8.hpp>
#include <medusa/http/percent.hpp>
#include <medusa/http/query.hpp>
#include <medusa/http/wire_limits.hpp>
#include <medusa/json/plain_run.hpp>
#include <medusa/json/writer.hpp>
#include <medusa/model/timestamp.hpp>

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
