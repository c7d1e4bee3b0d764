// SPDX-License-Identifier: MIT
#pragma once

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support {

/// `openssl s_server` on 127.0.0.1 with a certificate for that address, made for the occasion and
/// signed by itself. It answers every GET with 200 and a page.
class tls_server {
 public:
  tls_server() {
    if (::mkdtemp(folder_.data()) == nullptr) std::abort();
    std::string const make =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
        " -subj /CN=medusa-test -addext subjectAltName=IP:127.0.0.1"
        " -keyout " +
        file("key.pem") + " -out " + file("cert.pem") + " 2>/dev/null";
    if (std::system(make.c_str()) == 0) start();
  }
  tls_server(tls_server const&) = delete;
  tls_server& operator=(tls_server const&) = delete;
  ~tls_server() {
    if (child_ > 0) {
      ::kill(child_, SIGTERM);
      ::waitpid(child_, nullptr, 0);
    }
    for (char const* name : {"key.pem", "cert.pem"}) ::unlink(file(name).c_str());
    ::rmdir(folder_.c_str());
  }

  /// False when there is no `openssl`.
  bool running() const { return !port_.empty(); }
  std::string url(std::string_view host) const {
    return "https://" + std::string(host) + ":" + port_ + "/";
  }
  std::string certificate() const { return file("cert.pem"); }

 private:
  std::string file(char const* name) const { return folder_ + "/" + name; }

  void start() {
    int pipe[2];
    if (::pipe(pipe) != 0) std::abort();
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, pipe[1], 1);
    ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclose(&actions, pipe[0]);
    ::posix_spawn_file_actions_addclose(&actions, pipe[1]);
    std::string words[] = {"openssl", "s_server",      "-accept", "127.0.0.1:0",   "-www",
                           "-key",    file("key.pem"), "-cert",   file("cert.pem")};
    char* arguments[std::size(words) + 1] = {};
    for (std::size_t i = 0; i < std::size(words); ++i) arguments[i] = words[i].data();
    if (::posix_spawnp(&child_, "openssl", &actions, nullptr, arguments, environ) != 0) child_ = -1;
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    read_port(pipe[0]);
    ::close(pipe[0]);
  }

  /// From its line `ACCEPT 127.0.0.1:41571`.
  void read_port(int from) {
    std::string line;
    for (char c = 0; ::read(from, &c, 1) == 1;) {
      if (c != '\n') {
        line += c;
        continue;
      }
      if (line.starts_with("ACCEPT ")) {
        port_ = line.substr(line.rfind(':') + 1);
        return;
      }
      line.clear();
    }
  }

  std::string folder_ = "/tmp/medusa-test-XXXXXX";
  std::string port_{};
  pid_t child_ = -1;
};

}  // namespace support
