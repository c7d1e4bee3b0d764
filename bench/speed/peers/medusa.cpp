// SPDX-License-Identifier: MIT
#include "../ours.hpp"

namespace {

using namespace medusa;
using bench::ours::run, bench::ours::run_large, bench::ours::run_pages;

bench::peer const hosted_peer{"medusa hosted", bench::result_kind::owned, true, "", run<hosted>};
bench::peer const fixed_peer{"medusa fixed", bench::result_kind::owned, true,
                             "texts up to 256 bytes, in place",
                             run<basic_fixed<limits{.text = 256, .items = 100}>>};
bench::peer const borrowed_peer{"medusa borrowed", bench::result_kind::view, true, "",
                                run<borrowed<100>>};
bench::peer const large_peer{"medusa borrowed", bench::result_kind::view, true, "",
                             run_large<borrowed<10000>>};
bench::peer const pooled_peer{"medusa pooled", bench::result_kind::owned, true, "",
                              run_pages<pooled>};

}  // namespace
