// SPDX-License-Identifier: MIT
// What every consumer project builds: a program that uses the library as it was handed out.
#include <medusa/medusa.hpp>

#include <cstdio>

int main() { std::printf("medusa %s\n", medusa::version.data()); }
