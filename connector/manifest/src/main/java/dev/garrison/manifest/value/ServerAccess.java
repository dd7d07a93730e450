package dev.garrison.manifest.value;

import java.util.List;

/**
 * How a server is reached over HTTP.
 *
 * @param allowPlainHttp whether {@code http} is accepted for other hosts than this computer
 * @param trust reasons to trust its certificate, of which one is enough
 * @param signIn who asks, and by what
 */
public record ServerAccess(boolean allowPlainHttp, List<TrustAnchor> trust, SignIn signIn) {
  public ServerAccess {
    trust = List.copyOf(trust);
    if (trust.isEmpty()) {
      throw new IllegalArgumentException("a server needs a reason to be trusted");
    }
  }
}
