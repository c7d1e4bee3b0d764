#!/bin/sh
# usage: sh build.sh INCLUDE PROGRAM, where INCLUDE is the folder that holds medusa/; clang 19
# shellcheck disable=SC2086  # flags are several words
set -e
compile="${CXX:-clang++-19} -std=c++20 $CXXFLAGS -I$1"
$compile --precompile "$1/medusa/medusa.cppm" -o medusa.pcm
$compile --precompile -fmodule-file=medusa=medusa.pcm "$1/medusa/testing.cppm" -o medusa.testing.pcm
$compile -fmodule-file=medusa=medusa.pcm -fmodule-file=medusa.testing=medusa.testing.pcm main.cpp \
  medusa.pcm medusa.testing.pcm -o "$2"
