// SPDX-License-Identifier: MIT
// Makes the calls with this library:  ours CALLS URL
// Prints the error of each call that sent nothing.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <list>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <medusa/ext/curl.hpp>
#include <medusa/medusa.hpp>

using document = nlohmann::ordered_json;
namespace admin = medusa::admin;

namespace {

/// Owns the texts that operations view, for the time of a call.
class call_maker {
 public:
  call_maker(medusa::ext::curl_transport& http, std::string const& url, document const& call)
      : http_(http), url_(url), call_(call), payload_(call.value("payload", document::object())) {}

  void make() {
    auto const client_headers = headers(call_.at("config").at("headers"));
    auto const call_headers = headers(call_.at("headers"));
    document const& config = call_.at("config");
    medusa::credentials credentials;
    std::string const secret =
        config.value("api_token", config.value("bearer", config.value("session_cookie", "")));
    if (config.contains("api_token")) credentials = medusa::api_token{secret};
    if (config.contains("bearer")) credentials = medusa::bearer{secret};
    if (config.contains("session_cookie")) credentials = medusa::session_cookie{secret};
    std::string const publishable = config.value("publishable_api_key", "");
    admin::client client{http_,
                         {.base_url = url_,
                          .credentials = credentials,
                          .publishable_api_key = publishable,
                          .headers = client_headers,
                          .retry = {.max_retries = config.value("retries", 0U)}}};
    dispatch(client, {.headers = call_headers});
  }

 private:
  template <class Client>
  void dispatch(Client& client, medusa::call_options const& options) {
    std::string const op = call_.at("op"), id = call_.value("id", "");
    auto const call = [&](auto const& operation) {
      auto const result = client.call(operation, options);
      if (!result && result.error().stage() == medusa::stage::encode)
        say(to_string(result.error().code));
    };
    if (op == "create")
      call(admin::create_user{.email = text("email"),
                              .first_name = field("first_name"),
                              .last_name = field("last_name"),
                              .role = role(),
                              .password = text("password")});
    else if (op == "update") call(admin::update_user{.id = id, .changes = changes()});
    else if (op == "list") list(call);
    else if (op == "retrieve") call(admin::retrieve_user{.id = id});
    else if (op == "delete") call(admin::delete_user{.id = id});
    else if (op == "reset_password")
      call(admin::reset_password{
          .email = field("email"), .token = text("token"), .password = text("password")});
    else if (op == "send_reset_password_token")
      call(admin::send_reset_password_token{.email = text("email")});
    else if (op == "create_session")
      call(admin::create_session{.email = text("email"), .password = text("password")});
    else if (op == "get_token")
      call(admin::get_token{.email = text("email"), .password = text("password")});
    else if (op == "get_session") call(admin::get_session{});
    else if (op == "delete_session") call(admin::delete_session{});
    else std::abort();
  }

  admin::user_changes changes() {
    admin::user_changes c{
        .first_name = field("first_name"), .last_name = field("last_name"), .role = role()};
    if (auto const at = payload_.find("api_token"); at != payload_.end()) {
      if (at->is_null()) c.api_token = nullptr;
      else c.api_token = medusa::secret_view(keep(*at));
    }
    if (auto const at = payload_.find("metadata"); at != payload_.end()) {
      for (auto const& [name, value] : at->items()) set(name, value);
      c.metadata = metadata_;
    }
    return c;
  }

  void set(std::string const& name, document const& value) {
    if (value.is_string()) metadata_.set(name, value.get<std::string>());
    else if (value.is_boolean()) metadata_.set(name, value.get<bool>());
    else if (value.is_number_integer()) metadata_.set(name, value.get<std::int64_t>());
    else if (value.is_null()) metadata_.set(name, nullptr);
    else metadata_.set(name, medusa::json::raw_view(value.dump()));
  }

  void list(auto const& call) {
    document const query = call_.value("query", document::object());
    admin::list_users op;
    auto const given = [&](char const* name, auto& member) {
      if (query.contains(name)) member = keep(query[name]);
    };
    given("email", op.email);
    given("first_name", op.first_name);
    given("last_name", op.last_name);
    given("q", op.q);
    if (query.contains("order")) {
      bool descending = false;
      auto const field = field_of(query["order"], descending);
      op.order = admin::order_by{
          field, descending ? admin::direction::descending : admin::direction::ascending};
    }
    std::vector<std::string_view> ids;
    std::vector<admin::role> roles;
    if (query.contains("id")) {
      if (query["id"].is_string()) op.id = keep(query["id"]);
      else {
        for (document const& each : query["id"]) ids.push_back(keep(each));
        op.id = ids;
      }
    }
    if (query.contains("role")) {
      if (query["role"].is_string())
        op.role = *medusa::from_string<admin::role>(query["role"].get<std::string>());
      else {
        for (document const& each : query["role"])
          roles.push_back(*medusa::from_string<admin::role>(each.get<std::string>()));
        op.role = roles;
      }
    }
    range(query, "created_at", op.created_at);
    range(query, "updated_at", op.updated_at);
    range(query, "deleted_at", op.deleted_at);
    if (query.contains("offset")) op.offset = query["offset"].get<std::uint64_t>();
    if (query.contains("limit")) op.limit = query["limit"].get<std::uint64_t>();
    if (query.contains("fields")) op.fields = fields(query["fields"]);
    call(op);
  }

  static void range(document const& query, char const* name, admin::date_range& out) {
    if (!query.contains(name)) return;
    for (auto const& [bound, date] : query[name].items()) {
      medusa::timestamp value;
      if (!value.parse(date.get<std::string>())) std::abort();
      (bound == "lt"    ? out.lt
       : bound == "gt"  ? out.gt
       : bound == "lte" ? out.lte
                        : out.gte) = value;
    }
  }

  static admin::user_field field_of(std::string text, bool& minus) {
    minus = text.starts_with('-');
    return *medusa::from_string<admin::user_field>(text.substr(minus ? 1 : 0));
  }

  /// At most four of them: what a list is made of is known when this is compiled.
  static admin::user_fields fields(std::string const& texts) {
    std::vector<admin::user_field> f;
    bool minus = false;
    for (std::size_t at = 0, end = 0; end != texts.npos; at = end + 1) {
      end = texts.find(',', at);
      f.push_back(field_of(texts.substr(at, end == texts.npos ? end : end - at), minus));
    }
    f.resize(4, f.front());  // each field counts once
    return minus ? admin::user_fields::without({f[0], f[1], f[2], f[3]})
                 : admin::user_fields::only({f[0], f[1], f[2], f[3]});
  }

  medusa::field<admin::role> role() const {
    auto const at = payload_.find("role");
    if (at == payload_.end()) return {};
    if (at->is_null()) return nullptr;
    return *medusa::from_string<admin::role>(at->get<std::string>());
  }
  medusa::field<std::string_view> field(char const* name) {
    auto const at = payload_.find(name);
    if (at == payload_.end()) return {};
    if (at->is_null()) return nullptr;
    return keep(*at);
  }
  std::string_view text(char const* name) {
    return payload_.contains(name) ? keep(payload_[name]) : std::string_view();
  }

  std::vector<medusa::header> headers(document const& from) {
    std::vector<medusa::header> out;
    for (auto const& [name, value] : from.items())
      out.push_back({keep(document(name)), keep(value)});
    return out;
  }

  std::string_view keep(document const& value) {
    return kept_.emplace_back(value.get<std::string>());
  }

  void say(std::string_view error) const {
    std::printf("%s %.*s\n", call_.at("headers").at("X-Call").get<std::string>().c_str(),
                static_cast<int>(error.size()), error.data());
  }

  medusa::ext::curl_transport& http_;
  std::string const& url_;
  document const& call_;
  document payload_;
  medusa::metadata metadata_{};
  std::list<std::string> kept_{};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ifstream file(argv[1]);
  document const calls = document::parse(file);
  std::string const url = argv[2];
  medusa::ext::curl_transport http;
  for (document const& call : calls) call_maker(http, url, call).make();
}
