// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/json/scanner.hpp>
#include <medusa/model/decoder.hpp>

#include <optional>
#include <string_view>

/// Decodes a whole document; nothing when all went well.
template <class T>
constexpr std::optional<medusa::decode_error> decode_into(T& out, std::string_view document,
                                                          char* writable = nullptr) {
  medusa::decoder into(document, writable);
  bool good = false;
  auto const error =
      medusa::json::scanner::visit(document, [&](auto& root) { good = into.decode(root, out); });
  if (error) return medusa::decode_error{.code = error->code, .offset = error->offset};
  if (!good) return into.error();
  return std::nullopt;
}

template <class T>
constexpr bool decodes(T& out, std::string_view document) {
  return !decode_into(out, document);
}

/// Whether decoding fails like this, at the place where `at` begins in the document.
template <class T>
constexpr bool fails(std::string_view document, medusa::errc code, std::string_view path,
                     std::string_view at, std::size_t needed = 0) {
  T out{};
  auto const error = decode_into(out, document);
  return error && error->code == code && error->path == path &&
         error->offset == document.find(at) && error->needed == needed;
}
