// SPDX-License-Identifier: MIT
// Boost.JSON itself, where there is no library of it to link.
#include <boost/json/src.hpp>
