# Which modules have not changed since a green check on this machine, and which files are to be formatted; for ./check.
# POSIX sh.

# Folders of the modules of the first check, a line each, in the order in which they are built.
modules() {
  sed -n 's|.*<module>\(.*\)</module>.*|\1|p' "$here/pom.xml" | grep -v '^connector'
  sed -n 's|.*<module>\(.*\)</module>.*|connector/\1|p' "$here/connector/pom.xml" | grep -v '/dist$'
}

# Formats the Java files that git shows as changed, in their modules only.
format_changed() {
  changed=$(cd "$here" && { git diff --name-only --diff-filter=d HEAD -- '*.java' &&
    git ls-files --others --exclude-standard -- '*.java'; } 2>/dev/null) || return 0
  [ -n "$changed" ] || return 0
  folders=$(printf '%s\n' "$changed" | sed -n 's|/src/.*||p' | sort -u | paste -s -d , -)
  [ -n "$folders" ] || return 0
  files=$(printf '%s\n' "$changed" | sed 's|[.]|[.]|g; s|^|.*/|' | paste -s -d , -)
  say "Formatting $(printf '%s\n' "$changed" | wc -l) changed files"
  run_maven -q -B -Pbench -pl "$folders" "-DspotlessFiles=$files" spotless:apply
}

# The program that is tested with: Java, and the versions of the Debian packages that $packages names.
environment_of_checks() {
  cat "$JDK/release" || return 1
  for package in $packages; do
    printf '%s ' "$package"
    dpkg-query -W -f '${Version}\n' "$package" 2>/dev/null || echo absent
  done
}

# Prints "digest folder" of each module: of its own files, of what all modules read, of the modules below it, and of Java
# and the servers that it is tested with. Documents belong to the modules that name one.
digests_of_modules() (
  cd "$here" || exit 1
  work=$(mktemp -d) || exit 1
  trap 'rm -rf "$work"' EXIT
  git ls-files -z --cached --others --exclude-standard 2>/dev/null | LC_ALL=C sort -zu >"$work/names"
  # Without git, or in a folder of another checkout, nothing is known of the files.
  tr '\0' '\n' <"$work/names" | grep -qFx pom.xml || exit 1
  # One that git knows and that is gone has no digest, which is a change too.
  xargs -0 sha256sum <"$work/names" >"$work/files" 2>/dev/null || :
  environment_of_checks >"$work/environment" || exit 1
  modules >"$work/modules"
  sed 's|^|  |; s|$|/|' "$work/modules" >"$work/folders"
  grep -vFf "$work/folders" "$work/files" | grep -vE ' connector/(dist|bench)/' >"$work/others"
  grep -E ' (docs/|[A-Z][^/]*[.]md$)' "$work/others" >"$work/documents" || :
  grep -vE ' (docs/|[A-Z][^/]*[.]md$)' "$work/others" >"$work/common"
  while read -r module; do
    {
      cat "$work/environment" "$work/common"
      grep -F "  $module/" "$work/files" || :
      if grep -rqE 'docs["/]|README|CHANGELOG|CONTRIBUTING' "$module/src"; then
        cat "$work/documents"
      fi
      for below in $(sed -n 's|.*<artifactId>\([a-z-]*\)</artifactId>.*|\1|p' "$module/pom.xml" | sed 's|^garrison-||' | sort -u); do
        grep -E " (connector/)?$below\$" "$work/digests" 2>/dev/null || :
      done
    } | sha256sum | sed "s|-\$|$module|; s|  *| |" >"$work/digest"
    cat "$work/digest" >>"$work/digests"
  done <"$work/modules"
  cat "$work/digests"
)

# Marks the modules whose digest in the file $1 was green before: their tests do not run again.
mark_unchanged() {
  rm -f "$here"/*/target/unchanged "$here"/connector/*/target/unchanged
  [ -f "$green" ] || return 0
  unchanged=$(grep -Fxf "$green" "$1" | cut -d ' ' -f 2) || :
  [ -n "$unchanged" ] || return 0
  for module in $unchanged; do
    mkdir -p "$here/$module/target" && : >"$here/$module/target/unchanged" || return 1
  done
  # shellcheck disable=SC2086 # one word per module is meant
  say "Not tested again, because nothing of them changed since a green check:" $unchanged
}

# Keeps the digests of the file $1 as green, and the latest few hundred of earlier ones.
keep_green() {
  [ -s "$1" ] || return 0
  mkdir -p "$(dirname "$green")" || return 1
  { [ ! -f "$green" ] || grep -vFxf "$1" "$green" | tail -n 300; cat "$1"; } >"$green.$$" && mv -f "$green.$$" "$green"
}
