package dev.garrison.connection;

import dev.garrison.connection.tls.Trust;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Rules for every connection to one server.
 *
 * @param authentication the sign-in
 * @param trust the certificates that are accepted
 * @param allowPlainHttp whether the user accepts http to a machine other than this one
 * @param timeouts the longest waits
 */
public record ConnectionPolicy(
    Authentication authentication, Trust trust, boolean allowPlainHttp, Timeouts timeouts) {
  /** A policy that trusts the certificate authorities that this computer trusts. */
  public ConnectionPolicy(
      Authentication authentication, boolean allowPlainHttp, Timeouts timeouts) {
    this(authentication, Trust.SYSTEM, allowPlainHttp, timeouts);
  }

  /** The same policy with other timeouts. */
  public ConnectionPolicy within(Timeouts others) {
    return new ConnectionPolicy(authentication, trust, allowPlainHttp, others);
  }

  /**
   * Reason why this address may not be used, if there is one. Passwords never cross a network
   * unencrypted, even if the user accepts that for other content.
   */
  public Optional<Diagnostic> objection(URI address) {
    String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    boolean http = scheme.equals("http");
    if (!(http || scheme.equals("https")) || !plain(address)) {
      return Optional.of(
          Diagnostic.error(
              ConnectionCode.SERVER_ADDRESS_INVALID,
              Message.of("connection.address-invalid", "address", withoutUser(address))));
    }
    if (!http || isLoopback(address.getHost())) {
      return Optional.empty();
    }
    if (authentication instanceof Authentication.Basic) {
      return Optional.of(
          Diagnostic.error(
              ConnectionCode.PASSWORD_OVER_PLAIN_HTTP,
              Message.of("connection.password-over-http", "address", address)));
    }
    if (authentication instanceof Authentication.Tokens tokens && tokens.guessable()) {
      return Optional.of(
          Diagnostic.error(
              ConnectionCode.PASSWORD_OVER_PLAIN_HTTP,
              Message.of("connection.ntlm-over-http", "address", address)));
    }
    if (allowPlainHttp) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
            ConnectionCode.PLAIN_HTTP_REFUSED,
            Message.of("connection.plain-http", "address", address)));
  }

  private static boolean plain(URI address) {
    return address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }

  private static String withoutUser(URI address) {
    return address.getRawUserInfo() == null
        ? address.toString()
        : address.toString().replace(address.getRawUserInfo() + "@", "");
  }

  /**
   * Whether the host, as written, is this computer. Names are not resolved, because the answer may
   * change between check and use.
   */
  public static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException notALiteral) {
      return false;
    }
  }
}
