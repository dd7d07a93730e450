package dev.garrison.cli.service;

import dev.garrison.json.JsonForm;
import dev.garrison.login.AccessToken;
import dev.garrison.login.TokenText;
import java.time.Instant;

/**
 * A token that was made, for programs.
 *
 * @param token its text, which is shown this once
 */
record TokenAnswer(String format, String token, String name, String role, Instant expires)
    implements JsonForm {
  private static final String FORMAT = "garrison-token/1";

  static TokenAnswer of(AccessToken token, TokenText text) {
    return new TokenAnswer(FORMAT, text.text(), token.name(), token.role().word(), token.expires());
  }
}
