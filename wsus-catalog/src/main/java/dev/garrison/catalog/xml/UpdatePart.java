package dev.garrison.catalog.xml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The elements that are read, by where they stand. Everything else is foreign. */
enum UpdatePart {
  FOREIGN("", null),
  UPDATE("Update", null),
  IDENTITY("UpdateIdentity", UPDATE),
  PROPERTIES("Properties", UPDATE),
  KB_ARTICLE("KBArticleID", PROPERTIES),
  TEXTS("LocalizedPropertiesCollection", UPDATE),
  LANGUAGE_TEXTS("LocalizedProperties", TEXTS),
  LANGUAGE("Language", LANGUAGE_TEXTS),
  TITLE("Title", LANGUAGE_TEXTS),
  RELATIONSHIPS("Relationships", UPDATE),
  SUPERSEDED("SupersededUpdates", RELATIONSHIPS),
  SUPERSEDED_UPDATE("UpdateIdentity", SUPERSEDED),
  PREREQUISITES("Prerequisites", RELATIONSHIPS),
  PREREQUISITE("UpdateIdentity", PREREQUISITES),
  ALTERNATIVES("AtLeastOne", PREREQUISITES),
  ALTERNATIVE("UpdateIdentity", ALTERNATIVES),
  BUNDLED("BundledUpdates", RELATIONSHIPS),
  BUNDLED_UPDATE("UpdateIdentity", BUNDLED),
  BUNDLED_ALTERNATIVES("AtLeastOne", BUNDLED),
  BUNDLED_ALTERNATIVE("UpdateIdentity", BUNDLED_ALTERNATIVES),
  FILES("Files", UPDATE),
  FILE("File", FILES);

  private final String local;
  private final Optional<UpdatePart> parent;

  UpdatePart(String local, @Nullable UpdatePart parent) {
    this.local = local;
    this.parent = Optional.ofNullable(parent);
  }

  /** What an element with this name is inside another; empty for the whole document. */
  static UpdatePart of(Optional<UpdatePart> parent, String local) {
    for (UpdatePart part : values()) {
      if (part != FOREIGN && part.local.equals(local) && part.parent.equals(parent)) {
        return part;
      }
    }
    return FOREIGN;
  }

  /** Whether its text is read. */
  boolean holdsText() {
    return this == KB_ARTICLE || this == LANGUAGE || this == TITLE;
  }
}
