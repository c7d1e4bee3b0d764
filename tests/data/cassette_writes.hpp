// Recorded by medusa::testing::recorder, without secrets.
#pragma once

#include <medusa/testing/scripted_transport.hpp>

inline constexpr medusa::testing::scripted_step cassette_writes[] = {
    // The body of this answer is left out: not JSON, or a secret for a name.
    medusa::testing::expect(medusa::method::post, "/admin/auth/token")
        .body(R"({"email":"admin@example.com","password":"REDACTED"})")
        .answer(401, "REDACTED")
        .header("Set-Cookie", "connect.sid=REDACTED"),
    medusa::testing::expect(medusa::method::post, "/admin/auth/token")
        .body(R"({"email":"admin@example.com","password":"REDACTED"})")
        .answer(200, R"({"access_token":"REDACTED"})")
        .header("Set-Cookie", "connect.sid=REDACTED"),
    medusa::testing::expect(medusa::method::post, "/admin/users")
        .body(R"({"email":"cora@example.com","first_name":"Cora","role":"developer","password":"REDACTED"})")
        .with_header("Authorization", medusa::testing::redacted)
        .answer(200, R"({"user":{"role":"developer","email":"cora@example.com","first_name":"Cora","id":"usr_01M8AC8DDNK33PKTHSA6REDWDV","deleted_at":null,"last_name":null,"api_token":null,"metadata":null,"created_at":"2026-11-25T22:12:12.850Z","updated_at":"2026-11-25T22:12:12.850Z"}})")
        .header("Set-Cookie", "connect.sid=REDACTED"),
    medusa::testing::expect(medusa::method::post, "/admin/users")
        .body(R"({"email":"cora@example.com","password":"REDACTED"})")
        .with_header("Authorization", medusa::testing::redacted)
        .answer(400, R"({"type":"invalid_data","message":"A user with the same email already exists."})")
        .header("Set-Cookie", "connect.sid=REDACTED"),
    medusa::testing::expect(medusa::method::post, "/admin/users/usr_01M8AC8DDNK33PKTHSA6REDWDV")
        .body(R"({"last_name":"Caf)" "\303\251" R"(","api_token":"REDACTED","metadata":{"team":"engines","badge":7}})")
        .with_header("Authorization", medusa::testing::redacted)
        .answer(200, R"({"user":{"id":"usr_01M8AC8DDNK33PKTHSA6REDWDV","created_at":"2026-11-25T22:12:12.850Z","updated_at":"2026-11-25T22:12:12.867Z","deleted_at":null,"role":"developer","email":"cora@example.com","first_name":"Cora","last_name":"Caf)" "\303\251" R"(","api_token":"REDACTED","metadata":{"team":"engines","badge":7},"password_hash":null}})")
        .header("Set-Cookie", "connect.sid=REDACTED"),
};
