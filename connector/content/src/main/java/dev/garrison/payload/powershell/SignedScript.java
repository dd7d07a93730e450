package dev.garrison.payload.powershell;

import dev.garrison.digest.DigestAlgorithm;
import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import dev.garrison.payload.signature.SignedContent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PowerShell script, with an optional signature in comments at its end. The signature covers the
 * text before the line end that precedes the block, in UTF-16.
 */
public final class SignedScript implements SignedContent {
  private static final Block SCRIPT =
      new Block(
          Pattern.compile("\\r?\\n?# SIG # Begin signature block\\r?\\n"),
          Pattern.compile("# ([A-Za-z0-9+/=]*)\\r?\\n"),
          "# SIG # End signature block");
  private static final Block MARKUP =
      new Block(
          Pattern.compile("\\r?\\n?<!-- SIG # Begin signature block -->\\r?\\n"),
          Pattern.compile("<!-- ([A-Za-z0-9+/=]*) -->\\r?\\n"),
          "<!-- SIG # End signature block -->");
  private static final Pattern LONE_LINE_FEED = Pattern.compile("(?<!\\r)\\n");
  private static final byte[] LITTLE_ENDIAN_MARK = {(byte) 0xFF, (byte) 0xFE};

  private final String text;
  private final String signed;
  private final Optional<byte[]> signature;

  private SignedScript(String text, String signed, Optional<byte[]> signature) {
    this.text = text;
    this.signed = signed;
    this.signature = signature;
  }

  /** Comments that hold a signature. */
  private record Block(Pattern begin, Pattern line, String end) {}

  /**
   * Reads a script.
   *
   * @throws DamagedFileException when its signature block is not valid
   */
  public static SignedScript read(byte[] bytes) throws DamagedFileException {
    return read(bytes, SCRIPT);
  }

  /**
   * Reads types or views of PowerShell ({@code .ps1xml}), whose comments are those of XML.
   *
   * @throws DamagedFileException when its signature block is not valid
   */
  public static SignedScript readMarkup(byte[] bytes) throws DamagedFileException {
    return read(bytes, MARKUP);
  }

  private static SignedScript read(byte[] bytes, Block block) throws DamagedFileException {
    String text = text(bytes);
    Matcher begin = block.begin().matcher(text);
    while (begin.find()) {
      Optional<String> base64 = base64(block, text, begin.end());
      if (base64.isPresent()) {
        return signed(text, text.substring(0, begin.start()), base64.get());
      }
    }
    return new SignedScript(text, text, Optional.empty());
  }

  /** Text of the lines of a signature block; empty when it is not one. */
  private static Optional<String> base64(Block block, String text, int from)
      throws DamagedFileException {
    StringBuilder base64 = new StringBuilder();
    // One line after the other: a pattern for all of them would need a stack as deep as they are
    // many.
    Matcher line = block.line().matcher(text);
    int at = from;
    while (line.region(at, text.length()).lookingAt()) {
      base64.append(line.group(1));
      at = line.end();
    }
    if (!text.startsWith(block.end(), at)) {
      return Optional.empty();
    }
    if (!text.substring(at + block.end().length()).isBlank()) {
      throw new DamagedFileException(Text.of("damage.script-signature-followed"));
    }
    return Optional.of(base64.toString());
  }

  private static SignedScript signed(String text, String signed, String base64)
      throws DamagedFileException {
    if (base64.length() > 2 * LARGEST_SIGNATURE) {
      throw new DamagedFileException(Text.of("damage.script-signature-long"));
    }
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      return new SignedScript(text, signed, Optional.of(der));
    } catch (IllegalArgumentException e) {
      throw new DamagedFileException(Text.of("damage.script-signature-base64"), e);
    }
  }

  /**
   * Decodes by the byte order mark, which is signed too. Without one, UTF-8 or else the code page
   * of western Windows.
   */
  private static String text(byte[] bytes) {
    if (bytes.length >= 2
        && bytes[0] == LITTLE_ENDIAN_MARK[0]
        && bytes[1] == LITTLE_ENDIAN_MARK[1]) {
      return new String(bytes, StandardCharsets.UTF_16LE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  String text() {
    return text;
  }

  /** The script without its signature, which is the text that the signature covers. */
  public String signedText() {
    return signed;
  }

  /** Whether some lines end with a line feed alone, as in no file of Microsoft's. */
  boolean hasLoneLineFeeds() {
    return LONE_LINE_FEED.matcher(text).find();
  }

  /** The same script with its original line ends. */
  SignedScript withLineEndsRestored() {
    return new SignedScript(text, LONE_LINE_FEED.matcher(signed).replaceAll("\r\n"), signature);
  }

  @Override
  public Optional<byte[]> signature() {
    return signature.map(byte[]::clone);
  }

  @Override
  public byte[] digest(DigestAlgorithm algorithm) {
    MessageDigest digest = algorithm.start();
    digest.update(signed.getBytes(StandardCharsets.UTF_16LE));
    return digest.digest();
  }
}
