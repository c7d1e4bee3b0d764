// SPDX-License-Identifier: MIT
#pragma once

// Everything, for programs with a heap and the full standard library. Transports and adapters are
// in medusa/ext/, test doubles in medusa/testing/.

#include <medusa/client/steady_clock.hpp>
#include <medusa/embedded.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/model/pooled.hpp>

namespace medusa::inline v0::admin {

/// A user on `hosted` storage.
using user = basic_user<hosted>;
/// A page of users on `hosted` storage.
using user_page = basic_user_page<hosted>;
/// What a delete answers, on `hosted` storage.
using deletion = basic_deletion<hosted>;
/// What `get_token` answers, on `hosted` storage.
using session_token = basic_session_token<hosted>;

}  // namespace medusa::inline v0::admin
