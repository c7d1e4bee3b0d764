// SPDX-License-Identifier: MIT
#pragma once

// What tools/size compiles: a client whose transport and clock are somebody else's, so that nothing
// but the library is counted. Storage and clock are those of the file that includes it.
#include <medusa/embedded.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace probe {

/// A body that may be written to, as a firmware's is.
struct bytes {
  char* first = nullptr;
  std::size_t size = 0;
  constexpr operator std::string_view() const noexcept { return {first, size}; }
  constexpr operator std::span<char>() const noexcept { return {first, size}; }
};

struct response {
  int code = 0;
  bytes text{};
  [[nodiscard]] int status() const noexcept { return code; }
  [[nodiscard]] bytes body() const noexcept { return text; }
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const noexcept;
};

struct transport {
  medusa::result<response, int> send(medusa::request const& request);
};

struct clock {
  static medusa::duration now();
  static void wait(medusa::duration);
  static std::uint64_t random();
};

}  // namespace probe

template <>
inline constexpr bool medusa::enable_borrowed_response<probe::response> = true;
