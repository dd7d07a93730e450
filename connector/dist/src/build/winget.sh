#!/bin/sh
# Writes the three files of a WinGet manifest into the folder $4, for the installer $1 of version $2, which is published below
# the address $3. Schema: https://github.com/microsoft/winget-cli/tree/master/schemas/JSON/manifests, version 1.10.0.
set -eu
installer=$1
version=$2
address=$3
folder=$4
digest=$(sha256sum "$installer" | cut -c1-64 | tr a-f A-F)
property() {
  msiinfo export "$installer" Property | tr -d '\r' | sed -n "s/^$1\t//p" | grep .
}
product=$(property ProductCode)
upgrade=$(property UpgradeCode)
# What Windows will list as its version; WinGet compares that with the version of the manifest.
listed=$(property ProductVersion)
[ "$listed" = "$(printf '%s\n' "$version" | sed 's/[^0-9.].*//')" ] || {
  echo "error: $installer is of version $listed, not $version." >&2
  exit 1
}
rm -rf "$folder"
mkdir -p "$folder"

head() {
  printf '# yaml-language-server: $schema=https://aka.ms/winget-manifest.%s.1.10.0.schema.json\n' "$1"
  printf 'PackageIdentifier: Garrison.Garrison\nPackageVersion: %s\n' "$version"
}
{
  head version
  printf 'DefaultLocale: en-US\nManifestType: version\nManifestVersion: 1.10.0\n'
} >"$folder/Garrison.Garrison.yaml"
{
  head installer
  cat <<END
Platform:
  - Windows.Desktop
MinimumOSVersion: 10.0.14393.0
InstallerType: msi
Scope: machine
InstallModes:
  - silent
  - silentWithProgress
UnsupportedArguments:
  - location
UpgradeBehavior: install
ElevationRequirement: elevationRequired
Commands:
  - garrison
Installers:
  - Architecture: x64
    InstallerUrl: $address/$(basename "$installer")
    InstallerSha256: $digest
    ProductCode: '$product'
    AppsAndFeaturesEntries:
      - DisplayVersion: $listed
        UpgradeCode: '$upgrade'
ManifestType: installer
ManifestVersion: 1.10.0
END
} >"$folder/Garrison.Garrison.installer.yaml"
{
  head defaultLocale
  cat <<'END'
PackageLocale: en-US
Publisher: Garrison
PackageName: Garrison
License: Apache-2.0
ShortDescription: Onboards Windows servers to Microsoft Defender for Endpoint, through Configuration Manager and WSUS.
Tags:
  - configmgr
  - defender-for-endpoint
  - wsus
ManifestType: defaultLocale
ManifestVersion: 1.10.0
END
} >"$folder/Garrison.Garrison.locale.en-US.yaml"
