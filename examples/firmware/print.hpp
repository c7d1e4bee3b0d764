// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>

#include <medusa/core/sink.hpp>
#include <medusa/model/deletion.hpp>
#include <medusa/model/no_content.hpp>
#include <medusa/model/user.hpp>
#include <medusa/model/user_page.hpp>

#include "semihosting.hpp"

inline void write_to(medusa::sink& line, std::string_view text) { line.append(text); }
inline void write_to(medusa::sink& line, std::unsigned_integral auto number) {
  line.append_number(number);
}
inline void write_to(medusa::sink& line, medusa::no_content) { line.append("done"); }

template <class Storage>
void write_to(medusa::sink& line, medusa::basic_user<Storage> const& user) {
  line.append(user.id);
  for (std::string_view const text :
       {std::string_view(user.email), user.first_name ? std::string_view(*user.first_name) : "-",
        user.last_name ? std::string_view(*user.last_name) : "-"}) {
    line.append("  ");
    line.append(text);
  }
}

template <class Storage>
void write_to(medusa::sink& line, medusa::basic_user_page<Storage> const& page) {
  line.append_number(page.users.size());
  line.append(" of ");
  line.append_number(page.count.value_or(0));
}

template <class Storage>
void write_to(medusa::sink& line, medusa::basic_deletion<Storage> const& deletion) {
  line.append(deletion.id);
  line.append(deletion.deleted ? "  deleted" : "  not deleted");
}

inline constinit char print_memory[600]{};

/// Prints a name and what belongs to it on one line, unless that is longer than the memory for it.
template <class What>
void print(std::string_view name, What const& what) {
  medusa::sink line(print_memory, sizeof print_memory);
  line.append(name);
  line.append(": ");
  write_to(line, what);
  line.append(std::string_view("\n", 2));
  semihosting::write(line.overflowed() ? "(a line that is too long)\n" : print_memory);
}
