package dev.garrison.wiring;

import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.tls.Trust;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.secret.SecretStore;
import java.util.List;
import java.util.Optional;

/** From what the manifest says of a server to how Garrison connects to it. */
final class SiteConnection {
  private final SecretStore secrets;

  SiteConnection(SecretStore secrets) {
    this.secrets = secrets;
  }

  ConnectionPolicy policy(ServerAccess access) {
    return new ConnectionPolicy(
        authentication(access.account()),
        trust(access.trust()),
        access.allowPlainHttp(),
        Timeouts.DEFAULT);
  }

  private Authentication authentication(Optional<Account> account) {
    return account
        .<Authentication>map(given ->
            new Authentication.Basic(given.user(), () -> secrets.read(given.password().toString())))
        .orElseGet(Authentication.Anonymous::new);
  }

  private static Trust trust(List<TrustAnchor> anchors) {
    return new Trust(
        anchors.stream()
            .<Trust.Anchor>map(anchor ->
                switch (anchor) {
                  case TrustAnchor.SystemAuthorities _ -> new Trust.Anchor.SystemAuthorities();
                  case TrustAnchor.CertificateFile named ->
                      new Trust.Anchor.CertificateFile(named.file());
                  case TrustAnchor.Pin pin -> new Trust.Anchor.Pin(pin.digest());
                })
            .toList());
  }
}
