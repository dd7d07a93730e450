package dev.garrison.connection.signin;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sign-in schemes that the {@code WWW-Authenticate} headers of an answer offer. They follow RFC
 * 9110 section 11.6.1 and RFC 4559 section 4. Windows and mod_auth_gssapi send one header for each
 * scheme.
 *
 * @param headers their values
 */
public record Negotiation(List<String> headers) {
  private static final int LONGEST_TOKEN = 96 * 1024;

  public Negotiation {
    headers = List.copyOf(headers);
  }

  /** Whether a scheme is offered. */
  public boolean offers(String scheme) {
    return headers.stream().anyMatch(header -> names(header, scheme));
  }

  /** The token that was received for a scheme. */
  public Optional<byte[]> token(String scheme) {
    return headers.stream()
        .filter(header -> names(header, scheme))
        .map(header -> header.strip().substring(scheme.length()).strip())
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_TOKEN)
        .flatMap(text -> decoded(text).stream())
        .findFirst();
  }

  /** The names of the offered schemes, for people. */
  public List<String> offered() {
    return headers.stream().map(header -> header.strip().split("[ ,]", 2)[0]).distinct().toList();
  }

  private static boolean names(String header, String scheme) {
    String text = header.strip().toLowerCase(Locale.ROOT);
    String wanted = scheme.toLowerCase(Locale.ROOT);
    return text.equals(wanted) || text.startsWith(wanted + " ");
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
