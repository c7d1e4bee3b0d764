// SPDX-License-Identifier: MIT
#pragma once

// Code can be fast or small. It is small where the compiler was told so (-Os), or where registers
// are. Results are the same, and translation units of both kinds can be linked together
// (tests/model/small_code.cpp): no layout depends on it, and a function whose parameters do has
// another name.
//
// MEDUSA_HOT stands before a function that is passed for every member of a document, or parameter of
// a query, and has to be put where it is called: compilers take it for too large and call it, which
// doubles the time. Code that is not optimised at all is not made longer by it.
#if defined(__GNUC__) && __SIZEOF_POINTER__ >= 8 && !defined(__OPTIMIZE_SIZE__)
#ifdef __OPTIMIZE__
#define MEDUSA_HOT [[gnu::always_inline]]
#else
#define MEDUSA_HOT
#endif
namespace medusa::inline v0::detail {
inline constexpr bool small_code = false;
}
#else
#define MEDUSA_HOT
namespace medusa::inline v0::detail {
inline constexpr bool small_code = true;
}
#endif
