// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../contract/world.hpp"

// The server is that of tools/medusa-server, and a test may stop it and look into its database.
namespace live {

/// False when the server is somebody else's: then the test case is left out, and says so.
[[nodiscard]] inline bool is_ours(std::string_view what = "an outage") {
  bool const ours = std::getenv("MEDUSA_LIVE_SERVER") != nullptr;
  if (!ours)
    contract::the_world().covered("left out, since MEDUSA_LIVE_SERVER is not set: " +
                                  std::string(what));
  return ours;
}

namespace detail {
[[nodiscard]] inline std::string tool(std::string_view command) {
  char const* const path = std::getenv("MEDUSA_LIVE_SERVER");
  return path == nullptr ? "false" : "'" + std::string(path) + "' " + std::string(command);
}
}  // namespace detail

/// Runs `tools/medusa-server`. False when it fails.
[[nodiscard]] inline bool server(std::string_view command) {
  return std::system((detail::tool(command) + " >&2").c_str()) == 0;
}

/// What a query of the server's database gives: a line for each row, tabs between its columns.
[[nodiscard]] inline std::string database(std::string_view sql) {
  std::string const command =
      detail::tool("database sql") + " <<'END'\n" + std::string(sql) + "\nEND\n";
  std::FILE* const pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return "no pipe";
  std::string rows;
  char bytes[4096];
  while (std::size_t const got = std::fread(bytes, 1, sizeof bytes, pipe)) rows.append(bytes, got);
  return ::pclose(pipe) == 0 ? rows : "the query failed";
}

}  // namespace live
