# shellcheck shell=bash
# What ./ecumene, ./dev and tools/*.sh share: messages in two languages, the cache folder, Debian packages, progress.
# Source it from a script that has set ECUMENE_ROOT to the folder of the repository.

HIGHS_VERSION=1.10.0

cache_folder() { printf '%s\n' "${ECUMENE_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/ecumene}"; }
highs_folder() { printf '%s/highs-%s\n' "$(cache_folder)" "$HIGHS_VERSION"; }

# ---------------------------------------------------------------- messages: English, Korean
is_korean() {
  case "${ECUMENE_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in ko*) return 0 ;; *) return 1 ;; esac
}
phrase() { if is_korean; then printf '%s' "$2"; else printf '%s' "$1"; fi; }
tell() { printf '%s\n' "$(phrase "$1" "$2")" >&2; }
stop() { # exit code, English, Korean
  tell "$2" "$3"
  exit "$1"
}

# ---------------------------------------------------------------- progress
clock() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }

# One line that says what is being done, how far it is and how long it may take.
draw_progress() { # label, percent (or -1), seconds gone, expected seconds
  local left text
  if (($2 > 0)); then left=$(($3 * (100 - $2) / $2)); else left=$(($4 - $3)); fi
  ((left > 0)) || left=0
  text="$1"
  (($2 < 0)) || text+=" · $2 %"
  text+=" · $(clock "$3")"
  text+="$(phrase " · about $(clock "$left") left" " · 약 $(clock "$left") 남음")"
  if [[ -t 2 ]]; then printf '\r\033[K%s' "$text" >&2; else printf '%s\n' "$text" >&2; fi
}

# Reads a command's output, keeps it in a log, and turns ninja's "[3/40]" into progress.
follow() { # label, expected seconds, log
  local label=$1 expected=$2 log=$3 line part='' percent=-1 shown=-2 last_tick=-1 status
  SECONDS=0
  while true; do
    status=0
    IFS= read -r -t 1 line || status=$?
    if ((status > 128)); then
      part+=$line
    elif ((status > 0)); then
      [[ -z $part$line ]] || printf '%s\n' "$part$line" >>"$log"
      break
    else
      line=$part$line part=''
      printf '%s\n' "$line" >>"$log"
      if [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] && ((BASH_REMATCH[2] > 1)); then
        percent=$((100 * BASH_REMATCH[1] / BASH_REMATCH[2]))
      fi
    fi
    if [[ -t 2 ]]; then
      ((percent == shown && SECONDS == last_tick)) || draw_progress "$label" "$percent" "$SECONDS" "$expected"
      shown=$percent last_tick=$SECONDS
    elif ((shown == -2 || percent / 25 > shown / 25 || SECONDS >= last_tick + 30)); then
      draw_progress "$label" "$percent" "$SECONDS" "$expected"
      shown=$((percent < 0 ? 0 : percent)) last_tick=$SECONDS
    fi
  done
  [[ ! -t 2 ]] || printf '\r\033[K' >&2
}

run_quietly() { # label, expected seconds, log, command...
  local label=$1 expected=$2 log=$3
  shift 3
  NINJA_STATUS='[%f/%t] ' "$@" </dev/null 2>&1 | follow "$label" "$expected" "$log"
}

show_end_of_log() { # log
  tail -n 25 "$1" >&2
  tell "The whole log: $1" "전체 기록: $1"
}

# ---------------------------------------------------------------- Debian packages
packages_of() { # groups...
  local groups=" $* "
  awk -v groups="$groups" '
    /^\[/ { wanted = index(groups, " " substr($1, 2, length($1) - 2) " ") > 0; next }
    /^[^#]/ && NF && wanted { print $1 }' "$ECUMENE_ROOT/packaging/debian-packages.txt"
}

missing_packages() { # packages...
  local present
  present=" $(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
    awk '$2 == "installed" { printf "%s ", $1 }' || true)"
  local package
  for package in "$@"; do
    [[ $present == *" $package "* ]] || printf '%s\n' "$package"
  done
}

is_debian_12() { grep -qs '^VERSION_CODENAME=bookworm' /etc/os-release && command -v apt-get >/dev/null; }
may_install() { [[ ${ECUMENE_NO_INSTALL:-} != 1 ]]; }

# apt's lists of packages: absent on a fresh container, outdated after a day.
has_fresh_indexes() {
  [[ -n $(find /var/lib/apt/lists -maxdepth 1 -name '*_Packages*' -mtime -1 -print -quit 2>/dev/null) ]]
}

apt_quietly() {
  env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 -o Acquire::Retries=2 \
    -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 "$@"
}

update_and_install() { # packages...
  has_fresh_indexes || apt_quietly update
  apt_quietly install --no-install-recommends "$@" ||
    { apt_quietly update && apt_quietly install --no-install-recommends "$@"; }
}

# Installs what is missing of the named groups, or says the one line that would and exits 5.
require_packages() { # groups...
  local -a wanted missing
  mapfile -t wanted < <(packages_of "$@")
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  ((${#missing[@]})) || return 0
  local count=${#missing[@]} log line
  line="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
  may_install || stop 5 "Missing Debian packages, and ECUMENE_NO_INSTALL=1 forbids installing them. As root: $line" \
    "Debian 패키지가 없고 ECUMENE_NO_INSTALL=1이라 설치하지 않습니다. 관리자로 실행할 명령: $line"
  if ((EUID != 0)); then
    ask_for_sudo "${missing[@]}"
    return
  fi
  log=$(mktemp "${TMPDIR:-/tmp}/ecumene-apt.XXXXXX")
  run_quietly "$(phrase "Installing $count Debian packages: ${missing[*]:0:4} …" "Debian 패키지 $count개 설치: ${missing[*]:0:4} …")" \
    $((10 + 3 * count)) "$log" update_and_install "${missing[@]}" || {
    show_end_of_log "$log"
    stop 5 "The packages could not be installed. As root: $line" "패키지를 설치하지 못했습니다. 관리자로 실행할 명령: $line"
  }
  rm -f "$log"
}

ask_for_sudo() { # packages...
  local install="apt-get install -y --no-install-recommends $*" answer
  if ! command -v sudo >/dev/null; then
    stop 5 "Debian packages are missing and there is no sudo here. As root, run: apt-get update && $install" \
      "Debian 패키지가 없고 sudo도 없습니다. 관리자로 다음을 실행하세요: apt-get update && $install"
  fi
  tell "Debian packages are missing. This line installs them:" "Debian 패키지가 없습니다. 다음 한 줄로 설치합니다:"
  printf '  sudo apt-get update && sudo %s\n' "$install" >&2
  [[ -t 0 && -t 2 ]] || exit 5
  printf '%s ' "$(phrase 'Run it now? [y/N]' '지금 실행할까요? [y/N]')" >&2
  read -r answer
  [[ $answer == [yY]* ]] || exit 5
  # shellcheck disable=SC2086  # the line shown is the line run
  sudo apt-get update -q && sudo $install
}
