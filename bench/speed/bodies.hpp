// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "peer.hpp"

namespace bench {

/// Copies of a document, each to be read once, since reading may change it. As many as fit in 128
/// KiB: they shall stay in the cache, as a body does that was just received.
class bodies {
 public:
  explicit bodies(document const& d)
      : text_(&d.text),
        stride_(d.text.size() + 128),
        count_(std::max<std::size_t>(1, 128 * 1024 / stride_)),
        memory_(stride_ * count_) {
    restore();
  }
  void restore() {
    for (std::size_t i = 0; i < count_; ++i)
      std::copy(text_->begin(), text_->end(), &memory_[i * stride_]);
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] body operator[](std::size_t i) { return {&memory_[i * stride_], text_->size()}; }

 private:
  std::string const* text_;
  std::size_t stride_;
  std::size_t count_;
  std::vector<char> memory_;
};

}  // namespace bench
