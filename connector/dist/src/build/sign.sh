#!/bin/sh
# Signs the list of digests $1 with the OpenPGP key $2, one of the keyring of whoever releases, and proves it.
set -eu
rm -f "$1.asc"
gpg --batch --local-user "$2" --armor --output "$1.asc" --detach-sign "$1"
gpg --batch --quiet --verify "$1.asc" "$1"
