package dev.garrison.fleet.readiness;

import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Message;

/**
 * Result of one readiness check of a server.
 *
 * @param level its effect on the server's readiness
 * @param why as a clause in English
 * @param remedy the action that makes the server ready
 */
public record Finding(Prerequisite what, Level level, String why, String remedy) {
  /** Levels of findings, from the most to the least decisive. */
  public enum Level implements Worded {
    /** The prerequisite is missing. */
    NOT_READY("not ready"),
    /** The state of the prerequisite is unknown. */
    UNKNOWN("unknown"),
    /** Configuration Manager does not, or must not, reach the server; no other checks are made. */
    APART("apart"),
    /** Information that does not prevent onboarding. */
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

  private static Finding of(Prerequisite what, Level level, Message message) {
    return new Finding(what, level, message.problem().toString(), message.fix().toString());
  }

  static Finding notReady(Prerequisite what, String why, String remedy) {
    return new Finding(what, Level.NOT_READY, why, remedy);
  }

  static Finding notReady(Prerequisite what, Message message) {
    return of(what, Level.NOT_READY, message);
  }

  static Finding unknown(Prerequisite what, String why, String remedy) {
    return new Finding(what, Level.UNKNOWN, why, remedy);
  }

  static Finding unknown(Prerequisite what, Message message) {
    return of(what, Level.UNKNOWN, message);
  }

  static Finding note(Prerequisite what, Message message) {
    return of(what, Level.NOTE, message);
  }

  static Finding apart(Prerequisite what, String why, String remedy) {
    return new Finding(what, Level.APART, why, remedy);
  }
}
