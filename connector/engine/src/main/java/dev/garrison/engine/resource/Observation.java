package dev.garrison.engine.resource;

import dev.garrison.engine.change.Blockage;
import java.util.List;
import java.util.Optional;

/**
 * Result of reading one object.
 *
 * @param <S> the kind's state
 */
public sealed interface Observation<S extends Record> {
  /** The object does not exist. */
  record Missing<S extends Record>() implements Observation<S> {}

  /**
   * The object exists.
   *
   * @param state the part of it that Garrison models, without counters, summaries and times
   * @param id the server's own key, for dependents
   * @param unmodelled the rest of it that must be kept, in any form that is the same in two reads;
   *     may be empty
   */
  record Found<S extends Record>(S state, Owner owner, String id, String unmodelled)
      implements Observation<S> {}

  /** Several objects have the natural key; Garrison does not choose between them. */
  record Ambiguous<S extends Record>(List<String> ids) implements Observation<S> {
    public Ambiguous {
      ids = List.copyOf(ids);
    }
  }

  /**
   * The object exists but cannot be understood. It is never treated as missing.
   *
   * @param blocked why this does not end without a person; empty where a later read may succeed
   */
  record Unreadable<S extends Record>(String why, Optional<Blockage> blocked)
      implements Observation<S> {
    public Unreadable(String why) {
      this(why, Optional.empty());
    }
  }
}
