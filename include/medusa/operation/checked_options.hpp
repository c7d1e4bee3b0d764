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

consteval void check_option(errc code, [[maybe_unused]] char const* field) {
  if (code != errc{}) these_options_are_wrong();
}
/// In place of a policy, where nobody could wait.
struct no_retries {
  static constexpr retry_policy never{};
};
template <class Clock>
using retries_of = std::conditional_t<std::is_same_v<Clock, no_clock>, no_retries, retry_policy>;

template <class Clock>
[[nodiscard]] constexpr retries_of<Clock> retries(basic_options<Clock> const& options) noexcept {
  if constexpr (std::is_same_v<Clock, no_clock>) return {};
  else return options.retry;
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
 public:
  /// Does not compile where `make_context` gives an error, nor with more headers than a client may
  /// have, which are 8. Clang's notes have code and field of the error.
  consteval explicit checked_options(basic_options<Clock> const& options)
      : context_(detail::unchecked_context(options)), retries_(detail::retries(options)) {
    first_error errors;
    detail::check_context(context_, options.base_url, errors);
    if (options.headers.size() > detail::most_own_headers)
      errors.fail(errc::too_many_headers, "headers");
    detail::check_option(errors.error().code, errors.error().field.data());
  }

  /// What requests are built from.
  [[nodiscard]] constexpr request_context const& context() const noexcept { return context_; }
  /// When calls are repeated: a `retry_policy`, if there is a clock.
  [[nodiscard]] constexpr detail::retries_of<Clock> const& retry() const noexcept {
    return retries_;
  }

 private:
  request_context context_;
  [[no_unique_address]] detail::retries_of<Clock> retries_;
};

namespace detail {
template <class Clock>
[[nodiscard]] constexpr retries_of<Clock> const& retries(
    checked_options<Clock> const& options) noexcept {
  return options.retry();
}
}  // namespace detail

/// What a client with this clock, or a reference to it, takes for options.
template <class O, class Clock>
concept options_for = std::derived_from<O, basic_options<std::remove_reference_t<Clock>>> ||
                      std::same_as<O, checked_options<std::remove_reference_t<Clock>>>;

}  // namespace medusa::inline v0
