package dev.garrison.session;

import dev.garrison.engine.apply.Journal;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.StateForm;

/**
 * Journal that takes the entry of a coming write only while the lease is held.
 *
 * @param permission refuses if another reason ended the writing
 */
record LeasedJournal(Journal journal, Lease.Held lease, Runnable permission) implements Journal {
  @Override
  public <S extends Record> void before(
      Address address, Action action, StateForm<S> form, Observation<S> seen) {
    permission.run();
    lease.renew();
    journal.before(address, action, form, seen);
  }

  @Override
  public <S extends Record> void after(
      Address address, Action action, StepResult result, StateForm<S> form, Observation<S> seen) {
    journal.after(address, action, result, form, seen);
  }

  @Override
  public String head() {
    return journal.head();
  }
}
