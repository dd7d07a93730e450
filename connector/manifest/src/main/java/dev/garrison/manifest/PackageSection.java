package dev.garrison.manifest;

import dev.garrison.manifest.value.PackageTrust;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files from Microsoft that Garrison uses, and the publishers and signers it accepts.
 *
 * <p>Relative paths have been resolved against the manifest's folder; whether the files exist has
 * not been checked.
 *
 * @param intake the package folder; it supplies the files that are not named here
 * @param installer md4ws.msi; present when an operating system needs it and no intake is named
 * @param installScript install.ps1; present when an operating system needs it and no intake is
 *     named
 * @param platformUpdate UpdatePlatform.exe; present when an operating system needs it and no intake
 *     is named
 * @param onboarding the onboarding package as downloaded from the portal; likewise
 * @param trust the publishers and signers whose files are accepted
 * @param clientScripts a folder with signed copies of Garrison's own scripts
 */
public record PackageSection(
    Optional<Path> intake,
    Optional<Path> installer,
    Optional<Path> installScript,
    Optional<Path> platformUpdate,
    Optional<Path> onboarding,
    PackageTrust trust,
    Optional<Path> clientScripts) {}
