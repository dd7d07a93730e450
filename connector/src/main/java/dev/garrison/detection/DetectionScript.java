package dev.garrison.detection;

import dev.garrison.digest.NameBasedUuid;
import dev.garrison.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our script as a site keeps it: UTF-16 with its mark, as Microsoft's sample for CreateScripts
 * sends it. GUID and name follow from the text (ADR 0008), so another text is another script: what
 * was approved once stays what it was.
 *
 * @param text as the file has it
 * @param signed whether it carries a signature
 * @param content what is sent, in Base64
 * @param digest SHA-256 of what is sent, as the site's ScriptHash should be
 */
public record DetectionScript(String text, boolean signed, String content, Sha256 digest) {
  private static final String MARK = "\uFEFF";
  private static final int SHORT = 8;
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$Command = '(.*)'\\r?$");

  /** The script in a file's bytes, which are ASCII. */
  public static DetectionScript of(byte[] file) {
    String text = new String(file, StandardCharsets.US_ASCII);
    ByteBuffer encoded = StandardCharsets.UTF_16LE.encode(MARK + text);
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return new DetectionScript(
        text,
        text.contains("# SIG # Begin signature block"),
        Base64.getEncoder().encodeToString(bytes),
        Sha256.of(bytes));
  }

  /** ScriptGuid, in upper case. */
  public String guid() {
    return NameBasedUuid.of("detection-test", digest.hex()).toString().toUpperCase(Locale.ROOT);
  }

  /** What it hands to powershell.exe, as Microsoft documents it. */
  public String command() {
    Matcher line = COMMAND.matcher(text);
    if (!line.find()) {
      throw new IllegalStateException("the script of the detection test has no command");
    }
    return line.group(1).replace("''", "'");
  }

  /** ScriptName. */
  public String name() {
    return "Garrison detection test " + digest.hex().substring(0, SHORT);
  }
}
