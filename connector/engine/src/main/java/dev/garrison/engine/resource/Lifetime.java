package dev.garrison.engine.resource;

/** Whether objects of a kind stay as they were written. */
public enum Lifetime {
  /** They do, and a plan rests on how they are. */
  LASTING,

  /**
   * They come about by the site's own work, only later: a plan does not rest on how they are, and
   * writing one is asking for that work.
   */
  PASSING
}
