// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <type_traits>

#include <medusa/core/errc.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/http/options.hpp>
#include <medusa/http/retry_policy.hpp>
#include <medusa/operation/request_context.hpp>

namespace medusa::inline v0 {

namespace detail {
/// Not defined, and not constexpr: calling it is what does not compile.
void these_options_are_wrong();

constexpr void check_option(errc code, [[maybe_unused]] char const* field) {
  if (code != errc{}) these_options_are_wrong();
}
}  // namespace detail

/// Options that were checked when the program was compiled, for a client whose options are
/// constants: a mistake in them does not compile, and the program has neither the code that checks
/// them nor a copy of their texts.
///
///     constexpr medusa::checked_options options(
///         medusa::basic_options<my_clock>{.base_url = "https://shop.example"});
///
/// What they view are constants that live as long as the program: others do not compile. So a
/// client may outlive its `checked_options`.
template <class Clock>
class checked_options {
  static constexpr bool has_retries = !std::is_same_v<Clock, no_clock>;
  struct never {};
  using policy = std::conditional_t<has_retries, retry_policy, never>;

 public:
  /// Does not compile where `make_context` gives an error; clang's notes have its code and field.
  consteval explicit checked_options(basic_options<Clock> const& options)
      : context_(detail::unchecked_context(options)), policy_(policy_of(options)) {
    first_error errors;
    detail::check_context(context_, options.base_url, errors);
    detail::check_option(errors.error().code, errors.error().field.data());
  }

  /// What requests are built from.
  [[nodiscard]] constexpr request_context const& context() const noexcept { return context_; }
  /// When calls are repeated.
  [[nodiscard]] constexpr retry_policy const& retry() const noexcept
    requires has_retries
  {
    return policy_;
  }

 private:
  [[nodiscard]] static consteval policy policy_of(basic_options<Clock> const& options) {
    if constexpr (has_retries) return options.retry;
    else return {};
  }

  request_context context_;
  [[no_unique_address]] policy policy_;
};

/// What a client with this clock, or a reference to it, takes for options.
template <class O, class Clock>
concept client_options = std::derived_from<O, basic_options<std::remove_reference_t<Clock>>> ||
                         std::same_as<O, checked_options<std::remove_reference_t<Clock>>>;

}  // namespace medusa::inline v0
