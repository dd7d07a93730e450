package dev.garrison.manifest.value;

/**
 * Who signs in.
 *
 * @param user {@code DOMAIN\name}, {@code name@domain} or a plain name
 * @param password where the password is found; the manifest never holds it
 */
public record Account(String user, SecretReference password) {
  public Account {
    if (user.isBlank()) {
      throw new IllegalArgumentException("an account needs a user");
    }
    if (password instanceof SecretReference.Prompt(String text) && text.isEmpty()) {
      password = new SecretReference.Prompt("Password of " + user);
    }
  }
}
