package dev.garrison.engine.resource;

/** Kind whose objects carry a mark of their own and can be adopted. */
public interface Markable<S extends Record> extends ResourceType<S> {
  /** The state with this mark in it and otherwise unchanged; {@code adopt} writes it. */
  S marked(S state, Mark mark);
}
