package dev.garrison.mecm.application.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Meanings of the exit codes of an installer. A code that is not listed is a failure.
 *
 * @param meanings the class of each code
 */
public record ExitCodes(SortedMap<Integer, Meaning> meanings) {
  /** Classes of exit codes, spelled as in the digest. */
  public enum Meaning {
    Success,
    SoftReboot,
    HardReboot,
    FastRetry,
    Failure
  }

  public ExitCodes {
    meanings = Collections.unmodifiableSortedMap(new TreeMap<>(meanings));
  }

  public ExitCodes(Map<Integer, Meaning> meanings) {
    this(new TreeMap<>(meanings));
  }

  /**
   * Codes of Garrison's wrapper around Microsoft's install.ps1. 35: the server is onboarded
   * already. 12 and 3010: a restart is needed before the second run. 36: the MSI is in use. 1641 is
   * not listed because the wrapper never passes it on.
   */
  public static ExitCodes ofTheWrapper() {
    return new ExitCodes(
        Map.of(
            0, Meaning.Success,
            1707, Meaning.Success,
            35, Meaning.Success,
            3010, Meaning.SoftReboot,
            12, Meaning.SoftReboot,
            1618, Meaning.FastRetry,
            36, Meaning.FastRetry));
  }

  /**
   * Codes of Garrison's offboarding script. 3010: the agent is gone after a restart. 1618: another
   * installation is running.
   */
  public static ExitCodes ofTheRemoval() {
    return new ExitCodes(
        Map.of(0, Meaning.Success, 3010, Meaning.SoftReboot, 1618, Meaning.FastRetry));
  }

  /** Codes of a script that does one thing at once: 0 is success, every other code a failure. */
  public static ExitCodes ofOneStep() {
    return new ExitCodes(Map.of(0, Meaning.Success));
  }

  /** The codes with this meaning, ascending. */
  public SortedSet<Integer> with(Meaning meaning) {
    TreeSet<Integer> codes = new TreeSet<>();
    meanings.forEach((code, its) -> {
      if (its == meaning) {
        codes.add(code);
      }
    });
    return codes;
  }
}
