package dev.garrison.manifest.value;

import java.util.List;

/**
 * Whose packages are accepted.
 *
 * @param publishers besides Microsoft, of installers and scripts
 * @param signers of onboarding and offboarding packages, besides those that are known
 * @param knownSigners whether the signers that come with this version count
 */
public record PackageTrust(
    List<PackagePublisher> publishers, List<OnboardingSigner> signers, boolean knownSigners) {
  /** Microsoft, and nobody else. */
  public static final PackageTrust MICROSOFT = new PackageTrust(List.of(), List.of(), true);

  public PackageTrust {
    publishers = List.copyOf(publishers);
    signers = List.copyOf(signers);
  }
}
