// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <type_traits>

#include <medusa/core/as_new.hpp>
#include <medusa/core/erased.hpp>
#include <medusa/http/response.hpp>
#include <medusa/json/reader.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/model/failure_slot.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/user.hpp>
#include <medusa/model/visited_list.hpp>
#include <medusa/operation/answer.hpp>
#include <medusa/operation/list_users.hpp>
#include <medusa/operation/parse.hpp>

namespace medusa::inline v0 {

namespace detail {

template <class T, class F>
struct user_visit {
  visited_list<T, F> users;
  using field_table = member_list<member<"users", &user_visit::users, presence::required>>;
};

/// For what is made new by whoever made it.
constexpr char* leave_as_it_is(erased const&, std::string_view const&) { return nullptr; }

template <class T, class F, class Value>
inline constexpr answer_form<Value> visit_form{.rows = table_of<Value, user_visit<T, F>>,
                                               .ready = &leave_as_it_is};

}  // namespace detail

/// Reads the users of a list one after the other without keeping them: `f(T& user)` is called for
/// each, in the memory of one. So a page may have any number of users, on any storage. `T` is a
/// `basic_user<S>` unless you name a struct of your own with a field table. When `f` gives `false`,
/// the rest is not looked at, and that is success.
///
/// Nothing when it succeeded; else why not, with the errors of `parse`. A document can go wrong at
/// its last byte: users may have been seen before the failure, and are then not all of them. For the
/// same reason a document that has `users` twice has the users of both seen.
/// O(body); what `f` throws passes through.
template <storage S, class Json = json::scanner, class T = basic_user<S>, response R, class F>
[[nodiscard]] constexpr std::optional<failure<S>> for_each_user(admin::list_users const&,
                                                                R& response, F&& f) {
  static_assert(detail::check_views<S, Json>());
  using function = std::remove_reference_t<F>;
  using visit = detail::user_visit<T, function>;
  visit page{.users = visited_list<T, function>(f)};
  std::optional<failure<S>> failed = detail::as_new<std::optional<failure<S>>>();
  detail::optional_slot<failure<S>> slot(failed);
  detail::read_answer<Json>(response, detail::visit_form<T, function, typename Json::value>,
                            detail::erased_pointer<visit>(page), slot);
  return failed;
}

}  // namespace medusa::inline v0
