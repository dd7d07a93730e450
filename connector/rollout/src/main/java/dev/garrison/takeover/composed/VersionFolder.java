package dev.garrison.takeover.composed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder of one version of content, which Garrison names by twelve digits. */
final class VersionFolder {
  /** It begins where a run of separators does and gives nothing back: the text is a site's. */
  private static final Pattern FORM =
      Pattern.compile("(?<![\\\\/])[\\\\/]++[^\\\\/]++[\\\\/]++[0-9a-f]{12}[\\\\/]*+$");

  private VersionFolder() {}

  /** The folder in which a location has a family of content; nothing of another form. */
  static Optional<String> above(CharSequence location) {
    Matcher form = FORM.matcher(location);
    return form.find()
        ? Optional.of(location.subSequence(0, form.start()).toString())
        : Optional.empty();
  }
}
