// Recorded by medusa::testing::recorder, without secrets.
#pragma once

#include <medusa/testing/scripted_transport.hpp>

inline constexpr medusa::testing::scripted_step cassette_reset[] = {
    medusa::testing::expect(medusa::method::post, "/admin/users/password-token")
        .body(R"({"email":"cora@example.com"})")
        .answer(204)
        .header("Set-Cookie", "connect.sid=REDACTED"),
    medusa::testing::expect(medusa::method::post, "/admin/users/reset-password")
        .body(R"({"token":"REDACTED","password":"REDACTED"})")
        .answer(400, R"({"type":"invalid_data","message":"invalid token"})")
        .header("Set-Cookie", "connect.sid=REDACTED"),
    medusa::testing::expect(medusa::method::post, "/admin/users/reset-password")
        .body(R"({"token":"REDACTED","password":"REDACTED"})")
        .answer(200, R"({"user":{"id":"usr_01M8AC8DDNK33PKTHSA6REDWDV","created_at":"2026-11-25T22:12:12.850Z","updated_at":"2026-11-25T22:12:15.763Z","deleted_at":null,"role":"developer","email":"cora@example.com","first_name":"Cora","last_name":"Caf)" "\303\251" R"(","api_token":"REDACTED","metadata":{"team":"engines","badge":7}}})")
        .header("Set-Cookie", "connect.sid=REDACTED"),
    medusa::testing::expect(medusa::method::post, "/admin/auth/token")
        .body(R"({"email":"admin@example.com","password":"REDACTED"})")
        .answer(200, R"({"access_token":"REDACTED"})")
        .header("Set-Cookie", "connect.sid=REDACTED"),
    medusa::testing::expect(medusa::method::del, "/admin/users/usr_01M8AC8DDNK33PKTHSA6REDWDV")
        .with_header("Authorization", medusa::testing::redacted)
        .answer(200, R"({"id":"usr_01M8AC8DDNK33PKTHSA6REDWDV","object":"user","deleted":true})")
        .header("Set-Cookie", "connect.sid=REDACTED"),
};
