# shellcheck shell=bash
# How tools/release is tested. To be sourced by it:
#
#   check_release   makes two releases and compares them; builds and runs a consumer of tests/consumer with each
#                   form of the library that is in one, by the steps that the tool it is for takes; prints the summary

# Twice, at different times and places; the second with another umask, time zone and language.
two_releases() {
  tools/release --url "file://$work/a" "$work/a" && sleep 1.1 && git clone -q "$PWD" "$work/clone" &&
    (umask 077 && TZ=Asia/Tokyo LC_ALL=C.UTF-8 "$work/clone/tools/release" --url "file://$work/a" "$work/b") &&
    diff -r "$work/a" "$work/b"
}

checksums() {
  cd "$work/a" && sha256sum --check --strict --quiet SHA256SUMS &&
    [ "$(find . -type f | wc -l)" = $(($(wc -l <SHA256SUMS) + 1)) ]
}

# What is unpacked is the tree of the commit: no file more, no file less.
unpacked() {
  tar -xzf "$work/a/medusa-$version.tar.gz" -C "$work" && source=$work/medusa-$version || return
  export GIT_INDEX_FILE=$work/index
  git --work-tree="$source" add --all --force . &&
    [ "$(git write-tree)" = "$(git rev-parse "HEAD^{tree}")" ]
}

blanks_filled() {
  ! grep -rnE '@[A-Z0-9]+@' "$work/a" --include='*[!g][!z]'
}

# agrees FILE PATTERN: the file has a line that is PATTERN, an extended regular expression
agrees() {
  grep -qxE -- "$2" "$1" || { echo "$1 has no line $2"; return 1; }
}

versions() {
  local v=${version//./\\.} idf=$work/esp-idf/medusa pio=$work/platformio/medusa
  agrees "$source/meson.build" "  version: files\('VERSION'\)," &&
    agrees "$work/a/medusa.hpp" ".* version = \"$v\";" &&
    agrees "$work/a/medusa.wrap" "directory = medusa-$v" &&
    agrees "$work/a/vcpkg/medusa/vcpkg.json" ".*\"version-semver\": \"$v\"," &&
    agrees "$work/a/conan/medusa/conanfile.py" "    version = \"$v\"" &&
    agrees "$pio/library.json" ".*\"version\": \"$v\"," &&
    agrees "$idf/idf_component.yml" "version: \"$v\""
}

unpack_device() {
  mkdir "$work/$1" && tar -xzf "$work/a/medusa-$version-$1.tar.gz" -C "$work/$1" &&
    diff -r "$work/$1/medusa/include" "$source/include"
}

# says_version COMMAND...: the consumer has been compiled with the version that is released
says_version() {
  local output
  output=$("$@") && [ "$output" = "medusa $version: ada@example.com" ] || { echo "it prints: $output"; return 1; }
}

# cmake_consumer NAME OPTION...
cmake_consumer() {
  cmake -G Ninja -S "$consumer/$1" -B "$work/build-$1" "${@:2}" && cmake --build "$work/build-$1" &&
    says_version "$work/build-$1/consumer"
}

meson_consumer() {
  local folder=$consumer/meson_subproject
  cp "$consumer/main.cpp" "$folder" && mkdir "$folder/subprojects" && cp "$work/a/medusa.wrap" "$folder/subprojects" &&
    meson setup "$work/build-meson" "$folder" --wrap-mode forcefallback && meson compile -C "$work/build-meson" &&
    says_version "$work/build-meson/consumer"
}

single_header_consumer() {
  mkdir -p "$work/single/medusa" && cp "$work/a/medusa.hpp" "$work/single/medusa" && cd "$work/single" &&
    sh "$consumer/single_header/build.sh" "$consumer/main.cpp" ./consumer && says_version ./consumer
}

vcpkg_consumer() {
  cmake -D PORT_FOLDER="$work/a/vcpkg/medusa" -D WORK="$work/vcpkg" -P "$consumer/vcpkg/run_port.cmake" &&
    [ -s "$work/vcpkg/packages/share/medusa/copyright" ] &&
    cmake_consumer cmake_find_package -DCMAKE_PREFIX_PATH="$work/vcpkg/packages" &&
    grep -q "^medusa_DIR:.*=$work/vcpkg/packages/share/medusa$" "$work/build-cmake_find_package/CMakeCache.txt"
}

# compiled_by COMMAND...: a script that prints compiler options, those that its tool would give
compiled_by() {
  local options
  options=$("$@") && read -ra options <<<"$options" &&
    "${CXX:-c++}" "${options[@]}" "$consumer/main.cpp" -o "$work/consumer-$$" && says_version "$work/consumer-$$"
}

check_release() {
  need_debian git gzip tar g++ cmake ninja-build meson python3
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  consumer=$work/consumer version=$(git show HEAD:VERSION) source=$work/medusa-$version
  cp -r tests/consumer "$consumer"
  check "two runs give the same bytes" two_releases
  check "SHA256SUMS has every file" checksums
  # In shells of their own: some set variables of git, or change the folder.
  check "the tarball is what is committed" eval '(unpacked)'
  check "PlatformIO library unpacks" unpack_device platformio
  check "ESP-IDF component unpacks" unpack_device esp-idf
  check "no blank is left in a recipe" blanks_filled
  check "every form has the version in VERSION" versions
  check "consumer: tarball, CMake" cmake_consumer cmake_subdirectory -DMEDUSA_SOURCE="$source"
  check "consumer: meson.wrap" meson_consumer
  check "consumer: single header" single_header_consumer
  check "consumer: vcpkg port" vcpkg_consumer
  check "consumer: Conan recipe" compiled_by python3 "$consumer/conan/run_recipe.py" \
    "$work/a/conan/medusa/conanfile.py" "$work/conan"
  check "consumer: PlatformIO library" compiled_by python3 "$consumer/platformio/options.py" "$work/platformio/medusa"
  check "consumer: ESP-IDF component" cmake_consumer esp_idf -DCOMPONENT_FOLDER="$work/esp-idf/medusa"
  summary
}
