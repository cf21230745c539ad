# shellcheck shell=bash
# This machine's own Debian mirrors, read from its apt sources, so that no host is written down here.
# Both forms of apt sources become lines "URI keyring"; only entries of the machine's own suite count,
# which passes most third parties' archives over.
read_deb822_sources() { # suite, files...
  local suite=$1
  shift
  awk -v suite="$suite" '
    function flush(  i, n, list, hit) {
      n = split(field["suites"], list, /[ \t]+/); hit = 0
      for (i = 1; i <= n; i++) if (list[i] == suite) hit = 1
      if (hit && field["types"] ~ /deb/ && tolower(field["enabled"]) != "no" && field["components"] ~ /main/) {
        n = split(field["uris"], list, /[ \t]+/)
        for (i = 1; i <= n; i++) if (list[i] != "") print list[i], field["signed-by"]
      }
      delete field; name = ""
    }
    FNR == 1 { flush() }
    /^#/ { next }
    /^[ \t]*$/ { flush(); next }
    /^[ \t]/ { sub(/^[ \t]+/, ""); if (name != "" && name != "signed-by") field[name] = field[name] " " $0; next }
    { at = index($0, ":"); name = tolower(substr($0, 1, at - 1)); value = substr($0, at + 1)
      gsub(/^[ \t]+|[ \t]+$/, "", value); field[name] = value }
    END { flush() }' "$@"
}

read_one_line_sources() { # suite, files...
  local suite=$1
  shift
  awk -v suite="$suite" '
    /^[ \t]*deb(-src)?[ \t]/ {
      sub(/#.*/, ""); keyring = ""
      if (match($0, /\[[^]]*\]/)) {
        options = substr($0, RSTART + 1, RLENGTH - 2); $0 = substr($0, 1, RSTART - 1) substr($0, RSTART + RLENGTH)
        n = split(options, list, /[ \t]+/)
        for (i = 1; i <= n; i++) if (list[i] ~ /^signed-by=/) keyring = substr(list[i], 11)
      }
      if ($3 == suite && $0 ~ / main/) print $2, keyring
    }' "$@"
}

own_mirrors() {
  local etc=${ECUMENE_APT_ETC:-/etc/apt} suite
  local -a deb822 one_line
  suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  shopt -s nullglob
  deb822=("$etc"/sources.list.d/*.sources)
  one_line=("$etc"/sources.list.d/*.list)
  [[ ! -r $etc/sources.list ]] || one_line+=("$etc/sources.list")
  shopt -u nullglob
  {
    ((${#deb822[@]} == 0)) || read_deb822_sources "$suite" "${deb822[@]}"
    ((${#one_line[@]} == 0)) || read_one_line_sources "$suite" "${one_line[@]}"
  } | awk '$1 !~ /^cdrom:/ && !seen[$1]++'
}
