// SPDX-License-Identifier: MIT
#pragma once

// Where the system can be told to give no more memory. A sanitizer would end the program.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__linux__)
#define MEDUSA_TEST_NO_LITTLE_MEMORY
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || \
    __has_feature(thread_sanitizer)
#define MEDUSA_TEST_NO_LITTLE_MEMORY
#endif
#endif

#ifndef MEDUSA_TEST_NO_LITTLE_MEMORY

#include <sys/resource.h>

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <string>

namespace support {

/// While it lives, the program gets about so many bytes of memory more.
class little_memory {
 public:
  explicit little_memory(std::size_t more) {
    getrlimit(RLIMIT_DATA, &before_);
    std::ifstream status("/proc/self/status");
    std::string word;
    std::size_t kib = 0;
    while (status >> word && word != "VmData:") continue;
    status >> kib;
    rlimit now = before_;
    now.rlim_cur = kib * 1024 + more;
    setrlimit(RLIMIT_DATA, &now);
    void* const twice = std::malloc(2 * more);
    keeps_ = twice == nullptr;
    std::free(twice);
  }
  little_memory(little_memory const&) = delete;
  little_memory& operator=(little_memory const&) = delete;
  ~little_memory() { setrlimit(RLIMIT_DATA, &before_); }

  /// False where nobody cares: under an emulator, say.
  [[nodiscard]] bool keeps() const noexcept { return keeps_; }

 private:
  rlimit before_{};
  bool keeps_ = false;
};

}  // namespace support

#endif
