// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <medusa/core/ascii.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/model/failure.hpp>

namespace medusa::inline v0 {

namespace detail {
template <class E>
concept error_with_code_member = requires(E const& e) { static_cast<std::int64_t>(e.code); };

/// The number by which a transport knows its error: an integer, an enumeration, a member `code`.
template <class E>
constexpr void write_transport_error(sink& out, E const& error) {
  if constexpr (std::is_enum_v<E> || std::is_integral_v<E>) {
    out.append(" (transport error ");
    out.append_number(static_cast<std::int64_t>(error));
    out.append(')');
  } else if constexpr (error_with_code_member<E>) {
    write_transport_error(out, static_cast<std::int64_t>(error.code));
  }
}

/// A server's text, with control characters shown as escapes: a log line must stay one line, and
/// must not speak to the terminal. Those from U+0080 to U+009F are a 0xC2 and the byte of that
/// number.
constexpr void write_printable(sink& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const c1 =
        text[i] == '\xC2' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    if (c1 || ascii::is_control(text[i])) {
      auto const byte = static_cast<unsigned char>(text[i]);
      out.append("\\x");
      out.append(digits[byte >> 4]);
      out.append(digits[byte & 15]);
    } else {
      out.append(text[i]);
    }
  }
}

template <storage S, class E>
constexpr void write_failure(sink& out, failure<S, E> const& f, bool with_message) {
  out.append(to_string(f.stage()));
  if (f.status != 0) {
    out.append(' ');
    out.append_number(static_cast<std::int64_t>(f.status));
  }
  out.append(": ");
  if (!f.field.empty()) {
    out.append(f.field);
    out.append(": ");
  }
  if (!f.path.empty()) {
    f.path.write_to(out);
    out.append(": ");
  }
  out.append(to_string(f.code));
  if (f.needed != 0) {
    out.append(" (");
    out.append_number(static_cast<std::uint64_t>(f.needed));
    out.append(" bytes)");
  }
  if (f.stage() == stage::decode && f.offset != 0) {
    out.append(" at byte ");
    out.append_number(static_cast<std::uint64_t>(f.offset));
  }
  if (f.transport) write_transport_error(out, *f.transport);
  std::string_view const message = f.server.message;
  if (!message.empty() && with_message) {
    out.append(": ");
    write_printable(out, message);
  } else if (!message.empty() || f.server.message_dropped) {
    out.append(" (the server's message does not fit and is left out)");
  }
  if (f.attempts > 1) {
    out.append(" (after ");
    out.append_number(std::uint64_t{f.attempts});
    out.append(" attempts)");
  }
}
}  // namespace detail

/// One line for people: who failed, where, why, and what the server said. It shows the transport
/// error's number, never its text, and no secret. A message that does not fit into bounded storage
/// is left out as a whole, and that is said; if the rest does not fit either (a path of your own
/// struct's names can be long), it is the phrase of the code alone.
template <storage S, class E>
[[nodiscard]] constexpr typename S::description to_string(failure<S, E> const& f) {
  typename S::description text{};
  for (bool const with_message : {true, false}) {
    sink measure(nullptr, 0);
    detail::write_failure(measure, f, with_message);
    if constexpr (detail::bounded_text<typename S::description>) {
      if (!text.resize(measure.size())) continue;
    } else {
      text.resize(measure.size());
    }
    sink out(text.data(), measure.size());
    detail::write_failure(out, f, with_message);
    return text;
  }
  static_cast<void>(keep_text(text, to_string(f.code)));
  return text;
}

}  // namespace medusa::inline v0
