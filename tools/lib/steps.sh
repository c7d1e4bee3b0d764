# shellcheck shell=bash
# How the commands in tools/ report their steps. To be sourced:
#
#   step LABEL COMMAND...   runs COMMAND, then prints LABEL and the seconds it took
#   die MESSAGE             prints MESSAGE and exits with status 1
#
# Both print to standard error: standard output belongs to the result of a command.

step() {
  local label=$1 begin=${EPOCHREALTIME/[.,]/} tenths
  shift
  "$@"
  tenths=$(((${EPOCHREALTIME/[.,]/} - begin + 50000) / 100000))
  printf '%-36s%4d.%d s\n' "$label" $((tenths / 10)) $((tenths % 10)) >&2
}

die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}
