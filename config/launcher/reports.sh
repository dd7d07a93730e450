# What a run of the tests reported; shared by ./check and .ci/run. POSIX sh.

# Prints a line "tests failed skipped seconds class" for each report below $here that is newer than the file $1, from its
# first <testsuite ...> tag. A missing attribute is 0. A record ends at ">", which may also stand inside quotes.
read_reports() {
  # shellcheck disable=SC2016 # awk's own variables
  find "$here" -name node_modules -prune -o \
    \( -path '*/target/surefire-reports/TEST-*.xml' -o -path '*/target/failsafe-reports/TEST-*.xml' \) \
    -newer "$1" -exec awk -v RS='>' '
      function text(name, quoted) {
        quoted = match(tag, "[ \t\r\n]" name "=\"[^\"]*\"")
        return quoted ? substr(tag, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
      }
      function number(name, digits) {
        digits = text(name)
        gsub(/,/, "", digits)
        return digits + 0
      }
      FNR == 1 { tag = ""; seen = 0 }
      seen { next }
      tag == "" && !/<testsuite[ \t\r\n]/ { next }
      { tag = tag $0 }
      gsub(/"/, "&", tag) % 2 == 0 {
        seen = 1
        print number("tests"), number("failures") + number("errors"), number("skipped"), number("time"), text("name")
      }' {} +
}

# Sets tests, failed and skipped to the sums of what read_reports prints.
count_reports() {
  # shellcheck disable=SC2046 # one word per number is meant
  set -- $(read_reports "$1" | awk '{ t += $1; f += $2; s += $3 } END { print t + 0, f + 0, s + 0 }')
  tests=$1
  failed=$2
  skipped=$3
}

# Says which twenty classes took longest.
say_slowest() {
  say "The slowest classes, in seconds:"
  read_reports "$1" | sort -k4,4nr | head -n 20 | while read -r _ _ _ seconds class; do
    say "$(printf '%8.1f  %s' "$seconds" "$class")"
  done
}
