#include <medusa/client/page_walk.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/model/fixed.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using walk_storage = basic_fixed<limits{.items = 4, .request = 32}>;
using walk = admin::page_walk<walk_storage>;

constexpr basic_user_page<walk_storage> page_at(std::optional<std::uint64_t> offset,
                                                std::size_t size, std::string_view first,
                                                std::uint64_t count = 5) {
  basic_user_page<walk_storage> page;
  for (std::size_t i = 0; i < size; ++i)
    if (!page.users.try_emplace_back()->id.assign(i == 0 ? first : "x")) break;
  page.count = count;
  page.limit = 2;
  page.offset = offset;
  return page;
}

constexpr bool test_walk_to_the_end() {
  admin::list_users const op{.q = "a", .limit = 2};
  walk w(op);
  if (w.write_query(op, {}) || w.op().query != "?q=a" || w.op().offset || w.op().limit != 2)
    return false;
  if (w.take(page_at(0, 2, "a")) != 2 || !w.more() || w.op().offset != 2) return false;
  if (w.take(page_at(2, 2, "b")) != 2 || !w.more() || w.op().offset != 4) return false;
  return w.take(page_at(4, 1, "c")) == 1 && !w.more();
}

constexpr bool test_walk_that_does_not_move() {
  walk same(admin::list_users{.limit = 2});
  if (same.take(page_at(0, 2, "a")) != 2 || same.take(page_at(2, 2, "a")) != 0 || same.more())
    return false;
  walk stuck(admin::list_users{.limit = 2});
  if (stuck.take(page_at(0, 2, "a")) != 2 || stuck.take(page_at(0, 2, "b")) != 0 || stuck.more())
    return false;
  walk no_numbers(admin::list_users{});
  return no_numbers.take(page_at({}, 2, "a")) == 2 && !no_numbers.more();
}

/// Every page that cannot have another behind it, and one that can.
constexpr bool test_walk_at_a_last_page() {
  auto const ends_at = [](basic_user_page<walk_storage> const& page) {
    walk w(admin::list_users{.offset = page.offset});
    return w.take(page) == page.users.size() && !w.more();
  };
  auto without_limit = page_at(0, 2, "a");
  without_limit.limit = 0;
  auto unknown_limit = page_at(0, 2, "a");
  unknown_limit.limit = {};
  auto unknown_count = page_at(0, 2, "a");
  unknown_count.count = {};
  return ends_at(page_at(0, 1, "a")) && ends_at(page_at(5, 2, "a")) &&
         ends_at(page_at(6, 2, "a")) && ends_at(page_at(3, 2, "a")) && ends_at(without_limit) &&
         ends_at(unknown_limit) && ends_at(unknown_count) && !ends_at(page_at(2, 2, "a"));
}

constexpr bool test_walk_that_is_stopped_or_refused() {
  walk w(admin::list_users{});
  w.stop();
  if (w.more()) return false;
  admin::list_users const op{.q = "0123456789012345678901234567890123456789"};
  walk long_query(op);
  auto const error = long_query.write_query(op, {});
  return error && error->code == errc::buffer_too_small && error->needed == 43;
}

/// The numbers of a server that lies may be as large as they want to be.
constexpr bool test_walk_of_numbers_without_bound() {
  constexpr std::uint64_t most = ~std::uint64_t{0};
  walk w(admin::list_users{.offset = most - 1, .limit = 2});
  if (w.take(page_at(most - 1, 2, "a", most)) != 2 || w.more()) return false;
  walk beyond(admin::list_users{.offset = 4, .limit = 2});
  return beyond.take(page_at(4, 2, "a", 3)) == 2 && !beyond.more();
}

}  // namespace

TWIN("pages whose numbers are as large as can be", test_walk_of_numbers_without_bound);
TWIN("pages to the end", test_walk_to_the_end);
TWIN("pages that do not move", test_walk_that_does_not_move);
TWIN("pages that are the last", test_walk_at_a_last_page);
TWIN("pages that are stopped, or cannot be asked for", test_walk_that_is_stopped_or_refused);
