package dev.garrison.work;

/** The state of an object of which only the kind matters. */
record Item(String comment, String value) {
  /** One of ours. */
  static Item ours(String value) {
    return new Item(KeptObjects.MARK.after("Made by Garrison"), value);
  }
}
