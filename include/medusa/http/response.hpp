// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include <medusa/core/ascii.hpp>
#include <medusa/http/header.hpp>

namespace medusa::inline v0 {

namespace detail {
template <class T>
concept allocating = requires { typename T::allocator_type; };

/// Text returned by value that owns its characters, as `std::string` and an optional one do: a view
/// of it would dangle. Returned by reference it is none of these, since a reference has no members.
template <class T>
concept owning_text = allocating<T> || allocating<typename T::value_type>;

/// Converts to the view `V` of text that is still there afterwards.
template <class T, class V>
concept viewable_as = std::convertible_to<T, V> && !owning_text<T>;

template <class R>
concept gives_status = requires(R const& r) {
  { r.status() } -> std::convertible_to<int>;
};
template <class R>
concept gives_body = requires(R const& r) {
  { r.body() } -> viewable_as<std::string_view>;
};
}  // namespace detail

/// What a Transport gives back: a status, a body and, if it can, headers.
///
/// - `status()` MUST be the status of the final response (no 1xx).
/// - `body()` MUST be the whole body with transfer and content codings removed. It MUST convert to
///   `std::string_view` and stay valid and unchanged as long as the response, so a `std::string` by
///   value is refused; if it converts to `std::span<char>` as well, escaped text in `borrowed`
///   storage is decoded in place.
/// - `header(name)` SHOULD exist and give something that converts to
///   `std::optional<std::string_view>`: the first field of that name, whatever its case, valid as
///   long as the response.
///   `header(name, n)` SHOULD exist too and give the n-th (from 0): a response may carry several
///   Set-Cookie fields, which cannot be joined (RFC 6265 section 3).
template <class R>
concept response = detail::gives_status<R> && detail::gives_body<R>;

/// Says what is missing from a type that should be a response: the first failed line names it.
template <class R>
[[nodiscard]] consteval bool check_response() {
  static_assert(detail::gives_status<R>, "Response: wanted `int status() const`");
  static_assert(detail::gives_body<R>,
                "Response: wanted `std::string_view body() const`, or what converts to it and is "
                "still there afterwards");
  return true;
}

/// A response that can be asked for its headers.
template <class R>
concept response_with_headers = response<R> && requires(R const& r, std::string_view name) {
  { r.header(name) } -> detail::viewable_as<std::optional<std::string_view>>;
};

namespace detail {
template <class R>
concept response_with_repeated_headers =
    requires(R const& r, std::string_view name, std::size_t n) {
      { r.header(name, n) } -> detail::viewable_as<std::optional<std::string_view>>;
    };
}  // namespace detail

/// The n-th header of that name, or nothing. O(headers).
template <response R>
[[nodiscard]] constexpr std::optional<std::string_view> nth_header(R const& r,
                                                                   std::string_view name,
                                                                   std::size_t n) {
  if constexpr (detail::response_with_repeated_headers<R>) {
    return r.header(name, n);
  } else if constexpr (response_with_headers<R>) {
    if (n == 0) return r.header(name);
    return std::nullopt;
  } else {
    return std::nullopt;
  }
}

/// A response whose bytes somebody else owns.
class response_view {
 public:
  constexpr response_view() = default;
  constexpr response_view(int status, std::string_view body,
                          std::span<medusa::header const> headers = {}) noexcept
      : status_(status), body_(body), headers_(headers) {}

  [[nodiscard]] constexpr int status() const noexcept { return status_; }
  [[nodiscard]] constexpr std::string_view body() const noexcept { return body_; }

  [[nodiscard]] constexpr std::optional<std::string_view> header(std::string_view name,
                                                                 std::size_t n = 0) const noexcept {
    std::size_t before = 0;
    for (auto const& each : headers_)
      if (ascii::iequals(each.name, name) && before++ == n) return each.value;
    return std::nullopt;
  }

 private:
  int status_ = 0;
  std::string_view body_{};
  std::span<medusa::header const> headers_{};
};

/// True for a response type whose body outlives the object, so that views into it may be kept when
/// the object is gone. Specialise it for such a type of your own, as
/// `std::ranges::enable_borrowed_range`.
template <class R>
inline constexpr bool enable_borrowed_response = false;
template <>
inline constexpr bool enable_borrowed_response<response_view> = true;

/// A response from which `borrowed` results may be taken: an lvalue, or a type that only views.
template <class R>
concept borrowable_response =
    response<std::remove_cvref_t<R>> &&
    (std::is_lvalue_reference_v<R> || enable_borrowed_response<std::remove_cvref_t<R>>);

}  // namespace medusa::inline v0
