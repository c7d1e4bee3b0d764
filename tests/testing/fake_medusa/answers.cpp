// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/answers.hpp>

#include <doctest/doctest.h>

using namespace medusa::testing::fake;

TEST_CASE("fake answers: the shapes of errors") {
  CHECK(not_signed_in().body() == "Unauthorized");
  CHECK(!not_signed_in().header("content-type"));
  CHECK(invalid_data("a \"b\"").body() == R"({"type":"invalid_data","message":"a \"b\""})");
  CHECK(unknown_user("x").status() == 404);
  CHECK(server_error().body().find(R"("code":"unknown_error")") != std::string::npos);
  auto const page = html_answer(404, "<a href='x'>&\"");
  CHECK(page.body().find("<pre>&lt;a href=&#39;x&#39;&gt;&amp;&quot;</pre>") != std::string::npos);
  CHECK(page.header("Content-Type") == "text/html; charset=utf-8");
  CHECK(text_answer(200, "OK").header("Content-Type") == "text/plain; charset=utf-8");
}
