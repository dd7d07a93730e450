package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ServerFault;
import java.time.Instant;

/** Reads times for the database, which has none before 1753 and none at the very end of 9999. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "proxb/PoshWSUS, Libraries (run against the lab)",
    says =
        "WSUS: Microsoft's client sends the first and the last moment of .NET (0001-01-01T00:00:00, 9999-12-31T23:59:59.9999999) for no bound and for no deadline. That they become the database's first and last is inferred.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com, SQL Server datetime and System.Data.SqlTypes.SqlDateTime",
    says =
        "WSUS: the database's times begin in 1753, end at 9999-12-31 23:59:59.997, and"
            + " have a precision of 1/300 s. An overflow fault for an earlier or later time"
            + " is inferred.")
final class SqlTime {
  private static final Instant FIRST = Instant.parse("1753-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.997Z");
  private static final Instant LEAST_OF_DOT_NET = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant MOST_OF_DOT_NET = Instant.parse("9999-12-31T23:59:59.9999999Z");

  private SqlTime() {}

  /** Reads a time of a request. */
  static Instant of(Arguments given, String name) {
    Instant time = given.time(name);
    if (time.equals(LEAST_OF_DOT_NET)) {
      return FIRST;
    }
    if (time.equals(MOST_OF_DOT_NET)) {
      return LAST;
    }
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw ServerFault.unhandled(
          "System.Data.SqlTypes.SqlTypeException",
          "SqlDateTime overflow. Must be between 1/1/1753 12:00:00 AM and 12/31/9999 11:59:59 PM.");
    }
    return time;
  }

  /** Reads two times that both count as a lower limit, and returns the later one. */
  static Instant later(Arguments given, String one, String other) {
    Instant a = of(given, one);
    Instant b = of(given, other);
    return a.isAfter(b) ? a : b;
  }

  /** Reads two times that both count as an upper limit, and returns the earlier one. */
  static Instant earlier(Arguments given, String one, String other) {
    Instant a = of(given, one);
    Instant b = of(given, other);
    return a.isBefore(b) ? a : b;
  }
}
