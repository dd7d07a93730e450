package dev.garrison.cli.service;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.login.AccessToken;
import dev.garrison.login.TokenText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tokens for the screen. */
final class TokenView {
  private static final int ROLE = 10;
  private static final int STANDING = 9;
  private static final int DAY = 12;

  private TokenView() {}

  static String created(AccessToken token, TokenText text, TerminalTime time) {
    return String.join(
        System.lineSeparator(),
        text.text(),
        "The token '%s' has the role %s until %s. It is shown this once; keep it like a password."
            .formatted(token.name(), token.role().word(), time.day(token.expires())));
  }

  static String list(List<AccessToken> tokens, Instant now, TerminalTime time) {
    if (tokens.isEmpty()) {
      return "There is no token. 'garrison token create --role viewer --name NAME' makes one.";
    }
    int width = tokens.stream().mapToInt(token -> token.name().length()).max().orElse(0) + 2;
    width = Math.max(width, "name  ".length());
    List<String> lines = new ArrayList<>();
    lines.add(line(width, "name", "role", "standing", "until", "last used"));
    for (AccessToken token : tokens) {
      lines.add(
          line(
              width,
              token.name(),
              token.role().word(),
              token.standing(now).word(),
              time.day(token.expires()),
              token.lastUsed().map(LocalDate::toString).orElse("never")));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(
      int width, String name, String role, String standing, String until, String used) {
    return ScreenText.padded(name, width)
        + ScreenText.padded(role, ROLE)
        + ScreenText.padded(standing, STANDING + 1)
        + ScreenText.padded(until, DAY)
        + used;
  }
}
