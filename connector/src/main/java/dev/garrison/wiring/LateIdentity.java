package dev.garrison.wiring;

import dev.garrison.mecm.site.Site;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Who and where we are on the site: known once it has answered. */
final class LateIdentity {
  private final AtomicReference<Optional<Site.Identity>> known =
      new AtomicReference<>(Optional.empty());

  void know(Site.Identity identity) {
    known.set(Optional.of(identity));
  }

  String user() {
    return known.get().flatMap(Site.Identity::user).orElse("unknown");
  }

  /** The scope of identifiers on this hierarchy. */
  String scopeId() {
    return known
        .get()
        .map(identity -> "ScopeId_" + identity.hierarchyId())
        .orElseThrow(() -> new IllegalStateException("the site was not surveyed"));
  }
}
