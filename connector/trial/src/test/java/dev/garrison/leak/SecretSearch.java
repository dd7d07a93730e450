package dev.garrison.leak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds known secrets in bytes: as they are, half of them, and in the encodings that come up on the
 * way: UTF-16, hexadecimal, Base64 at any offset, URL, HTML and JSON.
 */
final class SecretSearch {
  private static final int SHORTEST_HALF = 6;

  private final Map<String, String> needles = new LinkedHashMap<>();

  /** Adds a secret that is text. */
  SecretSearch add(String name, String secret) {
    add(name, secret.getBytes(UTF_8));
    addBytes(name + " in UTF-16", secret.getBytes(UTF_16LE));
    String url = URLEncoder.encode(secret, UTF_8);
    put(name + " in a URL", url.getBytes(UTF_8));
    put(name + " in a URL", url.replace("+", "%20").getBytes(UTF_8));
    String html = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    put(name + " in HTML", html.getBytes(UTF_8));
    put(name + " in HTML", html.replace("\"", "&quot;").replace("'", "&#39;").getBytes(UTF_8));
    put(name + " in JSON", secret.replace("\\", "\\\\").replace("\"", "\\\"").getBytes(UTF_8));
    return this;
  }

  /** Adds a secret that is bytes. */
  SecretSearch add(String name, byte[] secret) {
    addBytes(name, secret);
    int half = secret.length / 2;
    if (half >= SHORTEST_HALF) {
      put("the first half of " + name, Arrays.copyOf(secret, half));
      put("the second half of " + name, Arrays.copyOfRange(secret, half, secret.length));
    }
    return this;
  }

  private void addBytes(String name, byte[] secret) {
    put(name, secret);
    String hex = HexFormat.of().formatHex(secret);
    put(name + " in hexadecimal", hex.getBytes(UTF_8));
    put(name + " in hexadecimal", HexFormat.of().withUpperCase().formatHex(secret).getBytes(UTF_8));
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      for (int offset = 0; offset < 3; offset++) {
        put(name + " in Base64", base64(encoder, secret, offset).getBytes(UTF_8));
      }
    }
  }

  /** What of the Base64 text depends on the secret alone, when so many bytes come before it. */
  private static String base64(Base64.Encoder encoder, byte[] secret, int offset) {
    byte[] moved = new byte[offset + secret.length];
    System.arraycopy(secret, 0, moved, offset, secret.length);
    int begin = (offset * 8 + 5) / 6;
    return encoder.encodeToString(moved).substring(begin, moved.length * 8 / 6);
  }

  private void put(String what, byte[] bytes) {
    needles.putIfAbsent(new String(bytes, ISO_8859_1), what);
  }

  /** What is found, in words; empty where nothing shows. */
  Set<String> in(byte[] bytes) {
    String hay = new String(bytes, ISO_8859_1);
    Set<String> found = new TreeSet<>();
    needles.forEach((needle, what) -> {
      if (hay.contains(needle)) {
        found.add(what);
      }
    });
    return found;
  }

  /** The same for text. */
  Set<String> in(String text) {
    return in(text.getBytes(UTF_8));
  }
}
