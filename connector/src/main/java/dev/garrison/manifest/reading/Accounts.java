package dev.garrison.manifest.reading;

import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SecretReference;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys {@code user} and {@code password}, which come together or not at all. */
final class Accounts {
  private static final Form<String> USER =
      Scalars.text(
          "a user such as CONTOSO\\svc-garrison or svc-garrison@contoso.example",
          Pattern.compile("(?U)(?!\\s)[^\\u0000-\\u001f\\u007f:]{1,256}(?<!\\s)"));

  private Accounts() {}

  static Optional<Account> read(Mapping section) {
    Optional<String> user = section.optional("user", USER);
    Optional<SecretReference> password = section.optional("password", Addresses.SECRET);
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
}
