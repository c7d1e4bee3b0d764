// SPDX-License-Identifier: MIT
// Generated and changed documents, given to json::scanner and to Boost.JSON, nlohmann/json and
// simdjson: whether they accept them, and each value. What differs must be explained by a rule.
// usage: main DOCUMENTS SEED [NUMBER]   NUMBER: that document alone, printed as well
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "comparison.hpp"
#include "documents.hpp"
#include "reading.hpp"
#include "rules.hpp"

namespace differential {
namespace {

struct peer {
  std::string_view name;
  read_function read;
  std::uint64_t both_accept = 0, both_refuse = 0, explained = 0, unexplained = 0;
};

std::string escaped(std::string_view text) {
  constexpr std::size_t most = 2000;
  std::string out;
  for (char const c : text.substr(0, most)) {
    char code[8];
    if (c >= ' ' && c < '\x7F' && c != '\\') out += c;
    else if (c == '\\') out += "\\\\";
    else std::snprintf(code, sizeof code, "\\x%02X", static_cast<unsigned>(c) & 0xFF), out += code;
  }
  return text.size() > most ? out + "... of " + std::to_string(text.size()) + " bytes" : out;
}

/// The rules that explain what differs, or nothing when all of them together do not.
std::optional<std::vector<rule const*>> explanation(comparison c, std::string_view name) {
  std::vector<rule const*> used;
  for (rule const& each : rules()) {
    if ((!each.peer.empty() && each.peer != name) || !each.undo(c)) continue;
    used.push_back(&each);
    if (!difference(c.ours, c.theirs)) return used;
  }
  return std::nullopt;
}

class run {
 public:
  explicit run(std::uint64_t seed) : seed_(seed), documents_(seed) {}

  void compare(std::uint64_t number, bool show) {
    std::string const document = documents_.make(number);
    if (show) std::printf("document %ju: %s\n", std::uintmax_t{number}, escaped(document).c_str());
    reading const ours = read_scanner(document);
    for (peer& each : peers_) {
      reading const theirs = each.read(document);
      auto const place = difference(ours, theirs);
      if (!place) {
        ++(ours.accepted ? each.both_accept : each.both_refuse);
        continue;
      }
      auto const why = explanation({document, ours, theirs, each.read}, each.name);
      if (why) {
        ++each.explained;
        for (rule const* r : *why) ++seen_[r];
      }
      if (!why && ++each.unexplained <= 5) {
        std::printf("UNEXPLAINED, document %ju of seed %ju: \"%s\"\n", std::uintmax_t{number},
                    std::uintmax_t{seed_}, escaped(document).c_str());
        std::printf("  event %zu: json::scanner %s\n  %.*s %s\n", *place,
                    escaped(shown(ours, *place)).c_str(), static_cast<int>(each.name.size()),
                    each.name.data(), escaped(shown(theirs, *place)).c_str());
      }
    }
  }

  /// Prints the tables; whether all is well.
  bool report() {
    int passed = 0, failed = 0;
    std::printf("%-12s %13s %13s %20s %12s\n", "peer", "both accept", "both refuse",
                "differ by the rules", "unexplained");
    for (peer const& each : peers_) {
      std::printf("%-12.*s %13ju %13ju %20ju %12ju\n", static_cast<int>(each.name.size()),
                  each.name.data(), std::uintmax_t{each.both_accept},
                  std::uintmax_t{each.both_refuse}, std::uintmax_t{each.explained},
                  std::uintmax_t{each.unexplained});
      ++(each.unexplained == 0 && each.both_accept > 0 && each.both_refuse > 0 ? passed : failed);
    }
    for (rule const& each : rules()) {
      std::uint64_t const count = seen_[&each];
      std::printf("%-4s %-10.*s %9ju  %.*s\n", count > 0 ? "" : "FAIL",
                  static_cast<int>(each.peer.size()), each.peer.data(), std::uintmax_t{count},
                  static_cast<int>(each.name.size()), each.name.data());
      ++(count > 0 ? passed : failed);
    }
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0;
  }

 private:
  std::uint64_t seed_;
  documents documents_;
  peer peers_[3] = {
      {"Boost.JSON", read_boost_json}, {"nlohmann", read_nlohmann}, {"simdjson", read_simdjson}};
  std::map<rule const*, std::uint64_t> seen_{};
};

}  // namespace
}  // namespace differential

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) return 2;
  std::uint64_t const count = std::strtoull(argv[1], nullptr, 10);
  std::uint64_t const seed = std::strtoull(argv[2], nullptr, 10);
  differential::run run(seed);
  if (argc == 4) {
    run.compare(std::strtoull(argv[3], nullptr, 10), true);
    return 0;
  }
  std::printf("%ju documents of seed %ju; simdjson is its %s\n", std::uintmax_t{count},
              std::uintmax_t{seed}, differential::simdjson_implementation().c_str());
  for (std::uint64_t n = 0; n < count; ++n) try {
      run.compare(n, false);
    } catch (std::exception const& e) {
      std::printf("document %ju of seed %ju: %s\n", std::uintmax_t{n}, std::uintmax_t{seed},
                  e.what());
      return 1;
    }
  return run.report() ? 0 : 1;
}
