// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include <medusa/core/sink.hpp>
#include <medusa/http/percent.hpp>

namespace medusa {

/// Appends `?name=value&name=value…` in the form of the `qs` package: brackets for nested names and
/// list indices, all of it percent-encoded. Names end with a NUL: a pointer is half a view, and a program has
/// many of them.
class query_writer {
 public:
  explicit constexpr query_writer(sink& out) noexcept : out_(&out) {}

  constexpr void add(char const* name, std::string_view value) noexcept {
    begin(name);
    end(value);
  }
  constexpr void add(char const* name, std::uint64_t value) noexcept {
    begin(name);
    out_->append('=');
    out_->append_number(value);
  }
  /// `name[key]=value`
  constexpr void add_nested(char const* name, char const* key, std::string_view value) noexcept {
    begin(name);
    bracketed(key);
    end(value);
  }
  /// `name[index]=value`
  constexpr void add_indexed(char const* name, std::uint64_t index, std::string_view value) noexcept {
    begin(name);
    out_->append({"%5B", 3});
    out_->append_number(index);
    out_->append({"%5D", 3});
    end(value);
  }

  /// Appends what another writer has made, to go on behind it.
  constexpr void resume(std::string_view query) noexcept {
    out_->append(query);
    first_ = first_ && query.empty();
  }

 private:
  constexpr void begin(char const* name) noexcept {
    out_->append(first_ ? '?' : '&');
    first_ = false;
    append_percent_encoded(*out_, name);
  }
  constexpr void bracketed(char const* key) noexcept {
    out_->append({"%5B", 3});
    append_percent_encoded(*out_, key);
    out_->append({"%5D", 3});
  }
  constexpr void end(std::string_view value) noexcept {
    out_->append('=');
    append_percent_encoded(*out_, value);
  }

  sink* out_;
  bool first_ = true;
};

}  // namespace medusa
