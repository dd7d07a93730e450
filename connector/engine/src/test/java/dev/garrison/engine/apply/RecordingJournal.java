package dev.garrison.engine.apply;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.StateForm;
import java.util.ArrayList;
import java.util.List;

/** A journal in memory, which can be full. */
final class RecordingJournal implements Journal {
  final List<String> entries = new ArrayList<>();
  final List<Observation<?>> seen = new ArrayList<>();
  private int room = Integer.MAX_VALUE;

  void fullAfter(int more) {
    room = more;
  }

  private void add(String entry) {
    if (entries.size() == room) {
      throw new RefusalException(
          Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "The journal is full.", "Make room."));
    }
    entries.add(entry);
  }

  @Override
  public <S extends Record> void before(
      Address address, Action action, StateForm<S> form, Observation<S> seen) {
    add("before " + action + " " + address);
    this.seen.add(seen);
  }

  @Override
  public <S extends Record> void after(
      Address address, Action action, StepResult result, StateForm<S> form, Observation<S> seen) {
    add("after " + address + " " + result.getClass().getSimpleName());
    this.seen.add(seen);
  }

  @Override
  public String head() {
    return "entry " + entries.size();
  }
}
