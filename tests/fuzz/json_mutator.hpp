// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace fuzz {

/// Copies members and elements of JSON to other places, which changes of single bytes hardly ever
/// do: a member comes twice, or has the value of another. What is no JSON is taken as if it were.
class json_mutator {
 public:
  explicit json_mutator(unsigned seed) : random_(seed) {}

  /// A copy of some member, element or value put before another one, or in its place.
  std::string operator()(std::string_view document) {
    std::string_view const source = piece(document);
    std::string_view const target = piece(document);
    auto const at = static_cast<std::size_t>(target.data() - document.data());
    std::string out(document);
    if (random_() % 2 == 0) return out.replace(at, target.size(), source);
    return out.insert(at, std::string(source) + ',');
  }

 private:
  std::string_view piece(std::string_view document) {
    if (document.empty()) return document;
    std::size_t begin = document.find_first_of("{[,:", random_() % document.size());
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    std::size_t end = begin;
    bool in_string = false;
    for (int depth = 0; end < document.size(); ++end) {
      char const c = document[end];
      if (in_string && c == '\\') ++end;
      else if (c == '"') in_string = !in_string;
      else if (in_string) continue;
      else if (depth == 0 && (c == ',' || c == '}' || c == ']')) break;
      else if (c == '{' || c == '[') ++depth;
      else if (c == '}' || c == ']') --depth;
    }
    return document.substr(begin, std::min(end, document.size()) - begin);
  }

  std::minstd_rand random_;
};

/// Half of the time; else what the fuzzer does itself. The first `choices` bytes are no document.
inline std::size_t mutate_json(std::uint8_t* data, std::size_t size, std::size_t most,
                               unsigned seed, std::size_t choices) {
  if (seed % 2 == 0 || size <= choices) return LLVMFuzzerMutate(data, size, most);
  auto* const chars = reinterpret_cast<char*>(data) + choices;
  std::string const mutated = json_mutator(seed)(std::string_view(chars, size - choices));
  if (mutated.size() > most - choices) return LLVMFuzzerMutate(data, size, most);
  std::copy(mutated.begin(), mutated.end(), chars);
  return choices + mutated.size();
}

}  // namespace fuzz
