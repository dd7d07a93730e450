package dev.garrison.mecm.updaterule;

import dev.garrison.mecm.softwareupdate.ServedRing;
import dev.garrison.mecm.softwareupdate.SiteCollection;
import dev.garrison.mecm.softwareupdate.SiteSighting;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule that a person is to make for a ring.
 *
 * @param deadlineDays from a run to the deadline
 * @param deploymentPackage into which it downloads
 * @param titles of which an update's title has to hold one; none where titles cannot tell what is
 *     wanted
 */
public record RuleOrder(
    ServedRing ring, int deadlineDays, String deploymentPackage, List<String> titles) {
  private static final String EVERY_CHANNEL =
      "the rule takes every channel of KB5005292, because 'releases' names a family without a channel";
  private static final String ENABLED =
      "its deployments are enabled; without -EnableDeployment a person enables each one";

  public RuleOrder {
    titles = List.copyOf(titles);
  }

  List<String> notes() {
    return titles.isEmpty() ? List.of(ENABLED, EVERY_CHANNEL) : List.of(ENABLED);
  }

  /** The command of our module; the collection by its name, as the module wants it. */
  String command(SiteSighting sighting) {
    StringBuilder command =
        new StringBuilder("New-GarrisonUpdateRule -Name %s".formatted(quoted(ring.rule())))
            .append(" -CollectionName ")
            .append(quoted(collection(sighting)))
            .append(" -PackageName ")
            .append(quoted(deploymentPackage))
            .append(" -DeadlineDays ")
            .append(deadlineDays);
    if (!titles.isEmpty()) {
      List<String> all = new ArrayList<>();
      titles.forEach(title -> all.add(quoted(title)));
      command.append(" -Title ").append(String.join(", ", all));
    }
    return command.append(" -EnableDeployment").toString();
  }

  private String collection(SiteSighting sighting) {
    return sighting instanceof SiteSighting.Seen(var updates)
        ? updates.collections().getOrDefault(ring.collection(), List.of()).stream()
            .map(SiteCollection::name)
            .findFirst()
            .orElse(ring.collection())
        : ring.collection();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
