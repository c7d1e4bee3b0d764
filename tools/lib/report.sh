# shellcheck shell=bash
# Counting checks. To be sourced:
#
#   check NAME COMMAND...     one check: a line `ok` or `FAIL`, and what COMMAND printed if it failed
#   section NAME COMMAND...   a command that counts its own checks in a last line like the one of
#                             `summary` (not shown again), and is one check if it does not;
#                             section_result has its count; one more fails when it told a secret
#   summary                   the line `N passed, N failed`, and the exit status that goes with it

passed=0 failed=0

# What the tests, the live servers and the examples have for passwords, tokens and cookies.
secrets='PLANTED|[Pp]lanted-|supersecret|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.|connect\.sid=s(%3A|:)[A-Za-z0-9_-]{8}'

check() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    passed=$((passed + 1))
    printf 'ok   %s\n' "$name"
  else
    failed=$((failed + 1))
    printf 'FAIL %s\n' "$name"
    printf '     %s\n' "${output//$'\n'/$'\n'     }"
  fi
}

section() {
  local name=$1 log status=0 good=0 bad=0
  shift
  log=$(mktemp)
  printf '== %s\n' "$name"
  "$@" 2>&1 | tee "$log" | sed -E '/^[0-9]+ passed, [0-9]+ failed$/d' || status=$?
  if [[ $(tail -n 1 "$log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    good=${BASH_REMATCH[1]} bad=${BASH_REMATCH[2]}
  elif ((status == 0)); then
    good=1
  fi
  # Neither a failure nor checking nothing at all may go unnoticed.
  if ((bad == 0 && (status != 0 || good == 0))); then bad=1; fi
  if grep -qE "$secrets" "$log"; then
    printf 'FAIL %s: a secret in its output\n' "$name"
    bad=$((bad + 1))
  fi
  rm -f "$log"
  passed=$((passed + good)) failed=$((failed + bad))
  # shellcheck disable=SC2034  # for the caller
  section_result="$good passed, $bad failed"
}

summary() {
  printf '%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0 && passed > 0))
}
