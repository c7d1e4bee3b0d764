// SPDX-License-Identifier: MIT
// Any answer to any operation: all storages make the same of it, or say what they have no room for.
#include <medusa/operation/parse.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include <medusa/http/response.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <support/owned_response.hpp>
#include <support/shown.hpp>
#include <support/with_operation.hpp>

#include "json_mutator.hpp"
#include "require.hpp"
#include "statuses.hpp"

namespace {

using fuzz::require;
using medusa::errc;
using support::shown;

constexpr std::size_t most_text = 24;
using limited = medusa::basic_fixed<medusa::limits{
    .text = most_text, .items = 3, .metadata = 40, .message = 48}>;
using views = medusa::basic_borrowed<medusa::limits{.items = 3, .message = 48}>;

/// Whether bounded storage has kept what the server says about a refusal, but for what is too long
/// for it.
template <class Kept, class Said>
bool keeps(Kept const& kept, Said const& said) {
  auto const same = [](std::string_view k, std::string_view s) {
    return k == s || (k.empty() && s.size() > most_text);
  };
  return same(kept.type.text(), said.type.text()) && same(kept.code.text(), said.code.text()) &&
         (kept.message_dropped || std::string_view(kept.message) == said.message);
}

/// All that a failure says but what the server says.
template <class Failure>
std::string rest(Failure failure) {
  failure.server = {};
  return shown(failure);
}

bool is_limit(errc code) { return code == errc::text_too_long || code == errc::too_many_items; }

struct compare {
  int status;
  std::string_view body;

  template <class Op>
  void operator()(Op const& op) const {
    auto const wanted = medusa::parse<medusa::hosted>(op, medusa::response_view{status, body});
    if (!wanted)
      require(wanted.error().status == status && wanted.error().code != errc{},
              "a failure has a reason");
    if (!wanted) require(wanted.error().offset <= body.size(), "an error is in the body");
    std::string const text = wanted ? shown(*wanted) : shown(wanted.error());

    auto const small = medusa::parse<limited>(op, medusa::response_view{status, body});
    if (!small && is_limit(small.error().code)) {
      if (small.error().code == errc::text_too_long)
        require(small.error().needed > most_text, "it is told how much a text takes");
    } else {
      require(small.has_value() == wanted.has_value(), "fixed storage takes what hosted does");
      if (small) require(shown(*small) == text, "fixed storage keeps the same");
      else
        require(keeps(small.error().server, wanted.error().server) &&
                    rest(small.error()) == rest(wanted.error()),
                "a failure on fixed storage says the same");
    }

    support::owned_response writable(status, body);
    typename Op::template result_type<views> out{};
    auto const failed = medusa::parse_into<views>(op, writable, out);
    if (failed && is_limit(failed->code)) return;
    require(!failed == wanted.has_value(), "borrowed storage takes what hosted does");
    bool const dropped = failed && failed->server.message_dropped;
    if (!dropped)
      require((failed ? shown(*failed) : shown(out)) == text, "borrowed storage shows the same");

    auto const read_only = medusa::parse<views>(op, medusa::response_view{status, body});
    if (!read_only && read_only.error().code == errc::escaped_text)
      require(body.find('\\') != std::string_view::npos, "a text with escapes has one");
  }
};

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return fuzz::mutate_json(data, size, most, seed, 2);
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::input in(data, size);
  auto const which = static_cast<wire::operation>(in.byte() % 11);
  int const status = fuzz::statuses[in.byte() % std::size(fuzz::statuses)];
  support::with_operation(which, compare{status, in.rest()});
  return 0;
}
