// SPDX-License-Identifier: MIT
#include <medusa/testing/transport_conformance/requests.hpp>

#include <doctest/doctest.h>

#include <support/flawed_transport.hpp>

using medusa::method;
using medusa::request;
using namespace medusa::testing::detail;
using namespace support;

namespace {

flaw with_transfer_encoding() {
  return {.after = [](std::string_view, transport_outcome& o) {
    o.body.insert(o.body.find("Host:"), "Transfer-Encoding: chunked\r\n");
  }};
}

}  // namespace

TEST_CASE("transport rules: the target") {
  CHECK(passes(transport_rule::target, try_targets));
  CHECK(!passes(transport_rule::target, try_targets,
                {.before = [](request& r) { r.target = r.target.substr(0, r.target.find('?')); }}));
  CHECK(!passes(transport_rule::target, try_targets,
                {.before = [](request& r) { r.method = method::get; }}));
  CHECK(passes(transport_rule::empty_others, try_targets));
  CHECK(!passes(transport_rule::empty_others, try_targets,
                {.before = [](request& r) { r.body = "x"; }}));
  CHECK(!passes(transport_rule::target, try_targets,
                {.after = [](std::string_view, transport_outcome& o) { o.status = 500; }}));
  CHECK(!passes(transport_rule::empty_others, try_targets, with_transfer_encoding()));
  CHECK(passes(transport_rule::host, try_targets));
  CHECK(!passes(transport_rule::host, try_targets,
                {.after = [](std::string_view, transport_outcome& o) {
                  o.body.insert(o.body.find("Host:"), "Host: other\r\n");
                }}));
}

TEST_CASE("transport rules: the body") {
  CHECK(passes(transport_rule::body, try_bodies));
  CHECK(!passes(transport_rule::body, try_bodies,
                {.before = [](request& r) { r.body = r.body.substr(0, r.body.find('\0')); }}));
  CHECK(!passes(transport_rule::body, try_bodies, with_transfer_encoding()));
  CHECK(passes(transport_rule::empty_post, try_bodies));
  CHECK(!passes(transport_rule::empty_post, try_bodies, {.before = [](request& r) {
                  if (r.body.empty()) r.body = "x";
                }}));
  CHECK(!passes(transport_rule::empty_post, try_bodies,
                {.before = [](request& r) { r.method = method::get; }}));
  CHECK(passes(transport_rule::sizes, try_large));
  CHECK(!passes(transport_rule::sizes, try_large,
                {.before = [](request& r) { r.body = r.body.substr(0, 65536); }}));
}

TEST_CASE("transport rules: the headers") {
  CHECK(passes(transport_rule::headers, try_headers));
  CHECK(!passes(transport_rule::headers, try_headers,
                {.before = [](request& r) { r.headers = r.headers.subspan(1); }}));
  CHECK(passes(transport_rule::header_bytes, try_headers));
  CHECK(!passes(transport_rule::header_bytes, try_headers, wrong_about("/echo")));
  CHECK(!passes(transport_rule::header_bytes, try_headers,
                {.after = [](std::string_view, transport_outcome& o) {
                  if (auto const at = o.body.find("\xC3\xA9"); at != o.body.npos)
                    o.body.replace(at, 2, "\xE9");
                }}));
}
