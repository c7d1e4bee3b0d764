// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/core/errc.hpp>
#include <medusa/core/result.hpp>
#include <medusa/model/describe.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/model/storage.hpp>

#ifdef __cpp_exceptions

namespace medusa::inline v0::ext {

/// A failed call as an exception. `what()` is `to_string` of the failure; nothing of the
/// transport's own error is kept but the number in it, and no secret.
class call_failed : public std::runtime_error {
 public:
  template <storage S, class TransportError>
  explicit call_failed(failure<S, TransportError> const& f)
      : std::runtime_error(std::string(std::string_view(to_string(f)))),
        code_(f.code),
        status_(f.status),
        server_type_(f.server.type.text()),
        server_code_(f.server.code.text()) {}

  [[nodiscard]] errc code() const noexcept { return code_; }
  [[nodiscard]] medusa::stage stage() const noexcept { return stage_of(code_); }
  /// HTTP status; 0 when there was no response.
  [[nodiscard]] int status() const noexcept { return status_; }
  /// The `type` of the server's error, such as `not_found`; empty without one.
  [[nodiscard]] std::string_view server_type() const noexcept { return server_type_; }
  /// The `code` of the server's error; empty without one.
  [[nodiscard]] std::string_view server_code() const noexcept { return server_code_; }

 private:
  errc code_;
  int status_;
  std::string server_type_;
  std::string server_code_;
};

/// The value of a call's result; a failure is thrown as `call_failed`. Only with exceptions.
template <class T, storage S, class TransportError>
[[nodiscard]] T value_or_throw(result<T, failure<S, TransportError>>&& r) {
  if (!r) throw call_failed(r.error());
  return *std::move(r);
}
template <class T, storage S, class TransportError>
[[nodiscard]] T value_or_throw(result<T, failure<S, TransportError>> const& r) {
  if (!r) throw call_failed(r.error());
  return *r;
}

}  // namespace medusa::inline v0::ext

#endif
