// SPDX-License-Identifier: MIT
// What json::scanner makes of JSONTestSuite and of the project's own vectors, a line for each
// document, so that the answers of different machines can be compared. Built by tools/json-suite,
// also without an operating system; the small documents are judged by the compiler, too.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

#include <json/vectors.hpp>
#include <json/walk.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/json/scanner.hpp>
#if !__STDC_HOSTED__
#include <semihosting.hpp>
#else
#include <cstdio>
#endif

#include "decided.hpp"

namespace json_suite {
namespace {

/// One of the suite: its name without `.json`, and its bytes.
struct file {
  std::string_view name;
  std::string_view text;
};

// Made by tools/json-suite: `constexpr file files[]`, at least one, and `constexpr std::size_t
// file_count`.
#include "files.inc"

namespace json = medusa::json;

struct only_asks {
  constexpr void value(auto&) const {}
  constexpr void text(json::text const&) const {}
};

struct judgement {
  bool skipped = false;  ///< accepted when nobody asks for anything
  bool kept = false;     ///< ... when it is taken as it stands
  bool walked = false;   ///< ... when everything is asked for
  constexpr bool agreed() const { return skipped == kept && kept == walked; }
};

constexpr judgement judge(std::string_view text) {
  return {.skipped = !json::scanner::visit(text, [](auto&) {}),
          .kept = !json::scanner::visit(text, [](auto& root) { static_cast<void>(root.raw()); }),
          .walked =
              !json::scanner::visit(text, [](auto& root) { json_walk::walk(root, only_asks()); })};
}

/// Whether that is what its name asks for, or what was decided.
constexpr bool right(file const& f) {
  judgement const j = judge(f.text);
  if (!j.agreed()) return false;
  if (f.name.starts_with("y_")) return j.kept;
  if (f.name.starts_with("n_")) return !j.kept;
  for (auto const& each : decided)
    if (each.name == f.name) return j.kept == (each.says == verdict::accepted);
  return false;
}

// As many as fit the default limits of every compiler, one evaluation each.
constexpr std::size_t small = 256;
template <std::size_t N>
inline constexpr bool right_at_compile_time = N >= file_count || files[N].text.size() > small ||
                                              right(files[N]);
template <std::size_t... N>
consteval bool all_right(std::index_sequence<N...>) {
  constexpr bool each[] = {right_at_compile_time<N>...};  // a fold would nest too deep for clang
  for (bool const good : each)
    if (!good) return false;
  return true;
}
static_assert(all_right(std::make_index_sequence<std::size(files)>()));

void say(std::string_view what, std::string_view about) {
  char line[256];
  medusa::sink out(line, sizeof line - 1);
  out.append(what);
  out.append(about);
  out.append("\n");
  line[out.size()] = '\0';
#if !__STDC_HOSTED__
  semihosting::write(line);
#else
  std::fputs(line, stdout);
#endif
}

int run() {
  int wrong = 0;
  for (std::size_t i = 0; i < file_count; ++i) {
    bool const good = right(files[i]);
    say(!good ? "WRONG    " : judge(files[i].text).kept ? "accepted " : "rejected ", files[i].name);
    if (!good) ++wrong;
  }
  for (std::string_view const each : json_vectors::accepted)
    if (judgement const j = judge(each); !j.agreed() || !j.kept) say("WRONG    ", each), ++wrong;
  for (auto const& each : json_vectors::rejected)
    if (judgement const j = judge(each.text); !j.agreed() || j.kept)
      say("WRONG    ", each.text), ++wrong;
  say(wrong == 0 ? "all right" : "some are wrong", "");
  return wrong == 0 ? 0 : 1;
}

}  // namespace
}  // namespace json_suite

int main() { return json_suite::run(); }
