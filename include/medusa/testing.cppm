// SPDX-License-Identifier: MIT
// Written by tools/module.
module;

#include <medusa/testing/async_scripted_transport.hpp>
#include <medusa/testing/async_transport_archetype.hpp>
#include <medusa/testing/fake_medusa.hpp>
#include <medusa/testing/fake_response.hpp>
#include <medusa/testing/json_policy_conformance.hpp>
#include <medusa/testing/recorder.hpp>
#include <medusa/testing/redacted.hpp>
#include <medusa/testing/scripted_step.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/transport_conformance.hpp>
#include <medusa/testing/virtual_clock.hpp>

export module medusa.testing;

export import medusa;

export namespace medusa {
using medusa::is_secret_name;
using medusa::is_secret_parameter;
using medusa::redacted;
}  // namespace medusa

export namespace medusa::testing {
using medusa::testing::async_scripted_transport;
using medusa::testing::async_transport_archetype;
using medusa::testing::body_matches;
using medusa::testing::cpp_literal;
using medusa::testing::expect;
using medusa::testing::fake_medusa;
using medusa::testing::fake_response;
using medusa::testing::header_matches;
using medusa::testing::is_must;
using medusa::testing::json_policy_conformance;
using medusa::testing::json_policy_conforms;
using medusa::testing::json_policy_report;
using medusa::testing::json_rule;
using medusa::testing::json_rule_count;
using medusa::testing::never_fails;
using medusa::testing::percent_decoded;
using medusa::testing::recorded_exchange;
using medusa::testing::recorder;
using medusa::testing::redacted;
using medusa::testing::redactor;
using medusa::testing::request_may_have_been_sent;
using medusa::testing::scripted_error;
using medusa::testing::scripted_step;
using medusa::testing::scripted_transport;
using medusa::testing::target_matches;
using medusa::testing::to_string;
using medusa::testing::transport_conformance;
using medusa::testing::transport_report;
using medusa::testing::transport_rule;
using medusa::testing::transport_rule_count;
using medusa::testing::virtual_clock;
}  // namespace medusa::testing
