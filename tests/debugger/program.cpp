// Values for a debugger to show, each with what tools/debug-printers wants to see: in gdb, and by medusa.natvis.
#include <medusa/medusa.hpp>

#include <cstring>
#include <string>
#include <string_view>

namespace {

using medusa::errc;
using small = medusa::fixed<48, 8>;

constexpr char document[] =
    R"({"user":{"id":"usr_1","created_at":"2026-11-23T06:56:10.386Z","deleted_at":null,"role":"owner",)"
    R"("email":"ada@example.com","api_token":"PLANTED","metadata":{"a":1}}})";

constexpr char list[] =
    R"({"users":[{"id":"usr_1","email":"ada@example.com","api_token":"PLANTED"}],"count":1,"offset":0,"limit":50})";

template <class S>
medusa::basic_user<S> ada() {
  return *medusa::parse<S>(medusa::admin::retrieve_user{.id = "usr_1"},
                           medusa::response_view(200, document));
}

template <class S>
medusa::result<medusa::basic_user<S>, medusa::failure<S>> refused(int status,
                                                                  std::string_view body) {
  return medusa::parse<S>(medusa::admin::retrieve_user{.id = "usr_1"},
                          medusa::response_view(status, body));
}

medusa::client_options client_options() {
  return {.base_url = "https://shop.example", .credentials = medusa::bearer{"PLANTED"}};
}

// As memory may be before a variable is initialised. Visual Studio itself deals with that.
template <class T>
void ruin(T& object) {
  std::memset(static_cast<void*>(&object), 0xFF, sizeof object);
}

medusa::static_string<300> unready_text;
// gdb unready_text: ""
medusa::static_vector<int, 4> unready_numbers;
// gdb unready_numbers: 0 of at most 4
medusa::member_path unready_path;
// gdb unready_path: ""

[[gnu::noinline]] medusa::result<medusa::static_string<8>, errc> returned() {
  medusa::static_string<8> text;
  static_cast<void>(text.assign("ada"));
  return text;
}

// Where the debugger looks.
[[gnu::noinline]] void stop(medusa::request const& request) {
  asm volatile("" : : "r"(&request) : "memory");
}

}  // namespace

int main() {
  auto const hosted = ada<medusa::hosted>();
  // gdb hosted: {id = "usr_1", created_at = "2026-11-23T06:56:10.386Z", updated_at = no date, deleted_at = null, role = "owner", email = "ada@example.com", first_name = absent, last_name = absent, api_token = (secret), metadata = "{\"a\":1}"}
  // natvis hosted: "usr_1" "ada@example.com"
  auto const fixed = ada<small>();
  // gdb fixed: {id = "usr_1", created_at = "2026-11-23T06:56:10.386Z", updated_at = no date, deleted_at = null, role = "owner", email = "ada@example.com", first_name = absent, last_name = absent, api_token = (secret), metadata = "{\"a\":1}"}
  // natvis fixed: "usr_1" "ada@example.com"
  auto const borrowed = ada<medusa::borrowed<8>>();
  // gdb borrowed: {id = "usr_1", created_at = "2026-11-23T06:56:10.386Z", updated_at = no date, deleted_at = null, role = "owner", email = "ada@example.com", first_name = absent, last_name = absent, api_token = (secret), metadata = "{\"a\":1}"}
  // natvis borrowed: "usr_1" "ada@example.com"
  auto const found = refused<medusa::hosted>(200, document);
  // gdb found: {value = {id = "usr_1", created_at = "2026-11-23T06:56:10.386Z", updated_at = no date, deleted_at = null, role = "owner", email = "ada@example.com", first_name = absent, last_name = absent, api_token = (secret), metadata = "{\"a\":1}"}}
  // natvis found: "usr_1" "ada@example.com"
  auto const gone =
      refused<small>(404, R"({"type":"not_found","message":"User with id: usr_1 was not found"})");
  // gdb gone: {error = {code = medusa::v0::errc::not_found, status = 404, server = {type = "not_found", code = "", message = "User with id: usr_1 was not found", message_dropped = false}, transport = std::optional<medusa::v0::no_transport> [no contained value]}}
  // natvis gone: error: medusa::v0::errc::not_found, status 404
  auto const broken = refused<medusa::hosted>(200, R"({"user":{"id":"usr_1","email":7}})");
  // gdb broken: {error = {code = medusa::v0::errc::wrong_type, status = 200, offset = 30, path = "user.email", server = {type = "", code = "", message = "", message_dropped = false}, transport = std::optional<medusa::v0::no_transport> [no contained value]}}
  // natvis broken.error_.path: "user" … "email"

  medusa::static_vector<int, 4> numbers;
  *numbers.try_emplace_back() = 7;
  *numbers.try_emplace_back() = 8;
  // gdb numbers: 2 of at most 4 = {7, 8}
  // natvis numbers: { size=2 }
  medusa::static_vector<int, 4> const no_numbers;
  // gdb no_numbers: 0 of at most 4
  medusa::static_string<8> text;
  static_cast<void>(text.assign("K\xC3\xB6nig\""));
  // gdb text: "König\""
  // natvis text: "König""
  medusa::static_string<8> const no_text;
  // gdb no_text: ""
  // natvis no_text: ""
  ruin(unready_text), ruin(unready_numbers), ruin(unready_path);
  medusa::timestamp const no_date;
  // gdb no_date: no date
  // natvis no_date: no date
  medusa::field<int> const absent, null = nullptr, seven = 7;
  // gdb absent: absent
  // natvis absent: absent
  // gdb null: null
  // natvis null: null
  // gdb seven: 7
  // natvis seven: 7
  medusa::field<std::string> const invalid = static_cast<char const*>(nullptr);
  // gdb invalid: invalid
  // natvis invalid: invalid
  medusa::open_enum<medusa::admin::role, std::string> const no_role;
  // gdb no_role: ""
  // natvis no_role: ""
  medusa::secret_view const secret = "PLANTED";
  // gdb secret: (secret)
  // natvis secret: (secret)
  medusa::basic_secret<std::string> const owned = "PLANTED";
  // gdb owned: (secret)
  // natvis owned: (secret)
  medusa::metadata_ref const no_metadata, metadata = R"({"a":1})",
                                          wrong = static_cast<char const*>(nullptr);
  // gdb no_metadata: absent
  // natvis no_metadata: absent
  // gdb metadata: {text = "{\"a\":1}", error = std::optional<medusa::v0::errc> [no contained value]}
  // natvis metadata: "{\"a\":1}"
  // gdb wrong: {text = "", error = std::optional<medusa::v0::errc> = {[contained value] = medusa::v0::errc::invalid_value}}
  medusa::member_path path;
  path.prepend("email");
  medusa::member_path const one = path;
  // gdb one: "email"
  // natvis one: "email"
  path.prepend(3);
  path.prepend("users");
  // gdb path: "users[3].email"
  // natvis path: "users" … "email"

  medusa::basic_user_page<medusa::pooled> page;
  medusa::response_view const listed(200, list);
  static_cast<void>(medusa::parse_into<medusa::pooled>(medusa::admin::list_users{}, listed, page));
  // gdb page.users: std::vector of length 1, capacity 1 = {{id = "usr_1", created_at = no date, updated_at = no date, deleted_at = absent, role = absent, email = "ada@example.com", first_name = absent, last_name = absent, api_token = (secret), metadata = absent}}

  auto const answer =
      [](medusa::request const& request) -> medusa::result<medusa::response_view, int> {
    stop(request);
    return medusa::unexpected(1);
  };
  medusa::admin::client client{
      medusa::function_transport{answer},
      {.base_url = "https://shop.example", .credentials = medusa::api_token{"PLANTED"}}};
  // gdb client.buffer_: (not shown)
  // natvis client.buffer_: (not shown)
  // natvis client.settings_: "https://shop.example"
  medusa::admin::create_user const create{.email = "ada@example.com", .password = "PLANTED"};
  medusa::request_buffer<1024> bytes;
  // gdb bytes: (not shown)
  // natvis bytes: (not shown)
  medusa::response_view const response(200, document);
  // gdb response: {status = 200, body = (163 bytes), headers = std::span of length 0}
  // natvis response: status 200
  auto const request = create.request(bytes, client_options());
  // gdb request.value_.body: "{\"email\":\"ada@example.com\",\"password\":\"PLANTED\"}"
  // natvis request: medusa::v0::method::post "https://shop.example/admin/users"
  auto const failed = client.users().create({.email = "ada@example.com", .password = "PLANTED"});
  medusa::header const header{"X-Team", "engines"}, cookie{"Set-Cookie", "PLANTED"};
  // gdb header: {name = "X-Team", value = "engines"}
  // natvis header: "X-Team"
  // gdb cookie: {name = "Set-Cookie", value = (secret)}
  stop(*request);
  return returned() ? 0 : 1;
}
