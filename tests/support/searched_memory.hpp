// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// The memory of `searched_allocator`: what is in use, and what was in it when it was given back.
class searched_memory {
 public:
  static searched_memory& instance() {
    static searched_memory memory;
    return memory;
  }
  void begin() {
    in_use_.clear();
    returned_.clear();
  }
  void took(char const* at, std::size_t size) { in_use_[at] = size; }
  void returns(char const* at, std::size_t size) {
    if (in_use_.erase(at) != 0) returned_.emplace_back(at, size);
  }

  [[nodiscard]] bool in_use(std::string_view text) const {
    for (auto const& [at, size] : in_use_)
      if (std::string_view(at, size).find(text) != text.npos) return true;
    return false;
  }
  [[nodiscard]] bool returned(std::string_view text) const {
    for (auto const& each : returned_)
      if (each.find(text) != text.npos) return true;
    return false;
  }

 private:
  std::map<char const*, std::size_t> in_use_{};
  std::vector<std::string> returned_{};
};

/// An allocator whose memory can be searched, also after it was given back.
template <class T>
struct searched_allocator {
  using value_type = T;

  searched_allocator() = default;
  template <class U>
  constexpr searched_allocator(searched_allocator<U> const&) noexcept {}

  [[nodiscard]] T* allocate(std::size_t n) {
    T* const memory = std::allocator<T>().allocate(n);
    for (std::size_t i = 0; i < n; ++i) memory[i] = T();
    searched_memory::instance().took(memory, n);
    return memory;
  }
  void deallocate(T* memory, std::size_t n) {
    searched_memory::instance().returns(memory, n);
    std::allocator<T>().deallocate(memory, n);
  }
  template <class U>
  friend bool operator==(searched_allocator const&, searched_allocator<U> const&) noexcept {
    return true;
  }
};

using searched_string = std::basic_string<char, std::char_traits<char>, searched_allocator<char>>;

/// An object in memory that stays readable when it is gone.
template <class T>
class searched_object {
 public:
  template <class... Arguments>
  explicit searched_object(Arguments&&... arguments)
      : object_(::new(static_cast<void*>(bytes_)) T(static_cast<Arguments&&>(arguments)...)) {}
  searched_object(searched_object const&) = delete;
  searched_object& operator=(searched_object const&) = delete;
  ~searched_object() { end(); }

  T& operator*() { return *object_; }
  T* operator->() { return object_; }
  void end() {
    if (object_ != nullptr) object_->~T();
    object_ = nullptr;
  }
  [[nodiscard]] bool holds(std::string_view text) const {
    // Copied byte by byte: not all of them have a value.
    std::string copy;
    for (char const volatile& each : bytes_) copy += each;
    return copy.find(text) != copy.npos;
  }

 private:
  alignas(T) char bytes_[sizeof(T)]{};
  T* object_;
};

}  // namespace support
