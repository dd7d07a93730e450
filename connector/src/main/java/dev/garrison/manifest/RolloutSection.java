package dev.garrison.manifest;

import java.util.Optional;
import java.util.UUID;

/**
 * How servers are onboarded.
 *
 * @param migrateRoute whether servers may be moved from the route on which they already are
 * @param removeWorkspace the workspace of the Microsoft Monitoring Agent that a server leaves once
 *     its onboarding is proven; absent: none
 */
public record RolloutSection(Method method, boolean migrateRoute, Optional<UUID> removeWorkspace) {
  /** What holds when the manifest says nothing. */
  public static final RolloutSection DEFAULT =
      new RolloutSection(Method.AUTO, false, Optional.empty());

  /** The route. */
  public enum Method {
    AUTO("auto"),
    APPLICATION("application"),
    CLIENT_SETTING("client-setting");

    private final String word;

    Method(String word) {
      this.word = word;
    }

    /** As the manifest spells it. */
    public String word() {
      return word;
    }
  }
}
