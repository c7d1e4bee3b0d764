// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/hot.hpp>
#include <medusa/json/cursor.hpp>
#include <medusa/json/error.hpp>
#include <medusa/json/kind.hpp>
#include <medusa/json/number.hpp>
#include <medusa/json/skip.hpp>
#include <medusa/json/string_scan.hpp>
#include <medusa/json/text.hpp>

namespace medusa::inline v0::json {

/// The default JSON policy, a model of `json::reader`: one pass forward over the document, without
/// allocation or recursion of its own, usable in constant evaluation.
///
/// Everything is checked, what is skipped too: the grammar of RFC 8259, UTF-8, escapes, control
/// characters, and that exactly one value is there. Where the RFC leaves room:
/// - a byte order mark is refused. Section 8.1 forbids sending one and merely allows to ignore it;
///   what comes from a server with a mark has passed through something that edits bodies;
/// - a surrogate escape that is not part of a pair is `malformed_json`: it stands for no character;
/// - numbers may have any size; `integer()` says whether one fits;
/// - members of equal name are all delivered, in order. A caller that lets the last one win does as
///   JavaScript does;
/// - at most `MaxDepth` arrays and objects may be open at once, or it is `too_deep`. Skipping costs
///   one bit of stack for each. (A Medusa answer without metadata has three; metadata of 200 was
///   stored and returned by a real server.)
template <std::size_t MaxDepth>
struct basic_scanner {
  static_assert(MaxDepth > 0);
  static constexpr std::size_t max_depth = MaxDepth;
  static constexpr bool views_input = true;

  /// A value of the document, see `json::value`. Asking for what it is not, or a second time, gives
  /// false or nothing.
  class value {
   public:
    /// Whether a caller should say which members it expects: it makes reading faster and programs
    /// larger.
    static constexpr bool expects_members = !medusa::detail::small_code;

    [[nodiscard]] constexpr json::kind kind() const noexcept { return kind_; }

    /// Where the value begins, in bytes from the beginning of the document.
    [[nodiscard]] constexpr std::size_t offset() const noexcept {
      return static_cast<std::size_t>(start_ - cursor_->first);
    }

    constexpr bool boolean() noexcept {
      if (!waits(kind::boolean)) return false;
      detail::scan_scalar(*cursor_, *start_);
      return *start_ == 't' && !cursor_->halted;
    }

    /// Nothing when the number is not whole or does not fit; `1.0` and `1e2` are whole.
    constexpr std::optional<std::int64_t> integer() noexcept {
      if (!waits(kind::number) || !detail::scan_number(*cursor_)) return std::nullopt;
      return detail::to_integer(passed());
    }

    /// The `size` bytes of a string, not checked, if a quote is where it would end; else nothing.
    /// For who knows what they look like when all is well, and then says `skip_string`.
    [[nodiscard]] MEDUSA_HOT constexpr std::string_view glance(std::size_t size) const noexcept {
      std::size_t const left = static_cast<std::size_t>(cursor_->end - start_);
      if (!waits(kind::string) || left < size + 2 || start_[size + 1] != '"') return {};
      return {start_ + 1, size};
    }
    /// The same for a string of any size that is all plain, which is checked; else null.
    [[nodiscard]] MEDUSA_HOT constexpr std::string_view glance() const noexcept {
      if (!waits(kind::string)) return {};
      char const* const last = detail::plain_run(start_ + 1, cursor_->end);
      if (last == cursor_->end || *last != '"') return {};
      return {start_ + 1, static_cast<std::size_t>(last - start_ - 1)};
    }
    /// Steps over a string of plain characters at which a glance was enough.
    MEDUSA_HOT constexpr void skip_string(std::size_t size) noexcept { cursor_->at += size + 2; }

    MEDUSA_HOT constexpr text string() noexcept {
      return waits(kind::string) ? detail::scan_string(*cursor_) : text{};
    }

    /// The value as it stands in the document, all of it checked. Empty on failure.
    constexpr std::string_view raw() noexcept {
      bool const here = waits(kind_);
      if (here) detail::skip<MaxDepth>(*cursor_);
      return here && !cursor_->halted ? passed() : std::string_view();
    }

    /// Calls `f(text name, value&)` for each member until it gives false. False when it did, or on
    /// failure.
    ///
    /// Who knows in which order they usually come says so by types, each with a static `quoted`,
    /// its name as it stands in a document. As long as the order is kept, what is called is
    /// `f(Expected(), value&)`, and no name is looked at twice; then once `f.came(n)`, how often.
    template <class... Expected, class F>
    constexpr bool for_each_member(F&& f) {
      detail::cursor& c = *cursor_;
      if (!waits(kind::object) || !c.open(MaxDepth)) return false;
      if (c.next() != '}') {
        bool named = true;  // a name is next, or else what comes behind a member
        if constexpr (sizeof...(Expected) != 0) {
          std::uint32_t count = 0;
          auto indent = static_cast<std::size_t>(c.at - start_) - 1;  // of the first
          static_cast<void>(((give_expected<Expected>(f, named, indent) && ++count != 0) && ...));
          f.came(count);
        }
        for (; named || c.take_comma(); named = false) give(c, f, detail::scan_key(c));
      }
      return c.close('}');
    }

    /// Calls `f(value&)` for each element until it gives false. False when it did, or on failure.
    template <class F>
    constexpr bool for_each_element(F&& f) {
      detail::cursor& c = *cursor_;
      if (!waits(kind::array) || !c.open(MaxDepth)) return false;
      if (c.next() != ']') {
        do give(c, f);
        while (c.take_comma());
      }
      return c.close(']');
    }

   private:
    friend basic_scanner;

    /// Gives the value that is next, and skips what the callback left.
    template <class F, class... Name>
    MEDUSA_HOT static constexpr void give(detail::cursor& c, F& f, Name const&... name) {
      value next(c);
      if (c.at == c.end) return;  // there is none, which is an error
      if (f(name..., next)) next.finish();
      else c.halt();
    }
    /// Steps over the name with white space around, and a comma before it where one must be: that is
    /// taken, and a name is next, when it is another. A function for each name, whose size is known
    /// in it.
    template <class Expected>
    static constexpr bool take_spaced(detail::cursor& c, bool& named,
                                      std::size_t& indent) noexcept {
      named = named || c.take_comma();
      if (!named) return false;
      c.at = detail::space_run(c.at, c.end, indent);
      if (!c.take(Expected::quoted.view())) return false;
      static_cast<void>(c.take(' '));
      return true;
    }
    /// Gives the next member if it is this one: nearly always the comma, the name and the colon are
    /// one token. False when it is another, or there is none.
    template <class Expected, class F>
    MEDUSA_HOT constexpr bool give_expected(F& f, bool& named, std::size_t& indent) {
      if (!cursor_->take(named ? Expected::quoted.view() : Expected::quoted.behind_another()) &&
          !take_spaced<Expected>(*cursor_, named, indent))
        return false;
      give(*cursor_, f, Expected());
      named = false;
      return true;
    }

    /// The next, behind white space, which is not looked for where one of the usual begins.
    MEDUSA_HOT constexpr explicit value(detail::cursor& c) noexcept : cursor_(&c) {
      char const first = medusa::detail::small_code ? ' ' : c.peek();
      if (first == '"') kind_ = kind::string;
      else if (first == '{') kind_ = kind::object;
      else kind_ = first == 'n' ? kind::null : kind_of_next(c);
      start_ = c.at;
    }
    /// Steps over white space to a value.
    static constexpr json::kind kind_of_next(detail::cursor& c) noexcept {
      char const first = c.next();
      if (first == '"') return kind::string;
      if (first == '{') return kind::object;
      if (first == '[') return kind::array;
      if (first == '-' || ascii::is_digit(first)) return kind::number;
      if (first == 't' || first == 'f') return kind::boolean;
      if (first != 'n') static_cast<void>(c.fail(errc::malformed_json));
      return kind::null;
    }
    /// No value is empty, so one that was consumed has moved the cursor; a failure has moved it
    /// too.
    [[nodiscard]] MEDUSA_HOT constexpr bool waits(json::kind wanted) const noexcept {
      return cursor_->at == start_ && kind_ == wanted;
    }
    [[nodiscard]] constexpr std::string_view passed() const noexcept {
      return {start_, static_cast<std::size_t>(cursor_->at - start_)};
    }
    /// Skips what the callback left.
    MEDUSA_HOT constexpr void finish() noexcept {
      if (cursor_->at != start_) return;
      bool const usual = expects_members && kind_ == kind::null && cursor_->take({"null", 4});
      if (!usual) detail::skip<MaxDepth>(*cursor_);
    }
    detail::cursor* cursor_;
    char const* start_;
    json::kind kind_;
  };

  /// Reads `document` and calls `f(value&)` with its root. Gives nothing when the document is well
  /// formed, or when a callback stopped before an error was met: then nothing further is read. What
  /// callbacks are given views `document`.
  template <class F>
  static constexpr std::optional<error> visit(std::string_view document, F&& f) {
    detail::cursor c(document);
    value root(c);
    if (!c.halted) {
      f(root);
      root.finish();
      static_cast<void>(c.next());
      if (c.at != c.end) static_cast<void>(c.fail(errc::malformed_json));
    }
    return c.failure();
  }
};

/// The depth costs 65 bytes of stack while a value is skipped.
using scanner = basic_scanner<512>;

}  // namespace medusa::inline v0::json
