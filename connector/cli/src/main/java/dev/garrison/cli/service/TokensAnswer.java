package dev.garrison.cli.service;

import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.login.AccessToken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** List of tokens as JSON. */
record TokensAnswer(String format, List<Kept> tokens) implements JsonForm {
  private static final String FORMAT = "garrison-tokens/1";

  /**
   * One token.
   *
   * @param lastUsed the day of the last use; left out if the token was never used
   */
  record Kept(
      String name,
      String role,
      String standing,
      Instant created,
      String createdBy,
      Instant expires,
      @OmittedWhenEmpty Optional<String> lastUsed,
      @OmittedWhenEmpty Optional<Instant> revoked)
      implements JsonForm {
    private static Kept of(AccessToken token, Instant now) {
      return new Kept(
          token.name(),
          token.role().word(),
          token.standing(now).word(),
          token.created(),
          token.createdBy(),
          token.expires(),
          token.lastUsed().map(LocalDate::toString),
          token.revoked());
    }
  }

  static TokensAnswer of(List<AccessToken> tokens, Instant now) {
    return new TokensAnswer(FORMAT, tokens.stream().map(each -> Kept.of(each, now)).toList());
  }
}
