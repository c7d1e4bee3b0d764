// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "reading.hpp"

namespace differential {

using read_function = reading (*)(std::string_view);

/// A document, and what the library and another one make of it.
struct comparison {
  std::string document;
  reading ours;
  reading theirs;
  read_function read_theirs;
  read_function read_ours = read_scanner;

  void read_again() {
    ours = read_ours(document);
    theirs = read_theirs(document);
  }
};

/// Where the two may differ, and why.
struct rule {
  std::string_view peer;  ///< empty: all of them
  std::string_view name;
  /// Undoes what the rule allows, and that alone: the document without it, or the reading as it
  /// would be. False when there is nothing of it here. What differs afterwards is not explained.
  bool (*undo)(comparison&);
};

/// In the order in which they are tried.
std::span<rule const> rules();

}  // namespace differential
