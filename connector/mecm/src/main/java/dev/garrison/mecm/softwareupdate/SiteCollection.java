package dev.garrison.mecm.softwareupdate;

/** A device collection of a ring. */
public record SiteCollection(String id, String name) {
  /** Whether a manifest refers to it by this name or id; the site compares both without case. */
  boolean isCalled(String reference) {
    return reference.equalsIgnoreCase(id) || reference.equalsIgnoreCase(name);
  }
}
