package dev.garrison.catalog.sensor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The English title of a sensor update. It is read strictly: a title that does not match in every
 * character is unparseable, and its update is not changed.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/windows-whatsnew">What's new in
 *     Microsoft Defender for Endpoint on Windows</a>
 */
public sealed interface SensorTitle {
  /**
   * A title that could be read.
   *
   * @param kbArticle the number in the title; it does not decide which KB an update belongs to
   */
  record Parsed(ReleaseLine line, SensorVersion version, String kbArticle) implements SensorTitle {}

  /**
   * A title that could not be read.
   *
   * @param why a clause that begins with "it" or "its"
   */
  record Unparseable(String why) implements SensorTitle {}

  /** Reads a title. */
  static SensorTitle parse(String title) {
    return new Reading(title).result();
  }

  /** Parser of one title. */
  final class Reading {
    private static final int LONGEST = 256;
    private static final Pattern FORM =
        Pattern.compile(
            "(?:(?<family>.+?) - )?Update for Microsoft Defender for Endpoint - KB(?<kb>[0-9]{5,9})"
                + " \\(Version (?<version>[^()]*)\\)(?: - (?<channel>.+))?");

    /** Words separated by one blank; a hyphen only inside a word. */
    private static final Pattern NAME =
        Pattern.compile("[\\w/.,+&()]+(?:-[\\w/.,+&()]+)*(?: [\\w/.,+&()]+(?:-[\\w/.,+&()]+)*)*");

    private static final String NUMBER = "(?:0|[1-9][0-9]{0,5})";
    private static final Pattern VERSION = Pattern.compile(NUMBER + "(?:\\." + NUMBER + "){3}");

    private final String title;

    private Reading(String title) {
      this.title = title;
    }

    private SensorTitle result() {
      if (title.length() > LONGEST) {
        return new Unparseable("it is longer than " + LONGEST + " characters");
      }
      Optional<String> stranger =
          title
              .codePoints()
              .filter(c -> c < ' ' || c > '~')
              .mapToObj("U+%04X"::formatted)
              .findFirst();
      if (stranger.isPresent()) {
        return new Unparseable(
            "it holds " + stranger.get() + ", which no English title of the sensor has");
      }
      Matcher form = FORM.matcher(title);
      if (!form.matches()) {
        return new Unparseable(
            "it is not of the form '[family - ]Update for Microsoft Defender for Endpoint - KB..."
                + " (Version ...)[ - channel]'");
      }
      return parts(form);
    }

    private static SensorTitle parts(Matcher form) {
      String family = Optional.ofNullable(form.group("family")).orElse("");
      String channel = Optional.ofNullable(form.group("channel")).orElse("");
      if (isNoName(family)) {
        return new Unparseable("its family '" + family + "' is not a name");
      }
      if (isNoName(channel)) {
        return new Unparseable("its channel '" + channel + "' is not a name");
      }
      String text = form.group("version");
      Optional<SensorVersion> version =
          VERSION.matcher(text).matches() ? SensorVersion.parse(text) : Optional.empty();
      return version
          .<SensorTitle>map(parsed ->
              new Parsed(
                  new ReleaseLine(new Family(family), new Channel(channel)),
                  parsed,
                  form.group("kb")))
          .orElseGet(
              () -> new Unparseable("its version '" + text + "' does not have four numbers"));
    }

    private static boolean isNoName(String part) {
      return !part.isEmpty() && !NAME.matcher(part).matches();
    }
  }
}
