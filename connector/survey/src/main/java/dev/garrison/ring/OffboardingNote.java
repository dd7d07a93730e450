package dev.garrison.ring;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Note that identifies Garrison's two collections for leaving servers, and their deployment. They
 * are recognized by it after their entry is gone from the manifest. It is in their comments,
 * because there is no state file (ADR 0002, ADR 0024).
 *
 * @param entry the entry's name
 * @param offboards whether the collection is that of the servers that may be offboarded; else that
 *     of all that leave
 */
public record OffboardingNote(String entry, boolean offboards) {
  private static final Pattern FORM = Pattern.compile("\\{(leaving|offboarding): ([^{}]+)}");

  /** Reads the note in a comment; empty where there is none. */
  public static Optional<OffboardingNote> in(String comment) {
    Matcher matcher = FORM.matcher(comment);
    return matcher.find()
        ? Optional.of(new OffboardingNote(matcher.group(2), matcher.group(1).equals("offboarding")))
        : Optional.empty();
  }

  /** Complete comment of the collection, without the mark. */
  public String describing() {
    return offboards
        ? "Servers that may be offboarded. " + text()
        : "Servers that leave, kept out of every ring. " + text();
  }

  /** Text of the note in a comment. */
  public String text() {
    return "{" + (offboards ? "offboarding" : "leaving") + ": " + entry + "}";
  }
}
