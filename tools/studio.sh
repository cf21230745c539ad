#!/usr/bin/env bash
# The web studio: brings a Node new enough, builds the bundle the program serves, runs its tests.
#   tools/studio.sh bundle    build/studio, if it is absent or older than its sources
#   tools/studio.sh pages     the same for the launcher: what was built earlier will do where it cannot be built
#   tools/studio.sh prepare   what building and testing need, nothing else
#   tools/studio.sh units     types and unit tests           (77: cannot be had here)
#   tools/studio.sh browser   the program and the bundle in headless Chromium: tests/studio (77: the same)
#   tools/studio.sh pictures  every page as a picture into build/studio-pictures
#   tools/studio.sh speed    how fast it paints and answers, into docs/studio-speed.md
#   tools/studio.sh run WORDS a command with that Node, in studio/
# Debian 12's Node is too old for Vite, and its npm then leaves out the compilers that ask for a newer one: so Debian's npm
# brings Node 22 and an npm of its own into the cache folder (studio/toolchain), and these do the rest. Nothing of it is
# needed to run the program.
set -euo pipefail
ECUMENE_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tools/common.sh
source "$ECUMENE_ROOT/tools/common.sh"

readonly studio=$ECUMENE_ROOT/studio
readonly bundle=$ECUMENE_ROOT/build/studio
build_log=$ECUMENE_ROOT/build/studio.log
toolchain=$(cache_folder)/node-$(cksum <"$studio/toolchain/package-lock.json" | cut -d ' ' -f 1)
readonly toolchain

# That Node brings its own list of authorities; an office whose network has one more keeps it in the system's.
authorities=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}
[[ ! -r $authorities ]] || export NODE_EXTRA_CA_CERTS=$authorities

with_node() { PATH=$toolchain/node_modules/.bin:$PATH "$@"; }

# 77 is what ctest takes for "skipped"; said aloud.
cannot() { # English, Korean
  tell "$1" "$2"
  exit 77
}

require_node() {
  [[ ! -e $toolchain/complete ]] || return 0
  may_install || cannot 'The studio needs Node 22, and ECUMENE_NO_INSTALL=1 forbids installing it.' \
    '스튜디오를 만들려면 Node 22가 필요하지만 ECUMENE_NO_INSTALL=1이라 설치하지 않습니다.'
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    is_debian_12 || cannot 'The studio needs node and npm to be built. Install them.' '스튜디오를 만들려면 node와 npm이 필요합니다. 설치하세요.'
    require_packages studio
  fi
  mkdir -p "$toolchain"
  cp "$studio/toolchain/package.json" "$studio/toolchain/package-lock.json" "$toolchain/"
  run_quietly "$(phrase 'Bringing Node 22' 'Node 22 가져오기')" 30 "$build_log" npm ci --prefix "$toolchain" --no-audit --no-fund ||
    { show_end_of_log "$build_log" && cannot 'Node 22 could not be had.' 'Node 22를 가져오지 못했습니다.'; }
  touch "$toolchain/complete"
}

require_modules() {
  local mark=$studio/node_modules/.lock-of-packages
  ! cmp -s "$studio/package-lock.json" "$mark" || return 0
  may_install || cannot 'The packages of studio/package-lock.json are missing, and ECUMENE_NO_INSTALL=1 forbids installing them.' \
    'studio/package-lock.json의 패키지가 없고 ECUMENE_NO_INSTALL=1이라 설치하지 않습니다.'
  run_quietly "$(phrase 'Bringing the packages of the studio' '스튜디오 패키지 가져오기')" 30 "$build_log" \
    with_node npm ci --prefix "$studio" --no-audit --no-fund ||
    { show_end_of_log "$build_log" && cannot 'The packages of the studio could not be had.' '스튜디오 패키지를 가져오지 못했습니다.'; }
  cp "$studio/package-lock.json" "$mark"
}

prepare() {
  mkdir -p "$ECUMENE_ROOT/build"
  : >"$build_log"
  require_node
  require_modules
}

is_current() {
  [[ -e $bundle/index.html ]] || return 1
  [[ -z $(find "$studio"/{src,public,licences,index.html,vite.config.ts,package-lock.json} -newer "$bundle/index.html" -print -quit) ]]
}

# Written beside and renamed: a server that runs meanwhile never sees half a bundle.
make_bundle() {
  ! is_current || return 0
  (
    flock 9
    ! is_current || exit 0
    prepare
    rm -rf "$bundle.next" "$bundle.last"
    export ECUMENE_STUDIO_OUT=$bundle.next
    run_quietly "$(phrase 'Building the studio' '스튜디오 빌드')" 15 "$build_log" \
      with_node npm run --silent --prefix "$studio" build ||
      { show_end_of_log "$build_log" && exit 1; }
    [[ ! -e $bundle ]] || mv "$bundle" "$bundle.last"
    mv "$bundle.next" "$bundle"
    rm -rf "$bundle.last"
  ) 9>"$ECUMENE_ROOT/build/studio.lock"
}

have_pages() {
  "$ECUMENE_ROOT/tools/studio.sh" bundle && return # a process of its own: behind && a function goes on past its failures
  [[ ! -e $bundle/index.html ]] || { tell 'The studio shows its pages as they were built last.' '전에 만든 스튜디오 화면을 그대로 보여 줍니다.' && return; }
  stop 5 'The studio has no pages yet: they are built once, and that needs npm (Debian: apt-get install nodejs npm) and the network. Then try again.' \
    '스튜디오 화면이 아직 없습니다. 한 번 만들 때 npm(Debian: apt-get install nodejs npm)과 네트워크가 필요합니다. 갖춘 뒤 다시 실행하세요.'
}

require_browser() {
  command -v chromium >/dev/null || ! is_debian_12 || ! may_install || require_packages browser
  command -v chromium >/dev/null || cannot 'Chromium is not here.' 'Chromium이 없습니다.'
}

mkdir -p "$ECUMENE_ROOT/build"
command=${1:-bundle}
shift || true
case "$command" in
  bundle) make_bundle ;;
  pages) have_pages ;;
  prepare) prepare ;;
  units)
    prepare
    cd "$studio"
    with_node npm run --silent check
    with_node npm run --silent test "$@"
    ;;
  browser | pictures | speed)
    require_browser
    prepare
    make_bundle
    cd "$studio"
    runner=(node)
    [[ $command != browser ]] || runner=(node --test --test-reporter=spec)
    with_node "${runner[@]}" "$ECUMENE_ROOT/tests/studio/$command.mjs" "$@"
    ;;
  run)
    prepare
    cd "$studio"
    with_node "$@"
    ;;
  *) stop 2 "There is no tools/studio.sh $command." "tools/studio.sh $command 은(는) 없습니다." ;;
esac
