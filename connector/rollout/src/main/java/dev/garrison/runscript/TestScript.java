package dev.garrison.runscript;

import dev.garrison.digest.NameBasedUuid;
import dev.garrison.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Our script as a site keeps it: UTF-16 with its mark, as Microsoft's sample for CreateScripts
 * sends it. GUID and name follow from the text (ADR 0008), so another text is another script: what
 * was approved once stays what it was.
 *
 * @param purpose what it is for, in words
 * @param text as the file has it
 * @param signed whether it carries a signature
 * @param content what is sent, in Base64
 * @param digest SHA-256 of what is sent, as the site's ScriptHash should be
 */
public record TestScript(
    String purpose, String text, boolean signed, String content, Sha256 digest) {
  private static final String MARK = "\uFEFF";
  private static final int SHORT = 8;

  /** The script of this text. */
  static TestScript of(String purpose, String text) {
    ByteBuffer encoded = StandardCharsets.UTF_16LE.encode(MARK + text);
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return new TestScript(
        purpose,
        text,
        text.contains("# SIG # Begin signature block"),
        Base64.getEncoder().encodeToString(bytes),
        Sha256.of(bytes));
  }

  /** ScriptGuid, in upper case. */
  public String guid() {
    return NameBasedUuid.of(purpose.replace(' ', '-'), digest.hex())
        .toString()
        .toUpperCase(Locale.ROOT);
  }

  /** ScriptName. */
  public String name() {
    return "Garrison " + purpose + " " + digest.hex().substring(0, SHORT);
  }
}
