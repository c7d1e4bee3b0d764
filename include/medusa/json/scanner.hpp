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
      bool const yes = *start_ == 't';
      return detail::scan_literal(*cursor_, yes ? "true" : "false") && yes;
    }

    /// Nothing when the number is not whole or does not fit; `1.0` and `1e2` are whole.
    constexpr std::optional<std::int64_t> integer() noexcept {
      if (!waits(kind::number) || !detail::scan_number(*cursor_)) return std::nullopt;
      return detail::to_integer(passed());
    }

    /// The `size` bytes of a string, not checked, if a quote is where it would end; else nothing.
    /// For who knows what they look like when all is well, and then says `skip_string`.
    [[nodiscard]] constexpr std::string_view glance(std::size_t size) const noexcept {
      std::size_t const left = static_cast<std::size_t>(cursor_->end - start_);
      if (!waits(kind::string) || left < size + 2 || start_[size + 1] != '"') return {};
      return {start_ + 1, size};
    }
    /// Steps over a string of plain characters at which a glance was enough.
    constexpr void skip_string(std::size_t size) noexcept { cursor_->at += size + 2; }

    MEDUSA_HOT constexpr text string() noexcept {
      if (!waits(kind::string)) return {};
      ++cursor_->at;
      return detail::scan_text(*cursor_);
    }

    /// The value as it stands in the document, all of it checked. Empty on failure.
    constexpr std::string_view raw() noexcept {
      if (!waits(kind_)) return {};
      detail::skip<MaxDepth>(*cursor_);
      return cursor_->halted ? std::string_view() : passed();
    }

    /// Calls `f(text name, value&)` for each member until it gives false. False when it did, or on
    /// failure.
    ///
    /// Who knows in which order they usually come says so by types, each with a static `quoted`,
    /// its name as it stands in a document. As long as the order is kept, what is called is
    /// `f(Expected(), value&)`, and no name is looked at twice.
    template <class... Expected, class F>
    constexpr bool for_each_member(F&& f) {
      detail::cursor& c = *cursor_;
      if (!waits(kind::object) || !c.open(MaxDepth)) return false;
      if (c.next() == '}') return c.close('}');
      step then = step::more;
      static_cast<void>((give_expected<Expected>(f, then) && ...));
      while (then == step::more) {
        text const name = detail::scan_key(c);
        then = give(f, name);
      }
      return then == step::last && c.close('}');
    }

    /// Calls `f(value&)` for each element until it gives false. False when it did, or on failure.
    template <class F>
    constexpr bool for_each_element(F&& f) {
      detail::cursor& c = *cursor_;
      if (!waits(kind::array) || !c.open(MaxDepth)) return false;
      if (c.next() != ']') {
        bool more = true;
        while (more) {
          value element(c);
          if (c.halted) return false;
          if (!f(element)) return c.halt();
          more = element.finish() == ',' && c.take(',');
        }
      }
      return c.close(']');
    }

   private:
    friend basic_scanner;

    /// What comes behind a member.
    enum class step : std::uint8_t { more, last, stopped };

    template <class F, class Name>
    MEDUSA_HOT constexpr step give(F& f, Name const& name) {
      detail::cursor& c = *cursor_;
      value member(c);
      if (c.halted) return step::stopped;
      if (!f(name, member)) {
        c.halt();
        return step::stopped;
      }
      if (member.finish() != ',') return step::last;  // after a failure nothing is next
      ++c.at;
      return step::more;
    }
    /// False when the next member is another, or there is none.
    template <class Expected, class F>
    MEDUSA_HOT constexpr bool give_expected(F& f, step& then) {
      if (!cursor_->take(Expected::quoted.view())) {
        static_cast<void>(cursor_->next());
        if (!cursor_->take(Expected::quoted.view())) return false;
      }
      then = give(f, Expected());
      return then == step::more;
    }

    /// The next, behind white space.
    MEDUSA_HOT constexpr explicit value(detail::cursor& c) noexcept : cursor_(&c) {
      char const first = c.next();
      start_ = c.at;
      if (first == '"') kind_ = kind::string;
      else if (first == 'n') kind_ = kind::null;
      else if (first == '{') kind_ = kind::object;
      else if (first == '[') kind_ = kind::array;
      else if (first == '-' || ascii::is_digit(first)) kind_ = kind::number;
      else if (first == 't' || first == 'f') kind_ = kind::boolean;
      else static_cast<void>(c.fail(errc::malformed_json));
    }

    /// No value is empty, so one that was consumed has moved the cursor; a failure has moved it
    /// too.
    [[nodiscard]] constexpr bool waits(json::kind wanted) const noexcept {
      return cursor_->at == start_ && kind_ == wanted;
    }
    [[nodiscard]] constexpr std::string_view passed() const noexcept {
      return {start_, static_cast<std::size_t>(cursor_->at - start_)};
    }
    /// Skips what the callback left, and the white space behind it; gives what comes then.
    MEDUSA_HOT constexpr char finish() noexcept {
      if (cursor_->at == start_) {
        bool const usual = expects_members && kind_ == kind::null && cursor_->take({"null", 4});
        if (!usual) detail::skip<MaxDepth>(*cursor_);
      }
      return cursor_->next();
    }
    detail::cursor* cursor_;
    char const* start_ = nullptr;
    json::kind kind_ = json::kind::null;
  };

  /// Reads `document` and calls `f(value&)` with its root. Gives nothing when the document is well
  /// formed, or when a callback stopped before an error was met: then nothing further is read. What
  /// callbacks are given views `document`.
  template <class F>
  static constexpr std::optional<error> visit(std::string_view document, F&& f) {
    detail::cursor c(document);
    value root(c);
    if (c.halted) return c.failure();
    f(root);
    static_cast<void>(root.finish());
    if (c.at != c.end) static_cast<void>(c.fail(errc::malformed_json));
    return c.failure();
  }
};

/// The depth costs 65 bytes of stack while a value is skipped.
using scanner = basic_scanner<512>;

}  // namespace medusa::inline v0::json
