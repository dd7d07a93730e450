package dev.garrison.manifest.reading;

import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.manifest.value.SignIn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The keys that say who signs in; {@code user} and {@code password} come together or not at all.
 */
final class Accounts {
  private static final Form<String> USER =
      Scalars.text(
          "a user such as CONTOSO\\svc-garrison or svc-garrison@contoso.example",
          Pattern.compile("(?U)(?!\\s)[^\\u0000-\\u001f\\u007f:]{1,256}(?<!\\s)"));

  private static final Form<SignIn.Method> METHOD =
      Scalars.word(List.of(SignIn.Method.values()), SignIn.Method::word);
  private static final Form<String> SERVICE =
      Scalars.text(
          "a service such as HTTP/cm01.contoso.example",
          Pattern.compile("HTTP/[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?"));

  private Accounts() {}

  static Optional<Account> read(Mapping section) {
    return read(section, Addresses.SECRET);
  }

  private static Optional<Account> read(Mapping section, Form<SecretReference> secret) {
    Optional<String> user = section.optional("user", USER);
    Optional<SecretReference> password = section.optional("password", secret);
    if (section.has("user") != section.has("password")) {
      String present = section.has("user") ? "user" : "password";
      String absent = section.has("user") ? "password" : "user";
      section.contradiction(
          ManifestCode.ACCOUNT_INCOMPLETE,
          present,
          "'" + section.path(present) + "' stands without '" + absent + "'.",
          "Add '" + absent + "', or leave out both.");
    }
    return user.isPresent() && password.isPresent()
        ? Optional.of(new Account(user.get(), password.get()))
        : Optional.empty();
  }

  /**
   * The keys that say how to sign in over HTTP.
   *
   * @param otherwise the method when none is named
   */
  static Optional<SignIn> signIn(Mapping section, Function<Boolean, SignIn.Method> otherwise) {
    Optional<SignIn.Method> named = section.optional("authentication", METHOD);
    Optional<String> service = section.optional("servicePrincipal", SERVICE);
    Optional<Account> account = read(section, Addresses.SECRET_OR_KEYTAB);
    if (section.has("authentication") && named.isEmpty()) {
      return Optional.empty();
    }
    SignIn.Method method =
        named.orElseGet(() -> otherwise.apply(section.has("user") || section.has("password")));
    if (section.has("user") == section.has("password")) {
      check(section, method, account);
    }
    boolean byTokens = method == SignIn.Method.KERBEROS || method == SignIn.Method.NTLM;
    if (section.has("servicePrincipal") && !byTokens) {
      section.contradiction(
          ManifestCode.VALUE_REFUSED,
          "servicePrincipal",
          "'" + section.path("servicePrincipal") + "' has no meaning with " + method.word() + ".",
          "Leave it out.");
    }
    return Optional.of(new SignIn(method, account, service));
  }

  private static void check(Mapping section, SignIn.Method method, Optional<Account> account) {
    boolean keytab =
        account.map(Account::password).filter(SecretReference.Keytab.class::isInstance).isPresent();
    switch (method) {
      case KERBEROS -> account.ifPresent(given -> checkPrincipal(section, given.user()));
      case NTLM, BASIC -> {
        if (!section.has("user")) {
          section.contradiction(
              ManifestCode.ACCOUNT_INCOMPLETE,
              "authentication",
              "'"
                  + section.path("authentication")
                  + "' is "
                  + method.word()
                  + ", and no account is named.",
              "Add 'user' and 'password'.");
        } else if (keytab) {
          section.contradiction(
              ManifestCode.VALUE_REFUSED,
              "password",
              "'" + section.path("password") + "' is a keytab, which only Kerberos can use.",
              "Write " + Addresses.SECRET.expected() + "; or 'authentication: kerberos'.");
        }
      }
      case NONE -> {
        if (section.has("user")) {
          section.contradiction(
              ManifestCode.VALUE_REFUSED,
              "user",
              "'" + section.path("user") + "' has no meaning with 'authentication: none'.",
              "Leave out 'user' and 'password', or the method.");
        }
      }
    }
  }

  private static void checkPrincipal(Mapping section, String user) {
    if (user.contains("\\")) {
      section.contradiction(
          ManifestCode.VALUE_REFUSED,
          "user",
          "'"
              + section.path("user")
              + "' is "
              + Reading.shown(user)
              + ", which Kerberos cannot use.",
          "Write name@REALM, the realm being the domain's DNS name in capitals, such as"
              + " svc-garrison@CONTOSO.EXAMPLE.");
    }
  }
}
