// SPDX-License-Identifier: MIT
#pragma once

#include <data/wire_table.hpp>

#include <string_view>

// Responses of a Medusa 1.20.11 on loopback as they were recorded, with LF line ends and without the
// headers that nobody looks at: all shapes of errors, all operations, and what bit clients before. The
// secrets in them were made for the purpose.
namespace wire {

struct recording {
  expectation expected;
  std::string_view response;
};

inline constexpr recording recordings[] = {
    {{"create.ok", operation::create_user, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 270
Set-Cookie: connect.sid=s%3Ae7iRjeyrd6XtKVTrk-UaMCwmIEitfm8X.BwoySr1lieOu58sO7cKxKaBiz3Pz3SVGbE0VB6cwFdo; Path=/; Expires=Mon, 23 Nov 2026 16:56:10 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:10 GMT

{"user":{"role":"admin","email":"full.416970@example.com","first_name":"Ada","last_name":"Lovelace","id":"usr_01M83K1N4PWB4PSZEEYTEA9YZX","deleted_at":null,"api_token":null,"metadata":null,"created_at":"2026-11-23T06:56:10.386Z","updated_at":"2026-11-23T06:56:10.386Z"}}
)http"},
    {{"create.ok-json-escapes", operation::create_user, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 274
Set-Cookie: connect.sid=s%3AYbd5xmYdcn6X8hf3013PF6nfh9jNAppo.7VFMUBAc4tUtkMqE5J2wu%2F6WfJ0m8c9OzYoApJMjP7g; Path=/; Expires=Mon, 23 Nov 2026 16:56:10 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:10 GMT

{"user":{"email":"esc.416970@example.com","first_name":"Zë 😀 / \n","id":"usr_01M83K1NAF7K8DAXD0RV8P5F26","deleted_at":null,"role":"member","last_name":null,"api_token":null,"metadata":null,"created_at":"2026-11-23T06:56:10.550Z","updated_at":"2026-11-23T06:56:10.550Z"}}
)http"},
    {{"create.duplicate-email-other-case", operation::create_user, medusa::errc::bad_request},
     R"http(HTTP/1.1 400 Bad Request
Content-Type: application/json; charset=utf-8
Content-Length: 78
Set-Cookie: connect.sid=s%3AiFdoKPNCqszvyADJritxbN8iguxQhSIt.TZ5YfAHu%2FThsv5b%2FmmzFCXQyZYDGTaitT%2FYNy4aUCu4; Path=/; Expires=Mon, 23 Nov 2026 16:56:10 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:10 GMT

{"type":"invalid_data","message":"A user with the same email already exists."}
)http"},
    {{"create.many-errors", operation::create_user, medusa::errc::bad_request},
     R"http(HTTP/1.1 400 Bad Request
Content-Type: application/json; charset=utf-8
Content-Length: 212
Set-Cookie: connect.sid=s%3AbR-uy04aAaHA53u_VGgWcGYl8U4QpeKR.EOX0rZ%2FTYqqjsSiXVSJ5JQn2iBwivUBLw6tt51LODQk; Path=/; Expires=Mon, 23 Nov 2026 16:56:10 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:10 GMT

{"type":"invalid_data","message":"property zz should not exist, email must be an email, first_name must be a string, role must be one of the following values: admin, member, developer, password must be a string"}
)http"},
    {{"create.nul-in-first-name", operation::create_user, medusa::errc::server_error},
     R"http(HTTP/1.1 500 Internal Server Error
Content-Type: application/json; charset=utf-8
Content-Length: 86
Set-Cookie: connect.sid=s%3Aws5yU_Wh0-eUVO3UeV3F0eq4Hkuyj4SV.73rNfe97aRFlex2cX0UMSW%2FRziUe%2BfiU5ECOXwUsO4E; Path=/; Expires=Mon, 23 Nov 2026 16:56:10 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:10 GMT

{"code":"unknown_error","type":"unknown_error","message":"An unknown error occurred."}
)http"},
    {{"create.malformed-json", operation::create_user, medusa::errc::bad_request},
     R"http(HTTP/1.1 400 Bad Request
Content-Type: text/html; charset=utf-8
Content-Length: 987
Set-Cookie: connect.sid=s%3A3ov-zYv-Fm8FlFxwbGbttSdvIC19nO8E.BRIx5uU9vPDc1G9XznNUQfHVAyNn%2FesKzjHBLElWC3M; Path=/; Expires=Mon, 23 Nov 2026 16:56:10 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:10 GMT

<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Error</title>
</head>
<body>
<pre>SyntaxError: Unexpected end of JSON input<br> &nbsp; &nbsp;at parse (&lt;anonymous&gt;)<br> &nbsp; &nbsp;at JSON.parse (/srv/medusa-v1/app/node_modules/core-js/modules/es.json.parse.js:261:56)<br> &nbsp; &nbsp;at parse (/srv/medusa-v1/app/node_modules/body-parser/lib/types/json.js:96:19)<br> &nbsp; &nbsp;at /srv/medusa-v1/app/node_modules/body-parser/lib/read.js:146:18<br> &nbsp; &nbsp;at AsyncResource.runInAsyncScope (node:async_hooks:206:9)<br> &nbsp; &nbsp;at invokeCallback (/srv/medusa-v1/app/node_modules/raw-body/index.js:238:16)<br> &nbsp; &nbsp;at done (/srv/medusa-v1/app/node_modules/raw-body/index.js:227:7)<br> &nbsp; &nbsp;at IncomingMessage.onEnd (/srv/medusa-v1/app/node_modules/raw-body/index.js:287:7)<br> &nbsp; &nbsp;at IncomingMessage.emit (node:events:524:28)<br> &nbsp; &nbsp;at endReadableNT (node:internal/streams/readable:1698:12)</pre>
</body>
</html>

)http"},
    {{"create.body-over-limit-100kb", operation::create_user, medusa::errc::payload_too_large},
     R"http(HTTP/1.1 413 Payload Too Large
Content-Type: text/html; charset=utf-8
Content-Length: 1151
Set-Cookie: connect.sid=s%3AYMmBL_bK9QjUwUChVWh3uTvNJzhxcABd.xHFgrFGlj6p3U8hUHkvmAGIuHAu5xFH1aVtRzk90Ml8; Path=/; Expires=Mon, 23 Nov 2026 16:56:11 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:11 GMT

<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Error</title>
</head>
<body>
<pre>PayloadTooLargeError: request entity too large<br> &nbsp; &nbsp;at readStream (/srv/medusa-v1/app/node_modules/raw-body/index.js:163:17)<br> &nbsp; &nbsp;at getRawBody (/srv/medusa-v1/app/node_modules/raw-body/index.js:116:12)<br> &nbsp; &nbsp;at read (/srv/medusa-v1/app/node_modules/body-parser/lib/read.js:80:3)<br> &nbsp; &nbsp;at jsonParser (/srv/medusa-v1/app/node_modules/body-parser/lib/types/json.js:142:5)<br> &nbsp; &nbsp;at Layer.handle [as handle_request] (/srv/medusa-v1/app/node_modules/express/lib/router/layer.js:95:5)<br> &nbsp; &nbsp;at trim_prefix (/srv/medusa-v1/app/node_modules/express/lib/router/index.js:328:13)<br> &nbsp; &nbsp;at /srv/medusa-v1/app/node_modules/express/lib/router/index.js:286:9<br> &nbsp; &nbsp;at Function.process_params (/srv/medusa-v1/app/node_modules/express/lib/router/index.js:346:12)<br> &nbsp; &nbsp;at next (/srv/medusa-v1/app/node_modules/express/lib/router/index.js:280:10)<br> &nbsp; &nbsp;at /srv/medusa-v1/app/node_modules/@medusajs/medusa/dist/loaders/api.js:64:25</pre>
</body>
</html>

)http"},
    {{"create.no-auth", operation::create_user, medusa::errc::unauthorized},
     R"http(HTTP/1.1 401 Unauthorized
Set-Cookie: connect.sid=s%3A8V_-u8QG3iqwATZKjk5iklaA4d63obhY.twBt4jmECjubN%2FM994DEec2sSlHEilEByqkjhNEn2Tk; Path=/; Expires=Mon, 23 Nov 2026 16:56:11 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:11 GMT
Transfer-Encoding: chunked

c
Unauthorized
0


)http"},
    {{"retrieve.ok", operation::retrieve_user, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 270
Set-Cookie: connect.sid=s%3An9qdcEgCI9iAd6cRd4GUswDqREuwyNMf.97kX1UZJBNBLZrRj1Cm1WcXfmLyuY0y5U4%2B5QF2L5nw; Path=/; Expires=Mon, 23 Nov 2026 16:56:11 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:11 GMT

{"user":{"id":"usr_01M83K1N4PWB4PSZEEYTEA9YZX","created_at":"2026-11-23T06:56:10.386Z","updated_at":"2026-11-23T06:56:10.386Z","deleted_at":null,"role":"admin","email":"full.416970@example.com","first_name":"Ada","last_name":"Lovelace","api_token":null,"metadata":null}}
)http"},
    {{"retrieve.not-found", operation::retrieve_user, medusa::errc::not_found},
     R"http(HTTP/1.1 404 Not Found
Content-Type: application/json; charset=utf-8
Content-Length: 77
Set-Cookie: connect.sid=s%3AvBCfeCZVHBk_KChyJzcfKqBb4ZSqRUZQ.HWYZZBJ7L1zT4oukUZYcgNA2CTTiNPQWfKJmTzVgI7g; Path=/; Expires=Mon, 23 Nov 2026 16:56:11 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:11 GMT

{"type":"not_found","message":"User with id: usr_doesnotexist was not found"}
)http"},
    {{"retrieve.id-space-raw", operation::retrieve_user, medusa::errc::bad_request},
     R"http(HTTP/1.1 400 Bad Request


)http"},
    {{"retrieve.if-none-match", operation::retrieve_user, medusa::errc::redirected},
     R"http(HTTP/1.1 304 Not Modified
Set-Cookie: connect.sid=s%3AFd3jrMft5_oO7h8-HdzFmw1r6l5nIIH6.ObIkN%2FMkkMRrpSRsewLnf2IT3XaIPoNtJigoV%2BMVrbY; Path=/; Expires=Mon, 23 Nov 2026 16:56:11 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:11 GMT


)http"},
    {{"retrieve.double-slash-root", operation::retrieve_user, medusa::errc::not_found},
     R"http(HTTP/1.1 404 Not Found
Content-Type: text/html; charset=utf-8
Content-Length: 182
Set-Cookie: connect.sid=s%3AgPBfUshzPr1GxS7ThtyIpouhmyGQBNoR.FG5ZOavLSZrvRj5JP3eKm1MVpJzRumxL9n0wr0iSW6I; Path=/; Expires=Mon, 23 Nov 2026 16:56:11 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:11 GMT

<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Error</title>
</head>
<body>
<pre>Cannot GET //admin/users/usr_01M83K1N4PWB4PSZEEYTEA9YZX</pre>
</body>
</html>

)http"},
    {{"list.limit-2-offset-1", operation::list_users, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 579
Set-Cookie: connect.sid=s%3AqzQNXWMJOzYJ2SfFeANYZ2nDRGw-jchX.iqqHmIF1giAHXit63hiVdLoiUbFLT4cWYnPs1jTI8kk; Path=/; Expires=Mon, 23 Nov 2026 16:56:11 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:11 GMT

{"users":[{"id":"usr_01M83K1P073HB7NX57DQMNC6F8","created_at":"2026-11-23T06:56:11.269Z","updated_at":"2026-11-23T06:56:11.269Z","deleted_at":null,"role":"member","email":"sql.416970@example.com","first_name":"'; DROP TABLE \"user\"; --","last_name":null,"api_token":null,"metadata":null},{"id":"usr_01M83K1NZVAHHFJJZ50KK9E4D5","created_at":"2026-11-23T06:56:11.252Z","updated_at":"2026-11-23T06:56:11.252Z","deleted_at":null,"role":"member","email":"upath.416970@example.com","first_name":null,"last_name":null,"api_token":null,"metadata":null}],"count":36,"offset":1,"limit":2}
)http"},
    {{"list.order-email", operation::list_users, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 268
Set-Cookie: connect.sid=s%3AWODHxaT8YDpz8GkGcW1cxAqWNgatpcA-.3lJD91yzlpOzCtk9y6j8vvxJkTc2cJZN%2FneICyjyeto; Path=/; Expires=Mon, 23 Nov 2026 16:56:11 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:11 GMT

{"users":[{"id":"usr_01M83K1NF3N5DRX56DGD4J9K5C","created_at":"2026-11-23T06:56:10.720Z","email":"\"a b\"@example.com"},{"id":"usr_01M83K1NFF02WQ4V94X9AHVFAH","created_at":"2026-11-23T06:56:10.732Z","email":"a+tag.416970@example.com"}],"count":36,"offset":0,"limit":2}
)http"},
    {{"list.offset-beyond", operation::list_users, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 50
Set-Cookie: connect.sid=s%3ADqRfRA_bLNzzR26UfFFJ7riLsarZSQbV.NNVusUvGNYOXj%2Fwxym2f%2BcoguJvJvQXoQZZPocbHlUs; Path=/; Expires=Mon, 23 Nov 2026 16:56:11 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:11 GMT

{"users":[],"count":36,"offset":100000,"limit":50}
)http"},
    {{"delete.after.list-by-deleted_at", operation::list_users, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 904
Set-Cookie: connect.sid=s%3AqBsFP_Cl_3O843MgIncBWXACnagV9Dz1.XL7sgIzt4aV%2BaJJMv%2BjtCZDrt2YhCkqiySTM%2FMDgtcI; Path=/; Expires=Mon, 23 Nov 2026 16:59:57 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:59:57 GMT

{"users":[{"id":"usr_01M83K8D4XJTR11DV66A3JEPXJ","created_at":"2026-11-23T06:59:51.577Z","updated_at":"2026-11-23T06:59:57.569Z","deleted_at":"2026-11-23T06:59:57.569Z","role":"member","email":"del.r417164@example.com","first_name":null,"last_name":null,"api_token":"tok_del_r417164","metadata":null},{"id":"usr_01M83K6FQ4RRN1TJN2Z22WQKBA","created_at":"2026-11-23T06:58:48.674Z","updated_at":"2026-11-23T06:58:48.689Z","deleted_at":"2026-11-23T06:58:48.689Z","role":"member","email":"self.r417120@example.com","first_name":null,"last_name":null,"api_token":null,"metadata":null},{"id":"usr_01M83K6E16GV36HN9VN2JVX917","created_at":"2026-11-23T06:58:46.949Z","updated_at":"2026-11-23T06:58:48.511Z","deleted_at":"2026-11-23T06:58:48.511Z","role":"member","email":"del.r417120@example.com","first_name":null,"last_name":null,"api_token":"tok_del_r417120","metadata":null}],"count":3,"offset":0,"limit":50}
)http"},
    {{"list.q-empty", operation::list_users, medusa::errc::server_error},
     R"http(HTTP/1.1 500 Internal Server Error
Content-Type: application/json; charset=utf-8
Content-Length: 86
Set-Cookie: connect.sid=s%3AecYnudgkQFvOPz4WgevGR5qTEm0nmmsJ.xSotXINaWir7OhL%2FwLyUM6mysBeHbN0Aw01KQnOBmuM; Path=/; Expires=Mon, 23 Nov 2026 16:56:11 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:11 GMT

{"code":"unknown_error","type":"unknown_error","message":"An unknown error occurred."}
)http"},
    {{"update.ok", operation::update_user, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 291
Set-Cookie: connect.sid=s%3A7ATDTxXc1BOP0Ddw1-cs2SCHUkfmrOqf.BWus%2BFr%2BPZK9IAWpM5KiDeOUZBi6kOpnvhed%2FGS5KyE; Path=/; Expires=Mon, 23 Nov 2026 16:56:12 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:12 GMT

{"user":{"id":"usr_01M83K1N4PWB4PSZEEYTEA9YZX","created_at":"2026-11-23T06:56:10.386Z","updated_at":"2026-11-23T06:56:12.331Z","deleted_at":null,"role":"admin","email":"full.416970@example.com","first_name":"Grace","last_name":"Hopper","api_token":null,"metadata":null,"password_hash":null}}
)http"},
    {{"update.role-null", operation::update_user, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 288
Set-Cookie: connect.sid=s%3ATNS8Hyhf-5yYobQ5_cU4pXOfpLz_Lxpv.ixkRaiX1%2BDeMVwS3aGpFNCFZ5DlIWbDEBI%2FxQm6IBXc; Path=/; Expires=Mon, 23 Nov 2026 16:56:12 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:12 GMT

{"user":{"id":"usr_01M83K1N4PWB4PSZEEYTEA9YZX","created_at":"2026-11-23T06:56:10.386Z","updated_at":"2026-11-23T06:56:12.356Z","deleted_at":null,"role":null,"email":"full.416970@example.com","first_name":"Grace","last_name":"Hopper","api_token":null,"metadata":null,"password_hash":null}}
)http"},
    {{"update.metadata-merge", operation::update_user, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 368
Set-Cookie: connect.sid=s%3AJF21J7fDYvPDNG24OA2zO_sr1xbQoBXA.KjlAE83Knu90PCHioelERRkdISeXJwIn2Fx3wG4RZrA; Path=/; Expires=Mon, 23 Nov 2026 16:56:12 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:56:12 GMT

{"user":{"id":"usr_01M83K1N4PWB4PSZEEYTEA9YZX","created_at":"2026-11-23T06:56:10.386Z","updated_at":"2026-11-23T06:56:12.583Z","deleted_at":null,"role":"member","email":"full.416970@example.com","first_name":"a�b","last_name":"Hopper","api_token":null,"metadata":{"a":1,"b":"2","c":{"d":[1,null,true,{"e":"f"}]},"unicode 😀":"é","new":true},"password_hash":null}}
)http"},
    {{"delete.ok", operation::delete_user, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 70
Set-Cookie: connect.sid=s%3A3KUpLl_KhWD9udiDeABN7d5i0DLTRzVH.07D7rEBryasr4rqKK8p1zrRgguUr0mE6pWs%2BXGZJpCg; Path=/; Expires=Mon, 23 Nov 2026 16:59:57 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:59:57 GMT

{"id":"usr_01M83K8D4XJTR11DV66A3JEPXJ","object":"user","deleted":true}
)http"},
    {{"delete.not-found", operation::delete_user, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 56
Set-Cookie: connect.sid=s%3AAJN4MsQYlsT75jIM7Lga6vbP8DPDD5At.HM4QPnZ3%2FXQ8VDFQrQs1A368OvKPXnjVqMXqiyrw8Zc; Path=/; Expires=Mon, 23 Nov 2026 16:59:57 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:59:57 GMT

{"id":"usr_doesnotexist","object":"user","deleted":true}
)http"},
    {{"sendResetPasswordToken.ok", operation::send_reset_password_token, success},
     R"http(HTTP/1.1 204 No Content
Set-Cookie: connect.sid=s%3Abz84r21OqJS6VACJq59tsB1u6MHjfIgz.U0PRBTYbdb535ws7ikhvEINC7kxnE97jvdNFbzA2iJg; Path=/; Expires=Mon, 23 Nov 2026 16:59:24 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:59:24 GMT


)http"},
    {{"resetPassword.ok", operation::reset_password, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 265
Set-Cookie: connect.sid=s%3ASaaRa5DWwjNbAX-vgNhPuKnupw2JWkud.NcmXbNU8YNEE3tGAbqU4RkdJ%2B6waB9oX3vXnRBaZ%2Bwk; Path=/; Expires=Mon, 23 Nov 2026 16:59:27 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:59:27 GMT

{"user":{"id":"usr_01M83K7JPH7AWYJGQ25RJNAABS","created_at":"2026-11-23T06:59:24.494Z","updated_at":"2026-11-23T06:59:27.868Z","deleted_at":null,"role":"member","email":"reset.r417164@example.com","first_name":"x","last_name":null,"api_token":null,"metadata":null}}
)http"},
    {{"resetPassword.token-reused", operation::reset_password, medusa::errc::reset_token_rejected},
     R"http(HTTP/1.1 500 Internal Server Error
Content-Type: application/json; charset=utf-8
Content-Length: 86
Set-Cookie: connect.sid=s%3A9ELNyprMFNh_5ZoeHzwBnyAKfEsDPd4p.sgn75PJUQmnAUBk0LO0xozAXJEhPIZGQWnxTHVXRIlU; Path=/; Expires=Mon, 23 Nov 2026 16:59:27 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:59:27 GMT

{"code":"unknown_error","type":"unknown_error","message":"An unknown error occurred."}
)http"},
    {{"resetPassword.user_id-mismatch", operation::reset_password, medusa::errc::unauthorized},
     R"http(HTTP/1.1 401 Unauthorized
Content-Type: text/html; charset=utf-8
Content-Length: 39
Set-Cookie: connect.sid=s%3AzmFu1LI7M8hNuxYpAJkWOmdUppWkPz14.jLQXbSbZwD2qIK%2B%2FZsUdTcj%2BYw%2BCxpOqINhcsa14skY; Path=/; Expires=Mon, 23 Nov 2026 16:59:27 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:59:27 GMT

Invalid or expired password reset token
)http"},
    {{"auth.session.ok", operation::create_session, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 262
Set-Cookie: connect.sid=s%3AgxUJWu_1eLJpYmhDwStZPqXFtaAt0dVN.c0yaYXoBw5qL2TMJYWvwJ58PhZbn8jw23qYXIGZfOcs; Path=/; Expires=Mon, 23 Nov 2026 16:53:56 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:53:56 GMT

{"user":{"id":"usr_01M83JMHCK56N5NJD09J505GA0","created_at":"2026-11-23T06:49:00.550Z","updated_at":"2026-11-23T06:49:00.550Z","deleted_at":null,"role":"member","email":"admin@medusa-test.com","first_name":null,"last_name":null,"api_token":null,"metadata":null}}
)http"},
    {{"auth.session.unknown-email", operation::create_session, medusa::errc::unauthorized},
     R"http(HTTP/1.1 401 Unauthorized
Content-Type: text/plain; charset=utf-8
Content-Length: 12
Set-Cookie: connect.sid=s%3ApeC-ZLCk9kkN4mpHqbCu0C8p-RrzppKs.sieX%2FfB3zFVzlhjO37YxzQFUgCUye4JbSv0HxIsu9X8; Path=/; Expires=Mon, 23 Nov 2026 16:53:56 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:53:56 GMT

Unauthorized
)http"},
    {{"auth.token.ok", operation::get_token, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 227
Set-Cookie: connect.sid=s%3A8WBDkbEuWdSLKm5CN7kmGFDV2WQF3FNK.qxs2YizvCjNcFlonLtlFrLbirtDrOFDiPgQaXhhFvqE; Path=/; Expires=Mon, 23 Nov 2026 16:53:56 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:53:56 GMT

{"access_token":"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoidXNyXzAxTTgzSk1IQ0s1Nk41TkpEMDlKNTA1R0EwIiwiZG9tYWluIjoiYWRtaW4iLCJpYXQiOjE3OTU0MTY4MzYsImV4cCI6MTc5NTUwMzIzNn0.4IBcteYlS7ygJOqNrQ4u_SZUdkp1Gp58y_FemdN8d1I"}
)http"},
    {{"auth.get.bearer", operation::get_session, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Content-Length: 280
Set-Cookie: connect.sid=s%3AM2vu4Yqs9tVE0K3tTEh06fhSnLnIaawA.dESWsLXHJzCQb8U6XrPhAQ1uXZfMcHxDgOem7lFiTJ0; Path=/; Expires=Mon, 23 Nov 2026 16:53:56 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:53:56 GMT

{"user":{"id":"usr_01M83JMHCK56N5NJD09J505GA0","created_at":"2026-11-23T06:49:00.550Z","updated_at":"2026-11-23T06:53:56.232Z","deleted_at":null,"role":"member","email":"admin@medusa-test.com","first_name":null,"last_name":null,"api_token":"tok_admin_0123456789","metadata":null}}
)http"},
    {{"auth.get.bearer-unknown-user", operation::get_session, medusa::errc::bad_request},
     R"http(HTTP/1.1 400 Bad Request
Content-Type: text/plain; charset=utf-8
Content-Length: 11
Set-Cookie: connect.sid=s%3ASeGhmfO3FMFSnpejdlpsqtJ2hf9SoLV1.pzt8DaPQyZ62A4XrENTdhZCDhsPi7Rrk5HYgF%2B%2BcyXQ; Path=/; Expires=Mon, 23 Nov 2026 16:53:56 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:53:56 GMT

Bad Request
)http"},
    {{"auth.delete.cookie", operation::delete_session, success},
     R"http(HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Content-Length: 2
Date: Mon, 23 Nov 2026 06:53:56 GMT

OK
)http"},
    {{"auth.get.none", operation::get_session, medusa::errc::unauthorized},
     R"http(HTTP/1.1 401 Unauthorized
Set-Cookie: connect.sid=s%3AwV7HLWJOOqft0tcrJO9VZwZhOswCsQ9K.uEQ4fhPNp6ePK6WS7LatPEgD6g6wmXmtYVWkZiYS%2BXk; Path=/; Expires=Mon, 23 Nov 2026 16:53:56 GMT; HttpOnly
Date: Mon, 23 Nov 2026 06:53:56 GMT
Transfer-Encoding: chunked

c
Unauthorized
0


)http"},
    // Not recorded, but written after the documentation of older versions and of proxies.
    {{"old server: no count, offset, limit", operation::list_users, success},
     R"http(HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8

{"users":[{"id":"usr_1","created_at":"2021-03-16T09:24:13.000Z","updated_at":"2021-03-16T09:24:13.000Z","deleted_at":null,"role":"admin","email":"admin@example.com","first_name":null,"last_name":null,"api_token":null,"metadata":null}]}
)http"},
    {{"race of two creates: duplicate_error", operation::create_user, medusa::errc::unprocessable},
     R"http(HTTP/1.1 422 Unprocessable Entity
Content-Type: application/json; charset=utf-8

{"code":"invalid_request_error","type":"duplicate_error","message":"User with email ada@example.com already exists."}
)http"},
    {{"proxy: success status with a page", operation::retrieve_user, medusa::errc::malformed_json},
     R"http(HTTP/1.1 200 OK
Content-Type: text/html

<html><body>Please sign in</body></html>
)http"},
    {{"proxy: success status with nothing", operation::retrieve_user, medusa::errc::empty_body},
     R"http(HTTP/1.1 204 No Content


)http"},
    {{"proxy: unavailable", operation::list_users, medusa::errc::unavailable},
     R"http(HTTP/1.1 503 Service Unavailable
Retry-After: 2
Content-Type: text/plain

no backend
)http"},
};

}  // namespace wire
