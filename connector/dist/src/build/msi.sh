#!/bin/sh
# Builds the installer $3 of what is in the zip $1, of version $2, with the Java in folder $4 and its own actions $5. The same
# content gives the same bytes: identifiers are made from it, and what wixl writes of time is put right.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/../msi" && pwd)
zip=$(CDPATH='' cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1")
version=$(printf '%s\n' "$2" | sed 's/[^0-9.].*//')
out=$3
java=$4
setup=$5
export TZ=UTC
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# All of the zip is in one folder, which has its own name.
mkdir "$work/unpacked"
(cd "$work/unpacked" && "$java/bin/jar" --extract --file "$zip")
set -- "$work"/unpacked/*
[ $# = 1 ] || { echo "error: $zip is not one folder." >&2; exit 1; }
source=$1

# A GUID from a text: version 8 of RFC 9562, from its SHA-256.
guid() {
  printf '%s' "$1" | sha256sum | sed 's/^\(........\)\(....\).\(...\).\(...\)\(............\).*/\1-\2-8\3-a\4-\5/' | tr a-f A-F
}

digest=$( (cd "$source" && find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum; cat "$here/garrison.wxs" "$setup") | sha256sum | cut -c1-64)
# Each file is a component of its own, whose GUID stays the same from version to version.
id() {
  [ "$1" = . ] && printf INSTALLDIR || printf 'd%s' "$(printf '%s' "$1" | sha256sum | cut -c1-32)"
}
{
  printf '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi"><Fragment>\n'
  (cd "$source" && find . -mindepth 1 -type d | LC_ALL=C sort) | while read -r folder; do
    printf '<DirectoryRef Id="%s"><Directory Id="%s" Name="%s"/></DirectoryRef>\n' \
      "$(id "$(dirname "$folder")")" "$(id "$folder")" "$(basename "$folder")"
  done
  (cd "$source" && find . -type f | LC_ALL=C sort) | while read -r file; do
    name=$(printf '%s' "$file" | sha256sum | cut -c1-32)
    printf '<DirectoryRef Id="%s"><Component Id="c%s" Guid="%s" Win64="yes"><File Id="f%s" KeyPath="yes" Source="%s"/></Component></DirectoryRef>\n' \
      "$(id "$(dirname "$file")")" "$name" "$(guid "component $file")" "$name" "$source/$file"
    printf '<ComponentRef Id="c%s"/>\n' "$name" >>"$work/refs"
  done
  printf '<ComponentGroup Id="Files">\n'
  cat "$work/refs"
  printf '</ComponentGroup></Fragment></Wix>\n'
} >"$work/files.wxs"
wixl -a x64 -D Setup="$setup" -D Version="$version" \
  -D ProductCode="$(guid "product $version $digest")" \
  -o "$work/garrison.msi" "$here/garrison.wxs" "$work/files.wxs"
# wixl knows no RemoveFile: the cache of classes that the program made in its folder goes with it. Its Environment has a key
# by chance, and so has its package. A property without a value it does not call secure, and Windows Installer then ignores what
# a user gives who becomes an administrator only when Windows asks. It knows no actions whose data is in no log (8192), nor
# components that stay (16).
secure=$(msiinfo export "$work/garrison.msi" Property | tr -d '\r' | sed -n 's/^SecureCustomProperties\t//p' | grep .)
msibuild "$work/garrison.msi" -q "INSERT INTO \`RemoveFile\` (\`FileKey\`, \`Component_\`, \`FileName\`, \`DirProperty\`, \`InstallMode\`)
    VALUES ('ClassCache', 'Setup', 'garrison-*.aot*', 'INSTALLDIR', 2)" \
  "INSERT INTO \`Environment\` (\`Environment\`, \`Name\`, \`Value\`, \`Component_\`)
    VALUES ('PathEntry', '=-*PATH', '[~];[INSTALLDIR]', 'Setup')" \
  "UPDATE \`Property\` SET \`Value\` = '$secure;SERVICEACCOUNT;SERVICEPASSWORD;MANIFEST;START'
    WHERE \`Property\` = 'SecureCustomProperties'" \
  "UPDATE \`CustomAction\` SET \`Type\` = 11265 WHERE \`Action\` = 'InstallService'" \
  "UPDATE \`Component\` SET \`Attributes\` = 276 WHERE \`Component\` = 'EventSource'" \
  -s "Garrison $version" Garrison 'x64;1033' "{$(guid "package $version $digest")}"
"$java/bin/java" "$here/../build/SettleTimes.java" "$work/garrison.msi"
mv "$work/garrison.msi" "$out"
