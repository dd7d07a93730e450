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
 * How servers are onboarded.
 *
 * @param migrateRoute whether servers may be moved from the route on which they already are
 * @param clientSetting what the client-setting route goes by; absent: nothing is named
 * @param defenderAgent the number that the site shows in client settings for "MDE Client
 *     (recommended)", which nobody published; absent while nobody has stated it
 * @param holdBack collections whose servers move with the last ring, whatever other ring names them
 * @param keepApart collections of which no two servers may be in one ring, such as the nodes of a
 *     cluster
 * @param removeWorkspace the workspace of the Microsoft Monitoring Agent that a server leaves once
 *     its onboarding is proven; absent: none
 * @param notifyClients how clients are told of a new deployment; absent: they find it themselves
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
  /** What holds when the manifest says nothing. */
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

  /** The rings with what is held back: left out of all but the last, which takes it along. */
  public List<Ring> holdingBack(List<Ring> rings) {
    if (holdBack.isEmpty() || rings.isEmpty()) {
      return List.copyOf(rings);
    }
    List<Ring> all = new ArrayList<>();
    rings.stream().limit(rings.size() - 1L).forEach(ring -> all.add(ring.without(holdBack)));
    all.add(rings.getLast().and(holdBack));
    return List.copyOf(all);
  }

  /** The same with other words for the collections that it names. */
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

  /** The route. */
  public enum Method implements Worded {
    AUTO,
    APPLICATION,
    CLIENT_SETTING
  }
}
