# Shared by ./garrison and ./check. POSIX sh.
. "$here/config/launcher/java.sh"

# Prints the major version of the JDK in folder $1, from its release file: quicker than starting it.
jdk_major() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

jdk_fits() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && major=$(jdk_major "$1") && [ -n "$major" ] && [ "$major" -ge 25 ]
}

# Sets JDK to a JDK 25 or newer: JAVA_HOME, then PATH, then the usual folders.
find_jdk() {
  JDK=
  on_path=$(command -v javac 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/*25* /opt/*jdk*25* /opt/java/* "$HOME"/.sdkman/candidates/java/25*; do
    if jdk_fits "$candidate"; then
      JDK=$candidate
      return 0
    fi
  done
  say "error: Garrison needs JDK 25, and none was found in JAVA_HOME, on PATH or in /usr/lib/jvm."
  say "  Fix: On Debian: apt-get install openjdk-25-jdk-headless, or as root: $0 --install"
  exit 1
}

# Installs the Debian packages named, those that are missing. Says what it does; needs root.
install_packages() {
  missing=
  for package in "$@"; do
    is_present "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    say "error: --install knows Debian's packages only. Install by hand:$missing"
    exit 1
  fi
  if [ "$(id -u)" != 0 ]; then
    say "error: --install needs root for:$missing"
    say "  Fix: Run: sudo apt-get install --no-install-recommends$missing"
    case " $missing " in
      *" samba "* | *" samba-ad-dc "* | *" winbind "* | *" apache2 "*) say "       Before it, or samba and apache2 start servers of their own: sudo systemctl mask smbd nmbd samba-ad-dc winbind apache2" ;;
    esac
    exit 1
  fi
  say "Installing$missing"
  log=$(mktemp)
  case " $missing " in
    *" samba "* | *" samba-ad-dc "* | *" winbind "* | *" apache2 "*)
      say "Their own services are neither started now nor at boot: the tests start servers of their own on loopback."
      start=no
      ;;
    *) start=yes ;;
  esac
  # shellcheck disable=SC2086 # one word per package is meant
  if ! apt_install "$start" $missing >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    say "error: The packages could not be installed; the whole log is $log"
    exit 1
  fi
  rm -f "$log"
}

# Runs apt-get for the packages from $2 on. With "no" as $1, no service of theirs is started or starts at boot. Each
# step is tied to the next, because "set -e" is off in a function whose result is asked for.
apt_install() (
  start=$1
  shift
  if [ "$start" = no ]; then
    # What maintainer scripts ask before they start a service: deb-systemd-invoke and invoke-rc.d both do.
    policy=/usr/sbin/policy-rc.d
    ours=
    kept=
    trap '[ -z "$ours" ] || rm -f "$policy"; [ -z "$kept" ] || mv "$kept" "$policy"' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    if [ -e "$policy" ] || [ -L "$policy" ]; then
      mv "$policy" "$policy.garrison" || exit 1
      kept=$policy.garrison
    fi
    ours=yes
    { printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy"; } || exit 1
  fi
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } || exit 1
  [ "$start" = no ] || exit 0
  # Only what came now: a service that was there before is somebody's.
  services=
  case " $* " in *" samba "*) services="smbd nmbd" ;; esac
  for package in samba-ad-dc winbind apache2; do
    case " $* " in *" $package "*) services="$services $package" ;; esac
  done
  for service in $services; do
    if [ -e "/etc/init.d/$service" ]; then
      update-rc.d "$service" disable || exit 1
    fi
  done
)

# Whether what Debian package $1 brings is there already, from Debian or from elsewhere.
is_present() {
  case $1 in
    openjdk-25-jdk-headless) (find_jdk) >/dev/null 2>&1 ;;
    maven) command -v mvn >/dev/null 2>&1 ;;
    nodejs) command -v node >/dev/null 2>&1 ;;
    npm) command -v npm >/dev/null 2>&1 ;;
    samba) command -v smbd >/dev/null 2>&1 || [ -x /usr/sbin/smbd ] ;;
    *) dpkg -s "$1" >/dev/null 2>&1 ;;
  esac
}

# Brings the npm packages that folder $1 locks, when they are missing or older than the lock. Runs none of their scripts.
install_npm_packages() {
  [ -z "$(find "$1/node_modules/.package-lock.json" -newer "$1/package-lock.json" 2>/dev/null)" ] || return 0
  say "Installing the npm packages of ${1#"$here"/}"
  log=$(mktemp)
  if ! (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund) >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    say "error: The npm packages could not be installed; the whole log is $log"
    exit 1
  fi
  rm -f "$log"
}

# Whether the program is missing or older than its sources. $1: stamp of the last build.
is_stale() {
  [ -f "$1" ] || return 0
  [ -n "$(find "$here/pom.xml" "$here/connector" "$here/wsus-catalog" "$here/mecm-scripts" "$here/config" \
    -name target -prune -o -name node_modules -prune -o -path '*/src/test' -prune -o -type f -newer "$1" -print 2>/dev/null | head -n 1)" ]
}

require_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  say "error: Garrison is built with Maven, which was not found on PATH."
  say "  Fix: On Debian: apt-get install maven, or as root: $0 --install"
  exit 1
}

# Runs Maven on JDK 25 in the checkout.
run_maven() (
  cd "$here" && JAVA_HOME=$JDK MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:--XX:+UseSerialGC}" mvn "$@"
)

# Runs a command or function while nothing else is built in this checkout: two builds at once disturb each other. Maven
# inherits the lock, so that it holds when this shell is killed; what Java starts does not.
while_locked() (
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$here/.garrison.lock"
    flock -n 9 || {
      say "Another build is running here; waiting for it."
      flock 9
    }
  fi
  "$@"
)

build_program() {
  require_maven
  while_locked build_when_stale || exit 1
}

# The stamp is older than every source that the build may have missed: it is made before, and counts after.
build_when_stale() {
  is_stale "$app/built" || return 0
  say "Building Garrison (the first time takes some minutes) ..."
  stamp=$app/building.$$
  log=$app/build.$$.log
  trap 'rm -f "$stamp"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  if ! { mkdir -p "$app" && : >"$stamp" && : >"$log"; }; then
    say "error: Garrison is built in $app, and that cannot be written."
    exit 1
  fi
  if ! run_maven -q -B -Dmaven.test.skip=true -Dspotless.check.skip -Denforcer.skip -Dmdep.analyze.skip \
    -pl connector/cli -am package >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    say "error: The build failed; the whole log is $log"
    exit 1
  fi
  make_class_cache "$app/garrison.aot" || say "The cache of classes could not be written; commands start more slowly."
  mv -f "$stamp" "$app/built"
  rm -f "$log"
}
