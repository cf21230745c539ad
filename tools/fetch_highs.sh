#!/usr/bin/env bash
# Brings the HiGHS solver, which Debian 12 lacks, into the cache folder: its source as Debian 13 (trixie) ships it,
# from this machine's own Debian mirror, checked by apt against the signed index, built with the local compiler.
# Needs no root and changes nothing outside the cache folder.
#   exit 0  HiGHS is there        exit 3  it is not, and one line has said what solves then
# A failed try is not repeated within the hour unless asked for:  tools/fetch_highs.sh --again
set -euo pipefail
ECUMENE_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tools/common.sh
source "$ECUMENE_ROOT/tools/common.sh"
# shellcheck source=tools/apt_mirrors.sh
source "$ECUMENE_ROOT/tools/apt_mirrors.sh"

readonly SUITE=trixie
readonly SOURCE_SHA256=5964fc1ca4f0b23dd45987bbed1838f2e570e96aa624635ac63d277152b6c94a # highs_1.10.0+ds.orig.tar.xz
readonly BUILD_SECONDS=225 # on two free cores

go_on_without() { # English reason, Korean reason
  stop 3 "HiGHS is left out ($1): the own barrier plans; CLP and CBC have the last word." \
    "HiGHS 없이 계속합니다($2): 자체 풀이기(barrier)가 먼저, CLP와 CBC가 마지막에 풉니다."
}

fail() { # English reason, Korean reason
  touch "$failed"
  go_on_without "$1, see $log" "$2, $log 참조"
}

# ---------------------------------------------------------------- a private apt, beside the machine's own
write_private_apt() { # folder
  local folder=$1 uri keyring count=0
  mkdir -p "$folder"/{lists/partial,archives/partial,sources.d}
  while read -r uri keyring; do
    [[ -n $uri ]] || continue
    count=$((count + 1))
    printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\n%s\n' "$uri" "$SUITE" \
      "${keyring:+Signed-By: $keyring$'\n'}" >"$folder/sources.d/mirror-$count.sources"
  done < <(own_mirrors)
  ((count)) || return 1
  cat >"$folder/apt.conf" <<CONF
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
Dir::State "$folder";
Dir::State::status "/var/lib/dpkg/status";
Dir::Cache "$folder";
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$folder/sources.d";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Acquire::Languages "none";
Acquire::Retries "1";
Acquire::http::Timeout "10";
Acquire::https::Timeout "10";
APT::Sandbox::User "";
APT::Get::List-Cleanup "false";
CONF
}

# Both are called where a failure is expected, which switches `set -e` off: hence the chains of &&.
download_source() { # folder
  local folder=$1 version
  export APT_CONFIG=$folder/apt.conf
  timeout 120 apt-get -q update || true # one mirror of several may fail; what counts is whether the source is listed
  version=$(apt-cache showsrc highs | awk -v wanted="$HIGHS_VERSION" '
      $1 == "Version:" && index($2, wanted) == 1 { print $2; exit }') &&
    [[ -n $version ]] &&
    (cd "$folder" && timeout 120 apt-get -q source --download-only --tar-only "highs=$version") &&
    sha256sum "$folder"/highs_"$HIGHS_VERSION"*.orig.tar.* | grep "^$SOURCE_SHA256 "
}

build_source() { # work folder, install prefix, log
  local work=$1 prefix=$2 log=$3
  mkdir "$work/source" &&
    tar -xf "$work"/highs_*.orig.tar.* -C "$work/source" --strip-components=1 &&
    cmake -G Ninja -S "$work/source" -B "$work/build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" \
      -DCMAKE_INSTALL_LIBDIR=lib -DFAST_BUILD=ON -DBUILD_SHARED_LIBS=ON -DBUILD_TESTING=OFF -DBUILD_EXAMPLES=OFF \
      -DBUILD_CXX_EXE=OFF -DZLIB=OFF >>"$log" 2>&1 &&
    run_quietly "$(phrase "Building HiGHS $HIGHS_VERSION (once)" "HiGHS $HIGHS_VERSION 빌드(한 번만)")" \
      "$BUILD_SECONDS" "$log" nice cmake --build "$work/build" &&
    cmake --install "$work/build" --prefix "$prefix" >>"$log" 2>&1 &&
    [[ -e $prefix/lib/libhighs.so ]]
}

# ---------------------------------------------------------------- main
target=$(highs_folder)
[[ ! -e $target/lib/libhighs.so ]] || exit 0
[[ ${ECUMENE_NO_HIGHS:-} != 1 ]] || go_on_without 'ECUMENE_NO_HIGHS=1' 'ECUMENE_NO_HIGHS=1'
may_install || go_on_without 'ECUMENE_NO_INSTALL=1' 'ECUMENE_NO_INSTALL=1'
for tool in apt-get apt-cache cmake ninja c++ tar xz; do
  command -v "$tool" >/dev/null || go_on_without "no $tool here" "$tool 없음"
done
log=$(cache_folder)/highs.log
failed=$(cache_folder)/highs.failed
if [[ ${1:-} != --again && -n $(find "$failed" -mmin -60 2>/dev/null) ]]; then
  go_on_without "a try within the last hour failed, see $log" "한 시간 안에 시도했으나 실패함, $log 참조"
fi
mkdir -p "$(cache_folder)" 2>/dev/null || go_on_without 'the cache folder cannot be written' '캐시 폴더에 쓸 수 없음'

exec 9>"$(cache_folder)/highs.lock"
if ! flock -n 9; then
  tell 'Another run is building HiGHS; waiting for it.' '다른 실행이 HiGHS를 빌드하고 있어 기다립니다.'
  flock 9
fi
[[ ! -e $target/lib/libhighs.so ]] || exit 0 # the other run was done first

work=$(mktemp -d "$target.building.XXXXXX")
: >"$log"
rm -f "$failed"
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

write_private_apt "$work" || fail 'no Debian mirror in the apt sources' 'apt 저장소 목록에 Debian 미러가 없음'
download_source "$work" >>"$log" 2>&1 || fail 'the source could not be fetched' '원본을 받지 못함'
build_source "$work" "$work/install" "$log" || fail 'the build failed' '빌드 실패'
rm -rf "$target"
mv "$work/install" "$target"
tell "HiGHS $HIGHS_VERSION is ready: $target" "HiGHS $HIGHS_VERSION 준비됨: $target"
