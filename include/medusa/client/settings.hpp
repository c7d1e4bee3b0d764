// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/core/encode_error.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/core/secret.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/core/slice.hpp>
#include <medusa/core/wipe.hpp>
#include <medusa/http/credentials.hpp>
#include <medusa/http/header.hpp>
#include <medusa/http/options.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/operation/checked_options.hpp>
#include <medusa/operation/request_context.hpp>

namespace medusa::inline v0 {

/// What a client keeps of its options: a checked copy in its own storage, or views of constants, as
/// the context that requests are built from.
template <storage S>
class settings {
 public:
  /// Most headers that a client keeps.
  static constexpr std::size_t max_headers = detail::most_own_headers;

  /// Errors: those of `make_context`, `too_many_headers`, and `too_long` with the bytes needed. There
  /// is then nothing to view but the limits.
  template <class Clock>
  constexpr settings(basic_options<Clock> const& options, first_error& errors)
      : context_(detail::unchecked_context(options)) {
    context_.max_items = S::max_items;
    if (!take(options.base_url, errors)) view_nothing();
  }
  /// Views what the options view, which lives as long as the program. No error is left to note.
  template <class Clock>
  constexpr settings(checked_options<Clock> const& options, first_error&)
      : context_(options.context()) {
    context_.max_items = S::max_items;
  }
  constexpr settings(settings const& other) : credential_(other.credential_), texts_(other.texts_) {
    view(other);
  }
  constexpr settings(settings&& other) noexcept(
      std::is_nothrow_move_constructible_v<basic_secret<typename S::settings>>)
      : credential_(std::move(other.credential_)), texts_(std::move(other.texts_)) {
    view(other);
  }
  constexpr settings& operator=(settings const& other) {
    using text = basic_secret<typename S::settings>;
    if constexpr (std::is_nothrow_copy_assignable_v<text> ||
                  !std::is_nothrow_move_assignable_v<text>) {
      texts_ = other.texts_;
      credential_ = other.credential_;
      view(other);
      return *this;
    } else {
      return *this = settings(other);  // a copy that throws leaves this one as it was
    }
  }
  constexpr settings& operator=(settings&& other) noexcept(
      std::is_nothrow_move_assignable_v<basic_secret<typename S::settings>>) {
    texts_ = std::move(other.texts_);
    credential_ = std::move(other.credential_);
    view(other);
    return *this;
  }
  constexpr ~settings() = default;

  /// Views of what is kept, good until the next change.
  [[nodiscard]] constexpr request_context const& context() const noexcept { return context_; }

  /// Replaces the credentials. `too_long` with the bytes needed, and nothing changed, when they do
  /// not fit.
  constexpr void keep(medusa::credentials const& c, first_error& errors) {
    std::string_view const value = c.value().reveal();
    if (replace_credential(value)) view_credential(c.kind());
    else errors.fail(errc::too_long, "credentials", value.size());
  }

 private:
  /// Checks the context, which views the options, and copies all that it views. False when there is
  /// an error.
  constexpr bool take(std::string_view const& url, first_error& errors) {
    detail::check_context(context_, url, errors);
    std::span<header const> const headers = context_.headers;
    if (headers.size() > max_headers) errors.fail(errc::too_many_headers, "headers");
    if (errors.failed()) return false;
    std::size_t const size =
        context_.base.text.size() + context_.publishable_api_key.size() + detail::bytes_of(headers);
    auto& texts = texts_.storage();
    if constexpr (detail::bounded_text<typename S::settings>) {
      if (!texts.resize(size)) return errors.fail(errc::too_long, "options", size);
    } else {
      texts.resize(size);
    }
    keep(context_.credentials, errors);
    if (errors.failed()) return false;
    sink out(texts.data(), size);
    copy(out, context_.base.text);
    copy(out, context_.publishable_api_key);
    for (std::size_t i = 0; i < headers.size(); ++i) {
      headers_[i] = headers[i];
      copy(out, headers_[i].name);
      copy(out, headers_[i].value);
    }
    context_.headers.rebase(headers_.data());
    return true;
  }
  constexpr void view_nothing() noexcept {
    context_.base = {};
    context_.credentials = {};
    context_.publishable_api_key = {};
    context_.headers = {};
    context_.signed_by_headers = false;
  }
  constexpr void copy(sink& out, std::string_view& text) noexcept {
    char const* const at = texts_.reveal().data() + out.size();
    out.append(text);
    text = {at, text.size()};
  }

  /// Makes the views of `other`, whose texts are ours now, our own. Where nothing is kept they are
  /// of nothing, or of constants, and good as they are.
  constexpr void view(settings const& other) {
    char const* const from = other.context_.base.text.data();
    auto const moved = [&](std::string_view text) {
      return text.empty() ? text
                          : slice(texts_.reveal(), static_cast<std::size_t>(text.data() - from),
                                  text.size());
    };
    context_ = other.context_;
    credential_kind const kind = context_.credentials.kind();
    if (kind == credential_kind::none || !credential_.empty()) view_credential(kind);
    if (texts_.empty()) return;
    context_.base.text = moved(context_.base.text);
    context_.publishable_api_key = moved(context_.publishable_api_key);
    for (std::size_t i = 0; i < context_.headers.size(); ++i)
      headers_[i] = {moved(other.headers_[i].name), moved(other.headers_[i].value)};
    context_.headers.rebase(headers_.data());
  }
  /// Keeps a copy of `value`, which may be part of what is kept, and overwrites what was kept before.
  /// False, with nothing changed, when it does not fit.
  constexpr bool replace_credential(std::string_view value) {
    if constexpr (std::is_trivially_destructible_v<typename S::credential>) {
      std::size_t const before = credential_.size();
      if (!keep_text(credential_.storage(), value)) return false;
      if (before > value.size())
        detail::wipe(credential_.storage().data() + value.size(), before - value.size());
      return true;
    } else {
      basic_secret<typename S::credential> fresh;
      if (!keep_text(fresh.storage(), value)) return false;
      credential_ = std::move(fresh);
      return true;
    }
  }
  constexpr void view_credential(credential_kind kind) {
    context_.credentials = medusa::credentials::of_value(kind, secret_view(credential_));
  }

  request_context context_{};  // first, where code reaches it by short instructions
  std::array<header, max_headers> headers_{};
  basic_secret<typename S::credential> credential_{};
  // Base URL, publishable key, and each header's name and value, which may be a credential.
  basic_secret<typename S::settings> texts_{};
};

}  // namespace medusa::inline v0
