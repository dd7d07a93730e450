package dev.garrison.manifest;

import dev.garrison.manifest.value.PackageTrust;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files from Microsoft. Relative paths have been resolved against the manifest's folder;
 * whether the files exist is not known here.
 *
 * @param intake the folder in which packages are kept; it has what is not named here
 * @param installer md4ws.msi; present when an operating system needs it and no intake is named
 * @param installScript install.ps1; present when an operating system needs it and no intake is
 *     named
 * @param platformUpdate UpdatePlatform.exe; present when an operating system needs it and no intake
 *     is named
 * @param onboarding the onboarding package as downloaded from the portal; likewise
 * @param trust whose files are accepted
 * @param clientScripts a folder with our own scripts, signed
 */
public record PackageSection(
    Optional<Path> intake,
    Optional<Path> installer,
    Optional<Path> installScript,
    Optional<Path> platformUpdate,
    Optional<Path> onboarding,
    PackageTrust trust,
    Optional<Path> clientScripts) {}
