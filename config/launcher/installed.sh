# Where an installed Garrison keeps the classes that make its starts quicker. POSIX sh.

# Sets cache to the file of classes for this installation, and makes it at the first command that has use for it. There
# may be no place for it, or no way to make it; then the file is not there, and starts are slower.
find_cache() {
  cache=
  if only_prints "$@" || [ -n "${GARRISON_JAVA_OPTS:-}" ]; then
    return 0
  fi
  find_cache_folder
  [ -n "$folder" ] || return 0
  # What Java itself looks at: where the jars are, their sizes and times, and which Java it is.
  build=$({ echo "$here" && cat "$JDK/release" && LC_ALL=C TZ=UTC0 ls -lgo "$here/lib"; } | cksum | tr ' ' -)
  cache=$folder/garrison-$build.aot
  [ ! -f "$cache" ] || return 0
  # Not again for a day where it could not be made. Only the demonstration makes it, so it takes the stand-in site.
  set -- "$here"/lib/lab-*.jar
  if [ ! -w "$folder" ] || [ ! -e "$1" ] || [ -n "$(find "$cache.failed" -mtime -1 2>/dev/null)" ]; then
    return 0
  fi
  [ ! -t 2 ] || say "This first start makes the next ones quicker, which takes some seconds ..."
  # Those of installations that were replaced.
  find "$folder" -type f -name 'garrison-*' -mtime +30 -exec rm -f {} + 2>/dev/null || true
  (umask 077 && make_class_cache "$cache") || (: >"$cache.failed") 2>/dev/null || true
}

# Sets folder to the one for the cache, made where it is missing; to nothing when there is none, or others may write there.
find_cache_folder() {
  folder=${CACHE_DIRECTORY:-}
  folder=${folder%%:*}
  if [ -z "$folder" ]; then
    # A home that is not there is not made, and / is nobody's.
    folder=${HOME:-}
    folder=${folder%/}
    [ -d "$folder" ] || folder=
    folder=${folder:+$folder/.cache}
    folder=${XDG_CACHE_HOME:-$folder}
    folder=${folder:+$folder/garrison}
  fi
  case $folder in
    /*) ;;
    *) folder= ;;
  esac
  [ -n "$folder" ] || return 0
  # The part of it that is there, without links: one could lead elsewhere later.
  there=$folder
  while [ ! -d "$there" ]; do
    there=${there%/*}
    there=${there:-/}
  done
  missing=${folder#"$there"}
  there=$(cd -P -- "$there" && pwd) || there=
  folder=
  # Nothing is made before this is known: root would leave folders of its own in the home of another.
  if [ -n "$there" ] && is_ours "$there" && (umask 077 && mkdir -p -- "${there%/}/${missing#/}") 2>/dev/null; then
    folder=${there%/}/${missing#/}
    folder=${folder%/}
  fi
}

# Whether only this user and root can put something into folder $1, or another folder in its place: what is in the
# cache runs. The folders above may be open to others where each can only remove what is his (/tmp).
is_ours() {
  path=$1
  user=$(id -u)
  [ -z "$(find "$path" -prune \( -perm -020 -o -perm -002 \) 2>&1)" ] || return 1
  set --
  while [ -n "$path" ]; do
    set -- "$@" "$path"
    path=${path%/*}
  done
  [ -z "$(find "$@" / -prune \( ! -user "$user" ! -user 0 -o \( -perm -020 -o -perm -002 \) ! -perm -1000 \) 2>&1)" ]
}
