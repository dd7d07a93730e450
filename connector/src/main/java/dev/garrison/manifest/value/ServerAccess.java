package dev.garrison.manifest.value;

import java.util.List;
import java.util.Optional;

/**
 * How a server is reached over HTTP.
 *
 * @param allowPlainHttp whether {@code http} is accepted for other hosts than this computer
 * @param trust reasons to trust its certificate, of which one is enough
 * @param account absent: sign in as the user who runs Garrison
 */
public record ServerAccess(
    boolean allowPlainHttp, List<TrustAnchor> trust, Optional<Account> account) {
  public ServerAccess {
    trust = List.copyOf(trust);
    if (trust.isEmpty()) {
      throw new IllegalArgumentException("a server needs a reason to be trusted");
    }
  }
}
