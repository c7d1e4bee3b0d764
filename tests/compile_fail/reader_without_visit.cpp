// SPDX-License-Identifier: MIT
// A JSON policy without visit().
// first: a json reader has: template <class F> static std::optional<json::error> visit\(std::string_view document, F&& f\);
#include "models.hpp"

struct policy : whole::reader_of<whole::value> {
#ifndef MEDUSA_CONTROL
  void visit() = delete;
#endif
};

bool checks() { return whole::reads<policy>(); }
