// SPDX-License-Identifier: MIT
#pragma once

namespace fuzz {

/// What an answer may have; most inputs are answers of success.
inline constexpr int statuses[] = {200, 200, 200, 201, 204, 301, 304, 400, 401, 403,
                                   404, 409, 413, 422, 429, 500, 503, 599, 299, 100};

}  // namespace fuzz
