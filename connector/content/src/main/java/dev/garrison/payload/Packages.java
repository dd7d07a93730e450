package dev.garrison.payload;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.share.FileSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that servers get, each under the name that it must have there.
 *
 * @param installer {@code md4ws.msi}, for Windows Server 2012 R2 and 2016
 * @param installScript {@code install.ps1}, likewise
 * @param platformUpdate {@code UpdatePlatform.exe}, for 2016
 * @param onboarding {@code WindowsDefenderATP.onboarding}: the proven blob of the manifest's tenant
 * @param offboarding offboarding packages, by the name of their entry in the manifest
 * @param client Garrison's own wrapper and the files it needs
 * @param proofs proven facts about each of Microsoft's files, by its key in the manifest
 * @param warnings notes about them worth knowing
 */
public record Packages(
    Optional<FileSource> installer,
    Optional<FileSource> installScript,
    Optional<FileSource> platformUpdate,
    FileSource onboarding,
    Map<String, Offboarding> offboarding,
    List<FileSource> client,
    Map<String, String> proofs,
    List<Diagnostic> warnings) {
  public Packages {
    offboarding = Map.copyOf(offboarding);
    client = List.copyOf(client);
    proofs = Map.copyOf(proofs);
    warnings = List.copyOf(warnings);
  }

  /**
   * An offboarding package.
   *
   * @param blob {@code WindowsDefenderATP.offboarding}: the proven blob of the manifest's tenant
   * @param ends time after which sensors refuse it
   */
  public record Offboarding(FileSource blob, Instant ends) {}

  /** Every file, for all servers. */
  public List<FileSource> all() {
    List<FileSource> all = new ArrayList<>(client);
    Stream.of(installer, installScript, platformUpdate).flatMap(Optional::stream).forEach(all::add);
    all.add(onboarding);
    offboarding.values().forEach(each -> all.add(each.blob()));
    return List.copyOf(all);
  }
}
