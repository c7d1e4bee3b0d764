#include <medusa/client/function_box.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <type_traits>
#include <utility>

#include <support/twins.hpp>

namespace {

using box = medusa::detail::function_box<4 * sizeof(void*)>;

struct adder {
  int* sum;
  int times;
  constexpr void operator()(int n) const { *sum += n * times; }
};
static_assert(box::fits<adder> && !box::fits<char[4 * sizeof(void*) + 1]>);
struct alignas(64) wide {};
static_assert(!box::fits<wide>);

constexpr bool test_function_box() {
  int sum = 0;
  box b;
  b.put(adder{&sum, 2});
  adder const a = b.take<adder>();
  adder const copied{&sum, 10};
  b.put(copied);  // room again
  a(1);
  b.take<adder>()(1);
  return sum == 12;
}

}  // namespace

TWIN("a function in a box", test_function_box);

TEST_CASE("what is in a box is moved and destroyed") {
  auto const shared = std::make_shared<int>(3);
  auto const held = [shared] { return *shared; };
  box full;
  full.put(held);
  CHECK(shared.use_count() == 3);
  CHECK(full.take<std::decay_t<decltype(held)>>()() == 3);
  CHECK(shared.use_count() == 2);
  box b;
  auto count = [held = std::make_unique<int>(3)] { return *held; };
  b.put(std::move(count));
  CHECK(b.take<decltype(count)>()() == 3);
}
