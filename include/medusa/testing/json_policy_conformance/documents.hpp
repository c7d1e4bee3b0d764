// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

// What a JSON policy is tried with. What a document means is written down as `transcript` does:
// `n t f` for null, true and false, a whole number in decimal, `~` for any other, texts decoded and
// in quotes, each followed by a space; `[` elements `] `, `{` names and values `} `.
namespace medusa::inline v0::testing::detail {

using namespace std::string_view_literals;

struct json_document {
  std::string_view text;
  std::string_view means;
};

// clang-format off
inline constexpr json_document json_grammar[] = {
    {"null", "n "}, {"true", "t "}, {"false", "f "}, {"3", "3 "}, {R"("word")", "'word' "},
    {R"("")", "'' "}, {"[]", "[] "}, {"{}", "{} "}, {"[ ]", "[] "}, {"{\t}", "{} "},
    {" \r\n\t[\r\n1\t,2 ] \n", "[1 2 ] "}, {R"({ "k" : "v" , "l" : [ ] })", "{'k' 'v' 'l' [] } "},
    {R"({"":{"":[{}]}})", "{'' {'' [{} ] } } "}, {"[[[1],[]],[[2,3]]]", "[[[1 ] [] ] [[2 3 ] ] ] "},
    {R"([null,true,false,0,"s",[],{}])", "[n t f 0 's' [] {} ] "},
    {R"(["[","{",",",":","]","}","null"])", "['[' '{' ',' ':' ']' '}' 'null' ] "},
    {R"("/*no comment*/")", "'/*no comment*/' "},
};
inline constexpr std::string_view json_no_grammar[] = {
    "nul", "nulL", "True", "tru", "falsch", "undefined", "word", "'word'", "`word`", "[", "]", "[1",
    "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1:2]", "[1;2]", "[1}", "[[1]", "{", "}",
    "{]", R"({"k")", R"({"k":)", R"({"k":1)", R"({"k":1,)", R"({"k":1,})", R"({,"k":1})",
    R"({"k" 1})", R"({"k",1})", R"({"k"::1})", R"({"k":})", R"({"k":1 "l":2})", R"({"k":1,,"l":2})",
    R"({"k":1;"l":2})", R"({"k":1])", "{k:1}", "{'k':1}", "{1:2}", "{null:1}", R"({"k"})",
    R"({"k":1,"l"})", R"("word)", R"(word")", R"("a"b")", R"({"k":"v}))", "// c\n1", "[1/**/]",
    "[1]#", "(1)", "<p>1</p>", "[\v1]", "[1\f]", "[\302\2401]", "[\357\273\2771]", "@", "%",
};
/// Not one document, though some of it may be one.
inline constexpr std::string_view json_not_one[] = {
    "", " ", "\n\t\r", "1 2", "1,2", "[][]", "{} {}", "null null", R"("a" "b")", "[1]]", "{}}",
    "[1],", "1:", R"("a"b)", "true;", "[]x", "\xEF\xBB\xBF[]", "\xEF\xBB\xBF", "[]\xEF\xBB\xBF",
    "[]\0"sv, "1\0"sv, "\0"sv, "\0[]"sv, "[]\0[]"sv, "{} \0 "sv, "[\0]"sv, "\xFE\xFF\0[\0]"sv,
    "\xFF\xFE[\0]\0"sv, "[]\x1A", "[]\xFF",
};
inline constexpr json_document json_escapes[] = {
    {R"("\"\\\/")", "'\"\\/' "}, {R"("\b\f\n\r\t")", "'\b\f\n\r\t' "},
    {R"("\u0041\u006a\u006A")", "'Ajj' "}, {R"("\u00e4\u20AC")", "'\xC3\xA4\xE2\x82\xAC' "},
    {R"("\uD834\udd1e")", "'\xF0\x9D\x84\x9E' "}, {R"("\uD800\uDC00")", "'\xF0\x90\x80\x80' "},
    {R"("\udbff\udfff")", "'\xF4\x8F\xBF\xBF' "},
    {R"("\uFFFF\ue000")", "'\xEF\xBF\xBF\xEE\x80\x80' "}, {R"("\\u0041")", "'\\u0041' "},
    {R"("a\\")", "'a\\' "}, {R"("\\\"")", "'\\\"' "}, {R"({"\u006B\n":"\t"})", "{'k\n' '\t' } "},
    {R"("\u007f\u001f")", "'\x7F\x1F' "}, {R"(["\\","\""])", "['\\' '\"' ] "},
};
/// Accepted as written, or refused; never cut at the NUL.
inline constexpr json_document json_nul[] = {
    {R"("a\u0000b")", "'a\0b' "sv}, {R"({"\u0000":1,"c\u0000d":2})", "{'\0' 1 'c\0d' 2 } "sv},
};
inline constexpr std::string_view json_no_escapes[] = {
    R"("\a")", R"("\v")", R"("\0")", R"("\'")", R"("\x41")", R"("\N")", R"("\ ")", R"("\u")",
    R"("\u4")", R"("\u41")", R"("\u004")", R"("\u004g")", R"("\u 041")", R"("\u+041")",
    R"("\u{41}")", R"("\U00000041")", R"("\)", R"("\")", "\"\\\n\"", "\"\\\xC3\xA4\"",
    R"("\uD800")", R"("\udbff.")", R"("\uDC00")", R"("\udfff")", R"("\uD800\n")",
    R"("\uD800\u0041")", R"("\ud800\ud800")", R"("\uDC00\uD800")", R"("\ud800\u")",
    R"("\ud800\udc0")", R"({"\uDEAD":1})", R"({"\q":1})",
};
inline constexpr json_document json_utf8[] = {
    {"\"\x7F\"", "'\x7F' "}, {"\"\xC2\x80\xDF\xBF\"", "'\xC2\x80\xDF\xBF' "},
    {"\"\xE0\xA0\x80\"", "'\xE0\xA0\x80' "},
    {"\"\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\"", "'\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF' "},
    {"\"\xF0\x90\x80\x80\"", "'\xF0\x90\x80\x80' "},
    {"\"\xF4\x8F\xBF\xBF\"", "'\xF4\x8F\xBF\xBF' "}, {"\"\xEF\xBB\xBF\"", "'\xEF\xBB\xBF' "},
    {"\"\xE2\x80\xA8\"", "'\xE2\x80\xA8' "},
    {"{\"\xC3\xB6\":\"\xF0\x9F\x8E\xB5\"}", "{'\xC3\xB6' '\xF0\x9F\x8E\xB5' } "},
};
inline constexpr std::string_view json_no_utf8[] = {
    "\"\x80\"", "\"a\xBF\"", "\"\xC0\x80\"", "\"\xC1\xBF\"", "\"\xC3\"", "\"\xC3\xC3\"",
    "\"\xC3z\"", "\"\xE0\x80\x80\"", "\"\xE0\x9F\xBF\"", "\"\xE2\x82\"", "\"\xE2\x28\xA1\"",
    "\"\xED\xA0\x80\"", "\"\xED\xBF\xBF\"", "\"\xF0\x80\x80\x80\"", "\"\xF0\x8F\xBF\xBF\"",
    "\"\xF0\x9F\x98\"", "\"\xF4\x90\x80\x80\"", "\"\xF5\x80\x80\x80\"", "\"\xF8\x88\x80\x80\x80\"",
    "\"\xFE\"", "\"\xFF\"", "\"caf\xE9\"", "{\"\xFF\":1}", "{\"k\":\"\xFC\"}",
};
inline constexpr std::string_view json_control_characters[] = {
    "\"\0\""sv, "\"a\0b\""sv, "\"\x01\"", "\"\t\"", "\"\n\"", "\"\r\"", "\"a\x1F\"", "{\"\n\":1}",
};
inline constexpr json_document json_whole[] = {
    {"0", "0 "}, {"-0", "0 "}, {"-7", "-7 "}, {"42", "42 "}, {"1.0", "1 "}, {"-3.000", "-3 "},
    {"1e2", "100 "}, {"1E+2", "100 "}, {"12e0", "12 "}, {"120e-1", "12 "}, {"1.5e1", "15 "},
    {"1.25E2", "125 "}, {"0.5e+1", "5 "}, {"0.0", "0 "}, {"0e9", "0 "}, {"-0.0e-9", "0 "},
    {"9007199254740993", "9007199254740993 "}, {"-9007199254740993.0", "-9007199254740993 "},
    {"9223372036854775807", "9223372036854775807 "},
    {"-9223372036854775808", "-9223372036854775808 "},
    {"9223372036854775807.0", "9223372036854775807 "},
    {"922337203685477580.7e1", "9223372036854775807 "}, {"1000000000000000000000e-21", "1 "},
    {"0.000000000000000000001e21", "1 "}, {"1000000000000000000", "1000000000000000000 "},
};
inline constexpr json_document json_not_whole[] = {
    {"1.5", "~ "}, {"-0.5", "~ "}, {"1e-1", "~ "}, {"15e-1", "~ "}, {"9223372036854775808", "~ "},
    {"-9223372036854775809", "~ "}, {"18446744073709551616", "~ "}, {"1e19", "~ "}, {"1e300", "~ "},
    {"-1e+300", "~ "}, {"1e-300", "~ "}, {"1e-400", "~ "}, {"0.99999999999999999999", "~ "},
    {"1.00000000000000000000001", "~ "}, {"9007199254740992.5", "~ "},
    {"9223372036854775807.5", "~ "}, {"123456789012345678901234567890", "~ "},
    {"1234567890123456789012345678901234567890123456789012345678901234567890.1", "~ "},
};
/// Accepted, or refused.
inline constexpr json_document json_beyond_double[] = {
    {"1e309", "~ "}, {"-1e400", "~ "}, {"1e99999", "~ "}};
inline constexpr std::string_view json_no_numbers[] = {
    "-", "+1", "--1", "- 1", "01", "-01", "00", "007", "1.",
    "-1.", ".5", "-.5", "1.e3", "1e", "1E", "1e+", "1e-", "1e+-1",
    "1e1.5", "1.2.3", "0x1F", "0b1", "0o7", "1_000", "1a", "1f", "0e",
    "-e1", "NaN", "nan", "Infinity", "-Infinity", "inf", "1e1e1", "2-1", "\xD9\xA1",
};
inline constexpr json_document json_members[] = {
    {R"({"b":1,"a":2,"c":3})", "{'b' 1 'a' 2 'c' 3 } "}, {R"({"a":1,"a":2})", "{'a' 1 'a' 2 } "},
    {R"({"a":1,"b":2,"a":{"a":3},"\u0061":[4]})", "{'a' 1 'b' 2 'a' {'a' 3 } 'a' [4 ] } "},
    {R"({"":1,"":2,"A":3,"a":4})", "{'' 1 '' 2 'A' 3 'a' 4 } "},
    {R"({"10":1,"9":2,"__proto__":3})", "{'10' 1 '9' 2 '__proto__' 3 } "},
    {R"({"z":[],"y":{},"x":"","w":null})", "{'z' [] 'y' {} 'x' '' 'w' n } "},
};
// clang-format on

}  // namespace medusa::inline v0::testing::detail
