package dev.garrison.wiring;

import dev.garrison.connection.signin.SignInCode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.kerberos.KerberosIdentity;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.secret.PrivateFile;
import dev.garrison.secret.Secret;
import dev.garrison.secret.SecretStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** As whom Garrison signs in by Kerberos, to whichever server. */
final class DomainIdentity {
  private static final String CACHE_VARIABLE = "KRB5CCNAME";

  private final SecretStore secrets;
  private final Map<String, String> environment;

  DomainIdentity(SecretStore secrets, Map<String, String> environment) {
    this.secrets = secrets;
    this.environment = environment;
  }

  KerberosIdentity of(Optional<Account> account) {
    if (account.isEmpty()) {
      return new KerberosIdentity.TicketCache(cache());
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

  /** The password each time that it is needed. */
  static Supplier<Secret> password(Account account, SecretStore secrets) {
    String reference = account.password().toString();
    if (account.password() instanceof SecretReference.Command
        || account.password() instanceof SecretReference.Prompt) {
      // Now, and not while a server waits for it; the store remembers the answer.
      secrets.read(reference).wipe();
    }
    return () -> secrets.read(reference);
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
}
