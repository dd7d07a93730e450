package dev.garrison.manifest.value;

import java.util.List;
import java.util.Optional;

/**
 * Additional signer that is accepted for onboarding and offboarding packages.
 *
 * @param names the names in the signing certificate (dNSName); empty: the known names
 * @param root the certificate of the authority; absent: the known roots
 */
public record OnboardingSigner(List<String> names, Optional<TrustAnchor.Chosen> root) {
  public OnboardingSigner {
    names = List.copyOf(names);
  }
}
