// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <medusa/core/duration.hpp>
#include <medusa/core/encode_error.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/core/slice.hpp>
#include <medusa/core/static_vector.hpp>
#include <medusa/http/credentials.hpp>
#include <medusa/http/header.hpp>
#include <medusa/http/options.hpp>
#include <medusa/http/wire_limits.hpp>
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

  /// Errors: those of `make_context`, `too_many_headers`, and `too_long` with the bytes needed. To be
  /// called once.
  template <class Clock>
  constexpr std::optional<encode_error> assign(basic_options<Clock> const& options) {
    request_context context = detail::unchecked_context(options);
    encode_error const bad = assign(context, options.base_url);
    return bad.code == errc{} ? std::nullopt : std::optional(bad);
  }
  [[nodiscard]] constexpr duration deadline() const noexcept { return deadline_; }
  [[nodiscard]] constexpr wire_limits const& limits() const noexcept { return limits_; }

  /// Replaces the credentials. `too_long` with the bytes needed, and nothing changed, when they do not
  /// fit.
  constexpr std::optional<encode_error> keep(medusa::credentials const& c) {
    encode_error const bad = keep_unchecked(c);
    return bad.code == errc{} ? std::nullopt : std::optional(bad);
  }
  [[nodiscard]] constexpr medusa::credentials credentials() const {
    return {kind_, secret_view(std::string_view(credential_))};
  }

  /// Views of what is kept, good until the next change. `header_views` is memory for the headers.
  [[nodiscard]] constexpr request_context context(std::span<header, max_headers> header_views) const {
    std::string_view rest = texts_;
    auto const take = [&rest](std::size_t n) {
      std::string_view const text = slice(rest, 0, n);
      rest.remove_prefix(text.size());
      return text;
    };
    request_context context{.base = {.text = take(url_size_), .path_at = path_at_},
                            .credentials = credentials(),
                            .publishable_api_key = take(key_size_),
                            .timeout = timeout_,
                            .deadline = deadline_,
                            .limits = limits_,
                            .max_items = S::max_items};
    std::size_t i = 0;
    for (auto const& each : headers_) {
      header_views[i].name = take(each.name);
      header_views[i++].value = take(each.value);
    }
    context.headers = header_views.first(i);
    return context;
  }

 private:
  constexpr encode_error assign(request_context& context, std::string_view url) {
    if (encode_error const bad = detail::check_context(context, url); bad.code != errc{}) return bad;
    if (context.headers.size() > max_headers) return {.code = errc::too_many_headers, .field = "headers"};
    path_at_ = context.base.path_at;
    timeout_ = context.timeout;
    deadline_ = context.deadline;
    limits_ = context.limits;
    url_size_ = context.base.text.size();
    key_size_ = context.publishable_api_key.size();
    std::size_t size = url_size_ + key_size_;
    for (auto const& each : context.headers) size += each.name.size() + each.value.size();
    if constexpr (detail::bounded_text<typename S::settings>) {
      if (!texts_.resize(size)) return {.code = errc::too_long, .field = "options", .needed = size};
    } else {
      texts_.resize(size);
    }
    sink out(texts_.data(), size);
    out.append(context.base.text);
    out.append(context.publishable_api_key);
    for (auto const& each : context.headers) {
      *headers_.try_emplace_back() = {.name = each.name.size(), .value = each.value.size()};
      out.append(each.name);
      out.append(each.value);
    }
    return keep_unchecked(context.credentials);
  }
  constexpr encode_error keep_unchecked(medusa::credentials const& c) {
    if (!keep_text(credential_, c.value().reveal()))
      return {.code = errc::too_long, .field = "credentials", .needed = c.value().size()};
    kind_ = c.kind();
    return {};
  }

  struct lengths {
    std::size_t name = 0;
    std::size_t value = 0;
  };

  typename S::settings texts_{};  ///< base URL, publishable key, and each header's name and value
  std::size_t url_size_ = 0;
  std::size_t key_size_ = 0;
  static_vector<lengths, max_headers> headers_{};
  typename S::credential credential_{};
  credential_kind kind_ = credential_kind::none;
  std::size_t path_at_ = 0;
  duration timeout_{};
  duration deadline_{};
  wire_limits limits_{};
};

}  // namespace medusa
