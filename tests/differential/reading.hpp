// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace differential {

/// A part of a document, told the same way by every reader.
struct event {
  enum class kind : std::uint8_t {
    null,
    no,
    yes,
    number,
    string,
    name,
    begin_array,
    end_array,
    begin_object,
    end_object
  };
  /// The scanner gives an integer or nothing, for it keeps the spelling; the others what they made
  /// of it.
  using number = std::variant<std::monostate, std::int64_t, std::uint64_t, double>;

  kind is = kind::null;
  std::string text{};  ///< decoded; of a number its spelling, which only the scanner knows
  number value{};
  std::size_t offset = 0;  ///< of a number, from the scanner
};

/// What a reader makes of a document.
struct reading {
  bool accepted = false;
  bool too_deep = false;   ///< refused for nothing but its depth
  std::size_t offset = 0;  ///< where the scanner refuses it
  std::string why{};       ///< it is refused, in the reader's own words
  std::vector<event> events{};

  void add(event::kind is, std::string_view text = {}, event::number value = {}) {
    events.push_back({is, std::string(text), value});
  }
};

/// How deep documents are read by those who can be told.
inline constexpr std::size_t usual_depth = 512, greater_depth = 4096;

/// The reader of the library, as it is used, and one that goes deeper.
reading read_scanner(std::string_view document);
reading read_deep_scanner(std::string_view document);

reading read_boost_json(std::string_view document);       ///< with its own limit of 32 levels
reading read_deep_boost_json(std::string_view document);  ///< as deep as the scanner
reading read_nlohmann(std::string_view document);
reading read_simdjson(std::string_view document);
/// Which of its implementations that is.
std::string simdjson_implementation();

}  // namespace differential
