package dev.garrison.wiring;

import dev.garrison.mecm.site.Site;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Identity of the site and of the account that writes, known once the site has answered. */
final class LateIdentity {
  private final AtomicReference<Optional<Site.Identity>> known =
      new AtomicReference<>(Optional.empty());

  private final Function<Site.Identity, Optional<String>> writer;

  /**
   * @param writer finds the user who writes there, called when it is needed
   */
  LateIdentity(Function<Site.Identity, Optional<String>> writer) {
    this.writer = writer;
  }

  void know(Site.Identity identity) {
    known.set(Optional.of(identity));
  }

  /** User who writes to the site, or "unknown". */
  String writer() {
    return known.get().flatMap(writer).orElse("unknown");
  }

  /** Scope of identifiers in this hierarchy. */
  String scopeId() {
    return known
        .get()
        .map(identity -> "ScopeId_" + identity.hierarchyId())
        .orElseThrow(() -> new IllegalStateException("the site was not surveyed"));
  }
}
