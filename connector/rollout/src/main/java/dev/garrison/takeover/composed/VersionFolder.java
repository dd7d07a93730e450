package dev.garrison.takeover.composed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Folder of one version of content, which Garrison names with twelve digits. */
final class VersionFolder {
  /**
   * Form of such a path; it begins at a run of separators and never backtracks. The text comes from
   * a site, so matching must stay fast.
   */
  private static final Pattern FORM =
      Pattern.compile("(?<![\\\\/])[\\\\/]++[^\\\\/]++[\\\\/]++[0-9a-f]{12}[\\\\/]*+$");

  private VersionFolder() {}

  /** The folder above the content family of a location; empty for another form. */
  static Optional<String> above(CharSequence location) {
    Matcher form = FORM.matcher(location);
    return form.find()
        ? Optional.of(location.subSequence(0, form.start()).toString())
        : Optional.empty();
  }
}
