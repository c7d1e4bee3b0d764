// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// medusa/ext/json_tape.hpp

namespace medusa::inline v0::ext {

/// What a JSON library finds in a document, event by event, kept to be visited afterwards. With it,
/// a JSON policy over any library is a function that reports events, see `json_tape_reader`.
///
/// From the library it takes the structure, the literals and the decoded texts. Each event is
/// looked up in the document, which gives the value's place, its text and with it the exact number.
/// So a library that lets comments, one comma too many, a byte order mark, what follows a NUL or a
/// leading zero pass is found out. Decoded strings must be UTF-8, which a lone surrogate is not.
///
/// Views the document. Takes O(document) time and memory, given back when it is destroyed.
class json_tape {
 public:
  class value;

  /// Arrays and objects that may be open at once: as many as `json::scanner` takes.
  static constexpr std::size_t max_depth = 512;

  explicit json_tape(std::string_view document) noexcept : document_(document) {}

  // The events, in the order of the document. One that gives false could not be: stop reading.

  [[nodiscard]] bool null() { return literal(json::kind::null, "null"); }
  [[nodiscard]] bool boolean(bool yes) {
    return literal(json::kind::boolean, yes ? "true" : "false");
  }
  /// The number itself is taken from the document, and checked, whatever the library made of it.
  [[nodiscard]] bool number() {
    if (!start(json::kind::number, "-0123456789")) return false;
    std::size_t const begin = at_;
    while (stands_at("0123456789+-.eE")) ++at_;
    return finish() && !json::validate(document_.substr(begin, at_ - begin));
  }
  /// `decoded` is the text that is meant. It is copied.
  [[nodiscard]] bool string(std::string_view decoded) {
    return start(json::kind::string, "\"") && keep(decoded, nodes_.back().text) && skip_string() &&
           finish();
  }
  /// The name of the member whose value comes next.
  [[nodiscard]] bool name(std::string_view decoded) {
    if (open_.empty() || !separate() || !keep(decoded, name_)) return false;
    return named_ = stands_at("\"") && skip_string();
  }
  [[nodiscard]] bool begin_array() { return begin(json::kind::array, "["); }
  [[nodiscard]] bool begin_object() { return begin(json::kind::object, "{"); }
  /// Ends what began last and has not ended.
  [[nodiscard]] bool end() {
    if (open_.empty() || named_) return false;
    skip_space();
    node& ended = nodes_[open_.back()];
    if (!stands_at(ended.kind == json::kind::array ? "]" : "}")) return false;
    open_.pop_back();
    ended.end = ++at_;
    ended.next = nodes_.size();
    first_ = false;
    return true;
  }

  /// Why the document is refused, when an event gave false or the library an error: what
  /// `json::validate` says, or `malformed_json` where the library takes less than JSON.
  [[nodiscard]] json::error error() const noexcept {
    return json::validate(document_).value_or(json::error{errc::malformed_json, at_});
  }

  /// Calls `f(value&)` with the root; call it once, when the library has read all. Gives an error
  /// instead if that was not the whole document.
  template <class F>
  [[nodiscard]] std::optional<json::error> visit(F&& f);

 private:
  struct range {
    std::size_t begin = 0;
    std::size_t size = 0;
  };
  struct node {
    json::kind kind = json::kind::null;
    std::size_t begin = 0;  // in the document
    std::size_t end = 0;
    std::size_t next = 0;  // the node behind this one and all that is in it
    range name{};          // in chars_
    range text{};
  };

  void skip_space() noexcept {
    while (stands_at(" \n\r\t")) ++at_;
  }
  [[nodiscard]] bool stands_at(std::string_view one_of) const noexcept {
    return at_ < document_.size() && one_of.find(document_[at_]) != one_of.npos;
  }

  /// Steps over the comma or colon that must stand before a name or value here.
  [[nodiscard]] bool separate() noexcept {
    skip_space();
    if (named_ || !first_) {
      if (!stands_at(named_ ? ":" : ",")) return false;
      ++at_;
      skip_space();
    }
    first_ = named_ = false;
    return true;
  }

  /// Begins a node where a value may stand: at the root, behind its name in an object, or in an
  /// array.
  [[nodiscard]] bool start(json::kind kind, std::string_view first_of) {
    if (!nodes_.empty()) {
      if (open_.empty()) return false;
      if (named_ != (nodes_[open_.back()].kind == json::kind::object)) return false;
    }
    if (!separate() || !stands_at(first_of)) return false;
    nodes_.push_back({.kind = kind, .begin = at_, .next = nodes_.size() + 1, .name = name_});
    return true;
  }
  [[nodiscard]] bool finish() noexcept {
    nodes_.back().end = at_;
    return true;
  }

  [[nodiscard]] bool begin(json::kind kind, std::string_view bracket) {
    if (open_.size() == max_depth || !start(kind, bracket)) return false;
    open_.push_back(nodes_.size() - 1);
    ++at_;
    first_ = true;
    return true;
  }
  [[nodiscard]] bool literal(json::kind kind, std::string_view word) {
    if (!start(kind, word.substr(0, 1)) || !document_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return finish();
  }

  /// Steps over the string that begins here, if it ends.
  [[nodiscard]] bool skip_string() noexcept {
    std::size_t end = document_.find_first_of("\"\\", at_ + 1);
    while (end < document_.size() && document_[end] == '\\')
      end = document_.find_first_of("\"\\", end + 2);
    if (end >= document_.size()) return false;
    at_ = end + 1;
    return true;
  }
  [[nodiscard]] bool keep(std::string_view decoded, range& where) {
    where = {chars_.size(), decoded.size()};
    chars_.append(decoded);
    return is_utf8(decoded);
  }
  [[nodiscard]] json::text text(range r) const noexcept {
    return {std::string_view(chars_).substr(r.begin, r.size)};
  }

  std::string_view document_;
  std::size_t at_ = 0;
  bool first_ = true;   // nothing stands yet in what was opened last
  bool named_ = false;  // a name waits for its value
  bool stopped_ = false;
  range name_{};
  std::string chars_{};
  std::vector<node> nodes_{};
  std::vector<std::size_t> open_{};
};

/// A value of the document, see `json::value`. Its texts live as long as the tape, raw() as long as
/// the document.
class json_tape::value {
 public:
  [[nodiscard]] json::kind kind() const noexcept { return here().kind; }
  [[nodiscard]] std::size_t offset() const noexcept { return here().begin; }
  [[nodiscard]] bool boolean() const noexcept { return raw() == "true"; }
  [[nodiscard]] json::text string() const noexcept { return tape_->text(here().text); }
  [[nodiscard]] std::string_view raw() const noexcept {
    return tape_->document_.substr(here().begin, here().end - here().begin);
  }
  /// Exact: nothing goes through floating point.
  [[nodiscard]] std::optional<std::int64_t> integer() const noexcept {
    std::optional<std::int64_t> whole;
    // Numbers were checked when they were taken; what else it is has no number in it.
    static_cast<void>(json::scanner::visit(raw(), [&](auto& v) { whole = v.integer(); }));
    return whole;
  }

  template <class F>
  bool for_each_member(F&& f) {
    return kind() == json::kind::object &&
           for_each([&](value& v) { return f(tape_->text(v.here().name), v); });
  }
  template <class F>
  bool for_each_element(F&& f) {
    return kind() == json::kind::array && for_each(f);
  }

 private:
  friend json_tape;
  value(json_tape& tape, std::size_t index) noexcept : tape_(&tape), index_(index) {}

  [[nodiscard]] node const& here() const noexcept { return tape_->nodes_[index_]; }

  template <class F>
  bool for_each(F&& f) {
    std::size_t const last = here().next;
    for (value v(*tape_, index_ + 1); v.index_ != last && !tape_->stopped_;
         v.index_ = v.here().next)
      if (!f(v)) tape_->stopped_ = true;
    return !tape_->stopped_;
  }

  json_tape* tape_;
  std::size_t index_;
};

template <class F>
std::optional<json::error> json_tape::visit(F&& f) {
  skip_space();
  if (nodes_.empty() || !open_.empty() || at_ < document_.size()) return error();
  value root(*this, 0);
  f(root);
  return std::nullopt;
}

/// Makes a JSON policy of a library. Derive from it, with yourself as `Library` and this function:
///
///     static bool read(std::string_view document, json_tape& tape);
///
/// It reports all that the library finds to `tape` and gives whether the library and every event
/// were content. Callbacks are called after it has returned. Nothing throws but `std::bad_alloc`.
template <class Library>
struct json_tape_reader {
  using value = json_tape::value;
  static constexpr bool views_input = false;  // texts are decoded, into the tape

  template <class F>
  static std::optional<json::error> visit(std::string_view document, F&& f) {
    json_tape tape(document);
    if (!Library::read(document, tape)) return tape.error();
    return tape.visit(f);
  }
};

}  // namespace medusa::inline v0::ext
