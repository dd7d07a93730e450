package dev.garrison.wsus.soap;

import dev.garrison.language.Text;
import dev.garrison.language.TextFailure;

/**
 * Refusal by the service. The texts are in the language of the server, so the type decides first
 * what a fault means.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-wsusar/">MS-WSUSAR
 *     3.1.4.1</a>
 */
public final class SoapFault extends RuntimeException implements TextFailure {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  private final String type;

  /**
   * @param type the name of the .NET exception without its namespace, empty where there is none
   * @param text the server's message
   */
  SoapFault(String type, String text) {
    super(firstLine(text));
    this.type = type;
  }

  public String type() {
    return type;
  }

  /** First line of the server's message; empty where there is none. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** The type and the server's message. */
  @Override
  public Text words() {
    if (text().isEmpty()) {
      return type.isEmpty()
          ? Text.of("soap.no-message")
          : Text.of("soap.no-message-of", "type", type);
    }
    return Text.verbatim(type.isEmpty() ? text() : type + ": " + text());
  }

  private static String firstLine(String text) {
    String line = text.strip().lines().findFirst().orElse("").replaceAll("\\p{Cc}", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
