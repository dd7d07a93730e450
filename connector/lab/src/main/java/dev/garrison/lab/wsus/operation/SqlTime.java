package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ServerFault;
import java.time.Instant;

/** Times that go to the database, which knows none before 1753. */
final class SqlTime {
  private static final Instant FIRST = Instant.parse("1753-01-01T00:00:00Z");

  private SqlTime() {}

  /** A time of a request. */
  static Instant of(Arguments given, String name) {
    Instant time = given.time(name);
    if (time.isBefore(FIRST)) {
      throw ServerFault.unhandled(
          "System.Data.SqlTypes.SqlTypeException",
          "SqlDateTime overflow. Must be between 1/1/1753 12:00:00 AM and 12/31/9999 11:59:59 PM.");
    }
    return time;
  }

  /** The later of two, which both count. */
  static Instant later(Arguments given, String one, String other) {
    Instant a = of(given, one);
    Instant b = of(given, other);
    return a.isAfter(b) ? a : b;
  }

  /** The earlier of two, which both count. */
  static Instant earlier(Arguments given, String one, String other) {
    Instant a = of(given, one);
    Instant b = of(given, other);
    return a.isBefore(b) ? a : b;
  }
}
