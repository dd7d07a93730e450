package dev.garrison.runscript;

import dev.garrison.digest.NameBasedUuid;
import dev.garrison.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Garrison's script in the form in which a site stores it. This is UTF-16 with its byte order mark,
 * as Microsoft's sample for CreateScripts sends it. GUID and name follow from the text (ADR 0008),
 * so another text is another script: an approved script cannot become another one.
 *
 * @param purpose its purpose, in words
 * @param text as the file has it
 * @param signed whether it carries a signature
 * @param content the text that is sent, in Base64
 * @param digest SHA-256 of the text that is sent, as the site's ScriptHash should be
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

  /** The ScriptGuid, in upper case. */
  public String guid() {
    return NameBasedUuid.of(purpose.replace(' ', '-'), digest.hex())
        .toString()
        .toUpperCase(Locale.ROOT);
  }

  /** The ScriptName. */
  public String name() {
    return "Garrison " + purpose + " " + digest.hex().substring(0, SHORT);
  }
}
