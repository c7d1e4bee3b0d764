// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include <medusa/core/decimal.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/hot.hpp>
#include <medusa/http/percent.hpp>
#include <medusa/model/timestamp.hpp>
#include <medusa/operation/request_writer.hpp>

namespace medusa::inline v0::detail {

/// Writes the parameters of a query in place of a `request_writer`, which must not write anything
/// itself meanwhile. The same bytes and errors in half the time: the place in the memory is at
/// hand, where the writer looks for its sink. For that all is put where it is called, and nothing
/// gets this object's address.
///
/// Names of parameters, and keys, are of unreserved characters alone, as all of Medusa's are:
/// nothing in them is looked at. What may have no room, in the memory or in the longest head, goes
/// through the writer.
class query_cursor {
 public:
  MEDUSA_HOT constexpr explicit query_cursor(request_writer& writer) noexcept : writer_(&writer) {
    take();
  }
  MEDUSA_HOT constexpr ~query_cursor() { give(); }
  query_cursor(query_cursor const&) = delete;
  query_cursor& operator=(query_cursor const&) = delete;

  MEDUSA_HOT constexpr void query(char const* field) noexcept {
    if (!begin(field, 0)) give(), writer_->query(field), take();
  }
  MEDUSA_HOT constexpr void query(char const* field, std::string_view value) noexcept {
    if (!begin(field, 3 * value.size())) return give(), writer_->query(field, value), take();
    put_value(field, value);
  }
  MEDUSA_HOT constexpr void query(char const* field, std::uint64_t value) noexcept {
    decimal const digits(value);
    if (!begin(field, digits.view().size())) return give(), writer_->query(field, value), take();
    writer_->check_number(field, value);
    put(digits.view());
  }
  MEDUSA_HOT constexpr void query_indexed(char const* field, std::uint64_t index,
                                          std::string_view value) noexcept {
    constexpr std::size_t brackets = std::string_view("%5B00%5D").size();
    if (index >= 100 || !begin(field, brackets + 3 * value.size()))
      return give(), writer_->query_indexed(field, index, value), take();
    open();
    if (index >= 10) *at_++ = static_cast<char>('0' + index / 10), index %= 10;
    *at_++ = static_cast<char>('0' + index);
    close();
    put_value(field, value);
  }
  MEDUSA_HOT constexpr void query_date(char const* field, char const* key,
                                       timestamp const& date) noexcept {
    // As servers write it, `2026-11-23T06:56:10.386Z`: only two colons are encoded. Of so many
    // bytes is no other date.
    constexpr std::size_t usual = 24;
    constexpr std::string_view around = "%5B%5D2026-11-23T06%3A56%3A10.386Z";
    std::string_view const inner(key);
    std::string_view const text = date.text();
    if (inner.empty() || text.size() != usual || !begin(field, inner.size() + around.size()))
      return give(), writer_->query_date(field, key, date), take();
    open(), put(inner), close();
    put({text.data(), 13}), put("%3A"), put({text.data() + 14, 2}), put("%3A");
    put({text.data() + 17, 7});
  }
  MEDUSA_HOT constexpr void more(char const* field, std::string_view text) noexcept {
    if (room() < text.size()) [[unlikely]]
      return give(), writer_->more(field, text), take();
    put(text);
  }

  MEDUSA_HOT constexpr void fail(errc code, char const* field) noexcept {
    writer_->fail(code, field);
  }
  [[nodiscard]] MEDUSA_HOT constexpr std::optional<std::size_t> max_items() const noexcept {
    return writer_->max_items();
  }

 private:
  [[nodiscard]] MEDUSA_HOT constexpr std::size_t room() const noexcept {
    return static_cast<std::size_t>(end_ - at_);
  }
  MEDUSA_HOT constexpr void put(std::string_view text) noexcept {
    std::char_traits<char>::copy(at_, text.data(), text.size());
    at_ += text.size();
  }
  MEDUSA_HOT constexpr void put_value(char const* field, std::string_view value) noexcept {
    auto const [end, printable] = percent_encode(at_, value);
    at_ = end;
    if (!printable) [[unlikely]]
      writer_->check_text(field, std::string_view(value));  // a copy, whose address it may have
  }
  /// `field=`. False, with nothing written, when there is no room for that and so many bytes more.
  [[nodiscard]] MEDUSA_HOT constexpr bool begin(char const* field, std::size_t more) noexcept {
    std::string_view const name(field);
    if (room() < name.size() + 2 + more) [[unlikely]]
      return false;
    *at_++ = separator_;
    separator_ = '&';
    put(name);
    *at_++ = '=';
    return true;
  }
  /// What is between a name and its `=`.
  MEDUSA_HOT constexpr void open() noexcept { --at_, put("%5B"); }
  MEDUSA_HOT constexpr void close() noexcept { put("%5D="); }

  // Between `give` and `take` the writer does what may have no room.
  MEDUSA_HOT constexpr void take() noexcept {
    std::span<char> const room = writer_->head_room();
    first_ = at_ = room.data();
    end_ = at_ + room.size();
    separator_ = writer_->query_.separator();
  }
  MEDUSA_HOT constexpr void give() noexcept {
    writer_->query_.wrote(static_cast<std::size_t>(at_ - first_));
  }

  request_writer* writer_;
  char* first_ = nullptr;  ///< where it began, in the sink's memory
  char* at_ = nullptr;
  char* end_ = nullptr;
  char separator_ = '&';
};

/// What writes a query: code that is to be small goes through the writer all the time.
using query_way = std::conditional_t<small_code, request_writer&, query_cursor>;

}  // namespace medusa::inline v0::detail
