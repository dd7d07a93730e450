package dev.garrison.manifest;

import dev.garrison.manifest.value.PackagePublisher;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files from Microsoft. Relative paths have been resolved against the manifest's folder;
 * whether the files exist is not known here.
 *
 * @param installer md4ws.msi; present when an operating system needs it
 * @param installScript install.ps1; present when an operating system needs it
 * @param platformUpdate UpdatePlatform.exe; present when an operating system needs it
 * @param onboarding the onboarding package as downloaded from the portal
 * @param trust publishers besides Microsoft whose files are accepted
 */
public record PackageSection(
    Optional<Path> installer,
    Optional<Path> installScript,
    Optional<Path> platformUpdate,
    Path onboarding,
    List<PackagePublisher> trust) {
  public PackageSection {
    trust = List.copyOf(trust);
  }
}
