// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <cstdlib>
#include <exception>

// As much of doctest as the tests use, without the heap, without streams and with nothing compiled
// elsewhere: for MemorySanitizer, to which memory that the system's libraries wrote is
// uninitialised.
namespace doctest {

struct test_case {
  char const* name;
  void (*body)();
};
inline test_case cases[4096];
inline int case_count = 0;
inline int failed_checks = 0;

inline void add(char const* name, void (*body)()) {
  if (case_count == sizeof cases / sizeof *cases) std::abort();
  cases[case_count++] = {name, body};
}
struct added {
  added(char const* name, void (*body)()) { add(name, body); }
};
template <class... Types>
struct added_for {
  template <class Body>
  added_for(char const* name, Body) {
    (add(name, [] { Body{}.template operator()<Types>(); }), ...);
  }
};

inline bool check(bool good, char const* file, int line, char const* what) {
  if (good) return true;
  ++failed_checks;
  std::printf("%s:%d: %s\n", file, line, what);
  return false;
}
inline void require(bool good) {
  if (!good) std::exit(1);
}

inline int run() {
  int failed = 0;
  for (int i = 0; i < case_count; ++i) {
    int const before = failed_checks;
    try {
      cases[i].body();
    } catch (std::exception const& thrown) { check(false, cases[i].name, 0, thrown.what()); }
    if (failed_checks != before) {
      ++failed;
      std::printf("FAILED: %s\n", cases[i].name);
    }
  }
  std::printf("[doctest] test cases: %d | %d passed | %d failed\n", case_count, case_count - failed,
              failed);
  return failed == 0 ? 0 : 1;
}

/// As doctest shows what has no way of being shown.
struct String {
  char const* c_str() const { return "{?}"; }
};
template <class T>
String toString(T const&) {
  return {};
}

}  // namespace doctest

#define DOCTEST_JOIN_(a, b) a##b
#define DOCTEST_JOIN(a, b) DOCTEST_JOIN_(a, b)
#define DOCTEST_CASE(name, n)                                                        \
  static void DOCTEST_JOIN(body_, n)();                                              \
  static doctest::added const DOCTEST_JOIN(added_, n)(name, DOCTEST_JOIN(body_, n)); \
  static void DOCTEST_JOIN(body_, n)()
#define DOCTEST_CASE_TEMPLATE(name, T, n, ...)                          \
  template <class T>                                                    \
  static void DOCTEST_JOIN(body_, n)();                                 \
  static doctest::added_for<__VA_ARGS__> const DOCTEST_JOIN(added_, n)( \
      name, []<class Each> { DOCTEST_JOIN(body_, n)<Each>(); });        \
  template <class T>                                                    \
  static void DOCTEST_JOIN(body_, n)()
#define TEST_CASE(name) DOCTEST_CASE(name, __COUNTER__)
#define TEST_CASE_TEMPLATE(name, T, ...) DOCTEST_CASE_TEMPLATE(name, T, __COUNTER__, __VA_ARGS__)

#define CHECK(...) doctest::check((__VA_ARGS__) ? true : false, __FILE__, __LINE__, #__VA_ARGS__)
#define CHECK_FALSE(...) \
  doctest::check((__VA_ARGS__) ? false : true, __FILE__, __LINE__, "not: " #__VA_ARGS__)
#define CHECK_MESSAGE(condition, ...) \
  doctest::check((condition) ? true : false, __FILE__, __LINE__, #condition)
#define CHECK_THROWS_AS(expression, type)                    \
  do {                                                       \
    bool thrown = false;                                     \
    try {                                                    \
      static_cast<void>(expression);                         \
    } catch (type const&) { thrown = true; }                 \
    doctest::check(thrown, __FILE__, __LINE__, #expression); \
  } while (false)
#define REQUIRE(...) doctest::require(CHECK(__VA_ARGS__))
#define REQUIRE_FALSE(...) doctest::require(CHECK_FALSE(__VA_ARGS__))
#define REQUIRE_MESSAGE(condition, ...) doctest::require(CHECK_MESSAGE(condition))
#define FAIL_CHECK(...) doctest::check(false, __FILE__, __LINE__, #__VA_ARGS__)
#define FAIL(...) doctest::require(FAIL_CHECK(__VA_ARGS__))
#define CAPTURE(...) static_cast<void>(0)
#define INFO(...) static_cast<void>(0)
#define MESSAGE(...) static_cast<void>(0)

#ifdef DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
int main() { return doctest::run(); }
#endif
