package dev.garrison.engine.resource;

/** A kind whose objects carry a mark of their own, and can be adopted. */
public interface Markable<S extends Record> extends ResourceType<S> {
  /** The state with our mark in it and otherwise unchanged: what {@code adopt} writes. */
  S marked(S state, Mark mark);
}
