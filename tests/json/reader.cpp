// SPDX-License-Identifier: MIT
#include <medusa/json/reader.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <doctest/doctest.h>
#include <medusa/json/scanner.hpp>

namespace {

namespace json = medusa::json;
using json::reader;

// The least that is a reader: it knows one document, `[7]`.
struct archetype {
  class value {
   public:
    constexpr explicit value(bool root) : root_(root) {}
    constexpr json::kind kind() const { return root_ ? json::kind::array : json::kind::number; }
    constexpr bool boolean() { return false; }
    constexpr std::optional<std::int64_t> integer() { return 7; }
    constexpr json::text string() { return {}; }
    constexpr std::string_view raw() { return root_ ? "[7]" : "7"; }
    constexpr std::size_t offset() const { return root_ ? 0 : 1; }
    template <class F>
    constexpr bool for_each_member(F&& f) {
      value v(false);
      return f(json::text{}, v);
    }
    template <class F>
    constexpr bool for_each_element(F&& f) {
      value v(false);
      return f(v);
    }

   private:
    bool root_;
  };
  static constexpr bool views_input = false;
  template <class F>
  static constexpr std::optional<json::error> visit(std::string_view, F&& f) {
    value root(true);
    f(root);
    return std::nullopt;
  }
};

static_assert(json::check_reader<archetype>());
static_assert(reader<archetype> && json::value<archetype::value>);
static_assert(reader<json::scanner> && json::value<json::scanner::value>);

constexpr bool test_archetype() {
  std::int64_t seen = 0;
  auto const error = archetype::visit("[7]", [&](archetype::value& root) {
    root.for_each_element([&](archetype::value& v) {
      seen = v.integer().value_or(0);
      return true;
    });
  });
  return !error && seen == 7;
}
TEST_CASE("json/reader: the archetype reads") { CHECK(test_archetype()); }
static_assert(test_archetype());

// One requirement broken in each.
template <class Value>
struct with_value {
  using value = Value;
  [[maybe_unused]] static constexpr bool views_input = false;
  template <class F>
  static std::optional<json::error> visit(std::string_view, F&&);
};
using good = archetype::value;
static_assert(reader<with_value<good>>);

struct no_kind : good {
  void kind() const;
};
struct kind_not_const : good {
  json::kind kind();
};
struct boolean_is_int : good {
  int boolean();
};
struct integer_is_int : good {
  std::int64_t integer();
};
struct string_is_view : good {
  std::string_view string();
};
struct raw_is_text : good {
  json::text raw();
};
struct offset_is_int : good {
  int offset() const;
};
struct offset_not_const : good {
  std::size_t offset();
};
struct members_give_nothing : good {
  template <class F>
  void for_each_member(F&&);
};
struct members_without_names : good {
  template <class F>
  auto for_each_member(F&& f) -> decltype(f(*this));
};
struct elements_give_nothing : good {
  template <class F>
  void for_each_element(F&&);
};
static_assert(!reader<with_value<no_kind>> && !json::value<no_kind>);
static_assert(!reader<with_value<kind_not_const>>);
static_assert(!reader<with_value<boolean_is_int>>);
static_assert(!reader<with_value<integer_is_int>>);
static_assert(!reader<with_value<string_is_view>>);
static_assert(!reader<with_value<raw_is_text>>);
static_assert(!reader<with_value<offset_is_int>>);
static_assert(!reader<with_value<offset_not_const>>);
static_assert(!reader<with_value<members_give_nothing>>);
static_assert(!reader<with_value<members_without_names>>);
static_assert(!reader<with_value<elements_give_nothing>>);
static_assert(!reader<with_value<int>>);

struct no_value {
  [[maybe_unused]] static constexpr bool views_input = false;
  template <class F>
  static std::optional<json::error> visit(std::string_view, F&&);
};
struct silent_about_input {
  using value = good;
  template <class F>
  static std::optional<json::error> visit(std::string_view, F&&);
};
struct undecided_about_input : silent_about_input {
  [[maybe_unused]] static bool views_input;
};
struct no_visit {
  using value = good;
  [[maybe_unused]] static constexpr bool views_input = false;
};
struct visit_gives_bool : no_visit {
  template <class F>
  static bool visit(std::string_view, F&&);
};
struct visit_of_an_object : no_visit {
  template <class F>
  std::optional<json::error> visit(std::string_view, F&&);
};
static_assert(!reader<no_value>);
static_assert(!reader<silent_about_input>);
static_assert(!reader<undecided_about_input>);
static_assert(!reader<no_visit>);
static_assert(!reader<visit_gives_bool>);
static_assert(!reader<visit_of_an_object>);
static_assert(!reader<int>);

}  // namespace
