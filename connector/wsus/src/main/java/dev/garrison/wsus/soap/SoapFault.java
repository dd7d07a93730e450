package dev.garrison.wsus.soap;

/**
 * The service refused. The texts are in the language of the server, so what a fault means is told
 * by the type first.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-wsusar/">MS-WSUSAR
 *     3.1.4.1</a>
 */
public final class SoapFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  private final String type;

  /**
   * @param type the name of the .NET exception without its namespace, empty where none is told
   * @param text what the server says
   */
  SoapFault(String type, String text) {
    super(firstLine(text));
    this.type = type;
  }

  public String type() {
    return type;
  }

  /** The first line of what the server said. */
  public String text() {
    return String.valueOf(getMessage());
  }

  private static String firstLine(String text) {
    String line = text.strip().lines().findFirst().orElse("").replaceAll("\\p{Cc}", " ").strip();
    if (line.isEmpty()) {
      return "no message";
    }
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
