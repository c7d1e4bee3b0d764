// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <medusa/model/hosted.hpp>
#include <medusa/model/user.hpp>

namespace medusa::inline v0 {

/// A list that keeps the document its elements were read from, and whose elements view it: two
/// pieces of memory for any number of them. It may be moved and kept; elements, and copies of them,
/// are good as long as the list they came from is. Not copied, since a copy would view what it does
/// not own. A model of `list_storage`.
template <class T>
class pooled_list {
 public:
  using value_type = T;

  constexpr pooled_list() noexcept = default;
  constexpr pooled_list(pooled_list&&) noexcept = default;
  constexpr pooled_list& operator=(pooled_list&&) noexcept = default;

  /// Takes a copy of the document, which elements that are added may view, and gives its first
  /// byte. O(document).
  constexpr char* keep(std::string_view document) {
    document_.assign(document.begin(), document.end());
    return document_.data();
  }

  /// A fresh element at the end.
  constexpr T& emplace_back() { return items_.emplace_back(); }
  constexpr void reserve(std::size_t size) { items_.reserve(size); }
  constexpr void clear() noexcept { items_.clear(); }

  [[nodiscard]] constexpr std::size_t size() const noexcept { return items_.size(); }
  [[nodiscard]] constexpr bool empty() const noexcept { return items_.empty(); }
  [[nodiscard]] constexpr T* data() noexcept { return items_.data(); }
  [[nodiscard]] constexpr T const* data() const noexcept { return items_.data(); }
  [[nodiscard]] constexpr T& operator[](std::size_t i) noexcept { return items_[i]; }
  [[nodiscard]] constexpr T const& operator[](std::size_t i) const noexcept { return items_[i]; }
  [[nodiscard]] constexpr T& front() noexcept { return items_.front(); }
  [[nodiscard]] constexpr T const& front() const noexcept { return items_.front(); }
  [[nodiscard]] constexpr T& back() noexcept { return items_.back(); }
  [[nodiscard]] constexpr T const& back() const noexcept { return items_.back(); }
  [[nodiscard]] constexpr auto begin() noexcept { return items_.begin(); }
  [[nodiscard]] constexpr auto end() noexcept { return items_.end(); }
  [[nodiscard]] constexpr auto begin() const noexcept { return items_.begin(); }
  [[nodiscard]] constexpr auto end() const noexcept { return items_.end(); }

 private:
  std::vector<char> document_{};  // a vector, since the bytes of a short std::string move with it
  std::vector<T> items_{};
};

/// What the elements of a pooled list are made of.
struct pooled_views : hosted {
  using text = std::string_view;
  using metadata = std::string_view;
  using message = std::string_view;

  static constexpr bool views_response = true;
};

namespace detail {
template <class T>
struct pooled_item {
  using type = T;
};
template <class S>
struct pooled_item<basic_user<S>> {
  using type = basic_user<pooled_views>;
};
}  // namespace detail

/// `hosted`, but that a page of users is one copy of the body and a table of views into it, however
/// many users it has. For programs that read large pages: next to nothing is left to do then. A
/// single user is as in `hosted`. A list of a struct of your own takes it as it is: its texts may
/// be `std::string_view`.
struct pooled : hosted {
  template <class T>
  using list = pooled_list<typename detail::pooled_item<T>::type>;

  static constexpr bool keeps_response =
      true;  ///< lists do, so texts of the JSON policy must view the body
};

}  // namespace medusa::inline v0
