// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

#include <medusa/core/duration.hpp>
#include <medusa/core/static_vector.hpp>
#include <medusa/ext/http1/byte_stream.hpp>
#include <medusa/testing/virtual_clock.hpp>

namespace support {

/// What the peer of a `scripted_stream` does next.
struct turn {
  enum class kind { hear, say, pause, end, fail, connect, refuse };

  kind what = kind::end;
  std::string_view bytes{};
  medusa::duration time{};
};

/// Nothing more before the client has written something.
inline constexpr turn hear{turn::kind::hear};
constexpr turn say(std::string_view bytes) { return {turn::kind::say, bytes}; }
constexpr turn pause(int milliseconds) {
  return {turn::kind::pause, {}, medusa::duration::milliseconds(milliseconds)};
}
/// The connection ends, or breaks, and stays so.
inline constexpr turn end{turn::kind::end};
inline constexpr turn broken{turn::kind::fail};
/// What `reopen` skips to: a new connection, or none.
inline constexpr turn connect{turn::kind::connect};
inline constexpr turn refuse{turn::kind::refuse};

/// A byte stream that plays a script on a virtual clock, as a UART would: it cannot be opened
/// again.
class scripted_stream {
 public:
  constexpr scripted_stream(medusa::testing::virtual_clock& clock,
                            std::initializer_list<turn> script)
      : clock_(&clock) {
    for (turn const& each : script) *script_.try_emplace_back() = each;
  }

  // Of what is written:
  std::size_t write_at_most = 4096;  ///< bytes in one call
  std::size_t accepts = 4096;        ///< bytes in all, and then:
  medusa::ext::stream_state then = medusa::ext::stream_state::open;

  /// Set when everything that has been said was read.
  bool* set_at_silence = nullptr;

  constexpr medusa::ext::stream_result read(std::span<char> into, medusa::duration limit) {
    if (limit > medusa::duration::milliseconds(50)) kept_ = false;
    for (; at_ < script_.size(); ++at_, offset_ = 0) {
      turn& now = script_[at_];
      if (now.what == turn::kind::hear) {
        if (!heard_) break;
        heard_ = false;
      } else if (now.what == turn::kind::pause) {
        if (now.time > limit) {
          now.time = now.time - limit;
          break;
        }
        clock_->advance(now.time);
        limit = limit - now.time;
      } else if (now.what == turn::kind::say) {
        std::size_t const left = now.bytes.size() - offset_;
        std::size_t const n = left < into.size() ? left : into.size();
        for (std::size_t i = 0; i < n; ++i) into[i] = now.bytes[offset_ + i];
        offset_ += n;
        if (n != 0) return {.count = n};
      } else if (now.what == turn::kind::end) {
        return {.state = medusa::ext::stream_state::ended};
      } else if (now.what == turn::kind::fail) {
        return {.state = medusa::ext::stream_state::failed};
      } else {
        break;
      }
    }
    if (set_at_silence != nullptr && limit > medusa::duration()) *set_at_silence = true;
    clock_->advance(limit);
    return {};
  }

  constexpr medusa::ext::stream_result write(std::string_view from, medusa::duration limit) {
    if (limit > medusa::duration::milliseconds(50)) kept_ = false;
    std::size_t n = from.size() < write_at_most ? from.size() : write_at_most;
    if (n > accepts) n = accepts;
    accepts -= n;
    for (char const c : from.substr(0, n)) *written_.try_emplace_back() = c;
    if (n != 0) heard_ = true;
    ++writes_;
    if (n == 0) clock_->advance(limit);
    return {.count = n, .state = accepts == 0 ? then : medusa::ext::stream_state::open};
  }

  constexpr std::string_view written() const { return {written_.data(), written_.size()}; }
  constexpr std::size_t writes() const { return writes_; }
  constexpr std::size_t reopened() const { return reopened_; }
  /// Whether no call was asked to wait longer than the contract says.
  constexpr bool kept_contract() const { return kept_; }

 protected:
  constexpr bool next_connection() {
    ++reopened_;
    heard_ = false;
    offset_ = 0;
    for (; at_ < script_.size(); ++at_) {
      if (script_[at_].what == turn::kind::refuse) return ++at_, false;
      if (script_[at_].what == turn::kind::connect) return ++at_, true;
    }
    return false;
  }

 private:
  medusa::testing::virtual_clock* clock_;
  medusa::static_vector<turn, 24> script_{};
  std::size_t at_ = 0;
  std::size_t offset_ = 0;
  bool heard_ = false;
  medusa::static_vector<char, 2048> written_{};
  std::size_t writes_ = 0;
  std::size_t reopened_ = 0;
  bool kept_ = true;
};

/// The same, and it can be opened again.
class reopening_stream : public scripted_stream {
 public:
  using scripted_stream::scripted_stream;
  constexpr bool reopen(medusa::duration limit) {
    return limit > medusa::duration() && next_connection();
  }
};

/// The same over TLS.
class secure_stream : public scripted_stream {
 public:
  static constexpr bool is_secure = true;
  using scripted_stream::scripted_stream;
};

}  // namespace support
