// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <medusa/core/encode_error.hpp>
#include <medusa/core/result.hpp>
#include <medusa/core/static_vector.hpp>
#include <medusa/http/credentials.hpp>
#include <medusa/http/header.hpp>
#include <medusa/http/options.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/operation/request_context.hpp>

namespace medusa {

/// What a client keeps of its options: a checked copy in its own storage. The texts lie one after the
/// other in one string and are found by their lengths, so that a client can be copied and moved.
template <storage S>
class settings {
 public:
  /// Most headers that a client keeps.
  static constexpr std::size_t max_headers = 8;

  /// Errors: those of `make_context`, `too_many_headers`, and `too_long` with the bytes needed.
  template <class Clock>
  constexpr std::optional<encode_error> assign(basic_options<Clock> const& options) {
    auto const checked = make_context(options);
    if (!checked) return checked.error();
    if (options.headers.size() > max_headers)
      return encode_error{.code = errc::too_many_headers, .field = "headers"};
    context_ = *checked;
    context_.max_items = S::max_items;

    std::size_t size = checked->base.text.size() + options.publishable_api_key.size();
    for (auto const& each : options.headers) size += each.name.size() + each.value.size();
    if constexpr (detail::bounded_text<typename S::settings>) {
      if (!texts_.resize(size)) return encode_error{.code = errc::too_long, .field = "options", .needed = size};
    } else {
      texts_.resize(size);
    }
    sink out(texts_.data(), size);
    out.append(checked->base.text);
    out.append(options.publishable_api_key);
    for (auto const& each : options.headers) {
      lengths* const kept = headers_.try_emplace_back();
      *kept = {.name = each.name.size(), .value = each.value.size()};
      out.append(each.name);
      out.append(each.value);
    }
    return keep(options.credentials);
  }

  [[nodiscard]] constexpr duration deadline() const noexcept { return context_.deadline; }

  /// Replaces the credentials. `too_long` with the bytes needed, and nothing changed, when they do not
  /// fit.
  constexpr std::optional<encode_error> keep(credentials const& c) {
    if (!keep_text(credential_, c.value().reveal()))
      return encode_error{.code = errc::too_long, .field = "credentials", .needed = c.value().size()};
    kind_ = c.kind();
    return std::nullopt;
  }

  [[nodiscard]] constexpr medusa::credentials credentials() const {
    return {kind_, secret_view(std::string_view(credential_))};
  }

  /// Views of what is kept, good until the next change. `header_views` is memory for the headers.
  [[nodiscard]] constexpr request_context context(std::span<header, max_headers> header_views) const {
    request_context context = context_;
    std::string_view rest = texts_;
    auto const take = [&rest](std::size_t n) {
      std::string_view const text = rest.substr(0, n);
      rest.remove_prefix(n);
      return text;
    };
    context.base.text = take(context_.base.text.size());
    context.publishable_api_key = take(context_.publishable_api_key.size());
    std::size_t i = 0;
    for (auto const& each : headers_) {
      header_views[i].name = take(each.name);
      header_views[i++].value = take(each.value);
    }
    context.headers = header_views.first(i);
    context.credentials = credentials();
    return context;
  }

 private:
  struct lengths {
    std::size_t name = 0;
    std::size_t value = 0;
  };

  request_context context_{};  ///< of its views only the lengths are good
  typename S::settings texts_{};
  static_vector<lengths, max_headers> headers_{};
  typename S::credential credential_{};
  credential_kind kind_ = credential_kind::none;
};

}  // namespace medusa
