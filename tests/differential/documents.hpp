// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <data/recordings.hpp>
#include <data/wire_message.hpp>
#include <json/vectors.hpp>

#include "generator.hpp"
#include "mutator.hpp"

namespace differential {

/// The documents of a seed. Each is made by its number alone, so that one can be had without those
/// before it.
class documents {
 public:
  explicit documents(std::uint64_t seed) : seed_(seed) {
    for (std::string_view const each : json_vectors::accepted) known_.emplace_back(each);
    for (auto const& each : json_vectors::rejected) known_.emplace_back(each.text);
    for (auto const& each : wire::recordings)
      known_.emplace_back(wire::message(each.response).body());
  }

  /// First the project's vectors and recorded answers as they are, then what is made of them and of
  /// generated ones.
  std::string make(std::uint64_t number) const {
    if (number < known_.size()) return known_[static_cast<std::size_t>(number)];
    dice seeds(seed_ ^ number << 24);
    dice random(seeds.below(SIZE_MAX));
    generator generate(random);
    std::string document = random.one_in(4) ? known(random) : generate.document();
    if (random.one_in(2))
      mutator(random).change(document, random.one_in(2) ? known(random) : generate.document());
    return document;
  }

 private:
  std::string const& known(dice& random) const { return known_[random.below(known_.size())]; }

  std::uint64_t seed_;
  std::vector<std::string> known_{};
};

}  // namespace differential
