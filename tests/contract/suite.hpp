// SPDX-License-Identifier: MIT
#pragma once

// One suite for every server that says it is Medusa. A program that includes this defines
// contract::the_world(); every test case removes what it makes.

#include "auth.hpp"
#include "failures.hpp"
#include "list.hpp"
#include "pages.hpp"
#include "reset_password.hpp"
#include "text.hpp"
#include "update.hpp"
#include "users.hpp"
