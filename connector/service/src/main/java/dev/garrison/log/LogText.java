package dev.garrison.log;

import dev.garrison.diagnostic.VisibleText;
import java.util.regex.Pattern;

/**
 * Makes text from other sources safe for a log. Text that comes from a site, a server, or a request
 * can neither end a line nor reverse the direction of reading (CWE-117), and text that looks like a
 * credential is removed, from every source.
 */
public final class LogText {
  static final int LONGEST = 16 * 1024;

  private static final Pattern TOKEN = Pattern.compile("garrison_[A-Za-z0-9_-]{20,}");
  private static final Pattern HEADER =
      Pattern.compile("(?i)\\b(Bearer|Basic|Negotiate|NTLM|Digest)\\s+[A-Za-z0-9+/=._~-]{16,}");
  private static final Pattern NAMED =
      Pattern.compile("(?i)\\b(password|passwd|pwd|secret|token)(\"?\\s*[=:]\\s*\"?)[^\\s\",;]+");
  private static final Pattern IN_ADDRESS = Pattern.compile("://[^\\s/@]+@");

  private LogText() {}

  /** Removes credentials, and cuts the text where it is too long. */
  public static String text(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    String tokens = TOKEN.matcher(cut).replaceAll("garrison_***");
    String headers = HEADER.matcher(tokens).replaceAll("$1 ***");
    String named = NAMED.matcher(headers).replaceAll("$1$2***");
    return IN_ADDRESS.matcher(named).replaceAll("://***@");
  }

  /** The same in one line, each such character as its number. */
  static String line(String text) {
    return VisibleText.line(text(text));
  }
}
