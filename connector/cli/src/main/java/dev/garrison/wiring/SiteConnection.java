package dev.garrison.wiring;

import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.ServerInspection;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.ntlm.NtlmAccount;
import dev.garrison.connection.ntlm.NtlmScheme;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.connection.sspi.SecurityPackage;
import dev.garrison.connection.tls.Trust;
import dev.garrison.json.Json;
import dev.garrison.manifest.SiteSection;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.mecm.adminservice.AdminServiceSettings;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.secret.SecretStore;
import dev.garrison.xml.HardenedXml;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes connections to servers from the settings in the manifest. */
final class SiteConnection {
  private final SecretStore secrets;
  private final DomainIdentity identity;
  private final Clock clock;

  SiteConnection(SecretStore secrets, DomainIdentity identity, Clock clock) {
    this.secrets = secrets;
    this.identity = identity;
    this.clock = clock;
  }

  /** Settings for reading, and for writing if no other account is named for that. */
  ConnectionPolicy policy(ServerAccess access) {
    return policy(access, access.signIn());
  }

  /**
   * Settings for writing with another account; its secrets are read only when they are requested.
   */
  Optional<Supplier<ConnectionPolicy>> writing(ServerAccess access) {
    return access.signIn().forWriting().map(signIn -> () -> policy(access, signIn));
  }

  private ConnectionPolicy policy(ServerAccess access, SignIn signIn) {
    return new ConnectionPolicy(
        authentication(signIn), trust(access.trust()), access.allowPlainHttp(), Timeouts.DEFAULT);
  }

  /**
   * Opens the administration service of a site; nothing is sent yet.
   *
   * @param providers those to ask, in this order
   */
  HttpAdminService adminService(SiteSection site, List<URI> providers, Json json, Tempo tempo) {
    return new HttpAdminService(
        new AdminServiceSettings(providers, policy(site.access()), writing(site.access())),
        json,
        new HardenedXml(),
        tempo);
  }

  /** Makes an inspection without sign-in, so that nothing an account needs can be missing. */
  ServerInspection inspection(ServerAccess access) {
    return new ServerInspection(
        trust(access.trust()), access.allowPlainHttp(), Timeouts.DEFAULT, clock);
  }

  private Authentication authentication(SignIn signIn) {
    return switch (signIn.method()) {
      case NONE -> new Authentication.Anonymous();
      case BASIC -> {
        Account account = signIn.account().orElseThrow();
        yield new Authentication.Basic(account.user(), DomainIdentity.password(account, secrets));
      }
      case KERBEROS ->
          new Authentication.Tokens(
              identity.scheme(signIn.account(), signIn.servicePrincipal()), false);
      case WINDOWS ->
          new Authentication.Tokens(
              identity.windows(SecurityPackage.KERBEROS, signIn.servicePrincipal()), false);
      case NEGOTIATE ->
          new Authentication.Tokens(
              identity.windows(SecurityPackage.NEGOTIATE, signIn.servicePrincipal()), true);
      case NTLM -> {
        Account account = signIn.account().orElseThrow();
        yield new Authentication.Tokens(
            new NtlmScheme(
                NtlmAccount.of(account.user(), DomainIdentity.password(account, secrets)),
                signIn.servicePrincipal(),
                clock),
            true);
      }
    };
  }

  static Trust trust(List<TrustAnchor> anchors) {
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
