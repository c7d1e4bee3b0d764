// Around the operation and the foreign struct of docs/by-example.md.
#include <medusa/medusa.hpp>

#include <cstdint>
#include <string>
#include <string_view>

using namespace medusa;

// SNIPPET

int main() {}
