// Around the snippets of docs/by-example.md that are statements.
#include <medusa/client/async_client.hpp>
#include <medusa/client/create_or_recover.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <medusa/testing/fake_medusa.hpp>
#include <medusa/testing/json_policy_conformance.hpp>
#include <medusa/testing/recorder.hpp>
#include <medusa/testing/redacted.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/transport_conformance.hpp>
#include <medusa/testing/virtual_clock.hpp>

#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

using namespace medusa;

int main() {
  // SNIPPET
}
