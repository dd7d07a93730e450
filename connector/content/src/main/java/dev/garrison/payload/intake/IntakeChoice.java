package dev.garrison.payload.intake;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.PackageSection;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.payload.Fact;
import dev.garrison.payload.intake.Intake.Holding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Selects packages of the package folder for files that a manifest does not name. */
public final class IntakeChoice {
  static final String ONBOARDING = "onboarding";

  private final List<HeldPackage> held;
  private final List<Diagnostic> passedOver;
  private final List<Diagnostic> problems = new ArrayList<>();

  /**
   * @param holding content of the folder; files that were passed over there are reported with a
   *     refusal
   */
  public IntakeChoice(Holding holding) {
    this.held = holding.packages();
    this.passedOver = holding.findings();
  }

  /**
   * The manifest's packages with every file named.
   *
   * @throws RefusalException when a package is needed and the folder has none, or several without a
   *     rule to choose one
   */
  public PackageSection complete(Manifest manifest) {
    PackageSection named = manifest.packages();
    Set<OperatingSystem> systems = manifest.operatingSystems();
    boolean installs = systems.stream().anyMatch(OperatingSystem::needsInstaller);
    boolean updates = systems.stream().anyMatch(OperatingSystem::needsPlatformUpdate);
    PackageSection whole =
        new PackageSection(
            named.intake(),
            chosen(named.installer(), installs, "installer", "md4ws.msi"),
            chosen(named.installScript(), installs, "installScript", "install.ps1"),
            chosen(named.platformUpdate(), updates, "platformUpdate", "UpdatePlatform.exe"),
            named.onboarding().or(this::onboarding),
            named.trust(),
            named.clientScripts());
    if (!problems.isEmpty()) {
      problems.addAll(passedOver);
      throw new RefusalException(problems);
    }
    return whole;
  }

  /** The package of this kind that would be used now; empty if no rule selects one. */
  public Optional<HeldPackage> taken(String role) {
    List<HeldPackage> found = acceptable(role);
    return blobs(found).size() > 1 ? Optional.empty() : found.stream().findFirst();
  }

  private Optional<Path> chosen(Optional<Path> named, boolean needed, String role, String title) {
    if (named.isPresent() || !needed) {
      return named;
    }
    Optional<HeldPackage> taken = taken(role);
    if (taken.isEmpty()) {
      problems.add(lacks(Message.of("intake.lacks-package", "role", role, "package", title)));
    }
    return taken.map(found -> found.inspection().file());
  }

  private Optional<Path> onboarding() {
    List<HeldPackage> found = acceptable(ONBOARDING);
    if (found.isEmpty()) {
      problems.add(lacks(Message.of("intake.lacks-onboarding-package")));
    }
    int different = blobs(found).size();
    if (different > 1) {
      problems.add(
          Diagnostic.error(
              IntakeCode.INTAKE_HOLDS_SEVERAL,
              Message.of(
                  "intake.several-onboarding-packages",
                  "count",
                  different,
                  "files",
                  found.stream().map(each -> each.inspection().file()).toList())));
    }
    return found.stream().findFirst().map(each -> each.inspection().file());
  }

  /** The digests of the blobs in them. */
  private static Set<String> blobs(List<HeldPackage> found) {
    return found.stream()
        .flatMap(each ->
            Optional.ofNullable(each.inspection().description().facts().get(Fact.BLOB)).stream())
        .collect(Collectors.toSet());
  }

  /** Acceptable packages of a kind, the latest first; offboarding packages are not included. */
  private List<HeldPackage> acceptable(String role) {
    return held.stream()
        .filter(each -> each.role().equals(role) && each.inspection().acceptable())
        .filter(each ->
            !each.inspection()
                .description()
                .facts()
                .getOrDefault(Fact.PACKAGE_KIND, ONBOARDING)
                .startsWith("offboarding"))
        .sorted(HeldPackage.LATEST_FIRST)
        .toList();
  }

  private static Diagnostic lacks(Message message) {
    return Diagnostic.error(IntakeCode.INTAKE_LACKS_PACKAGE, message);
  }
}
