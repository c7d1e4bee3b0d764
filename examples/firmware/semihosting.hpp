// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// What a debugger or an emulator does for a program that has no operating system: arguments,
/// files, output, time, exit status ("Semihosting for AArch32 and AArch64", Arm; the RISC-V one is
/// the same but for the instruction). A product has drivers in its place.
namespace semihosting {

using word = std::uintptr_t;

enum class operation : word {
  open = 0x01,
  close = 0x02,
  write0 = 0x04,
  read = 0x06,
  clock = 0x10,
  time = 0x11,
  get_cmdline = 0x15,
  exit_extended = 0x20,
};

inline word call(operation what, void const* argument) {
#if defined(__riscv)
  register auto op asm("a0") = static_cast<word>(what);
  register auto arg asm("a1") = argument;
  asm volatile(
      ".option push\n"
      ".option norvc\n"
      ".balign 16\n"  // a debugger reads all three, and they must lie in one page
      "slli zero, zero, 0x1f\n"
      "ebreak\n"
      "srai zero, zero, 7\n"
      ".option pop"
      : "+r"(op)
      : "r"(arg)
      : "memory");
#else
  register auto op asm("r0") = static_cast<word>(what);
  register auto arg asm("r1") = argument;
  asm volatile("bkpt 0xab" : "+r"(op) : "r"(arg) : "memory");
#endif
  return op;
}

inline word call(operation what, std::span<word const> block) { return call(what, block.data()); }

inline word address(void const* p) { return reinterpret_cast<word>(p); }

/// Prints `text`, which ends with a NUL.
inline void write(char const* text) { call(operation::write0, text); }

/// Hundredths of a second since the program began. QEMU counts its own processor time, which lags
/// behind the clock on the wall when the machine has other things to do.
inline std::uint32_t clock() { return static_cast<std::uint32_t>(call(operation::clock, nullptr)); }

/// Seconds since 1970.
inline std::uint32_t time() { return static_cast<std::uint32_t>(call(operation::time, nullptr)); }

/// Fills `into` from a file of the host and says how many bytes there were: 0 without such a file.
/// `path` must be followed by a NUL.
inline std::size_t read_file(std::string_view path, std::span<char> into) {
  constexpr word read_binary = 1, failed = static_cast<word>(-1);
  word const file =
      call(operation::open, std::array<word, 3>{address(path.data()), read_binary, path.size()});
  if (file == failed) return 0;
  word const left =
      call(operation::read, std::array<word, 3>{file, address(into.data()), into.size()});
  call(operation::close, std::array<word, 1>{file});
  return left <= into.size() ? into.size() - left : 0;
}

/// The arguments of the program, each followed by a NUL, in memory of the caller's; empty ones for
/// those that are missing.
template <std::size_t Count>
std::array<std::string_view, Count> arguments(std::span<char> memory) {
  std::array<std::string_view, Count> all{};
  std::array<word, 2> block{address(memory.data()), memory.size()};
  if (call(operation::get_cmdline, std::span<word const>(block)) != 0) return all;
  char* next = memory.data();
  for (auto& each : all) {
    char* const first = next;
    while (*next != ' ' && *next != '\0') ++next;
    each = {first, static_cast<std::size_t>(next - first)};
    if (*next != '\0') *next++ = '\0';
  }
  return all;
}

[[noreturn]] inline void exit(int status) {
  constexpr word application_exit = 0x20026;
  for (;;)
    call(operation::exit_extended,
         std::array<word, 2>{application_exit, static_cast<word>(status)});
}

}  // namespace semihosting
