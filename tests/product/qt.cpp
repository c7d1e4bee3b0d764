// SPDX-License-Identifier: MIT
#include <medusa/ext/qt.hpp>

#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <QtCore/QCoreApplication>

#include "blocking.hpp"
#include "policies.hpp"

TEST_CASE_TEMPLATE("product: qt", Json, PRODUCT_POLICIES) {
  support::named_server at;
  product::try_out<Json>("qt", "blocking", product::blocking<medusa::ext::qt_transport, Json>(at),
                         at);
}

int main(int argc, char** argv) {
  QCoreApplication const application(argc, argv);
  return doctest::Context(argc, argv).run();
}
