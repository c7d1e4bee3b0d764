// SPDX-License-Identifier: MIT
// Times all peers on all documents, in turn, and compares what they made of them. A line for each,
// its columns between tabs: document, peer, writes, views or owns, ours or theirs, bytes, least and median
// nanoseconds, allocations and bytes of them, note. usage: time [ROUNDS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "bodies.hpp"
#include "memory.hpp"

namespace {

using namespace bench;

struct row {
  peer const* who;
  std::vector<double> ns{};  ///< of one document, a round each
  allocated heap{};
};

int wrong = 0;

/// The peers that can do this document; results that differ from the first one's are reported.
std::vector<row> able(document const& d) {
  std::vector<row> rows;
  std::string expected;
  for (peer const* each : peer::all()) {
    std::string digest;
    bodies one(d);
    if (!each->run(d.shape, one[0], &digest)) continue;
    if (is_request(d.shape)) expected = d.text;
    if (expected.empty()) expected = digest;
    bool const same = digest == expected;
    if (!same) std::fprintf(stderr, "%s: %s gives another result\n", d.name, each->name);
    wrong += same ? 0 : 1;
    rows.push_back({each});
  }
  return rows;
}

char const* kind_of(row const& r, document const& d) {
  if (is_request(d.shape)) return "writes";
  return r.who->kind == result_kind::view ? "views" : "owns";
}

void measure(row& r, document const& d, bodies& copies) {
  copies.restore();
  allocated const before = heap;
  auto const begin = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < copies.count(); ++i)
    if (!r.who->run(d.shape, copies[i], nullptr)) std::abort();
  std::chrono::duration<double, std::nano> const spent = std::chrono::steady_clock::now() - begin;
  auto const n = copies.count();
  r.ns.push_back(spent.count() / static_cast<double>(n));
  r.heap = {(heap.count - before.count) / n, (heap.bytes - before.bytes) / n};
}

}  // namespace

int main(int count, char** arguments) {
  int const rounds = count > 1 ? std::max(1, std::atoi(arguments[1])) : 21;
  for (document const& d : documents(true)) {
    std::vector<row> rows = able(d);
    bodies copies(d);
    for (row& r : rows) measure(r, d, copies), r.ns.clear();  // caches and parsers get warm
    for (int i = 0; i < rounds; ++i)
      for (row& r : rows) measure(r, d, copies);
    for (row& r : rows) {
      std::sort(r.ns.begin(), r.ns.end());
      std::printf("%s\t%s\t%s\t%s\t%zu\t%.1f\t%.1f\t%zu\t%zu\t%s\n", d.name, r.who->name,
                  kind_of(r, d), r.who->ours ? "ours" : "theirs", d.text.size(), r.ns.front(),
                  r.ns[r.ns.size() / 2], r.heap.count, r.heap.bytes, r.who->note);
    }
  }
  return wrong == 0 ? 0 : 1;
}
