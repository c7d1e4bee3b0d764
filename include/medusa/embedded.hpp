// SPDX-License-Identifier: MIT
#pragma once

// Everything that needs neither a heap nor an operating system: `fixed` and `borrowed` storage.

#include <medusa/client/client.hpp>
#include <medusa/client/function_transport.hpp>
#include <medusa/core/version.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/describe.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/operation/create_invite.hpp>
#include <medusa/operation/delete_invite.hpp>
#include <medusa/operation/for_each_user.hpp>
#include <medusa/operation/list_invites.hpp>
#include <medusa/operation/max_request_size.hpp>
#include <medusa/operation/parse.hpp>
