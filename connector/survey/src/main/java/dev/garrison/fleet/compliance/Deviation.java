package dev.garrison.fleet.compliance;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that is not as the manifest says.
 *
 * @param what in a word
 * @param wanted by the manifest
 * @param is what is known of the server
 * @param source who says so
 * @param at when it was so; empty where nobody tells
 */
public record Deviation(What what, String wanted, String is, String source, Optional<Instant> at) {
  /** What may differ. */
  public enum What {
    ONBOARDING("onboarding"),
    TENANT("tenant"),
    SENSOR("sensor"),
    ANTIVIRUS("antivirus"),
    SETTINGS("settings"),
    REGISTRY("registry");

    private final String word;

    What(String word) {
      this.word = word;
    }

    /** As screens and files spell it. */
    public String word() {
      return word;
    }
  }
}
