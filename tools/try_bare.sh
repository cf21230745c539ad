#!/usr/bin/env bash
# Tries the launcher as on a fresh machine: bare Debian 12 (minbase, git, ca-certificates) in a folder, the committed sources
# cloned into it. Needs root and debootstrap; the mirror is this machine's own.
#   tools/try_bare.sh              all trials
#   tools/try_bare.sh TRIAL...     some of: root user no-highs ci
# The base system is kept in ECUMENE_BARE (default /var/tmp/ecumene-bare) for the next time; delete it freely.
set -euo pipefail
ECUMENE_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tools/common.sh
source "$ECUMENE_ROOT/tools/common.sh"
# shellcheck source=tools/apt_mirrors.sh
source "$ECUMENE_ROOT/tools/apt_mirrors.sh"

readonly bare=${ECUMENE_BARE:-/var/tmp/ecumene-bare}
readonly base=$bare/base
readonly trial=$bare/trial

((EUID == 0)) || stop 2 'tools/try_bare.sh needs root, for debootstrap and chroot.' 'tools/try_bare.sh는 관리자 권한이 필요합니다.'
command -v debootstrap >/dev/null || stop 2 'Install debootstrap first.' 'debootstrap을 먼저 설치하세요.'

make_base() {
  [[ ! -e $base/complete ]] || return 0
  local mirror
  mirror=$(own_mirrors | awk 'NR == 1 { print $1 }')
  rm -rf "$base"
  mkdir -p "$base"
  echo 'Laying a bare Debian 12 ...'
  debootstrap --variant=minbase --include=git,ca-certificates bookworm "$base" "$mirror" >"$bare/debootstrap.log" 2>&1
  # The machine's own way to its mirrors: sources, proxies, timeouts.
  rm -f "$base/etc/apt/sources.list"
  cp -a /etc/apt/sources.list.d/. "$base/etc/apt/sources.list.d/"
  [[ ! -e /etc/apt/sources.list ]] || cp -a /etc/apt/sources.list "$base/etc/apt/"
  rm -rf "$base"/var/lib/apt/lists/*
  touch "$base/complete"
}

unmount_trial() {
  local point
  for point in dev proc; do
    ! mountpoint -q "$trial/$point" || umount -l "$trial/$point"
  done
}

fresh_trial() {
  unmount_trial
  rm -rf "$trial"
  cp -a --reflink=auto "$base" "$trial"
  cp -L /etc/resolv.conf /etc/hosts "$trial/etc/" 2>/dev/null || true
  local settings
  for settings in /etc/apt/apt.conf.d/*; do
    [[ -e $trial/etc/apt/apt.conf.d/${settings##*/} ]] || cp "$settings" "$trial/etc/apt/apt.conf.d/"
  done
  mount -t proc proc "$trial/proc"
  mount --bind /dev "$trial/dev"
  git clone -q --no-hardlinks "$ECUMENE_ROOT" "$trial/opt/ecumene"
  chroot "$trial" useradd -m planner
}

inside() { # words for env and the command
  chroot "$trial" env -i -C /opt/ecumene PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"
}

inside_as_user() {
  chroot --userspec=planner:planner "$trial" env -i -C /opt/ecumene PATH=/usr/local/bin:/usr/bin:/bin HOME=/home/planner LANG=C.UTF-8 "$@"
}

expect() { # what, wanted exit code, command...
  local what=$1 code=$2 start=$SECONDS status=0
  shift 2
  printf '\n--- %s\n' "$what"
  "$@" </dev/null || status=$?
  printf '    exit %d after %s\n' "$status" "$(clock $((SECONDS - start)))"
  ((status == code)) || {
    echo "    FAILED: exit $code was expected"
    failures=$((failures + 1))
  }
}

try_root() {
  fresh_trial
  expect 'root, bare machine: ./ecumene plan korea' 0 inside ./ecumene plan korea
  expect 'the same again, from its run folder' 0 inside ./ecumene plan korea
  expect 'the tests: ./dev test' 0 inside ./dev test
}

try_user() {
  fresh_trial
  chroot "$trial" chown -R planner: /opt/ecumene
  expect 'another user, no sudo: one line and exit 5' 5 inside_as_user ./ecumene --help
  expect 'the same in Korean' 5 inside_as_user ECUMENE_LANG=ko ./ecumene --help
  # shellcheck disable=SC2046  # one word a package
  inside apt-get -qq update && inside apt-get -qq install -y --no-install-recommends $(packages_of build libraries) >/dev/null 2>&1
  expect 'another user, packages present: ./ecumene plan korea' 0 inside_as_user ./ecumene plan korea
}

try_no_highs() {
  fresh_trial
  expect 'nothing may be installed: one line and exit 5' 5 inside ECUMENE_NO_INSTALL=1 ./ecumene --help
  # shellcheck disable=SC2046
  inside apt-get -qq update && inside apt-get -qq install -y --no-install-recommends $(packages_of build libraries test) >/dev/null 2>&1
  mv "$trial/etc/resolv.conf" "$trial/etc/resolv.conf.away"
  rm -rf "$trial"/etc/apt/apt.conf.d/*
  printf '127.0.0.1 localhost\n' >"$trial/etc/hosts"
  expect 'packages present, network gone, HiGHS out of reach: ./ecumene plan toy' 0 inside ./ecumene plan toy
  expect 'the tests without HiGHS: ./dev test solver' 0 inside ./dev test solver
}

try_ci() {
  fresh_trial
  expect 'CI on a bare machine: .ci/run' 0 inside CI=true bash .ci/run
}

failures=0
mkdir -p "$bare"
trap unmount_trial EXIT
make_base
(($#)) || set -- root user no-highs
for name in "$@"; do "try_${name//-/_}"; done
unmount_trial
rm -rf "$trial"
printf '\n%s\n' "$( ((failures)) && echo "$failures trial(s) FAILED" || echo 'all trials as expected')"
((failures == 0))
