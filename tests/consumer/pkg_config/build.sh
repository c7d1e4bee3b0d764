#!/bin/sh
# usage: sh build.sh MAIN_CPP PROGRAM
# shellcheck disable=SC2046,SC2086  # flags are several words
"${CXX:-c++}" -std=c++20 $CXXFLAGS $(pkg-config --cflags medusa) "$1" -o "$2" $(pkg-config --libs medusa)
