// SPDX-License-Identifier: MIT
#include <medusa/ext/qt.hpp>

#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <QtCore/QCoreApplication>

#include "world.hpp"

contract::world& contract::the_world() {
  static transport_world<medusa::ext::qt_transport> only({});
  return only;
}

int main(int argc, char** argv) {
  QCoreApplication const application(argc, argv);
  return doctest::Context(argc, argv).run();
}
