// SPDX-License-Identifier: MIT
// Any answer to any operation: all storages make the same of it, or say what they have no room for.
#include <medusa/operation/parse.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/http/response.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <support/shown.hpp>

#include "require.hpp"

namespace {

using fuzz::require;
using medusa::errc;
using support::shown;

using limited = medusa::basic_fixed<medusa::limits{.text = 24, .items = 3, .metadata = 40, .message = 48}>;
using views = medusa::basic_borrowed<medusa::limits{.items = 3, .message = 48}>;

class owned_response {
 public:
  owned_response(int status, std::string_view body) : status_(status), body_(body) {}
  [[nodiscard]] int status() const { return status_; }
  [[nodiscard]] std::string& body() { return body_; }
  [[nodiscard]] std::string const& body() const { return body_; }

 private:
  int status_;
  std::string body_;
};

bool is_limit(errc code) { return code == errc::text_too_long || code == errc::too_many_items; }

struct compare {
  int status;
  std::string_view body;

  template <class Op>
  void operator()(Op const& op) const {
    auto const wanted = medusa::parse<medusa::hosted>(op, medusa::response_view{status, body});
    if (!wanted) require(wanted.error().status == status && wanted.error().code != errc{}, "a failure has a reason");
    if (!wanted) require(wanted.error().offset <= body.size(), "an error is in the body");
    std::string const text = wanted ? shown(*wanted) : shown(wanted.error());

    auto const small = medusa::parse<limited>(op, medusa::response_view{status, body});
    if (!small && is_limit(small.error().code)) {
      require(!wanted || small.error().needed != 1, "a limit is told");
    } else {
      require(small.has_value() == wanted.has_value(), "fixed storage takes what hosted does");
      bool const dropped = !small && small.error().server.message_dropped;
      if (!dropped) require((small ? shown(*small) : shown(small.error())) == text, "fixed storage keeps the same");
    }

    owned_response writable(status, body);
    typename Op::template result_type<views> out{};
    auto const failed = medusa::parse_into<views>(op, writable, out);
    if (failed && is_limit(failed->code)) return;
    require(!failed == wanted.has_value(), "borrowed storage takes what hosted does");
    bool const dropped = failed && failed->server.message_dropped;
    if (!dropped) require((failed ? shown(*failed) : shown(out)) == text, "borrowed storage shows the same");

    auto const read_only = medusa::parse<views>(op, medusa::response_view{status, body});
    if (!read_only && read_only.error().code == errc::escaped_text)
      require(body.find('\\') != std::string_view::npos, "a text with escapes has one");
  }
};

constexpr int statuses[] = {200, 200, 200, 201, 204, 301, 304, 400, 401, 403, 404, 409, 413, 422, 429, 500, 503, 599, 299, 100};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::input in(data, size);
  auto const which = static_cast<wire::operation>(in.byte() % 11);
  int const status = statuses[in.byte() % std::size(statuses)];
  support::with_operation(which, compare{status, in.rest()});
  return 0;
}
