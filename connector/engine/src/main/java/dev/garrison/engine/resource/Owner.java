package dev.garrison.engine.resource;

/** Whose an object is. */
public sealed interface Owner {
  /** It carries our mark, or is derived from an object that does. */
  record Ours() implements Owner {}

  /** It carries no mark: an administrator made it. */
  record Nobody() implements Owner {}

  /** It carries the mark of another manifest. */
  record AnotherManifest(String name) implements Owner {}
}
