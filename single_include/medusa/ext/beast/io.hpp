// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../library/error.hpp"
#include "../library/patience.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

// medusa/ext/beast/io.hpp

namespace medusa::inline v0::ext::detail {

/// Why a step of a call went wrong: by Asio's account, and by ours where it was we who ended it.
struct beast_trouble {
  boost::system::error_code number{};
  std::optional<library_errc> given_up{};

  [[nodiscard]] explicit operator bool() const noexcept { return number || given_up; }
};

/// Waits for asynchronous operations, one at a time: Asio's blocking ones know neither time limits
/// nor cancellation.
class beast_io {
 public:
  using tcp = boost::asio::ip::tcp;

  [[nodiscard]] tcp::socket socket() { return tcp::socket(io_); }

  /// `start(handler)` begins an operation on `socket`, whose closing ends it. It does not return
  /// before the operation has ended, so that this may work on the caller's memory.
  template <class Start>
  [[nodiscard]] beast_trouble wait(patience const& p, tcp::socket& socket, Start&& start) {
    std::optional<boost::system::error_code> done;
    start([&done](boost::system::error_code ec, auto&&...) { done = ec; });
    std::optional<library_errc> over;
    while (!done) {
      turn(p);
      if (done || over || !(over = p.over())) continue;
      boost::system::error_code ignored;
      socket.close(ignored);
    }
    return {*done, over};
  }

  /// Finds the addresses of a host. The system's own function cannot be interrupted: when the call
  /// is given up it goes on in a thread of Asio, whose end the destructor waits for.
  [[nodiscard]] beast_trouble resolve(patience const& p, std::string_view host,
                                      std::string_view port,
                                      tcp::resolver::results_type& addresses) {
    struct outcome {
      std::optional<boost::system::error_code> done{};
      tcp::resolver::results_type found{};
    };
    auto const o = std::make_shared<outcome>();
    auto const resolver = std::make_shared<tcp::resolver>(io_);
    resolver->async_resolve(
        host, port, [o, resolver](boost::system::error_code ec, tcp::resolver::results_type found) {
          o->done = ec;
          o->found = std::move(found);
        });
    while (!o->done) {
      turn(p);
      if (o->done) break;
      if (auto const over = p.over()) {
        resolver->cancel();
        return {.given_up = over};
      }
    }
    addresses = std::move(o->found);
    return {*o->done, {}};
  }

 private:
  void turn(patience const& p) {
    auto const now = patience::clock::now();
    auto const next = now + std::chrono::milliseconds(patience::turn_ms);
    io_.restart();  // it stops when it has run out of work
    io_.run_one_until(p.end() > now && p.end() < next ? p.end() : next);
  }

  boost::asio::io_context io_{1};
};

}  // namespace medusa::inline v0::ext::detail
