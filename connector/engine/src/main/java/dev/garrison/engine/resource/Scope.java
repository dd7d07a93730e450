package dev.garrison.engine.resource;

/** How much a read has to find. */
public enum Scope {
  /** The objects asked for. */
  WANTED,
  /** Also every object with our mark that nobody asked for. */
  WANTED_AND_ORPHANS
}
