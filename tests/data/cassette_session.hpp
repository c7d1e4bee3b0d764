// Recorded by medusa::testing::recorder, without secrets.
#pragma once

#include <medusa/testing/scripted_transport.hpp>

inline constexpr medusa::testing::scripted_step cassette_session[] = {
    medusa::testing::expect(medusa::method::post, "/admin/auth")
        .body(R"({"email":"admin@example.com","password":"REDACTED"})")
        .answer(200, R"({"user":{"id":"usr_01M8AC8BEEMK7TGA2Z9CR0Z84E","created_at":"2026-11-25T22:12:10.826Z","updated_at":"2026-11-25T22:12:10.826Z","deleted_at":null,"role":"member","email":"admin@example.com","first_name":null,"last_name":null,"api_token":null,"metadata":null}})")
        .header("Set-Cookie", "connect.sid=REDACTED"),
    medusa::testing::expect(medusa::method::get, "/admin/auth")
        .with_header("Cookie", medusa::testing::redacted)
        .answer(200, R"({"user":{"id":"usr_01M8AC8BEEMK7TGA2Z9CR0Z84E","created_at":"2026-11-25T22:12:10.826Z","updated_at":"2026-11-25T22:12:10.826Z","deleted_at":null,"role":"member","email":"admin@example.com","first_name":null,"last_name":null,"api_token":null,"metadata":null}})"),
    // The body of this answer is left out: not JSON, or a secret for a name.
    medusa::testing::expect(medusa::method::del, "/admin/auth")
        .with_header("Cookie", medusa::testing::redacted)
        .answer(200, "REDACTED"),
    // The body of this answer is left out: not JSON, or a secret for a name.
    medusa::testing::expect(medusa::method::get, "/admin/auth")
        .answer(401, "REDACTED")
        .header("Set-Cookie", "connect.sid=REDACTED"),
};
