#include <medusa/client/async_list.hpp>

#include <doctest/doctest.h>

#include <optional>

#include <support/twins.hpp>

namespace {

struct item : medusa::detail::async_list<item>::node {
  constexpr explicit item(int n) noexcept : number(n) {}
  int number;
};
using list = medusa::detail::async_list<item>;

/// The numbers of the list, as digits.
constexpr int digits(list& l) {
  int all = 0;
  list::cursor at(l);
  at.rewind();
  while (item* const i = at.next()) all = all * 10 + i->number;
  return all;
}

constexpr bool test_async_list_changes() {
  item one(1), two(2), three(3);
  list l;
  if (l.first() != nullptr || digits(l) != 0) return false;
  l.add(one), l.add(two), l.add(three);
  if (digits(l) != 321) return false;
  l.remove(two);
  if (digits(l) != 31) return false;
  l.remove(three), l.add(two);
  if (digits(l) != 21) return false;
  l.remove(one), l.remove(two);
  return l.first() == nullptr;
}

constexpr bool test_async_list_changes_under_a_cursor() {
  item one(1), two(2), three(3), four(4);
  list l;
  l.add(one), l.add(two), l.add(three);
  list::cursor outer(l);
  outer.rewind();
  if (outer.next() != &three) return false;
  list::cursor inner(l);
  inner.rewind();
  if (inner.next() != &three) return false;
  l.add(four);                     // in front: not seen
  l.remove(three), l.remove(two);  // where it stood, and what came next
  return inner.next() == &one && inner.next() == nullptr && outer.next() == &one &&
         outer.next() == nullptr && digits(l) == 41;
}

constexpr bool test_async_list_goes_under_a_cursor() {
  item one(1), two(2);
  std::optional<list> l;
  l.emplace();
  l->add(one), l->add(two);
  list::cursor at(*l);
  at.rewind();
  if (!at.alive() || at.next() != &two) return false;
  l.reset();
  return !at.alive() && at.next() == nullptr;
}

}  // namespace

TWIN("nodes come and go", test_async_list_changes);
TWIN("while somebody goes through it", test_async_list_changes_under_a_cursor);
TWIN("a list that goes", test_async_list_goes_under_a_cursor);
