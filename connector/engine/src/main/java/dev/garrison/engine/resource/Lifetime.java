package dev.garrison.engine.resource;

/** Lifetime of the objects of a kind. */
public enum Lifetime {
  /** Objects stay as they were written, and a plan rests on their state. */
  LASTING,

  /**
   * Objects that the site's own work brings about later. A plan does not rest on their state, and a
   * write of such an object is a request for that work.
   */
  PASSING
}
