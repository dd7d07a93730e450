package dev.garrison.wiring;

import dev.garrison.connection.kerberos.KerberosIdentity;
import dev.garrison.connection.kerberos.KerberosLogin;
import dev.garrison.connection.kerberos.KerberosScheme;
import dev.garrison.connection.kerberos.SystemTickets;
import dev.garrison.connection.kerberos.TicketSource;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.signin.TokenScheme;
import dev.garrison.connection.sspi.SecurityPackage;
import dev.garrison.connection.sspi.SecuritySupport;
import dev.garrison.connection.sspi.SspiScheme;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.secret.PrivateFile;
import dev.garrison.secret.Secret;
import dev.garrison.secret.SecretStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Identity with which Garrison signs in to any server of the domain. */
final class DomainIdentity {
  private static final String CACHE_VARIABLE = "KRB5CCNAME";

  private final SecretStore secrets;
  private final Map<String, String> environment;
  private final Optional<SecuritySupport> windows;

  /**
   * @param windows the security packages of Windows; empty on another system
   */
  DomainIdentity(
      SecretStore secrets, Map<String, String> environment, Optional<SecuritySupport> windows) {
    this.secrets = secrets;
    this.environment = environment;
    this.windows = windows;
  }

  /** Kerberos over HTTP; without an account as the user who runs Garrison. */
  TokenScheme scheme(Optional<Account> account, Optional<String> servicePrincipal) {
    return account.isEmpty() && windows.isPresent()
        ? new SspiScheme(windows.get(), SecurityPackage.KERBEROS, servicePrincipal)
        : new KerberosScheme(tickets(account), servicePrincipal);
  }

  /** Sign-in over HTTP as the user whom Windows knows. */
  TokenScheme windows(SecurityPackage by, Optional<String> servicePrincipal) {
    return new SspiScheme(
        windows.orElseThrow(() -> refusal(Message.of("identity.not-windows"))),
        by,
        servicePrincipal);
  }

  /** Whether Windows itself can sign in, as the user who runs Garrison. */
  boolean isOfWindows() {
    return windows.isPresent();
  }

  /** Tickets for signing in over HTTP. */
  TicketSource tickets(Optional<Account> account) {
    return account.isEmpty() && cacheOfSystem().isPresent()
        ? new SystemTickets()
        : new KerberosLogin(identity(account));
  }

  /** Login for a file server, which needs a key that only Java's own Kerberos provides. */
  KerberosLogin login(Optional<Account> account) {
    if (account.isEmpty()) {
      cacheOfSystem()
          .ifPresent(name -> {
            throw refusal(Message.of("identity.cache", "cache", name, "variable", CACHE_VARIABLE));
          });
    }
    return new KerberosLogin(identity(account));
  }

  private KerberosIdentity identity(Optional<Account> account) {
    if (account.isEmpty()) {
      return new KerberosIdentity.TicketCache(cache().map(DomainIdentity::file));
    }
    Account named = account.get();
    return switch (named.password()) {
      case SecretReference.Keytab(Path file) ->
          new KerberosIdentity.Keytab(named.user(), PrivateFile.require(file));
      case SecretReference.EnvironmentVariable _,
          SecretReference.SecretFile _,
          SecretReference.Command _,
          SecretReference.Prompt _ ->
          new KerberosIdentity.Password(named.user(), password(named, secrets));
    };
  }

  /** Supplies the password each time it is needed. */
  static Supplier<Secret> password(Account account, SecretStore secrets) {
    String reference = account.password().toString();
    if (account.password() instanceof SecretReference.Command
        || account.password() instanceof SecretReference.Prompt) {
      // Now, and not while a server waits for it; the store remembers the answer.
      secrets.read(reference).wipe();
    }
    return () -> secrets.read(reference);
  }

  /** Name of the user's ticket cache; empty if none is set. */
  private Optional<String> cache() {
    return Optional.ofNullable(environment.get(CACHE_VARIABLE)).filter(name -> !name.isEmpty());
  }

  /** Ticket cache that is not in a file, such as {@code KCM:}. Java reads caches in files only. */
  private Optional<String> cacheOfSystem() {
    return cache().filter(name -> name.matches("(?!FILE:)[A-Z]+:.*"));
  }

  private static Path file(String cache) {
    return Path.of(cache.replaceFirst("^FILE:", ""));
  }

  private static RefusalException refusal(Message message) {
    return new RefusalException(Diagnostic.error(SignInCode.SIGN_IN_NOT_POSSIBLE, message));
  }
}
