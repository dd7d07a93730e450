package dev.garrison.cli.service;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.language.Text;
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
        Text.of(
                "token.created",
                "name",
                token.name(),
                "role",
                token.role().word(),
                "day",
                time.day(token.expires()))
            .shown());
  }

  static String list(List<AccessToken> tokens, Instant now, TerminalTime time) {
    if (tokens.isEmpty()) {
      return Text.of("token.none").shown();
    }
    int width = tokens.stream().mapToInt(token -> Cells.of(token.name())).max().orElse(0) + 2;
    width = Math.max(width, Cells.of(Text.of("token.name").shown()) + 2);
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            width,
            Text.of("token.name").shown(),
            Text.of("token.role").shown(),
            Text.of("token.status").shown(),
            Text.of("token.until").shown(),
            Text.of("token.last-used").shown()));
    for (AccessToken token : tokens) {
      lines.add(
          line(
              width,
              token.name(),
              token.role().word(),
              token.standing(now).word(),
              time.day(token.expires()),
              token
                  .lastUsed()
                  .map(LocalDate::toString)
                  .orElseGet(() -> Text.of("token.never").shown())));
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
