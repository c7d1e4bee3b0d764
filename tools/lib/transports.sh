# shellcheck shell=bash
# How programs over the transports of include/medusa/ext are built and run. To be sourced after packages.sh:
#
#   transports            the names of all of them
#   choose NAME           installs what a transport needs; sets `compiler`, `options` and `libraries` for it
#   choose_json           adds to them what the JSON policies need
#   begin_compiling NAME SOURCE...   has the program $out/NAME made with the compiler that was chosen, beside others
#   check_compiled NAME   waits for it; one check
#   compile_server        makes $out/server, which runs a command beside the servers for tests
#   run NAME [OPTION...]  runs the program, under Wine if it is for Windows, by the command `beside`; keeps what
#                         it prints in $out/NAME.log, and ends with its count, as `summary` would print it
#
# `out`, a folder, is to be set before.

# shellcheck disable=SC2034  # for those who source this
transports=(curl http1 httplib beast qt winhttp)
flags=(-std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -Iinclude -Itests)
launcher=()
if command -v ccache >/dev/null; then launcher=(ccache); fi

choose() {
  local header packages=(g++ doctest-dev openssl pkg-config python3)
  compiler=(g++) options=() libraries=(-pthread)
  case $1 in
    curl) packages+=(libcurl4-openssl-dev) libraries+=(-lcurl) ;;
    http1) ;;
    httplib)
      packages+=(libcpp-httplib-dev libssl-dev)
      options=(-DCPPHTTPLIB_OPENSSL_SUPPORT -DCPPHTTPLIB_ZLIB_SUPPORT -DCPPHTTPLIB_BROTLI_SUPPORT)
      libraries+=(-lcpp-httplib -lssl -lcrypto)
      ;;
    beast) packages+=(libboost1.81-dev libssl-dev) libraries+=(-lssl -lcrypto) ;;
    qt) packages+=(qt6-base-dev) ;;
    winhttp)
      packages+=(g++-mingw-w64-x86-64-posix wine64)
      compiler=(x86_64-w64-mingw32-g++-posix)
      # Of the host's headers those that are for any system.
      mkdir -p "$out/host"
      for header in doctest boost nlohmann rapidjson; do ln -sfn "/usr/include/$header" "$out/host/$header"; done
      options=(-static -D_WIN32_WINNT=0x0A00 -isystem "$out/host")
      libraries=(-lwinhttp)
      ;;
  esac
  need_debian "${packages[@]}"
  if [[ $1 == qt ]]; then
    read -ra options <<<"-fPIC $(pkg-config --cflags Qt6Network | sed 's/-I/-isystem /g')"
    read -ra libraries <<<"-pthread $(pkg-config --libs Qt6Network)"
  fi
}

choose_json() {
  need_debian libboost1.81-dev libboost-json1.81-dev libcjson-dev libsimdjson-dev nlohmann-json3-dev rapidjson-dev
  # Debian has the libraries for its own systems only.
  if [[ ${compiler[0]} == g++ ]]; then libraries+=(-lboost_json -lcjson -lsimdjson); fi
}

compile() {
  local file object objects=() folder=$out/${compiler[0]}
  mkdir -p "$folder"
  rm -f "$out/$1" "$out/$1.exe"
  for file in "${@:2}"; do
    object=$folder/${file//\//_}.o
    "${launcher[@]}" "${compiler[@]}" "${flags[@]}" "${options[@]}" -c "$file" -o "$object" || return
    objects+=("$object")
  done
  "${compiler[@]}" "${options[@]}" "${objects[@]}" -o "$out/$1" "${libraries[@]}"
}

declare -A compiling=()
begin_compiling() {
  while (($(jobs -rp | wc -l) >= $(nproc))); do wait -n || true; done
  compile "$@" >"$out/$1.compiler" 2>&1 &
  compiling[$1]=$!
}

# check_compiled NAME: one check.
check_compiled() {
  local status=0
  wait "${compiling[$1]}" || status=$?
  said() { cat "$out/$1.compiler" && return "$2"; }
  check "$1 compiles" said "$1" "$status"
}

compile_server() {
  "${launcher[@]}" g++ "${flags[@]}" -c tests/transports/server.cpp -o "$out/server.o" &&
    g++ "$out/server.o" -o "$out/server" -pthread
}

run() {
  local log=$out/$1.log status=0 program=("$out/$1") folder=$out
  if [[ -e $out/$1.exe ]]; then
    # What wine64 installs is not on the PATH.
    program=(/usr/lib/wine/wine64 "$out/$1.exe")
    folder="Z:${out//\//\\}"
    export WINEPREFIX=$out/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
    mkdir -p "$WINEPREFIX"
  fi
  MEDUSA_CONFORMANCE=$folder timeout 300 "${beside[@]}" "${program[@]}" "${@:2}" >"$log" 2>&1 || status=$?
  if [[ -e $out/$1.exe ]]; then /usr/lib/wine/wineserver64 -k || true; fi
  if ((status != 0)); then cat "$log"; fi
  tr -d '\r' <"$log" |
    sed -nE '/test cases:/ { s/.* ([0-9]+) passed \| *([0-9]+) failed.*/\1 passed, \2 failed/p }'
  return "$status"
}
