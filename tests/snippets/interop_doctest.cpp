// Around the snippet about doctest of docs/interop.md.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <medusa/ext/doctest.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/scripted_transport.hpp>

using medusa::method;
using medusa::testing::expect;

// SNIPPET
