// SPDX-License-Identifier: MIT
// From reset to main on a Cortex-M (ARMv7-M Architecture Reference Manual, B1.5).
#include <cstdint>

#include "semihosting.hpp"

int main();

// From the linker script.
extern "C" std::uint32_t stack_top[], data_load[], data_begin[], data_end[], bss_begin[], bss_end[];

extern "C" [[noreturn]] void reset() {
  std::uint32_t const* from = data_load;
  for (std::uint32_t* to = data_begin; to < data_end; ++to) *to = *from++;
  for (std::uint32_t* to = bss_begin; to < bss_end; ++to) *to = 0;
  semihosting::exit(main());
}

namespace {

[[noreturn]] void fault() {
  semihosting::write("fault\n");
  semihosting::exit(2);
}

struct vector_table {
  std::uint32_t* initial_stack;
  void (*handlers[15])();
};

// Reset, then all that can go wrong; no interrupt is ever enabled.
[[gnu::section(".vectors"), gnu::used]] constinit vector_table const vectors{
    stack_top,
    {reset, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault,
     fault, fault}};

}  // namespace
