// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include <medusa/model/role.hpp>
#include <medusa/testing/fake_medusa/email_address.hpp>
#include <medusa/testing/fake_medusa/json_value.hpp>

namespace medusa::inline v0::testing::fake {

/// What the server has to say against a body or a query: one message with all complaints, those
/// about unknown properties first, then the fields in the order of their declaration. Empty when
/// all is well.
class complaints {
 public:
  explicit complaints(json_value const& object) : object_(&object) {}

  void add(std::string_view complaint) {
    if (!message_.empty()) message_ += ", ";
    message_ += complaint;
  }

  /// `__proto__` is lost on the server's way from text to object.
  void unknown_but(std::initializer_list<std::string_view> known) {
    for (std::string_view const name : object_->names) {
      bool found = name == "__proto__";
      for (std::string_view const each : known) found = found || each == name;
      if (!found) add("property " + std::string(name) + " should not exist");
    }
  }

  void email(bool optional = false) {
    json_value const* const value = given("email", optional);
    if (value == nullptr) return;
    if (value->kind != json::kind::string || !is_email_address(value->text))
      add("email must be an email");
  }
  void text(std::string_view name, bool optional = true) {
    json_value const* const value = given(name, optional);
    if (value != nullptr && value->kind != json::kind::string)
      add(std::string(name) + " must be a string");
  }
  void not_empty(std::string_view name) {
    json_value const* const value = given(name, false);
    if (value->kind == json::kind::null ||
        (value->kind == json::kind::string && value->text.empty()))
      add(std::string(name) + " should not be empty");
  }
  void object(std::string_view name) {
    json_value const* const value = given(name, true);
    if (value != nullptr && value->kind != json::kind::object)
      add(std::string(name) + " must be an object");
  }
  void role() {
    json_value const* const value = given("role", true);
    if (value == nullptr ||
        (value->kind == json::kind::string && from_string<admin::role>(value->text)))
      return;
    add("role must be one of the following values: admin, member, developer");
  }

  [[nodiscard]] std::string const& message() const noexcept { return message_; }

 private:
  /// Null for what is optional and absent or null; null of JSON for what is absent and required.
  [[nodiscard]] json_value const* given(std::string_view name, bool optional) const {
    json_value const* const value = object_->find(name);
    if (optional && (value == nullptr || value->kind == json::kind::null)) return nullptr;
    return value == nullptr ? &absent_ : value;
  }

  json_value const* object_;
  json_value absent_{};
  std::string message_{};
};

/// `POST /admin/users`
[[nodiscard]] inline std::string complaints_about_creation(json_value const& body) {
  complaints about(body);
  about.unknown_but({"email", "first_name", "last_name", "role", "password"});
  about.email();
  about.text("first_name");
  about.text("last_name");
  about.role();
  about.text("password", false);
  return about.message();
}

/// `POST /admin/users/:id`
[[nodiscard]] inline std::string complaints_about_update(json_value const& body) {
  complaints about(body);
  about.unknown_but({"first_name", "last_name", "role", "api_token", "metadata"});
  about.text("first_name");
  about.text("last_name");
  about.role();
  about.text("api_token");
  about.object("metadata");
  return about.message();
}

/// `POST /admin/auth` and `/admin/auth/token`
[[nodiscard]] inline std::string complaints_about_login(json_value const& body) {
  complaints about(body);
  about.unknown_but({"email", "password"});
  about.not_empty("email");
  about.email();
  about.not_empty("password");
  about.text("password", false);
  return about.message();
}

/// `POST /admin/users/password-token`
[[nodiscard]] inline std::string complaints_about_reset_request(json_value const& body) {
  complaints about(body);
  about.unknown_but({"email"});
  about.email();
  return about.message();
}

/// `POST /admin/users/reset-password`
[[nodiscard]] inline std::string complaints_about_reset(json_value const& body) {
  complaints about(body);
  about.unknown_but({"email", "token", "password"});
  about.email(true);
  about.text("token", false);
  about.text("password", false);
  return about.message();
}

}  // namespace medusa::inline v0::testing::fake
