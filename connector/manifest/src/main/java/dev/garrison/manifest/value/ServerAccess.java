package dev.garrison.manifest.value;

import java.util.List;

/**
 * Settings for connecting to a server over HTTP.
 *
 * @param allowPlainHttp whether {@code http} is accepted for hosts other than this computer
 * @param trust reasons to trust its certificate, of which one is enough
 * @param signIn the sign-in to the server
 */
public record ServerAccess(boolean allowPlainHttp, List<TrustAnchor> trust, SignIn signIn) {
  public ServerAccess {
    trust = List.copyOf(trust);
    if (trust.isEmpty()) {
      throw new IllegalArgumentException("a server needs a reason to be trusted");
    }
  }
}
