package dev.garrison.engine.resource;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mark in an object's comment or description that names its manifest (ADR 0003). Only objects with
 * a mark are changed.
 *
 * @param manifest the manifest's name
 */
public record Mark(String manifest) {
  private static final int VERSION = 1;
  private static final Pattern FORM =
      Pattern.compile("\\[garrison:(\\d{1,4}):([a-z0-9][a-z0-9-]{0,39})]");

  public Mark {
    if (!manifest.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("not the name of a manifest: " + manifest);
    }
  }

  /** The text that is put into the object, for example {@code [garrison:1:contoso-prod]}. */
  public String text() {
    return "[garrison:" + VERSION + ":" + manifest + "]";
  }

  /** A description for people with the mark at its end. */
  public String after(String description) {
    return description + " " + text();
  }

  /** The mark in a comment or description, of any manifest. */
  public static Optional<Mark> in(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.find() ? Optional.of(new Mark(matcher.group(2))) : Optional.empty();
  }

  /** Owner of the object with this comment or description, compared with this mark's manifest. */
  public Owner ownerOf(String text) {
    return in(text)
        .map(found ->
            found.manifest().equals(manifest)
                ? new Owner.Ours()
                : new Owner.AnotherManifest(found.manifest()))
        .orElseGet(Owner.Nobody::new);
  }
}
