package dev.garrison.engine.resource;

/** Owner of an object: this manifest, another manifest, or an administrator. */
public sealed interface Owner {
  /** The object carries this manifest's mark, or is derived from an object that does. */
  record Ours() implements Owner {}

  /** The object carries no mark: an administrator made it. */
  record Nobody() implements Owner {}

  /** The object carries the mark of another manifest. */
  record AnotherManifest(String name) implements Owner {}
}
