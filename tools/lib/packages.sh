# shellcheck shell=bash
# Debian packages the commands in tools/ need. To be sourced:
#
#   need_debian g++ pkg-config   installs those of its arguments that are missing
#   need_node                    Node 18 or newer, and npm
#   need_official_client         the official JavaScript client, 6.1.10, in ~/.cache/medusa: gives its node_modules
#   can_be_root                  whether this is root, or there is sudo
#   as_root COMMAND...           runs COMMAND as root, through sudo where needed
#
# The first two are silent when there is nothing to do and report on standard error; they return
# non-zero when something is missing and cannot be installed, after saying what.

can_be_root() {
  ((EUID == 0)) || command -v sudo >/dev/null
}

as_root() {
  if ((EUID == 0)); then
    "$@"
  else
    sudo "$@"
  fi
}

need_debian() {
  local package missing=()
  if ! command -v dpkg-query >/dev/null; then
    printf 'not a Debian system, nothing is installed; this is needed: %s\n' "$*" >&2
    return 0
  fi
  for package in "$@"; do
    [[ $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) == *' installed' ]] ||
      missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  if ! can_be_root; then
    printf 'please install as root: apt-get install %s\n' "${missing[*]}" >&2
    return 1
  fi
  printf 'installing: %s\n' "${missing[*]}" >&2
  # Once is enough for a run, also when one command of tools/ starts another.
  if [[ -z ${MEDUSA_APT_UPDATED:-} ]]; then
    apt_get update || return 1
    export MEDUSA_APT_UPDATED=1
  fi
  apt_get install -y --no-install-recommends "${missing[@]}"
}

need_node() {
  local major
  if ! command -v node >/dev/null; then
    need_debian nodejs npm ca-certificates || return 1
  elif ! command -v npm >/dev/null; then
    need_debian npm ca-certificates || return 1
  fi
  hash -r
  major=$(node -p 'process.versions.node.split(".")[0]') || return 1
  if ((major < 18)); then
    printf 'Node 18 or newer is needed, this is %s\n' "$(node --version)" >&2
    return 1
  fi
  command -v npm >/dev/null || { printf 'npm is needed\n' >&2; return 1; }
}

need_official_client() {
  local version=6.1.10 folder
  folder=${XDG_CACHE_HOME:-$HOME/.cache}/medusa/medusa-js-$version
  need_node || return 1
  if [[ ! -e $folder/complete ]]; then
    rm -rf "$folder" && mkdir -p "$folder" || return 1
    npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts --legacy-peer-deps \
      "@medusajs/medusa-js@$version" >&2 || return 1
    touch "$folder/complete"
  fi
  printf '%s\n' "$folder/node_modules"
}

# Keeps what apt-get says to itself unless it fails.
apt_get() {
  local output
  if ! output=$(as_root env DEBIAN_FRONTEND=noninteractive apt-get -q "$@" </dev/null 2>&1); then
    printf '%s\napt-get %s: failed\n' "$output" "$*" >&2
    return 1
  fi
}
