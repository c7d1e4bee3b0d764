// For the snippets of docs/interop.md: a client whose server answers what each of them asks.
#pragma once

#include <medusa/client/create_or_recover.hpp>
#include <medusa/ext/chrono.hpp>
#include <medusa/ext/error_code.hpp>
#include <medusa/ext/observer.hpp>
#include <medusa/ext/to_curl.hpp>
#include <medusa/ext/value_or_throw.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/scripted_transport.hpp>

#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <system_error>

using medusa::method;
using medusa::testing::expect;
using medusa::testing::scripted_error;
using medusa::testing::scripted_transport;

constexpr std::string_view ada_in_full =
    R"({"user":{"id":"usr_1","email":"ada@example.com","created_at":"2026-11-23T06:56:10.386Z"}})";
constexpr std::string_view none_there =
    R"({"type":"not_found","message":"User with id: usr_2 was not found"})";
