package dev.garrison.payload.onboarding;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A file, or one inside a zip. */
final class PackageEntry {
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private final String name;
  private final byte[] bytes;

  /**
   * @param name without folders
   */
  PackageEntry(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The text with each byte as one character: a blob is ASCII, and every other byte shows. */
  String text() {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
  }

  boolean isJson() {
    return text().stripLeading().startsWith("{");
  }

  /** Whether it can be a script or a blob, and not a picture, a policy template or a program. */
  boolean mayHoldBlob() {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".cmd")
        || lower.endsWith(".bat")
        || lower.endsWith(".onboarding")
        || lower.endsWith(".offboarding")
        || lower.endsWith(".json");
  }
}
