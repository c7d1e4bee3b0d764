// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include <medusa/core/secret_text.hpp>
#include <medusa/core/wipe.hpp>

namespace medusa::inline v0 {

/// Compares in a time that depends on the lengths alone, so that the time a comparison takes tells
/// nothing about where two secrets differ.
[[nodiscard]] constexpr bool equal_in_constant_time(std::string_view a,
                                                    std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    unsigned const differs = static_cast<unsigned char>(a[i] ^ b[i]);
    difference |= differs;
  }
  return difference == 0;
}

/// A password, token or cookie held in a `Text`. It prints nothing and converts to nothing: the one
/// way to its characters is `reveal()`, which is easy to search for. A
/// `basic_secret<std::string_view>` does not own them.
///
/// One whose `Text` is on the heap overwrites its characters when it goes, is moved from, or is
/// assigned others. One whose `Text` lies inside it does so when `wipe()` is called.
template <class Text>
class basic_secret {
  // A view that is kept here is given where it lies: passing it on is shorter code than a copy.
  using revealed = std::conditional_t<std::is_same_v<Text, std::string_view>,
                                      std::string_view const&, std::string_view>;

 public:
  // Not defaulted: `{}` would then fill the memory with zeros first.
  constexpr basic_secret() noexcept(std::is_nothrow_default_constructible_v<Text>) {}

  /// Takes whatever converts to `Text`. A null `char const*`, such as `getenv` gives for a variable
  /// that is not set, is an empty secret.
  template <class U>
    requires(std::convertible_to<U const&, Text> && !std::same_as<U, basic_secret> &&
             !std::same_as<U, std::nullptr_t>)
  constexpr basic_secret(U const& text) : text_{read(text)} {}

  /// A view of a secret that somebody else owns.
  template <class Owner>
    requires(std::same_as<Text, std::string_view> && !std::same_as<Owner, Text>)
  constexpr basic_secret(basic_secret<Owner> const& secret) noexcept : text_{secret.reveal()} {}

  /// The characters, which are good as long as the secret and what it views.
  [[nodiscard]] constexpr revealed reveal() const& noexcept { return text_.text; }
  [[nodiscard]] constexpr std::string_view reveal() const&& noexcept { return text_.text; }
  [[nodiscard]] constexpr bool empty() const noexcept { return reveal().empty(); }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return reveal().size(); }

  /// The text itself, for a decoder to fill.
  [[nodiscard]] constexpr Text& storage() noexcept { return text_.text; }

  /// Overwrites the characters; the secret is empty then.
  constexpr void wipe() noexcept
    requires(!std::same_as<Text, std::string_view>)
  {
    detail::wipe_text(storage());
  }

 private:
  // Not assigned in the constructor's body: g++ 12 takes that for a change of a const object, when
  // an operation in constant evaluation is one.
  template <class U>
  static constexpr Text read(U const& text) {
    if constexpr (std::is_pointer_v<U>)
      if (text == nullptr) return Text();
    return static_cast<Text>(text);
  }

  detail::secret_text<Text> text_{};
};

/// Takes a time that depends on the lengths alone. Not a friend of the class, or plain text would
/// convert and compare.
template <class A, class B>
[[nodiscard]] constexpr bool operator==(basic_secret<A> const& a,
                                        basic_secret<B> const& b) noexcept {
  return equal_in_constant_time(a.reveal(), b.reveal());
}

/// A secret that somebody else owns, such as a field of an operation.
using secret_view = basic_secret<std::string_view>;

}  // namespace medusa::inline v0
