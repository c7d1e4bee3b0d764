// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <medusa/testing/fake_medusa/base64url.hpp>
#include <medusa/testing/fake_medusa/letter_case.hpp>
#include <medusa/testing/fake_medusa/sha256.hpp>
#include <medusa/testing/fake_medusa/stored_user.hpp>

namespace medusa::inline v0::testing::fake {

/// Text that looks random and is the same for the same seed (SplitMix64).
class text_generator {
 public:
  explicit text_generator(std::uint64_t seed) noexcept : state_(seed) {}

  [[nodiscard]] std::uint64_t next() noexcept {
    std::uint64_t z = state_ += 0x9E37'79B9'7F4A'7C15u;
    z = (z ^ z >> 30) * 0xBF58'476D'1CE4'E5B9u;
    z = (z ^ z >> 27) * 0x94D0'49BB'1331'11EBu;
    return z ^ z >> 31;
  }
  [[nodiscard]] std::string text(std::size_t length, std::string_view alphabet) {
    std::string out;
    while (out.size() < length) out += alphabet[static_cast<std::size_t>(next() % alphabet.size())];
    return out;
  }

 private:
  std::uint64_t state_;
};

/// The users, deleted ones included, in the order of their creation. References to a user are good
/// until the next insertion.
class user_table {
 public:
  explicit user_table(std::uint64_t seed) noexcept : random_(seed) {}

  /// Gives the user an id and its dates and keeps it.
  stored_user& insert(stored_user user, std::int64_t now_ms) {
    user.created_at = user.updated_at = tick(now_ms);
    user.id = make_id(now_ms);
    users_.push_back(std::move(user));
    return users_.back();
  }

  [[nodiscard]] stored_user* find_id(std::string_view id) {
    return find([&](stored_user const& user) { return user.id == id; });
  }
  /// In any letter case.
  [[nodiscard]] stored_user* find_email(std::string_view email) {
    std::string const wanted = lower_case(email);
    return find([&](stored_user const& user) { return user.email == wanted; });
  }
  /// The oldest of those who have the token: it need not be unique.
  [[nodiscard]] stored_user* find_token(std::string_view token) {
    return find([&](stored_user const& user) { return user.api_token == token; });
  }

  void set_password(stored_user& user, std::string_view password) {
    std::string const salt = random_.text(16, base64url_alphabet);
    user.password_hash = salt + hash(salt, password);
  }
  [[nodiscard]] static bool has_password(stored_user const& user, std::string_view password) {
    if (!user.password_hash) return false;
    std::string const salt = user.password_hash->substr(0, 16);
    return *user.password_hash == salt + hash(salt, password);
  }

  /// A point in time for a write: microseconds, later than all before, so that an order by date is
  /// one even while the clock stands still.
  [[nodiscard]] std::int64_t tick(std::int64_t now_ms) noexcept {
    std::int64_t const now = now_ms * 1000 + 1;
    return last_ = now > last_ ? now : last_ + 1;
  }

  [[nodiscard]] std::vector<stored_user> const& all() const noexcept { return users_; }
  [[nodiscard]] text_generator& random() noexcept { return random_; }

 private:
  /// Of those that are not deleted.
  template <class Predicate>
  [[nodiscard]] stored_user* find(Predicate const& matches) {
    for (stored_user& user : users_)
      if (!user.deleted_at && matches(user)) return &user;
    return nullptr;
  }

  /// A salted hash, as a stand-in for the server's scrypt: a fake needs no protection.
  [[nodiscard]] static std::string hash(std::string_view salt, std::string_view password) {
    return to_base64url(hmac_sha256(salt, password));
  }

  /// `usr_` and a ULID: ten characters of the time, sixteen of chance, in Crockford's base 32.
  [[nodiscard]] std::string make_id(std::int64_t now_ms) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string id = "usr_";
    for (int shift = 45; shift >= 0; shift -= 5)
      id += alphabet[static_cast<std::size_t>(static_cast<std::uint64_t>(now_ms) >> shift & 31)];
    return id + random_.text(16, alphabet);
  }

  std::vector<stored_user> users_{};
  text_generator random_;
  std::int64_t last_ = 0;
};

}  // namespace medusa::inline v0::testing::fake
