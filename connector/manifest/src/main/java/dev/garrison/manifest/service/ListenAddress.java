package dev.garrison.manifest.service;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host and port on which this computer listens.
 *
 * @param host a name or an address; IPv6 without its brackets
 * @param port the port; 0 for any free port
 */
public record ListenAddress(String host, int port) {
  private static final Pattern SHAPE =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})\\]|([A-Za-z0-9.-]{1,253})):([0-9]{1,5})");
  private static final Pattern LOOPBACK_V4 = Pattern.compile("127(?:\\.[0-9]{1,3}){3}");
  private static final int HIGHEST_PORT = 65_535;

  /** Address used if the manifest sets none. */
  public static final ListenAddress DEFAULT = new ListenAddress("127.0.0.1", 8740);

  /** Parses {@code HOST:PORT}; empty if the text is not valid. */
  public static Optional<ListenAddress> parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(3)) > HIGHEST_PORT) {
      return Optional.empty();
    }
    String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
    return Optional.of(new ListenAddress(host, Integer.parseInt(parts.group(3))));
  }

  /** Whether only this computer can reach the address. Makes no DNS query. */
  public boolean isLoopback() {
    return host.equalsIgnoreCase("localhost")
        || host.equals("::1")
        || LOOPBACK_V4.matcher(host).matches();
  }

  /** Host as it is written in a URL: an IPv6 address is in brackets. */
  public String urlHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  @Override
  public String toString() {
    return urlHost() + ":" + port;
  }
}
