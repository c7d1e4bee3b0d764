// SPDX-License-Identifier: MIT
// A function for each operation, and one that makes the client: tools/size links those it counts,
// and gives PROBE_STORAGE, PROBE_CLOCK, and PROBE_OPTIONS: what the client is made of.
#include <new>

#include "probe.hpp"

namespace probe {

using storage = PROBE_STORAGE;
using client = medusa::admin::client<transport&, medusa::json::scanner, storage, PROBE_CLOCK>;
using failed = std::optional<client::failure_type>;

[[gnu::used]] void construct(void* at, transport& t, client::PROBE_OPTIONS const& options) {
  ::new (at) client(t, options);
}

template <class Op>
failed call(client& c, Op const& op, typename Op::template result_type<storage>& out) {
  return c.call_into(op, out);
}
// Their names in the object file are plain, for the linker's command line.
#define PROBE(operation)                                                                \
  [[gnu::used]] failed operation(client& c, medusa::admin::operation const& op,         \
                                 medusa::admin::operation::result_type<storage>& out) { \
    return call(c, op, out);                                                            \
  }
PROBE(create_user)
PROBE(delete_user)
PROBE(list_users)
PROBE(reset_password)
PROBE(retrieve_user)
PROBE(send_reset_password_token)
PROBE(update_user)
PROBE(create_session)
PROBE(get_token)
PROBE(get_session)
PROBE(delete_session)

}  // namespace probe
