// SPDX-License-Identifier: MIT
// Writes what the fuzzer begins with: seeds FOLDER makes FOLDER/json, responses and http1, from the
// recorded answers of a real server and from the project's own JSON vectors.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <data/recordings.hpp>
#include <data/wire_message.hpp>
#include <json/vectors.hpp>

#include "statuses.hpp"

namespace {

class folder {
 public:
  explicit folder(std::filesystem::path const& path) : path_(path) {
    std::filesystem::create_directories(path);
  }
  void write(std::string_view bytes) {
    std::ofstream(path_ / std::to_string(++count_), std::ios::binary) << bytes;
  }

 private:
  std::filesystem::path path_;
  int count_ = 0;
};

/// A response as it was sent: the recordings have LF line ends.
std::string with_crlf(std::string_view response) {
  std::string out;
  std::size_t const end = response.find("\n\n") + 2;
  for (char const c : response.substr(0, end)) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out.append(response.substr(end));
}

/// Where a status of the recordings is in the harness's list.
char place_of(int status) {
  return static_cast<char>(std::ranges::find(fuzz::statuses, status) - fuzz::statuses);
}

/// No text of it has room in the small storage of the harness.
constexpr std::string_view too_long_refusal =
    R"({"type":"payment_authorization_error","code":"a_code_of_more_than_24_bytes",)"
    R"("message":"A message of more than the 48 bytes that there are for one"})";

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::filesystem::path const all = argv[1];
  folder json(all / "json"), responses(all / "responses"), http1(all / "http1");
  for (std::string_view const each : json_vectors::accepted) json.write(each);
  for (auto const& each : json_vectors::rejected) json.write(each.text);
  for (auto const& each : wire::recordings) {
    wire::message const response(each.response);
    json.write(response.body());
    http1.write(std::string("\x03\x01") + with_crlf(each.response));
    responses.write(
        std::string{static_cast<char>(each.expected.operation), place_of(response.status())}.append(
            response.body()));
  }
  for (auto const operation : {wire::operation::create_user, wire::operation::list_users})
    responses.write(
        std::string{static_cast<char>(operation), place_of(400)}.append(too_long_refusal));
}
