// SPDX-License-Identifier: MIT
// Lists the users over Qt, without a window:  qt URL EMAIL PASSWORD
#include <QtCore/QCoreApplication>
#include <QtCore/QTextStream>

#include <string>

#include <medusa/ext/qt.hpp>
#include <medusa/medusa.hpp>

int main(int argc, char** argv) {
  QCoreApplication const application(argc, argv);
  QTextStream out(stdout);
  QStringList const arguments = QCoreApplication::arguments();
  if (arguments.size() != 4) {
    out << "usage: qt URL EMAIL PASSWORD\n";
    return 2;
  }
  std::string const url = arguments[1].toStdString();
  std::string const email = arguments[2].toStdString();
  std::string const password = arguments[3].toStdString();
  auto const report = [&](medusa::failure<medusa::hosted, medusa::ext::qt_error> const& failure) {
    out << QString::fromStdString(to_string(failure)) << '\n';
    if (failure.transport)
      out << "Qt says: " << static_cast<int>(failure.transport->socket) << '\n';
    return 1;
  };

  // Each call blocks here in an event loop, so timers and sockets of the program go on meanwhile.
  medusa::ext::qt_options options;
  options.ssl.setProtocol(QSsl::TlsV1_2OrLater);
  medusa::ext::qt_transport http{options};
  medusa::admin::client client{http, {.base_url = url}};
  auto const me = client.auth().create_session({.email = email, .password = password});
  if (!me) return report(me.error());
  out << "signed in as " << QString::fromStdString(me->email) << '\n';
  for (auto&& user : client.users().all()) {
    if (!user) return report(user.error());
    out << QString::fromStdString(user->id) << "  " << QString::fromStdString(user->email) << '\n';
  }
}
