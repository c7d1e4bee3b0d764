// Around the compile-time snippet of README.md.
#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>

using medusa::testing::expect;
using medusa::testing::scripted_transport;

// SNIPPET

int main() { return knows_ada() ? 0 : 1; }
