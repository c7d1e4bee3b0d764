// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
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
  void took(char const* at, std::size_t size) { in_use_.emplace_back(at, size); }
  void returns(char const* at, std::size_t size) {
    for (auto& each : in_use_)
      if (each.data() == at) each = {};
    returned_.emplace_back(at, size);
  }

  [[nodiscard]] bool in_use(std::string_view text) const {
    for (std::string_view const each : in_use_)
      if (each.find(text) != each.npos) return true;
    return false;
  }
  [[nodiscard]] bool returned(std::string_view text) const {
    for (auto const& each : returned_)
      if (each.find(text) != text.npos) return true;
    return false;
  }

 private:
  std::vector<std::string_view> in_use_{};
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

#if defined(__clang__)
#define SUPPORT_NOT_BY_SANITIZERS [[gnu::noinline, clang::no_sanitize("memory")]]
#elif defined(__GNUC__)
#define SUPPORT_NOT_BY_SANITIZERS [[gnu::noinline]]
#else
#define SUPPORT_NOT_BY_SANITIZERS
#endif
/// Whether the bytes are those of a text. They need not have a value: MemorySanitizer does not look
/// here, nor does valgrind (tests/matrix/valgrind.txt).
SUPPORT_NOT_BY_SANITIZERS inline bool equal_bytes(char const volatile* at, std::string_view text) {
  for (char const c : text)
    if (*at++ != c) return false;
  return true;
}
#undef SUPPORT_NOT_BY_SANITIZERS

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
    for (std::size_t at = 0; at + text.size() <= sizeof bytes_; ++at)
      if (equal_bytes(bytes_ + at, text)) return true;
    return false;
  }

 private:
  alignas(T) char bytes_[sizeof(T)]{};
  T* object_;
};

}  // namespace support
