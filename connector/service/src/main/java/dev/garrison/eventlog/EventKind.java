package dev.garrison.eventlog;

import dev.garrison.diagnostic.Severity;

/**
 * Kind of an entry. Its number never changes: monitors look for it. Numbers are from 1 to 1000,
 * because EventCreate.exe, which Windows brings, has the texts of these.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-server/administration/windows-commands/eventcreate">eventcreate,
 *     /id</a>
 */
public enum EventKind {
  SERVICE_STARTED(100, Severity.NOTE),
  SERVICE_ENDED(101, Severity.NOTE),
  START_REFUSED(110, Severity.ERROR),
  JOB_FAILED(200, Severity.ERROR),
  RING_HALTED(300, Severity.ERROR),
  SELF_TEST(900, Severity.NOTE);

  private final int number;
  private final Severity severity;

  EventKind(int number, Severity severity) {
    this.number = number;
    this.severity = severity;
  }

  /** The event identifier. */
  public int number() {
    return number;
  }

  /** The level of such an entry. */
  public Severity severity() {
    return severity;
  }
}
