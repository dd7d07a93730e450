package dev.garrison.fleet.readiness;

import dev.garrison.diagnostic.Worded;

/**
 * One thing about a server.
 *
 * @param level what it means for the server's readiness
 * @param why in words, as a clause
 * @param remedy what brings the server there
 */
public record Finding(Prerequisite what, Level level, String why, String remedy) {
  /** From what decides first to what decides nothing. */
  public enum Level implements Worded {
    /** It is missing. */
    NOT_READY("not ready"),
    /** Whether it is missing is not known. */
    UNKNOWN("unknown"),
    /** Configuration Manager does not reach the server, or shall not; nothing else is looked at. */
    APART("apart"),
    /** To be known, and in nobody's way. */
    NOTE("note");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  static Finding notReady(Prerequisite what, String why, String remedy) {
    return new Finding(what, Level.NOT_READY, why, remedy);
  }

  static Finding unknown(Prerequisite what, String why, String remedy) {
    return new Finding(what, Level.UNKNOWN, why, remedy);
  }

  static Finding note(Prerequisite what, String why, String remedy) {
    return new Finding(what, Level.NOTE, why, remedy);
  }

  static Finding apart(Prerequisite what, String why, String remedy) {
    return new Finding(what, Level.APART, why, remedy);
  }
}
