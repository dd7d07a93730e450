package dev.garrison.manifest.value;

import dev.garrison.language.Text;

/**
 * Account that signs in: a user and a reference to the password.
 *
 * @param user {@code DOMAIN\name}, {@code name@domain} or a plain name
 * @param password the reference to the password; the manifest never contains the password
 */
public record Account(String user, SecretReference password) {
  public Account {
    if (user.isBlank()) {
      throw new IllegalArgumentException("an account needs a user");
    }
    if (password instanceof SecretReference.Prompt(String text) && text.isEmpty()) {
      password =
          new SecretReference.Prompt(Text.of("manifest.password-prompt", "user", user).toString());
    }
  }
}
