package dev.garrison.engine.resource;

import java.util.List;

/**
 * What was found where one object was looked for.
 *
 * @param <S> the kind's state
 */
public sealed interface Observation<S extends Record> {
  /** There is none. */
  record Missing<S extends Record>() implements Observation<S> {}

  /**
   * There is one.
   *
   * @param state what Garrison models of it, without counters, summaries and times
   * @param id the server's own key, for dependents
   * @param unmodelled the rest of it that must be kept, in any form that two reads agree on; may be
   *     empty
   */
  record Found<S extends Record>(S state, Owner owner, String id, String unmodelled)
      implements Observation<S> {}

  /** Several objects answer to the natural key; Garrison does not choose. */
  record Ambiguous<S extends Record>(List<String> ids) implements Observation<S> {
    public Ambiguous {
      ids = List.copyOf(ids);
    }
  }

  /** There is one, but it cannot be understood. It is never treated as missing. */
  record Unreadable<S extends Record>(String why) implements Observation<S> {}
}
