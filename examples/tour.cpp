// The seven operations on admin users, one after the other.
//
//   tour                                     with a server inside this program
//   tour --url URL --email E --password P    with a real one, signing in with a session
//   tour --url URL --token T                 with a real one, signing in with an API token
#include <medusa/medusa.hpp>

#include <medusa/ext/curl.hpp>
#include <medusa/testing/fake_medusa.hpp>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>
#include <string_view>

namespace admin = medusa::admin;

// Every call gives a result: a value, or a failure that says who failed and why.
template <class Result>
auto expect(char const* operation, Result result) {
  if (!result) {
    std::printf("%-26s %s\n", operation, to_string(result.error()).c_str());
    std::exit(EXIT_FAILURE);
  }
  std::printf("%-26s ", operation);
  return std::move(*result);
}

void print(admin::user const& user) {
  std::printf("%s  %s  %s %s  %s\n", user.id.c_str(), user.email.c_str(),
              user.first_name.value_or("-").c_str(), user.last_name.value_or("-").c_str(),
              user.metadata ? user.metadata->view().data() : "-");
}

template <class Client, class ResetToken>
void tour(Client& client, ResetToken reset_token) {
  std::string const email = "ada." + std::to_string(std::time(nullptr)) + "@example.com";

  auto const ada = expect(
      "create", client.users().create({.email = email, .first_name = "Ada", .password = "s3cret"}));
  print(ada);

  print(expect("retrieve", client.users().retrieve(ada.id)));

  medusa::metadata notes;
  notes.set("team", "engines").set("badge", 7);
  print(expect("update",
               client.users().update(ada.id, {.last_name = "Lovelace", .metadata = notes})));

  auto const page = expect("list", client.users().list({.q = "ada", .limit = 10}));
  std::printf("%zu of %llu\n", page.users.size(),
              static_cast<unsigned long long>(page.count.value_or(0)));

  expect("send_reset_password_token", client.users().send_reset_password_token({.email = email}));
  std::puts("sent");

  // The token comes by e-mail. Who has none sees how a refusal looks.
  auto const reset =
      client.users().reset_password({.token = reset_token(email), .password = "n3w-s3cret"});
  std::printf("%-26s %s\n", "reset_password", reset ? "done" : to_string(reset.error()).c_str());

  auto const deletion = expect("remove", client.users().remove(ada.id));
  std::printf("%s  deleted: %s\n", deletion.id.c_str(), deletion.deleted ? "yes" : "no");
}

std::string ask_for_token(std::string const& email) {
  std::printf("%-26s the token that was sent to %s: ", "", email.c_str());
  char line[1024]{};
  if (std::fgets(line, sizeof line, stdin) == nullptr) std::puts("");
  std::string_view const token = line;
  return token.size() > 1 ? std::string(token.substr(0, token.find('\n'))) : std::string("none");
}

int main(int argc, char** argv) {
  std::map<std::string_view, std::string> arguments;
  for (int i = 1; i + 1 < argc; i += 2) arguments[argv[i]] = argv[i + 1];
  if (argc % 2 == 0 || (argc > 1 && !arguments.contains("--url"))) {
    std::fputs("usage: tour [--url URL (--email E --password P | --token T)]\n", stderr);
    return EXIT_FAILURE;
  }

  if (!arguments.contains("--url")) {
    medusa::testing::fake_medusa server("admin@example.com", "supersecret");
    admin::client client{server, {.base_url = "http://fake.test"}};
    expect("create_session",
           client.auth().create_session({.email = "admin@example.com", .password = "supersecret"}));
    std::puts("signed in");
    tour(client, [&](std::string const& email) { return server.last_reset_token(email); });
    return EXIT_SUCCESS;
  }

  medusa::ext::curl_transport http;
  admin::client client{http, {.base_url = arguments["--url"], .retry = {.max_retries = 3}}};
  if (arguments.contains("--token")) {
    if (auto const wrong = client.sign_in(medusa::api_token{arguments["--token"]})) {
      std::fprintf(stderr, "--token: %s\n", to_string(wrong->code).data());
      return EXIT_FAILURE;
    }
  } else {
    expect("create_session", client.auth().create_session({.email = arguments["--email"],
                                                           .password = arguments["--password"]}));
    std::puts("signed in");
  }
  tour(client, ask_for_token);
}
