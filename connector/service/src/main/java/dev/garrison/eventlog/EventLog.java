package dev.garrison.eventlog;

import java.io.File;
import java.util.function.Consumer;

/** The log of a computer to which entries are written. It must never fail. */
@FunctionalInterface
public interface EventLog {
  /** Writes an entry. */
  void write(EventKind kind, String text);

  /**
   * The Event Log on Windows; elsewhere nothing is written, because there is none.
   *
   * @param missing receives a sentence for each entry that could not be written
   */
  static EventLog ofThisSystem(Consumer<String> missing) {
    return File.separatorChar == '\\' ? new WindowsEventLog(missing) : (_, _) -> {};
  }
}
