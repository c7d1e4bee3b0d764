// Recorded by medusa::testing::recorder, without secrets.
#pragma once

#include <medusa/testing/scripted_transport.hpp>

inline constexpr medusa::testing::scripted_step cassette_reads[] = {
    medusa::testing::expect(medusa::method::get, "/admin/users?q=cora%40&limit=4")
        .with_header("x-medusa-access-token", medusa::testing::redacted)
        .answer(200, R"({"users":[{"id":"usr_01M8AC8DDNK33PKTHSA6REDWDV","created_at":"2026-11-25T22:12:12.850Z","updated_at":"2026-11-25T22:12:12.867Z","deleted_at":null,"role":"developer","email":"cora@example.com","first_name":"Cora","last_name":"Caf)" "\303\251" R"(","api_token":"REDACTED","metadata":{"team":"engines","badge":7}}],"count":1,"offset":0,"limit":4})")
        .header("Set-Cookie", "connect.sid=REDACTED"),
    medusa::testing::expect(medusa::method::get, "/admin/users/usr_01M8AC8DDNK33PKTHSA6REDWDV")
        .with_header("x-medusa-access-token", medusa::testing::redacted)
        .answer(200, R"({"user":{"id":"usr_01M8AC8DDNK33PKTHSA6REDWDV","created_at":"2026-11-25T22:12:12.850Z","updated_at":"2026-11-25T22:12:12.867Z","deleted_at":null,"role":"developer","email":"cora@example.com","first_name":"Cora","last_name":"Caf)" "\303\251" R"(","api_token":"REDACTED","metadata":{"team":"engines","badge":7}}})")
        .header("Set-Cookie", "connect.sid=REDACTED"),
    medusa::testing::expect(medusa::method::get, "/admin/users/usr_none")
        .with_header("x-medusa-access-token", medusa::testing::redacted)
        .answer(404, R"({"type":"not_found","message":"User with id: usr_none was not found"})")
        .header("Set-Cookie", "connect.sid=REDACTED"),
};
