package dev.garrison.lab.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** Access control: one account by Basic authentication, or every caller. */
public final class Entrance {
  private final Optional<String> wanted;

  private Entrance(Optional<String> wanted) {
    this.wanted = wanted;
  }

  /** Admits every caller. */
  public static Entrance open() {
    return new Entrance(Optional.empty());
  }

  /** Admits one account. */
  public static Entrance basic(String user, String password) {
    String pair = user + ":" + password;
    return new Entrance(
        Optional.of(
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
  }

  /** Whether the caller of this request is admitted. */
  public boolean admits(Exchange exchange) {
    if (wanted.isEmpty()) {
      return true;
    }
    String given = exchange.header("Authorization");
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), wanted.get().getBytes(StandardCharsets.UTF_8));
  }
}
