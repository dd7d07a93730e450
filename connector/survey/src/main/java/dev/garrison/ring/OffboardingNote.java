package dev.garrison.ring;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which our two collections for servers that leave together, and their deployment, are known
 * again after their entry is gone from the manifest. It stands in their comments, because there is
 * no state file (ADR 0002, ADR 0024).
 *
 * @param entry the entry's name
 * @param offboards whether the collection is that of the servers that may be offboarded; else that
 *     of all that leave
 */
public record OffboardingNote(String entry, boolean offboards) {
  private static final Pattern FORM = Pattern.compile("\\{(leaving|offboarding): ([^{}]+)}");

  /** What a comment says. */
  public static Optional<OffboardingNote> in(String comment) {
    Matcher matcher = FORM.matcher(comment);
    return matcher.find()
        ? Optional.of(new OffboardingNote(matcher.group(2), matcher.group(1).equals("offboarding")))
        : Optional.empty();
  }

  /** The whole comment of the collection, without the mark. */
  public String describing() {
    return offboards
        ? "Servers that may be offboarded. " + text()
        : "Servers that leave, kept out of every ring. " + text();
  }

  /** The form in which it stands in a comment. */
  public String text() {
    return "{" + (offboards ? "offboarding" : "leaving") + ": " + entry + "}";
  }
}
