// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

// medusa/client/async_list.hpp

namespace medusa::inline v0::detail {

/// A list whose nodes are the objects themselves, and that may change in any way while somebody
/// goes through it: nodes come and go, and even the list. It owns nothing.
template <class T>
class async_list {
 public:
  class node {
   public:
    constexpr node() noexcept = default;
    node(node const&) = delete;
    node& operator=(node const&) = delete;

   private:
    friend async_list;
    T* before_ = nullptr;
    T* after_ = nullptr;
  };

  /// Goes through a list, front to back; what is added meanwhile comes before all that it sees.
  class cursor {
   public:
    // (Not inlined: g++ 12 takes the address that is kept here for one that dangles.)
    [[gnu::noinline]] constexpr explicit cursor(async_list& list) noexcept
        : list_(&list), outer_(list.cursors_) {
      list.cursors_ = this;
    }
    cursor(cursor const&) = delete;
    cursor& operator=(cursor const&) = delete;
    constexpr ~cursor() {
      if (list_ != nullptr) list_->cursors_ = outer_;
    }

    /// Whether there still is a list.
    [[nodiscard]] constexpr bool alive() const noexcept { return list_ != nullptr; }
    constexpr void rewind() noexcept { next_ = list_->first_; }
    /// Null at the end, and when the list has gone.
    [[nodiscard]] constexpr T* next() noexcept {
      T* const now = next_;
      if (now != nullptr) next_ = after(*now);
      return now;
    }

   private:
    friend async_list;
    async_list* list_;
    cursor* outer_;
    T* next_ = nullptr;
  };

  constexpr async_list() noexcept = default;
  async_list(async_list const&) = delete;
  async_list& operator=(async_list const&) = delete;
  constexpr ~async_list() {
    for (cursor* c = cursors_; c != nullptr; c = c->outer_) {
      c->list_ = nullptr;
      c->next_ = nullptr;
    }
  }

  [[nodiscard]] constexpr T* first() const noexcept { return first_; }

  constexpr void add(T& item) noexcept {
    node& n = item;
    n.before_ = nullptr;
    n.after_ = first_;
    if (first_ != nullptr) static_cast<node&>(*first_).before_ = &item;
    first_ = &item;
  }
  /// It must be in the list.
  constexpr void remove(T& item) noexcept {
    node& n = item;
    for (cursor* c = cursors_; c != nullptr; c = c->outer_)
      if (c->next_ == &item) c->next_ = n.after_;
    if (n.before_ != nullptr) static_cast<node&>(*n.before_).after_ = n.after_;
    else first_ = n.after_;
    if (n.after_ != nullptr) static_cast<node&>(*n.after_).before_ = n.before_;
    n.before_ = n.after_ = nullptr;
  }

 private:
  [[nodiscard]] static constexpr T* after(T& item) noexcept {
    return static_cast<node&>(item).after_;
  }

  T* first_ = nullptr;
  cursor* cursors_ = nullptr;
};

}  // namespace medusa::inline v0::detail
