// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include <medusa/core/sink.hpp>
#include <medusa/http/percent.hpp>

namespace medusa {

/// Appends `?name=value&name=value…` in the form of the `qs` package: brackets for nested names and
/// list indices, all of it percent-encoded.
class query_writer {
 public:
  explicit constexpr query_writer(sink& out) noexcept : out_(&out) {}

  constexpr void add(std::string_view name, std::string_view value) noexcept {
    begin(name);
    end(value);
  }
  constexpr void add(std::string_view name, std::uint64_t value) noexcept {
    begin(name);
    out_->append('=');
    out_->append_number(value);
  }
  /// `name[key]=value`
  constexpr void add_nested(std::string_view name, std::string_view key, std::string_view value) noexcept {
    begin(name);
    bracketed(key);
    end(value);
  }
  /// `name[index]=value`
  constexpr void add_indexed(std::string_view name, std::uint64_t index, std::string_view value) noexcept {
    begin(name);
    append_percent_encoded(*out_, "[");
    out_->append_number(index);
    append_percent_encoded(*out_, "]");
    end(value);
  }

  /// Appends what another writer has made, to go on behind it.
  constexpr void resume(std::string_view query) noexcept {
    out_->append(query);
    first_ = first_ && query.empty();
  }

 private:
  constexpr void begin(std::string_view name) noexcept {
    out_->append(first_ ? '?' : '&');
    first_ = false;
    append_percent_encoded(*out_, name);
  }
  constexpr void bracketed(std::string_view key) noexcept {
    append_percent_encoded(*out_, "[");
    append_percent_encoded(*out_, key);
    append_percent_encoded(*out_, "]");
  }
  constexpr void end(std::string_view value) noexcept {
    out_->append('=');
    append_percent_encoded(*out_, value);
  }

  sink* out_;
  bool first_ = true;
};

}  // namespace medusa
