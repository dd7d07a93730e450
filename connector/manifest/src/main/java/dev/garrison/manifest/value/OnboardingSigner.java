package dev.garrison.manifest.value;

import java.util.List;
import java.util.Optional;

/**
 * Who may sign onboarding and offboarding packages besides those that are known.
 *
 * @param names in the signing certificate (dNSName); none: the names that are known
 * @param root the authority's certificate; absent: the roots that are known
 */
public record OnboardingSigner(List<String> names, Optional<TrustAnchor.Chosen> root) {
  public OnboardingSigner {
    names = List.copyOf(names);
  }
}
