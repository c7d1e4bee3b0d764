// SPDX-License-Identifier: MIT
// Reads one user into an owning struct.
#include <medusa/model/hosted.hpp>
#include <medusa/operation/parse.hpp>
#include <medusa/operation/retrieve_user.hpp>

bool read(std::string_view body, medusa::basic_user<medusa::hosted>& out) {
  medusa::response_view response{200, body};
  return !medusa::parse_into<medusa::hosted>(medusa::admin::retrieve_user{}, response, out);
}
