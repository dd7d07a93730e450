package dev.garrison.share.access;

import java.util.Optional;

/**
 * One line of a check.
 *
 * @param subject what was looked at
 * @param text what was seen, and what to do where something is wrong
 */
public record Finding(Verdict verdict, String subject, String text, Optional<AccessCode> code) {
  /** How a check ends. */
  public enum Verdict {
    OK,
    UNKNOWN,
    PROBLEM
  }

  /**
   * Whether it is about an account that has no name which every Windows knows: it may be the
   * publishing account, as long as nobody says which one that is.
   */
  public boolean isOfNamelessAccount() {
    return text.startsWith("S-1-");
  }

  static Finding ok(String subject, String text) {
    return new Finding(Verdict.OK, subject, text, Optional.empty());
  }

  static Finding unknown(String subject, String text) {
    return new Finding(Verdict.UNKNOWN, subject, text, Optional.empty());
  }

  static Finding problem(AccessCode code, String subject, String text) {
    return new Finding(Verdict.PROBLEM, subject, text, Optional.of(code));
  }
}
