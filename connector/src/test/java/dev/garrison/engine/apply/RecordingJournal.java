package dev.garrison.engine.apply;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Observation;
import java.util.ArrayList;
import java.util.List;

/** A journal in memory. */
final class RecordingJournal implements Journal {
  final List<String> entries = new ArrayList<>();

  @Override
  public <S extends Record> void before(Address address, Action action, Observation<S> seen) {
    entries.add("before " + action + " " + address);
  }

  @Override
  public <S extends Record> void after(
      Address address, Action action, StepResult result, Observation<S> seen) {
    entries.add("after " + address + " " + result.getClass().getSimpleName());
  }

  @Override
  public String head() {
    return "entry " + entries.size();
  }
}
