package dev.garrison.manifest.value;

import java.util.List;

/**
 * Publishers and signers whose packages are accepted.
 *
 * @param publishers publishers of installers and scripts, in addition to Microsoft
 * @param signers signers of onboarding and offboarding packages, in addition to the known ones
 * @param knownSigners whether the signers that this version of Garrison knows are accepted
 */
public record PackageTrust(
    List<PackagePublisher> publishers, List<OnboardingSigner> signers, boolean knownSigners) {
  /** Microsoft only. */
  public static final PackageTrust MICROSOFT = new PackageTrust(List.of(), List.of(), true);

  public PackageTrust {
    publishers = List.copyOf(publishers);
    signers = List.copyOf(signers);
  }
}
