package dev.garrison.engine.apply;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.StateForm;

/** Evidence of one run (F43). Each method returns only when the entry is on disk. */
public interface Journal {
  /** Records that a write is about to happen. */
  <S extends Record> void before(
      Address address, Action action, StateForm<S> form, Observation<S> seen);

  /** Records that a write was carried out and read back. */
  <S extends Record> void after(
      Address address, Action action, StepResult result, StateForm<S> form, Observation<S> seen);

  /** The digest of the newest entry, for the log and for {@code journal verify --expect}. */
  String head();
}
