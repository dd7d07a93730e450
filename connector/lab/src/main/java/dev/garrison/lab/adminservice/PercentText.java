package dev.garrison.lab.adminservice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encodes text, with {@code %20} for a space and a plain quote, as strict sites demand. */
final class PercentText {
  private PercentText() {}

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%27", "'");
  }
}
