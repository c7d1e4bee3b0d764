// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// What libraries without a struct of their own read into.
struct user {
  std::string id{}, created_at{}, updated_at{};
  std::optional<std::string> deleted_at{}, role{};
  std::string email{};
  std::optional<std::string> first_name{}, last_name{}, api_token{}, metadata{};
};
