// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string_view>
#include <utility>

namespace medusa::inline v0::ext::detail {

/// Text that grows inside the callbacks of a C library, through which no exception may pass: a lack
/// of memory is an answer, with and without exceptions in the compiler.
class text_buffer {
 public:
  text_buffer() = default;
  text_buffer(text_buffer&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  text_buffer& operator=(text_buffer other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    return *this;
  }
  ~text_buffer() { std::free(data_); }

  [[nodiscard]] std::string_view view() const noexcept { return {data_, size_}; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  /// False, and nothing changed, when there is no memory. `text` must not lie in this buffer.
  [[nodiscard]] bool append(std::string_view text) noexcept {
    if (text.empty()) return true;
    if (text.size() > capacity_ - size_ && !grow(text.size())) return false;
    std::memcpy(data_ + size_, text.data(), text.size());
    size_ += text.size();
    return true;
  }

  /// Takes the last character away; there must be one.
  void pop_back() noexcept { --size_; }
  /// Empty again; the memory is kept for what comes next.
  void clear() noexcept { size_ = 0; }

 private:
  /// Doubles, so that n appended characters are copied O(n) times in all.
  [[nodiscard]] bool grow(std::size_t more) noexcept {
    constexpr std::size_t most = std::numeric_limits<std::size_t>::max() / 2;
    if (more > most - size_) return false;
    std::size_t const wanted = size_ + more;
    std::size_t const capacity = wanted < 2 * capacity_ ? 2 * capacity_ : wanted;
    void* const data = std::realloc(data_, capacity);
    if (data == nullptr) return false;
    data_ = static_cast<char*>(data);
    capacity_ = capacity;
    return true;
  }

  char* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace medusa::inline v0::ext::detail
