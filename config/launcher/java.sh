# How Garrison is run; shared by the checkout and the distribution. JDK is the folder of Java, app that of the program.
# POSIX sh.

# The language of whoever started it, before the next lines hide it.
locale=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}

# Cron and services run under LC_ALL=C, where file names and output with umlauts break.
LC_ALL=C.UTF-8
export LC_ALL

say() {
  printf '%s\n' "$*" >&2
}

# Sets class_path to the jars of the program in $app, always in the same order: the cache of classes depends on it.
find_class_path() {
  class_path=
  for jar in "$app"/lib/*.jar; do
    class_path=${class_path:+$class_path:}$jar
  done
}

# Runs Java with the options that every start has, which are those of the cache too; $@: further ones. tiers: how far
# code is compiled, 1 unless set. here: the folder that config is in.
run_java() {
  exec "$JDK/bin/java" "@$here/config/launcher/java.options" "-XX:TieredStopAtLevel=${tiers:-1}" \
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dgarrison.locale=$locale" "$@"
}

# Whether the command $1 only prints. Such a command is quickest with the quick compiler and without the cache;
# everything else may digest large files and wants the other compiler too, with the processor's own instructions for
# SHA-256.
only_prints() {
  case "${1:-}" in
    "" | version | help | completion | ring-names | -*) return 0 ;;
    *) return 1 ;;
  esac
}

# Java opens some eighty libraries, and a job talks with several servers: with too few files it fails anywhere, in words
# that nobody understands. Said here, where nothing has to be opened for it.
require_files() {
  files=$(ulimit -n)
  if [ "$files" != unlimited ] && [ "$files" -lt 256 ]; then
    say "error: This process may have $files files open, and Garrison needs 256."
    say "  Fix: Raise the limit: 'ulimit -n 4096' in a shell, LimitNOFILE= in a systemd unit."
    exit 1
  fi
}

# Runs Garrison with the words after $1, and with the cache of classes in file $1 where it is there. The cache is not
# used with options of somebody: some of them exclude it. The service begins with a small heap, for it is mostly idle; Java
# would begin with a part of the machine's memory. The demonstration begins with a large one: it makes 90 days in seconds.
run_garrison() {
  require_files
  cache=$1
  shift
  tiers=4
  if only_prints "$@"; then
    tiers=1
    cache=
  fi
  # The demonstration runs most of its code a few times, and digests little.
  [ "${1:-}" != demo ] || tiers=1
  if [ -n "${GARRISON_JAVA_OPTS:-}" ] || [ ! -f "$cache" ]; then
    cache=
  fi
  heap=
  case "${1:-}" in
    serve) heap=-Xms16m ;;
    demo) heap="-Xms768m -Xmn512m" ;;
  esac
  find_class_path
  # shellcheck disable=SC2086 # one word per option is meant
  run_java ${cache:+"-XX:AOTCache=$cache"} $heap ${GARRISON_JAVA_OPTS:-} -cp "$class_path" dev.garrison.Main "$@"
}

# Keeps the classes that a served demonstration loads, ready to use, in the file $1: a start then takes about half the
# time. The file also keeps how far each method was compiled, and a start with it goes no further: so it is made with
# both compilers, or SHA-256 stays at a tenth of its speed. A Java that the file does not fit ignores it, so when
# anything fails here, only speed is lost.
make_class_cache() (
  find_class_path
  tiers=4
  cache=${1%.aot}.$$.aot
  trap 'rm -f "$cache" "$cache.config"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  rm -f "${1%.aot}".aot "${1%.aot}".*.aot
  (run_java "-XX:AOTCacheOutput=$cache" -cp "$class_path" dev.garrison.Main \
    demo --serve --folder --site 2107-rollup --until-ready) \
    </dev/null >/dev/null 2>&1 && [ -s "$cache" ] && mv -f "$cache" "$1"
)
