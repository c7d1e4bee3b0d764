#!/bin/sh
# usage: sh build.sh MAIN_CPP PROGRAM, in a folder that holds medusa/medusa.hpp
# shellcheck disable=SC2046,SC2086  # flags are several words
"${CXX:-c++}" -std=c++20 $CXXFLAGS -I. "$1" -o "$2"
