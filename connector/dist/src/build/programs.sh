#!/bin/sh
# Builds garrison.exe and the installer's setup.dll for Windows x64 into folder $1, of version $2, with the jni.h of the Java
# in folder $3. The same sources give the same bytes: nothing of time, account or folder gets in.
set -eu
setup=$(CDPATH='' cd -- "$(dirname -- "$0")/../msi" && pwd)
sources=$(CDPATH='' cd -- "$(dirname -- "$0")/../launcher/windows" && pwd)
options=$(CDPATH='' cd -- "$(dirname -- "$0")/../../../../config/launcher" && pwd)/java.options
mkdir -p "$1"
out=$(CDPATH='' cd -- "$1" && pwd)
version=$2
java=$3

# One option a line; none has a character that C would read otherwise.
sed -n 's/^-.*$/    L"&",/p' "$options" >"$out/java-options.h"
numbers=$(printf '%s\n' "$version" | sed 's/[^0-9.].*//; s/\./,/g'),0
cd "$sources"
x86_64-w64-mingw32-windres -DNUMBERS="$numbers" "-DVERSION=\\\"$version\\\"" garrison.rc -O coff -o "$out/resources.o"
x86_64-w64-mingw32-gcc -std=c11 -O2 -Wall -Wextra -Werror -municode -s -static-libgcc -ffile-prefix-map="$sources=." \
  -I"$out" -I. -I"$java/include" -Wl,--no-insert-timestamp -Wl,--dynamicbase -Wl,--high-entropy-va -Wl,--nxcompat \
  -o "$out/garrison.exe" ./*.c "$out/resources.o" -ladvapi32
rm "$out/resources.o" "$out/java-options.h"
x86_64-w64-mingw32-gcc -std=c11 -O2 -Wall -Wextra -Werror -shared -s -static-libgcc -ffile-prefix-map="$setup=." \
  -Wl,--no-insert-timestamp -Wl,--image-base,0x180000000 -Wl,--dynamicbase -Wl,--high-entropy-va -Wl,--nxcompat \
  -o "$out/setup.dll" "$setup/setup.c" -lmsi -ladvapi32
