// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace json_suite {

enum class verdict { accepted, rejected };

struct decision {
  std::string_view name;
  verdict says;
};

/// What JSONTestSuite leaves to the implementation, and what `json::scanner` does:
///
/// - numbers of any size are JSON (RFC 8259 section 6) and are kept as text; only a member that is
///   read as a whole number must fit one;
/// - half a surrogate pair is no character and could not be given as UTF-8 (section 7 calls the
///   result unpredictable);
/// - text that is not UTF-8 must not be sent (section 8.1), so it is not guessed at;
/// - a byte order mark must not be sent either, and ignoring one is optional (section 8.1);
/// - arrays and objects may be 512 deep: section 9 lets a limit be set, and this one needs 512
///   bits.
inline constexpr decision decided[] = {
    {"i_number_double_huge_neg_exp", verdict::accepted},
    {"i_number_huge_exp", verdict::accepted},
    {"i_number_neg_int_huge_exp", verdict::accepted},
    {"i_number_pos_double_huge_exp", verdict::accepted},
    {"i_number_real_neg_overflow", verdict::accepted},
    {"i_number_real_pos_overflow", verdict::accepted},
    {"i_number_real_underflow", verdict::accepted},
    {"i_number_too_big_neg_int", verdict::accepted},
    {"i_number_too_big_pos_int", verdict::accepted},
    {"i_number_very_big_negative_int", verdict::accepted},

    {"i_object_key_lone_2nd_surrogate", verdict::rejected},
    {"i_string_1st_surrogate_but_2nd_missing", verdict::rejected},
    {"i_string_1st_valid_surrogate_2nd_invalid", verdict::rejected},
    {"i_string_incomplete_surrogate_and_escape_valid", verdict::rejected},
    {"i_string_incomplete_surrogate_pair", verdict::rejected},
    {"i_string_incomplete_surrogates_escape_valid", verdict::rejected},
    {"i_string_invalid_lonely_surrogate", verdict::rejected},
    {"i_string_invalid_surrogate", verdict::rejected},
    {"i_string_inverted_surrogates_U+1D11E", verdict::rejected},
    {"i_string_lone_second_surrogate", verdict::rejected},

    {"i_string_UTF-16LE_with_BOM", verdict::rejected},
    {"i_string_UTF-8_invalid_sequence", verdict::rejected},
    {"i_string_UTF8_surrogate_U+D800", verdict::rejected},
    {"i_string_invalid_utf-8", verdict::rejected},
    {"i_string_iso_latin_1", verdict::rejected},
    {"i_string_lone_utf8_continuation_byte", verdict::rejected},
    {"i_string_not_in_unicode_range", verdict::rejected},
    {"i_string_overlong_sequence_2_bytes", verdict::rejected},
    {"i_string_overlong_sequence_6_bytes", verdict::rejected},
    {"i_string_overlong_sequence_6_bytes_null", verdict::rejected},
    {"i_string_truncated-utf-8", verdict::rejected},
    {"i_string_utf16BE_no_BOM", verdict::rejected},
    {"i_string_utf16LE_no_BOM", verdict::rejected},

    {"i_structure_UTF-8_BOM_empty_object", verdict::rejected},

    {"i_structure_500_nested_arrays", verdict::accepted},
};

}  // namespace json_suite
