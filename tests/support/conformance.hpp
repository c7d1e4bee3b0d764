// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/testing/transport_conformance.hpp>
#ifndef _WIN32
#include <support/conformance_server.hpp>
#endif

namespace support {

/// Checks a report, and that exactly those rules fail that a library is known to break. With
/// MEDUSA_CONFORMANCE set to a folder, the table is written there, too.
inline void check_report(char const* name, medusa::testing::transport_report const& report,
                         std::initializer_list<medusa::testing::transport_rule> known = {}) {
  using medusa::testing::transport_rule;
  std::string const table = to_string(report);
  if (char const* const folder = std::getenv("MEDUSA_CONFORMANCE")) {
    std::string const path = std::string(folder) + "/" + name + ".txt";
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    REQUIRE(file != nullptr);
    std::fwrite(table.data(), 1, table.size(), file);
    std::fclose(file);
  }
  INFO(table);
  for (std::size_t n = 0; n != medusa::testing::transport_rule_count; ++n) {
    auto const rule = static_cast<transport_rule>(n);
    bool expected = true;
    for (auto const each : known) expected = expected && each != rule;
    CHECK_MESSAGE(report[rule].passed() == expected, to_string(rule));
  }
}

/// Tries a transport on the server of MEDUSA_CONFORMANCE_URL, else on one of its own.
template <class Source>
void check_conformance(char const* name, Source&& source,
                       std::initializer_list<medusa::testing::transport_rule> known = {}) {
  if (char const* const url = std::getenv("MEDUSA_CONFORMANCE_URL"))
    return check_report(name, medusa::testing::transport_conformance(source, url), known);
#ifdef _WIN32
  REQUIRE_MESSAGE(false, "MEDUSA_CONFORMANCE_URL is not set: run it with tools/transports");
#else
  conformance_server const server;
  check_report(name, medusa::testing::transport_conformance(source, server.url()), known);
#endif
}

}  // namespace support
