package dev.garrison.wiring;

import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.kerberos.KerberosIdentity;
import dev.garrison.connection.kerberos.KerberosScheme;
import dev.garrison.connection.ntlm.NtlmAccount;
import dev.garrison.connection.ntlm.NtlmScheme;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.tls.Trust;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.secret.PrivateFile;
import dev.garrison.secret.Secret;
import dev.garrison.secret.SecretStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** From what the manifest says of a server to how Garrison connects to it. */
final class SiteConnection {
  private static final String CACHE_VARIABLE = "KRB5CCNAME";

  private final SecretStore secrets;
  private final Map<String, String> environment;
  private final Clock clock;

  SiteConnection(SecretStore secrets, Map<String, String> environment, Clock clock) {
    this.secrets = secrets;
    this.environment = environment;
    this.clock = clock;
  }

  ConnectionPolicy policy(ServerAccess access) {
    return new ConnectionPolicy(
        authentication(access.signIn()),
        trust(access.trust()),
        access.allowPlainHttp(),
        Timeouts.DEFAULT);
  }

  private Authentication authentication(SignIn signIn) {
    return switch (signIn.method()) {
      case NONE -> new Authentication.Anonymous();
      case BASIC -> {
        Account account = signIn.account().orElseThrow();
        yield new Authentication.Basic(account.user(), password(account));
      }
      case KERBEROS ->
          new Authentication.Tokens(
              new KerberosScheme(identity(signIn.account()), signIn.servicePrincipal()), false);
      case NTLM -> {
        Account account = signIn.account().orElseThrow();
        yield new Authentication.Tokens(
            new NtlmScheme(
                NtlmAccount.of(account.user(), password(account)),
                signIn.servicePrincipal(),
                clock),
            true);
      }
    };
  }

  private Supplier<Secret> password(Account account) {
    String reference = account.password().toString();
    if (account.password() instanceof SecretReference.Command
        || account.password() instanceof SecretReference.Prompt) {
      // Now, and not while a server waits for it; the store remembers the answer.
      secrets.read(reference).wipe();
    }
    return () -> secrets.read(reference);
  }

  private KerberosIdentity identity(Optional<Account> account) {
    if (account.isEmpty()) {
      return new KerberosIdentity.TicketCache(cache());
    }
    return switch (account.get().password()) {
      case SecretReference.Keytab(Path file) ->
          new KerberosIdentity.Keytab(account.get().user(), PrivateFile.require(file));
      case SecretReference.EnvironmentVariable _,
          SecretReference.SecretFile _,
          SecretReference.Command _,
          SecretReference.Prompt _ ->
          new KerberosIdentity.Password(account.get().user(), password(account.get()));
    };
  }

  /** Where the tickets of the user lie. Java reads caches in files only. */
  private Optional<Path> cache() {
    if (environment.getOrDefault("OS", "").startsWith("Windows")) {
      throw refusal(
          "This version cannot sign in as the user who runs it on Windows.",
          "Name an account: 'user' and 'password'.");
    }
    Optional<String> named =
        Optional.ofNullable(environment.get(CACHE_VARIABLE)).filter(name -> !name.isEmpty());
    named
        .filter(name -> name.matches("(?!FILE:)[A-Z]+:.*"))
        .ifPresent(name -> {
          throw refusal(
              "The ticket cache %s is none in a file, and others cannot be read.".formatted(name),
              "Run 'kinit -c FILE:PATH' and set %s=FILE:PATH, or name an account: 'user' and 'password'."
                  .formatted(CACHE_VARIABLE));
        });
    return named.map(name -> Path.of(name.replaceFirst("^FILE:", "")));
  }

  private static RefusalException refusal(String problem, String remedy) {
    return new RefusalException(Diagnostic.error(SignInCode.SIGN_IN_NOT_POSSIBLE, problem, remedy));
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
