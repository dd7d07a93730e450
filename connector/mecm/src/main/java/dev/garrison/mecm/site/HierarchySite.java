package dev.garrison.mecm.site;

import dev.garrison.language.Text;
import java.util.Optional;

/**
 * One site of the hierarchy, a row of SMS_Site.
 *
 * @param code three characters
 * @param role the type of site
 * @param state the status of the site
 * @param version empty when the service sent none that can be read
 * @param parent the code of the site above, empty at the top
 */
public record HierarchySite(
    String code, Role role, State state, Optional<SiteVersion> version, Optional<String> parent) {
  /** Type of a site, SMS_Site.Type. */
  public enum Role {
    SECONDARY,
    PRIMARY,
    CENTRAL,
    UNKNOWN;

    static Role of(long number) {
      return switch (Math.clamp(number, -1, 99)) {
        case 1 -> SECONDARY;
        case 2 -> PRIMARY;
        case 4 -> CENTRAL;
        default -> UNKNOWN;
      };
    }
  }

  /**
   * Status of a site, SMS_Site.Status.
   *
   * @param number as the service sends it
   */
  public record State(long number) {
    public static final State ACTIVE = new State(1);
    static final State DELETED = new State(4);

    /** The status in Microsoft's words, for diagnostics. */
    Text text() {
      return switch (Math.clamp(number, -1, 99)) {
        case 1 -> Text.of("site-state.active");
        case 2 -> Text.of("site-state.pending");
        case 3 -> Text.of("site-state.failed");
        case 4 -> Text.of("site-state.deleted");
        case 5 -> Text.of("site-state.being-upgraded");
        default -> Text.of("site-state.unknown", "number", String.valueOf(number));
      };
    }

    /** The status in Microsoft's words; unknown(n) for a number that is not documented. */
    @Override
    public String toString() {
      return text().toString();
    }
  }

  /** Whether it has its own clients or policy and therefore takes part in the version gate. */
  boolean decides() {
    return role != Role.SECONDARY && !state.equals(State.DELETED);
  }
}
