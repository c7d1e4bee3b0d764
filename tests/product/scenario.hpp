// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <medusa/medusa.hpp>

#include <support/named_server.hpp>

namespace product {

/// An e-mail nobody has; those of one `run` have it in common.
[[nodiscard]] inline std::string new_run() {
  static std::atomic<int> count{0};
  auto const now =
      std::chrono::system_clock::now().time_since_epoch() / std::chrono::milliseconds(1);
  return "p" + std::to_string(now) + "n" + std::to_string(++count);
}

/// All operations, as somebody uses them who signs in, keeps users and signs out again: what is
/// sent must arrive and what comes back must be read, whichever transport, JSON policy and way of
/// waiting `Way` is made of. `way.call(op)` gives the result of an operation, `way.ids(op)` the ids
/// of all pages of a list.
template <class Way>
class scenario {
 public:
  scenario(Way& way, support::named_server& at) : way_(&way), at_(&at) {}

  /// Whether all of it was as expected; what was not are failed checks.
  bool play() {
    sign_in();
    std::string const id = create();
    read_back(id);
    change(id);
    refused(id);
    page_through(id);
    new_password();
    for (std::string const& each : ids_) remove(each);
    sign_out();
    return good_;
  }

 private:
  using errc = medusa::errc;
  using user = medusa::admin::user;

  void expect(bool good, char const* what) {
    CHECK_MESSAGE(good, std::string_view(what));
    good_ = good_ && good;
  }
  /// The result, after a check that there is one; else an empty one.
  template <class Op>
  typename Op::template result_type<medusa::hosted> value(Op const& op) {
    auto result = way_->call(op);
    if (result) return *std::move(result);
    expect(false, medusa::to_string(result.error()).c_str());
    return {};
  }
  template <class Op>
  void expect_error(Op const& op, errc code, char const* what) {
    auto const result = way_->call(op);
    expect(!result && result.error().code == code, what);
  }

  void sign_in() {
    user const me =
        value(medusa::admin::create_session{.email = at_->email, .password = at_->password});
    expect(me.email == at_->email, "create_session gives the user who signed in");
    expect(value(medusa::admin::get_session{}).id == me.id, "the cookie is sent from then on");
    auto const token =
        value(medusa::admin::get_token{.email = at_->email, .password = at_->password});
    expect(token.access_token.size() > 100, "get_token gives a token");
    expect(value(medusa::admin::get_session{}).id == me.id, "the token is sent from then on");
  }

  std::string create() {
    user const made = value(medusa::admin::create_user{.email = email_,
                                                       .first_name = first_name,
                                                       .role = medusa::admin::role::developer,
                                                       .password = "s3cret \"\\"});
    ids_.push_back(made.id);
    expect(made.id.starts_with("usr_") && made.email == email_, "create_user gives the user");
    expect(made.first_name == first_name, "text arrives and comes back as it is");
    expect(made.role == medusa::admin::role::developer && made.last_name.is_null(),
           "a role is one, null is null");
    return made.id;
  }

  void read_back(std::string const& id) {
    user const found = value(medusa::admin::retrieve_user{.id = id});
    expect(found.id == id && found.first_name == first_name, "retrieve_user gives the same user");
    expect(found.created_at.unix_ms() > 0 && found.created_at == found.updated_at,
           "times are read");
  }

  void change(std::string const& id) {
    medusa::admin::user_changes const changes{
        .first_name = nullptr,
        .last_name = "H\xC3\xB6pper",
        .metadata = R"({"a":[1,-2.5e3,{"b":null}],"t":"\"\u00e9"})"};
    user const changed = value(medusa::admin::update_user{.id = id, .changes = changes});
    expect(changed.first_name.is_null() && changed.last_name == "H\xC3\xB6pper",
           "update_user gives the changed user");
    expect(changed.role == medusa::admin::role::developer, "what is not named stays as it is");
    expect(changed.metadata && std::string_view(changed.metadata->view()).find(R"("b":null)") !=
                                   std::string_view::npos,
           "metadata comes back as JSON");
  }

  void refused(std::string const& id) {
    auto const missing = way_->call(medusa::admin::retrieve_user{.id = "usr_/?#%"});
    expect(!missing && missing.error().code == errc::not_found &&
               missing.error().server.type.text() == "not_found" &&
               missing.error().server.message == "User with id: usr_/?#% was not found",
           "a refusal is read, an id goes percent-encoded");
    expect_error(medusa::admin::create_user{.email = email_, .password = "x"}, errc::bad_request,
                 "an e-mail is there once");
    expect_error(medusa::admin::update_user{.id = id, .changes = {.last_name = "\xFF"}},
                 errc::invalid_utf8, "nothing bad is sent");
  }

  void page_through(std::string const& first) {
    std::vector<std::string> all{first};
    for (char const* const name : {"one.", "two."}) {
      ids_.push_back(value(medusa::admin::create_user{.email = name + email_, .password = "x"}).id);
      all.push_back(ids_.back());
    }
    auto const page = value(medusa::admin::list_users{.q = run_, .offset = 1, .limit = 1});
    expect(page.count == 3u && page.offset == 1u && page.limit == 1u && page.users.size() == 1,
           "list_users gives a page");
    constexpr medusa::admin::order_by by_age{.field = medusa::admin::user_field::created_at};
    expect(way_->ids(medusa::admin::list_users{.q = run_, .order = by_age, .limit = 2}) == all,
           "all pages give all users");
  }

  void new_password() {
    value(medusa::admin::send_reset_password_token{.email = email_});
    std::string const token = at_->reset_token(email_);
    expect(!token.empty(), "send_reset_password_token sends a token");
    user const changed = value(medusa::admin::reset_password{.token = token, .password = "n3w"});
    expect(changed.email == email_, "reset_password gives the user");
    expect_error(medusa::admin::get_token{.email = email_, .password = "s3cret \"\\"},
                 errc::unauthorized, "the old password is none");
    value(medusa::admin::get_token{.email = email_, .password = "n3w"});
    value(medusa::admin::get_token{.email = at_->email, .password = at_->password});
  }

  void remove(std::string const& id) {
    auto const gone = value(medusa::admin::delete_user{.id = id});
    expect(gone.id == id && gone.deleted, "delete_user says what is gone");
    expect_error(medusa::admin::retrieve_user{.id = id}, errc::not_found,
                 "a deleted user is not found");
  }

  void sign_out() {
    value(medusa::admin::create_session{.email = at_->email, .password = at_->password});
    value(medusa::admin::delete_session{});
    expect_error(medusa::admin::get_session{}, errc::unauthorized,
                 "delete_session ends the session");
  }

  static constexpr char const* first_name = "Ada \"\\\t\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80";

  Way* way_;
  support::named_server* at_;
  std::string run_ = new_run();
  std::string email_ = run_ + "@example.com";
  std::vector<std::string> ids_{};
  bool good_ = true;
};

}  // namespace product
