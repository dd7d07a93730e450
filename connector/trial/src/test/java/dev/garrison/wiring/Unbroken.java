package dev.garrison.wiring;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run printed, each paragraph on one line, without what differs from run to run. */
final class Unbroken {
  /** A line that was broken for the screen's width goes on behind spaces. */
  private static final Pattern BROKEN = Pattern.compile("(\\S)\\R {3,}(?!at:|Fix:|場所:|対処:)(\\S)");

  private static final String MARKS = "、。「」()[]";

  private Unbroken() {}

  static String of(OwnRun.Trial trial, String printed) {
    String joined = printed;
    for (String before = ""; !before.equals(joined); ) {
      before = joined;
      joined = BROKEN.matcher(joined).replaceAll(Unbroken::whole);
    }
    return joined
        .replace(trial.folder().toString(), "FOLDER")
        .replaceAll("(127\\.0\\.0\\.1|localhost):\\d{4,}", "$1:PORT")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC", "TIME")
        .replaceAll("\\b[0-9a-f]{64}\\b", "DIGEST");
  }

  private static String whole(MatchResult part) {
    return Matcher.quoteReplacement(
        part.group(1) + between(part.group(1), part.group(2)) + part.group(2));
  }

  /** Two pieces of Latin text, or of which one is, had a space between them. */
  private static String between(String before, String after) {
    if (isLatin(before) && isLatin(after)) {
      return "-?/".contains(before) ? "" : " ";
    }
    boolean touches = MARKS.contains(before) || MARKS.contains(after);
    boolean spaced = !touches && (isLatin(before) || isLatin(after));
    return spaced ? " " : "";
  }

  private static boolean isLatin(String character) {
    return character.charAt(0) < 0x2000;
  }
}
