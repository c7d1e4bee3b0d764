// SPDX-License-Identifier: MIT
// A struct of your own in place of the library's: only what the program needs is read and kept.
// Everything else in the answer is checked and skipped. It works the same on every storage; here
// without a heap.
#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>

#include <cstdint>
#include <cstdio>
#include <string_view>

namespace {

struct contact {
  medusa::static_string<32> id{};
  medusa::static_string<64> email{};

  using field_table =
      medusa::member_list<medusa::member<"id", &contact::id, medusa::presence::required>,
                          medusa::member<"email", &contact::email, medusa::presence::required>>;
};

/// A page of them, with the number of all.
struct contacts {
  medusa::static_vector<contact, 8> users{};
  std::uint64_t count = 0;

  using field_table =
      medusa::member_list<medusa::member<"users", &contacts::users, medusa::presence::required>,
                          medusa::member<"count", &contacts::count>>;
};

constexpr std::string_view page =
    R"({"users":[{"id":"usr_1","email":"ada@example.com","role":"member","metadata":{"seats":[1,2]}},)"
    R"({"id":"usr_2","email":"grace@example.com","first_name":"Grace"}],"count":2,"offset":0,"limit":8})";

}  // namespace

int main() {
  using medusa::testing::expect;
  medusa::testing::scripted_transport server{
      expect(medusa::method::get, "/admin/users/usr_1")
          .answer(200, R"({"user":{"id":"usr_1","email":"ada@example.com","role":"member"}})"),
      expect(medusa::method::get, "/admin/users?limit=8").answer(200, page)};
  medusa::admin::client<medusa::testing::scripted_transport&, medusa::json::scanner,
                        medusa::fixed<48, 8>>
      client{server, {.base_url = "https://shop.example"}};

  contact ada;
  if (auto const failed = client.call_into(medusa::admin::retrieve_user{.id = "usr_1"}, ada))
    return std::fputs(to_string(*failed).c_str(), stderr), 1;
  std::printf("%s %s\n", ada.id.c_str(), ada.email.c_str());

  contacts all;
  if (auto const failed = client.call_into(medusa::admin::list_users{}, all))
    return std::fputs(to_string(*failed).c_str(), stderr), 1;
  for (contact const& each : all.users) std::printf("%s %s\n", each.id.c_str(), each.email.c_str());

  // Without keeping any: a page may have any number of users, in the memory of one.
  medusa::response_view const response(200, page);
  auto const failed = medusa::for_each_user<medusa::fixed<48, 1>, medusa::json::scanner, contact>(
      medusa::admin::list_users{}, response,
      [](contact const& each) { std::printf("%s\n", each.id.c_str()); });
  return failed ? 1 : 0;
}
