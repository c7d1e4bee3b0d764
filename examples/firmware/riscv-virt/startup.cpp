// SPDX-License-Identifier: MIT
// From reset to main on a RISC-V core in machine mode.
#include <cstdint>

#include "semihosting.hpp"

int main();

// From the linker script.
extern "C" std::uint32_t bss_begin[], bss_end[];

namespace {

[[noreturn, gnu::aligned(4)]] void trap() {
  semihosting::write("trap\n");
  semihosting::exit(2);
}

}  // namespace

extern "C" [[noreturn, gnu::used]] void start() {
  asm volatile(
      ".option push\n"
      ".option arch, +zicsr\n"
      "csrw mtvec, %0\n"
      ".option pop"
      :
      : "r"(&trap));
  for (std::uint32_t* to = bss_begin; to < bss_end; ++to) *to = 0;
  semihosting::exit(main());
}

// There is no stack yet for a function of C++ to stand on.
asm(R"(
  .section .reset, "ax"
  .global reset
reset:
  .option push
  .option norelax
  la gp, __global_pointer$
  .option pop
  la sp, stack_top
  j start
)");
