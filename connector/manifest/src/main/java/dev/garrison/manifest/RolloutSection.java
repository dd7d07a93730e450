package dev.garrison.manifest;

import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.value.ClientNotice;
import dev.garrison.manifest.value.ClientSettingNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Settings for onboarding: deployment method, special collections and client notification.
 *
 * @param migrateRoute whether servers may be moved from the deployment method that they already
 *     have
 * @param clientSetting names of the objects that the client-setting method uses; absent: none is
 *     named
 * @param defenderAgent the number that the site shows in client settings for "MDE Client
 *     (recommended)", which is not published; absent if the manifest does not state it
 * @param holdBack collections whose servers belong to the last ring, even if another ring names
 *     them
 * @param keepApart collections of which no two servers may be in one ring, such as the nodes of a
 *     cluster
 * @param removeWorkspace the workspace of the Microsoft Monitoring Agent that is removed from a
 *     server once its onboarding is proven; absent: none
 * @param notifyClients the client notification about new deployments; absent: clients find them
 *     without notification
 */
public record RolloutSection(
    Method method,
    boolean migrateRoute,
    Optional<ClientSettingNames> clientSetting,
    OptionalLong defenderAgent,
    List<String> holdBack,
    List<String> keepApart,
    Optional<UUID> removeWorkspace,
    Optional<ClientNotice> notifyClients) {
  /** Values used where the manifest sets none. */
  public static final RolloutSection DEFAULT =
      new RolloutSection(
          Method.AUTO,
          false,
          Optional.empty(),
          OptionalLong.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  public RolloutSection {
    holdBack = List.copyOf(holdBack);
    keepApart = List.copyOf(keepApart);
  }

  /** Moves the held-back collections to the last ring and excludes them from all others. */
  public List<Ring> holdingBack(List<Ring> rings) {
    if (holdBack.isEmpty() || rings.isEmpty()) {
      return List.copyOf(rings);
    }
    List<Ring> all = new ArrayList<>();
    rings.stream().limit(rings.size() - 1L).forEach(ring -> all.add(ring.without(holdBack)));
    all.add(rings.getLast().and(holdBack));
    return List.copyOf(all);
  }

  /** Copies the section and replaces the names or ids of its collections. */
  RolloutSection withCollections(UnaryOperator<String> words) {
    return new RolloutSection(
        method,
        migrateRoute,
        clientSetting,
        defenderAgent,
        holdBack.stream().map(words).toList(),
        keepApart.stream().map(words).toList(),
        removeWorkspace,
        notifyClients);
  }

  /** Deployment method. */
  public enum Method implements Worded {
    AUTO,
    APPLICATION,
    CLIENT_SETTING
  }
}
