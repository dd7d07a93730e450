package dev.garrison.manifest.reading;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import dev.garrison.manifest.yaml.Reading;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the keys for signing in; {@code user} and {@code password} are used together or not at all.
 */
final class Accounts {
  private static final Form<String> USER =
      Scalars.text(
          Text.of("manifest-form.user"),
          Pattern.compile("(?U)(?!\\s)[^\\u0000-\\u001f\\u007f:]{1,256}(?<!\\s)"));

  /**
   * Sign-in options for one kind of server.
   *
   * @param method the allowed methods
   * @param service the form of a service principal name
   * @param named the methods that use the service principal name
   * @param twoAccounts whether another account may write
   */
  private record Ways(
      Form<SignIn.Method> method,
      Form<String> service,
      Set<SignIn.Method> named,
      boolean twoAccounts) {}

  private static final Ways HTTP =
      new Ways(
          Scalars.word(SignIn.Method.class),
          service("HTTP/cm01.contoso.example"),
          EnumSet.of(
              SignIn.Method.KERBEROS,
              SignIn.Method.NTLM,
              SignIn.Method.WINDOWS,
              SignIn.Method.NEGOTIATE),
          true);
  private static final Ways SMB =
      new Ways(
          Scalars.word(List.of(SignIn.Method.KERBEROS, SignIn.Method.NTLM)),
          service("cifs/fs01.contoso.example"),
          EnumSet.of(SignIn.Method.KERBEROS),
          false);

  private static final Form<Account> WRITER =
      Form.section(Text.of("manifest-form.account"), Accounts::writer);

  private Accounts() {}

  private static Optional<Account> writer(Mapping section) {
    Optional<String> user = section.required("user", USER);
    Optional<SecretReference> password = section.required("password", Addresses.SECRET_OR_KEYTAB);
    return section.complete(() -> new Account(user.orElseThrow(), password.orElseThrow()));
  }

  private static Form<String> service(String example) {
    String kind = example.substring(0, example.indexOf('/') + 1);
    return Scalars.text(
        Text.of("manifest-form.service-principal", "example", example),
        Pattern.compile(kind + "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?"));
  }

  private static Optional<Account> read(Mapping section) {
    Optional<String> user = section.optional("user", USER);
    Optional<SecretReference> password = section.optional("password", Addresses.SECRET_OR_KEYTAB);
    if (section.has("user") != section.has("password")) {
      String present = section.has("user") ? "user" : "password";
      String absent = section.has("user") ? "password" : "user";
      section.contradiction(
          ManifestCode.ACCOUNT_INCOMPLETE,
          present,
          Message.of(
              "manifest-section.account-half", "path", section.path(present), "missing", absent));
    }
    return user.isPresent() && password.isPresent()
        ? Optional.of(new Account(user.get(), password.get()))
        : Optional.empty();
  }

  /**
   * Reads the keys for signing in over HTTP.
   *
   * @param otherwise the method when none is named
   */
  static Optional<SignIn> signIn(Mapping section, Function<Boolean, SignIn.Method> otherwise) {
    return signIn(section, HTTP, otherwise);
  }

  /**
   * Reads the keys for signing in to the place of the content.
   *
   * @param smb whether that is an SMB share, which is signed in to as the site is; anything else
   *     needs no sign-in, and an account for it is a mistake
   */
  static Optional<SignIn> signInToShare(Mapping section, boolean smb) {
    return signIn(
        section,
        SMB,
        account ->
            smb ? SignIn.Method.KERBEROS : account ? SignIn.Method.NTLM : SignIn.Method.NONE);
  }

  private static Optional<SignIn> signIn(
      Mapping section, Ways ways, Function<Boolean, SignIn.Method> otherwise) {
    Optional<SignIn.Method> named = section.optional("authentication", ways.method());
    Optional<String> service = section.optional("servicePrincipal", ways.service());
    Optional<Account> account = read(section);
    Optional<Account> writer =
        ways.twoAccounts() ? section.optional("write", WRITER) : Optional.empty();
    if (section.has("authentication") && named.isEmpty()) {
      return Optional.empty();
    }
    SignIn.Method method =
        named.orElseGet(() -> otherwise.apply(section.has("user") || section.has("password")));
    if (section.has("user") == section.has("password")) {
      check(section, method, account);
    }
    writer.ifPresent(other -> checkWriter(section, method, other));
    if (section.has("servicePrincipal") && !ways.named().contains(method)) {
      section.contradiction(
          ManifestCode.VALUE_REFUSED,
          "servicePrincipal",
          Message.of(
              "manifest-section.principal-unused",
              "path",
              section.path("servicePrincipal"),
              "method",
              method.word()));
    }
    return Optional.of(new SignIn(method, account, service, writer));
  }

  private static void check(Mapping section, SignIn.Method method, Optional<Account> account) {
    switch (method) {
      case KERBEROS -> account.ifPresent(given -> checkPrincipal(section, "user", given.user()));
      case NTLM, BASIC -> {
        if (!section.has("user")) {
          section.contradiction(
              ManifestCode.ACCOUNT_INCOMPLETE,
              "authentication",
              Message.of(
                  "manifest-section.account-missing",
                  "path",
                  section.path("authentication"),
                  "method",
                  method.word()));
        }
        account.ifPresent(given -> checkNoKeytab(section, "password", given));
      }
      case WINDOWS, NEGOTIATE -> {
        if (section.has("user")) {
          section.contradiction(
              ManifestCode.VALUE_REFUSED,
              "user",
              Message.of(
                  "manifest-section.user-unused",
                  "path",
                  section.path("user"),
                  "method",
                  method.word()));
        }
      }
      case NONE -> {
        if (section.has("user")) {
          section.contradiction(
              ManifestCode.VALUE_REFUSED,
              "user",
              Message.of("manifest-section.user-without-sign-in", "path", section.path("user")));
        }
      }
    }
  }

  private static void checkWriter(Mapping section, SignIn.Method method, Account writer) {
    switch (method) {
      case KERBEROS, WINDOWS -> checkPrincipal(section, "write.user", writer.user());
      case NEGOTIATE ->
          section.contradiction(
              ManifestCode.VALUE_REFUSED,
              "write",
              Message.of("manifest-section.writer-negotiate", "path", section.path("write")));
      case NTLM, BASIC -> checkNoKeytab(section, "write.password", writer);
      case NONE -> {
        // With 'user' there, that one is reported.
        if (!section.has("user")) {
          section.contradiction(
              ManifestCode.VALUE_REFUSED,
              "write",
              Message.of("manifest-section.writer-alone", "path", section.path("write")));
        }
      }
    }
  }

  private static void checkNoKeytab(Mapping section, String key, Account account) {
    if (account.password() instanceof SecretReference.Keytab) {
      section.contradiction(
          ManifestCode.VALUE_REFUSED,
          key,
          Message.of(
              "manifest-section.keytab",
              "path",
              section.path(key),
              "expected",
              Addresses.SECRET.expected()));
    }
  }

  private static void checkPrincipal(Mapping section, String key, String user) {
    if (user.contains("\\")) {
      section.contradiction(
          ManifestCode.VALUE_REFUSED,
          key,
          Message.of(
              "manifest-section.no-principal",
              "path",
              section.path(key),
              "value",
              Reading.shortened(user)));
    }
  }
}
