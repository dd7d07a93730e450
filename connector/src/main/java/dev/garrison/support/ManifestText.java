package dev.garrison.support;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a manifest without comments, without what people wrote in their own words, and
 * without what a secret may stand in. Made of the text, so that one with mistakes can be shown too.
 */
final class ManifestText {
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");
  private static final Pattern WORDS =
      Pattern.compile(
          "(\\b(?:reason|ticket|owner)[\"']?\\s*:\\s*)([^,}\\]\\s][^,}\\]]*|\"[^\"]*\")");
  private static final Pattern SECRET =
      Pattern.compile(
          "(\\b(?:password|secret|token|key|keystore|passphrase)[\"']?\\s*:\\s*)(\"[^\"]*\"|'[^']*'|[^,}\\]\\s][^,}\\]]*)");
  private static final Pattern REFERENCE =
      Pattern.compile("[\"']?(env|file|command|keytab|prompt):?.*");
  private static final Pattern BLOCK =
      Pattern.compile("\\b(?:password|secret|reason)[\"']?\\s*:\\s*[|>].*");

  private ManifestText() {}

  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int block = -1;
    for (String line : text.lines().toList()) {
      int indent = line.length() - line.stripLeading().length();
      if (block >= 0 && (line.isBlank() || indent > block)) {
        continue;
      }
      Matcher begins = BLOCK.matcher(line);
      block = begins.find() ? begins.start() : -1;
      lines.add(line(line));
    }
    return lines;
  }

  private static String line(String line) {
    String bare = COMMENT.matcher(line).replaceAll("");
    String worded = WORDS.matcher(bare).replaceAll("$1\"(text)\"");
    return SECRET
        .matcher(worded)
        .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + reference(found.group(2))));
  }

  /** Of a reference its kind stays; anything else may be the secret itself. */
  private static String reference(String value) {
    Matcher reference = REFERENCE.matcher(value);
    return reference.matches() ? "\"" + reference.group(1) + ":(reference)\"" : "\"(left out)\"";
  }
}
