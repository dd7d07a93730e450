package dev.garrison.mecm.placement;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;

/** A console folder as journals hold it. */
record RecordedConsoleFolder(String holds, String name) implements RecordedState<ConsoleFolder> {
  static final StateForm<ConsoleFolder> FORM =
      StateForm.of(ConsoleFolder.class, RecordedConsoleFolder.class, RecordedConsoleFolder::of);

  static RecordedConsoleFolder of(ConsoleFolder folder) {
    return new RecordedConsoleFolder(folder.holds().name(), folder.name());
  }

  @Override
  public ConsoleFolder state() {
    return new ConsoleFolder(ConsoleObject.valueOf(holds), name);
  }
}
