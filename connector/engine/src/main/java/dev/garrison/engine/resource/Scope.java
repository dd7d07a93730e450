package dev.garrison.engine.resource;

/** Extent of a read. */
public enum Scope {
  /** Only the requested objects. */
  WANTED,
  /** Also every other object with the manifest's mark. */
  WANTED_AND_ORPHANS
}
