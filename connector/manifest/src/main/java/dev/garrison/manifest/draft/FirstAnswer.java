package dev.garrison.manifest.draft;

import dev.garrison.diagnostic.Worded;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Answers that a first manifest needs, in the order of asking. {@code garrison init} takes them
 * from options or asks, and {@code garrison import} takes those that the site doesn't give.
 */
public enum FirstAnswer implements Worded {
  NAME("NAME", "", "contoso-prod", Taker.BOTH),
  SITE_CODE("CODE", "", "PS1", Taker.BOTH),
  PROVIDER("URL", "", "https://cm01.contoso.example/AdminService", Taker.INIT),
  PUBLISH_TO("PLACE", "", "smb://fs01.contoso.example/mde$", Taker.BOTH),
  CONTENT_SOURCE("UNC", "", "\\\\fs01.contoso.example\\mde$", Taker.BOTH),
  ORG_ID("GUID", "", "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2", Taker.BOTH),
  LIMITING_COLLECTION("NAME", "", "limiting collection", Taker.BOTH),
  DISTRIBUTION_GROUP("NAME", "", "group", Taker.BOTH),
  RING_NAME("NAME", "pilot", "open-ring", Taker.INIT),
  RING_COLLECTION("NAME", "", "collection of the ring", Taker.BOTH),
  MAX_DEVICES("COUNT", "25", "25", Taker.INIT),
  DEADLINE("WHEN", "+3d 22:00", "+3d 22:00", Taker.INIT),
  ANTIVIRUS("MODE", "", "active", Taker.BOTH),
  SAMPLE_SHARING("SAMPLES", "", "none", Taker.BOTH),
  CLIENT_SETTING("NAME", "", "", Taker.IMPORT),
  ONBOARDING_POLICY("NAME", "", "", Taker.IMPORT);

  private final String label;
  private final String suggestion;
  private final String sample;
  private final Taker taker;

  FirstAnswer(String label, String suggestion, String sample, Taker taker) {
    this.label = label;
    this.suggestion = suggestion;
    this.sample = sample;
    this.taker = taker;
  }

  /** The commands that take an answer. */
  private enum Taker {
    BOTH,
    INIT,
    IMPORT
  }

  /** The answers that {@code garrison init} needs. */
  static List<FirstAnswer> asked() {
    return Arrays.stream(values()).filter(FirstAnswer::isOfInit).toList();
  }

  /** Whether each ring has its own. */
  public boolean isOfRing() {
    return switch (this) {
      case RING_NAME, RING_COLLECTION, MAX_DEVICES, DEADLINE, ANTIVIRUS -> true;
      default -> false;
    };
  }

  /** The option that gives the answer, such as {@code --site-code}. */
  public String flag() {
    return "--" + word();
  }

  /** The placeholder of the option's value. */
  public String label() {
    return label;
  }

  /** Whether {@code garrison init} takes it. */
  public boolean isOfInit() {
    return taker != Taker.IMPORT;
  }

  /** Whether {@code garrison import} takes it. */
  public boolean isOfImport() {
    return taker != Taker.INIT;
  }

  /**
   * The answer that {@code garrison init} takes if none is given; empty if one must be given.
   *
   * @param ring number of the ring from 0; a name is suggested for the first one only
   */
  public String suggestion(int ring) {
    return this == RING_NAME && ring > 0 ? "" : suggestion;
  }

  /** Whether no two rings may have the same. */
  boolean isUnique() {
    return this == RING_NAME || this == RING_COLLECTION;
  }

  /**
   * An answer that the reader accepts, used while other answers are tried.
   *
   * @param others answers of the other rings
   */
  String sample(Collection<String> others) {
    String free = sample;
    for (int number = 2; isUnique() && others.contains(free); number++) {
      free = sample + "-" + number;
    }
    return free;
  }
}
