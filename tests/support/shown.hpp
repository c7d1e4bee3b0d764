// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <medusa/core/secret.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/model/describe.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/model/field.hpp>
#include <medusa/model/no_content.hpp>
#include <medusa/model/open_enum.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/model/timestamp.hpp>

namespace support {

/// All that a model says, as text, to compare what different storages have kept.
inline std::string shown(std::string_view text) {
  std::string quoted("'");  // g++ 12 warns, wrongly, of `"'" + std::string(text)` at -O3
  return quoted.append(text).append("' ");
}
inline std::string shown(medusa::timestamp const& date) {
  return shown(date.text()) + std::to_string(date.unix_ms()) + " ";
}
inline std::string shown(std::optional<std::uint64_t> n) {
  return n ? std::to_string(*n) + " " : "none ";
}
inline std::string shown(bool b) { return b ? "true " : "false "; }
inline std::string shown(medusa::no_content) { return "nothing "; }
template <class Text>
std::string shown(medusa::basic_secret<Text> const& secret) {
  return shown(secret.reveal());
}
template <class Text>
std::string shown(medusa::json::basic_raw<Text> const& raw) {
  return shown(raw.view());
}
template <class Enum, class Text>
std::string shown(medusa::open_enum<Enum, Text> const& value) {
  return shown(value.text()) + (value.known() ? "known " : "unknown ");
}
template <class T>
std::string shown(medusa::field<T> const& field) {
  return field               ? shown(*field)
         : field.is_null()   ? "null "
         : field.is_absent() ? "absent "
                             : "invalid ";
}
template <medusa::described T>
std::string shown(T const& model);
template <medusa::list_storage L>
std::string shown(L const& list) {
  std::string all = std::to_string(list.size()) + ": ";
  for (auto const& each : list) all += shown(each);
  return all;
}
template <class T, class... Members>
std::string shown_members(T const& model, medusa::member_list<Members...>) {
  return (shown(model.*Members::pointer) + ... + std::string());
}
template <medusa::described T>
std::string shown(T const& model) {
  return shown_members(model, typename medusa::field_table_of<T>::type{});
}
template <class S>
std::string shown(medusa::failure<S> const& f) {
  std::string path(100, '\0');
  medusa::sink out(path.data(), path.size());
  f.path.write_to(out);
  return std::string(to_string(f.code)) + std::to_string(f.status) + " " +
         std::to_string(f.offset) + " " + std::string(out.written()) + shown(f.server.type) +
         shown(f.server.code) + shown(std::string_view(f.server.message));
}

}  // namespace support
