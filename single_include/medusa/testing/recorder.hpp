// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "recorder/recorded_exchange.hpp"
#include "recorder/redactor.hpp"
#include "redacted.hpp"
#include "scripted_step.hpp"

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// medusa/testing/recorder.hpp

namespace medusa::inline v0::testing {

/// A Transport around another, which passes everything through and keeps a copy without secrets: a
/// conversation with a real server, to be played again by a `scripted_transport`. A transport that
/// was given as an lvalue is referenced and must outlive the recorder.
///
///     medusa::testing::recorder tape{http};
///     medusa::admin::client client{tape, {.base_url = url}};
///     …                                    // what is to be recorded
///     file << tape.to_cpp("my_cassette");  // a header; in the test that includes it:
///     scripted_transport server{my_cassette};
///
/// What is kept: method, path and query, body, and the names of credential headers; status, body,
/// `Retry-After` with the `Date` beside it, and that a session cookie was set. The host is not, so
/// that any base URL with the same path will do. No other header is kept, as any could be a secret.
///
/// In place of secrets stands REDACTED: of what has a secret name (`is_secret_name`), at any depth
/// of a body and in the query; of every text, number, segment and parameter that holds, however
/// escaped, a secret that had such a name anywhere in the recording; and of a whole body that is
/// not JSON, since nothing can be recognised in it. Secrets under other names, as in `metadata`,
/// are not known to be any: look at the file before it is shared. So choose secrets that are part
/// of nothing else.
///
/// A failure of the transport is kept as `refused` when the request was not sent, else as `broken`.
template <class Transport>
class recorder {
 public:
  template <class T>
    requires std::constructible_from<Transport, T&&>
  explicit recorder(T&& transport) : transport_(std::forward<T>(transport)) {}

  /// What the transport gives. O(request + response) beside it, times the number of secrets.
  [[nodiscard]] auto send(request const& r) {
    auto sent = transport_.send(r);
    exchanges_.push_back(taken(r));
    if (sent) keep(exchanges_.back(), *sent);
    else if (medusa::detail::may_have_been_sent(sent.error()))
      exchanges_.back().error = scripted_error::broken;
    else exchanges_.back().error = scripted_error::refused;
    return sent;
  }

  [[nodiscard]] std::size_t size() const noexcept { return exchanges_.size(); }

  /// A C++ header that defines the array `name`, an identifier, of the steps so far.
  [[nodiscard]] std::string to_cpp(std::string_view name) {
    std::string out =
        "// Recorded by medusa::testing::recorder, without secrets.\n"
        "#pragma once\n\n"
        "#include <medusa/testing/scripted_transport.hpp>\n\n"
        "inline constexpr medusa::testing::scripted_step ";
    out.append(name).append("[] = {\n");
    // A secret may have stood, under another name, in an exchange before the one that gave it away.
    for (auto& each : exchanges_) {
      each.redact(secrets_);
      out += each.to_cpp();
    }
    return out += "};\n";
  }

 private:
  recorded_exchange taken(request const& r) {
    recorded_exchange e{.method = r.method};
    for (auto const& each : r.headers) {
      if (!is_secret_header(each.name)) continue;
      secrets_.learn_header(each.name, each.value);
      e.credential_headers.emplace_back(each.name);
    }
    e.target = secrets_.target(r.target);
    e.body = secrets_.body(r.body);
    return e;
  }

  template <class R>
  void keep(recorded_exchange& e, R const& response) {
    e.status = response.status();
    e.answer = secrets_.body(std::string_view(response.body()));
    for (std::size_t n = 0; auto const field = nth_header(response, "Set-Cookie", n); ++n) {
      secrets_.learn_cookie(*field);
      auto const session = cookie_value(*field, "connect.sid");
      if (session && !session->empty() && e.headers.empty())
        e.headers.emplace_back("Set-Cookie", "connect.sid=" + std::string(redacted));
    }
    if (auto const wait = nth_header(response, "Retry-After", 0)) {
      e.headers.emplace_back("Retry-After", *wait);
      if (auto const date = nth_header(response, "Date", 0)) e.headers.emplace_back("Date", *date);
    }
  }

  Transport transport_;
  redactor secrets_{};
  std::vector<recorded_exchange> exchanges_{};
};

template <class T>
recorder(T&&) -> recorder<T>;

}  // namespace medusa::inline v0::testing
