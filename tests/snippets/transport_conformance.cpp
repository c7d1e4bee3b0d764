// SPDX-License-Identifier: MIT
// Tries our own HTTP/1.1 in the place of the reader's transport.
#include <cstdio>
#include <string>

#include <medusa/testing/transport_conformance.hpp>

#include <support/conformance_server.hpp>
#include <support/loopback_http1.hpp>

support::conformance_server const server;
std::string const url = server.url();

struct my_transport {
  auto send(medusa::request const& r) { return http.send(r); }
  decltype(support::loopback_http1("")) http = support::loopback_http1(url);
};

int main() {
  // SNIPPET
}
