// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include <medusa/core/errc.hpp>

// Documents that cover the grammar of RFC 8259, for every reader; what the RFC leaves open comes
// last.
namespace json_vectors {

using namespace std::string_view_literals;
using medusa::errc;

// clang-format off
inline constexpr std::string_view accepted[] = {
    // section 2: every kind may be the root; white space around everything
    "null", "true", "false", "0", "\"\"", "[]", "{}", " \t\r\n null \t\r\n ",
    "\n[\n1\n,\n2\n]\n", "\t{\t\"a\"\t:\t1\t,\t\"b\"\t:\t2\t}\t",
    // sections 4 and 5
    R"({"a":1})", R"({"a":{"b":{"c":[]}}})", R"({"":0})", R"({"a":1,"a":2})", R"({"\u0061":1,"a":2})",
    R"([1,"a",null,true,false,{},[]])", "[[[[[[[[]]]]]]]]", R"([{"a":[{"b":[]}]}])", R"({"a":[],"b":{},"c":""})",
    // section 6
    "-0", "-1", "10", "1.0", "-0.5", "0.0", "1e5", "1E5", "1e+5", "1e-5", "0e0", "1.25E+10",
    "123456789012345678901234567890", "0.000000000000000000000000000000000000001", "1e400", "-1e-400",
    // section 7
    R"("a")", R"(["\"\\\/\b\f\n\r\t"])", R"("\u0000")", R"("\u00e9\u00E9")", R"("\uD83D\uDE00")",
    R"("\uDBFF\uDFFF")", R"("\uFFFE\uFFFF")", R"("/")", "\"\x7F\"", R"("\\u0041")", R"("\\\"")",
    "\"\xC2\x80\xDF\xBF\"", "\"\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\"",
    "\"\xF0\x90\x80\x80\xF4\x8F\xBF\xBF\"", "\"\xE2\x80\xA8\xE2\x80\xA9\xEF\xBB\xBF\"", "{\"\xC3\xA9\":\"\xC3\xA9\"}",
};

struct rejected_document {
  std::string_view text;
  std::size_t offset;
  errc code = errc::malformed_json;
};

inline constexpr rejected_document rejected[] = {
    // nothing, not enough, too much
    {"", 0}, {" ", 1}, {"\n\t", 2}, {"1 2", 2}, {"null null", 5}, {"[] []", 3}, {"{}}", 2}, {"[]]", 2},
    {"[],", 2}, {"\"a\"b", 3}, {"{}x", 2}, {"{}\0"sv, 2}, {"\0"sv, 0}, {"null\0"sv, 4}, {"1\0"sv, 1},
    {"<html>", 0}, {"undefined", 0}, {"// c\n1", 0}, {"1 /* c */", 2}, {"[1] # c", 4},
    // literals
    {"nul", 3}, {"nulll", 4}, {"Null", 0}, {"tru", 3}, {"trUe", 2}, {"truetrue", 4}, {"fals", 4}, {"falsy", 4},
    {"n", 1}, {"t", 1}, {"f", 1}, {"[nul]", 4}, {"[truE]", 4},
    // arrays
    {"[", 1}, {"[1", 2}, {"[1,", 3}, {"[,", 1}, {"[,1]", 1}, {"[1,]", 3}, {"[1,,2]", 3}, {"[1 2]", 3}, {"[1:2]", 2},
    {"[1}", 2}, {"[}", 1}, {"]", 0}, {"[[]", 3}, {"[\"a\"", 4}, {"[\"a\",\n4\n,1,", 11}, {"[*]", 1}, {"[\v1]", 1},
    {"[1\f]", 2}, {"[\xC2\xA0]", 1}, {"[\"\":1]", 3}, {"[1\xE2\x80\xA8]", 2},
    // objects
    {"{", 1}, {"{\"a\"", 4}, {"{\"a\":", 5}, {"{\"a\":1", 6}, {"{\"a\":1,", 7}, {"{\"a\":1,}", 7}, {"{,}", 1},
    {"{\"a\"}", 4}, {"{\"a\",1}", 4}, {"{\"a\" 1}", 5}, {"{\"a\"::1}", 5}, {"{\"a\":}", 5}, {"{\"a\":1 \"b\":2}", 7},
    {"{\"a\":1,,\"b\":2}", 7}, {"{\"a\":1]", 6}, {"{]", 1}, {"}", 0}, {"{a:1}", 1}, {"{'a':1}", 1}, {"{1:1}", 1},
    {"{null:1}", 1}, {"{[]:1}", 1}, {"{\"a\":1}}", 7}, {"{\"a\":\"b\"}/**/", 9}, {"{:1}", 1}, {"{\"a\":1;\"b\":2}", 6},
    {"{\"\\x\":1}", 2}, {"{\"a\":[1,{\"b\":2]}", 14},
    // numbers
    {"-", 1}, {"+1", 0}, {"01", 1}, {"-01", 2}, {"00", 1}, {"1.", 2}, {".5", 0}, {"-.5", 1}, {"1.e5", 2}, {"1e", 2},
    {"1e+", 3}, {"1e-", 3}, {"1e++5", 3}, {"1e5.5", 3}, {"0x10", 1}, {"1_000", 1}, {"1,5", 1}, {"- 1", 1}, {"--1", 1},
    {"NaN", 0}, {"nan", 1}, {"Infinity", 0}, {"-Infinity", 1}, {"1a", 1}, {"[1.]", 3}, {"[-]", 2}, {"[2.e3]", 3},
    {"1\xEF\xBC\x91", 1}, {"0e", 2}, {"0E+]", 3}, {"[0e+-1]", 4},
    // strings
    {"\"", 1}, {"\"a", 2}, {"\"\\", 1}, {"\"\\\"", 3}, {"'a'", 0}, {"a", 0}, {"\"\t\"", 1}, {"\"\n\"", 1},
    {"\"a\0b\""sv, 2}, {"\"\x1F\"", 1}, {R"("\a")", 1}, {R"("\v")", 1}, {R"("\0")", 1}, {R"("\'")", 1},
    {R"("\x41")", 1}, {R"("\U0041")", 1}, {R"("\u")", 1}, {R"("\u00")", 1}, {R"("\u00g0")", 1}, {R"("\u{41}")", 1},
    {R"("\uD83D\uDE0)", 1}, {"\"\\\xC3\xA9\"", 1}, {R"(\u0022a\u0022)", 0}, {R"([\n])", 1}, {"[\"a\\", 3},
    {"\"twenty-six plain characters and \x01\"", 33},
    // section 8.1: UTF-8 alone
    {"\"\x80\"", 1, errc::malformed_utf8}, {"\"\xBF\"", 1, errc::malformed_utf8},
    {"\"\xC0\xAF\"", 1, errc::malformed_utf8}, {"\"\xC1\xBF\"", 1, errc::malformed_utf8},
    {"\"\xE0\x9F\xBF\"", 1, errc::malformed_utf8}, {"\"\xF0\x8F\xBF\xBF\"", 1, errc::malformed_utf8},
    {"\"\xED\xA0\x80\"", 1, errc::malformed_utf8}, {"\"\xED\xBF\xBF\"", 1, errc::malformed_utf8},
    {"\"\xF4\x90\x80\x80\"", 1, errc::malformed_utf8}, {"\"\xF5\x80\x80\x80\"", 1, errc::malformed_utf8},
    {"\"\xFE\"", 1, errc::malformed_utf8}, {"\"\xFF\"", 1, errc::malformed_utf8},
    {"\"a\xC3\"", 2, errc::malformed_utf8}, {"\"a\xE2\x82\"", 2, errc::malformed_utf8},
    {"\"a\xF0\x9F\x98\"", 2, errc::malformed_utf8}, {"\"a\xE2\x82", 2, errc::malformed_utf8},
    {"\"\xE9t\xE9\"", 1, errc::malformed_utf8}, {"{\"\xFF\":1}", 2, errc::malformed_utf8},
    {"[\"a long and plain beginning \xC3\xA9 \xC3\"]", 32, errc::malformed_utf8},
    {"\xFF", 0}, {"[\xC3\xA9]", 1}, {"[1\xFF]", 2},

    // Decided here, where the RFC allows either.
    {R"("\ud800")", 1}, {R"("\udbff")", 1}, {R"("\udc00")", 1}, {R"("\udfff")", 1},  // alone
    {R"("\ud800\ud800")", 1}, {R"("\ud800\u0041")", 1}, {R"("\ud800\n")", 1},        // half a pair
    {R"("a\udc00\ud800")", 2}, {R"({"\udead":1})", 2},                               // the wrong way round
    {"\xEF\xBB\xBF{}", 0}, {"\xEF\xBB\xBF", 0},                                       // byte order mark
    {"\xFF\xFE[\0]\0"sv, 0}, {"\0[\0]"sv, 0}, {"[\0]\0"sv, 1},                       // UTF-16
};
// clang-format on

}  // namespace json_vectors
