// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/encode_error.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/core/utf8.hpp>
#include <medusa/http/percent.hpp>
#include <medusa/http/query.hpp>
#include <medusa/http/wire_limits.hpp>
#include <medusa/json/writer.hpp>

namespace medusa {

/// What an operation writes its path, query and body into. Checks every value and keeps the first
/// error with the name of the field; after it, writing goes on without effect on the outcome. Names of
/// fields are literals, or live as long.
class request_writer {
 public:
  /// `max_items`: the most users the caller's storage takes, if it is bounded.
  constexpr request_writer(sink& out, wire_limits const& limits,
                           std::optional<std::size_t> max_items = std::nullopt) noexcept
      : out_(&out), query_(out), json_(out), limits_(&limits), max_items_(max_items) {}

  /// A part of the path that is trusted.
  constexpr void path(std::string_view text) noexcept { out_->append(text); }

  /// A query that was written before, with its `?`, or nothing; more may follow.
  constexpr void written_query(std::string_view text) noexcept { query_.resume(text); }

  /// A segment of the path, percent-encoded. Refused: empty, `.` and `..`, which name other routes,
  /// control characters, and what is not UTF-8.
  constexpr void path_segment(char const* field, std::string_view text) noexcept {
    if (text.empty()) fail(errc::missing_value, field);
    else if (text[0] == '.' && (text.size() == 1 || (text.size() == 2 && text[1] == '.')))
      fail(errc::invalid_id, field);
    if (ascii::has_control(text)) fail(errc::control_character, field);
    check_text(field, text);
    append_percent_encoded(*out_, text);
    check_head(field);
  }

  constexpr void query(char const* field, std::string_view value) noexcept {
    check_text(field, value);
    query_.add(field, value);
    check_head(field);
  }
  constexpr void query(char const* field, std::uint64_t value) noexcept {
    constexpr std::uint64_t most = (std::uint64_t{1} << 53) - 1;  // the server reads doubles
    if (value > most) fail(errc::out_of_range, field);
    query_.add(field, value);
    check_head(field);
  }
  constexpr void query_nested(char const* field, char const* key, std::string_view value) noexcept {
    query_.add_nested(field, key, value);
    check_head(field);
  }
  constexpr void query_indexed(char const* field, std::uint64_t index, std::string_view value) noexcept {
    check_text(field, value);
    query_.add_indexed(field, index, value);
    check_head(field);
  }

  /// Where the JSON body goes, once the URL is complete.
  [[nodiscard]] constexpr json::writer& body() noexcept {
    if (!body_at_) body_at_ = out_->size();
    return json_;
  }

  /// Notes `field` as too long when the body, with the brace that closes it, has grown beyond what the
  /// server takes.
  constexpr void check_body(char const* field) noexcept {
    if (body_at_ && out_->size() + 1 - *body_at_ > limits_->request_body) fail_too_long(field, long_part::body);
  }

  /// Refuses text that PostgreSQL cannot store (a NUL makes the server answer 500) or that is not
  /// UTF-8.
  constexpr void check_text(char const* field, std::string_view text) noexcept {
    for (char const c : text)
      if (c == '\0') fail(errc::control_character, field);
    if (!is_utf8(text)) fail(errc::invalid_utf8, field);
  }

  constexpr void fail(errc code, char const* field) noexcept {
    if (error_.code == errc{}) error_ = encode_error{.code = code, .field = field};
  }

  [[nodiscard]] constexpr std::optional<std::size_t> max_items() const noexcept { return max_items_; }
  /// Offset of the body in the sink; nothing when there is none.
  [[nodiscard]] constexpr std::optional<std::size_t> body_at() const noexcept { return body_at_; }
  /// The first error, with all the bytes that a part which is too long has.
  [[nodiscard]] constexpr std::optional<encode_error> error() const noexcept {
    if (error_.code == errc{}) return std::nullopt;
    auto error = error_;
    std::size_t const head = body_at_.value_or(out_->size());
    if (too_long_ != long_part::none) error.needed = too_long_ == long_part::body ? out_->size() - head : head;
    return error;
  }

 private:
  enum class long_part : std::uint8_t { none, head, body };

  constexpr void check_head(char const* field) noexcept {
    if (out_->size() > limits_->request_head) fail_too_long(field, long_part::head);
  }
  constexpr void fail_too_long(char const* field, long_part part) noexcept {
    if (error_.code == errc{}) too_long_ = part;
    fail(errc::too_long, field);
  }

  sink* out_;
  query_writer query_;
  json::writer json_;
  wire_limits const* limits_;
  std::optional<std::size_t> max_items_;
  std::optional<std::size_t> body_at_{};
  encode_error error_{};  // the first one; no code as long as there is none
  long_part too_long_ = long_part::none;  // what the first error is about, if that is its kind
};

}  // namespace medusa
