package dev.garrison.cli.service;

import dev.garrison.cli.output.Columns;
import dev.garrison.login.AccessToken;
import java.time.Instant;

/** The rows of {@code garrison token list --csv}. */
final class TokenColumns {
  private TokenColumns() {}

  /**
   * The columns.
   *
   * @param now the time for which the status of a token is decided
   */
  static Columns<AccessToken> at(Instant now) {
    return new Columns<AccessToken>()
        .and("name", AccessToken::name)
        .and("role", token -> token.role().word())
        .and("status", token -> token.standing(now).word())
        .and("created", AccessToken::created)
        .and("created by", AccessToken::createdBy)
        .and("expires", AccessToken::expires)
        .and("last used", AccessToken::lastUsed)
        .and("revoked", AccessToken::revoked);
  }
}
