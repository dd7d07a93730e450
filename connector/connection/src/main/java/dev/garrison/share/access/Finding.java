package dev.garrison.share.access;

import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;
import java.util.Optional;

/**
 * One line of a check.
 *
 * @param subject the object of the check
 * @param text the result, and the fix where there is a problem
 */
public record Finding(Verdict verdict, Text subject, Text text, Optional<AccessCode> code) {
  /** Result of a check. */
  public enum Verdict implements Worded {
    OK,
    UNKNOWN,
    PROBLEM
  }

  /**
   * Whether it is about an account without a well-known name. This may be the publishing account,
   * as long as the publisher is not specified.
   */
  public boolean isOfNamelessAccount() {
    return text.toString().startsWith("S-1-");
  }

  static Finding ok(Text subject, Text text) {
    return new Finding(Verdict.OK, subject, text, Optional.empty());
  }

  static Finding unknown(Text subject, Text text) {
    return new Finding(Verdict.UNKNOWN, subject, text, Optional.empty());
  }

  static Finding problem(AccessCode code, Text subject, Text text) {
    return new Finding(Verdict.PROBLEM, subject, text, Optional.of(code));
  }
}
