// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document.hpp"

namespace bench {

/// What a text becomes: `owned`, or a view into the body, which may be written to.
enum class result_kind { owned, view };

/// Bytes that a peer may write into, once; behind them are a NUL and 64 bytes more.
using body = std::span<char>;

/// Does what a document asks for and drops the result: reads a reply into a struct, or writes a
/// request (see `written`). Where `digest` is not null, all that was read or written is appended,
/// which is how results are compared. False when it cannot do that document.
using work = bool(shape, body, std::string* digest);

/// One way of doing it. A file in peers/ has one or more, and an object of this type for each.
struct peer {
  char const* name;
  result_kind kind;
  bool ours;
  char const* note;  ///< where its work is not quite that of the others; or empty
  work* run;

  peer(char const* n, result_kind k, bool o, char const* what, work* f)
      : name(n), kind(k), ours(o), note(what), run(f) {
    all().push_back(this);
  }
  static std::vector<peer const*>& all() {
    static std::vector<peer const*> list;
    return list;
  }
};

/// The end of writing a request, into memory of the peer's own.
inline bool written(std::string_view text, std::string* digest) {
  asm volatile("" : : "r"(text.data()) : "memory");  // what nobody reads would not be written
  if (digest != nullptr) *digest += text;
  return !text.empty();
}

/// Appends a text, or its absence.
inline void add(std::string& digest, bool there, std::string_view text) {
  digest += there ? text : std::string_view("\x01");
  digest += '\x1F';
}
/// Appends JSON without its white space (no text in the documents' metadata has any): not every
/// peer keeps it.
inline void add_json(std::string& digest, bool there, std::string_view text) {
  if (!there) return add(digest, false, {});
  for (char const c : text)
    if (c != ' ' && c != '\n') digest += c;
  digest += '\x1F';
}

}  // namespace bench
