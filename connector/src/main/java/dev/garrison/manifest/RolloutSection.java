package dev.garrison.manifest;

import dev.garrison.manifest.value.ClientSettingNames;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * How servers are onboarded.
 *
 * @param migrateRoute whether servers may be moved from the route on which they already are
 * @param clientSetting what the client-setting route goes by; absent: nothing is named
 * @param defenderAgent the number that the site shows in client settings for "MDE Client
 *     (recommended)", which nobody published; absent while nobody has stated it
 * @param removeWorkspace the workspace of the Microsoft Monitoring Agent that a server leaves once
 *     its onboarding is proven; absent: none
 */
public record RolloutSection(
    Method method,
    boolean migrateRoute,
    Optional<ClientSettingNames> clientSetting,
    OptionalLong defenderAgent,
    Optional<UUID> removeWorkspace) {
  /** What holds when the manifest says nothing. */
  public static final RolloutSection DEFAULT =
      new RolloutSection(
          Method.AUTO, false, Optional.empty(), OptionalLong.empty(), Optional.empty());

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
