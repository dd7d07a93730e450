package dev.garrison.language;

/** Failure whose reason is a text of Garrison, not a message of others. */
public interface TextFailure {
  /** The reason, in a few words. */
  Text words();
}
