package dev.garrison.wiring;

import dev.garrison.mecm.site.Site;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Who and where we are on the site: known once it has answered. */
final class LateIdentity {
  private final AtomicReference<Optional<Site.Identity>> known =
      new AtomicReference<>(Optional.empty());

  private final Function<Site.Identity, Optional<String>> writer;

  /**
   * @param writer who writes there, asked when it is needed
   */
  LateIdentity(Function<Site.Identity, Optional<String>> writer) {
    this.writer = writer;
  }

  void know(Site.Identity identity) {
    known.set(Optional.of(identity));
  }

  /** Who writes. */
  String writer() {
    return known.get().flatMap(writer).orElse("unknown");
  }

  /** The scope of identifiers on this hierarchy. */
  String scopeId() {
    return known
        .get()
        .map(identity -> "ScopeId_" + identity.hierarchyId())
        .orElseThrow(() -> new IllegalStateException("the site was not surveyed"));
  }
}
