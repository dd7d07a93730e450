package dev.garrison.cli.service;

import dev.garrison.json.JsonForm;
import dev.garrison.login.AccessToken;
import dev.garrison.login.TokenText;
import java.time.Instant;

/**
 * New token as JSON.
 *
 * @param token its text, which is shown only once
 */
record TokenAnswer(String format, String token, String name, String role, Instant expires)
    implements JsonForm {
  private static final String FORMAT = "garrison-token/1";

  static TokenAnswer of(AccessToken token, TokenText text) {
    return new TokenAnswer(FORMAT, text.text(), token.name(), token.role().word(), token.expires());
  }
}
