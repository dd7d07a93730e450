package dev.garrison.recipe;

import dev.garrison.engine.plan.Remark;
import dev.garrison.engine.resource.Mark;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.collection.NamedServers;
import dev.garrison.ring.RingWindows.Lack;
import dev.garrison.survey.ring.RingFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps servers out of their rings that are known not to be ready (F20), on either route. One
 * managed collection names them, and every ring's collection excludes it, so that none enters a
 * later ring instead. It is computed anew by every plan: a server enters once it is ready. A server
 * that is onboarded stays (F1).
 */
final class KeptOutServers {
  private final Manifest manifest;
  private final RingFacts facts;

  KeptOutServers(Manifest manifest, RingFacts facts) {
    this.manifest = manifest;
    this.facts = facts;
  }

  /**
   * Collection of the servers that stay out. Absent where there are none and the site has no such
   * collection; an existing one is emptied, because rings may still exclude it.
   */
  Optional<DeviceCollection> collection(Mark mark) {
    String name = manifest.notReadyCollection();
    SortedMap<Long, String> servers = new TreeMap<>();
    manifest.rings().forEach(ring -> servers.putAll(facts.antivirusOf(ring.name()).keptOut()));
    if (servers.isEmpty() && facts.collection(name).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DeviceCollection(
            name,
            mark.after("Servers that are not ready; every ring leaves them out."),
            manifest.limitingCollection(),
            rules(servers),
            Set.of(),
            Set.of(),
            Set.of(),
            DeviceCollection.PERIODIC));
  }

  private static Set<QueryRule> rules(SortedMap<Long, String> servers) {
    Set<QueryRule> rules = new HashSet<>();
    List<Long> ids = new ArrayList<>(servers.keySet());
    for (int from = 0; from < ids.size(); from += NamedServers.MOST) {
      List<Long> some = ids.subList(from, Math.min(from + NamedServers.MOST, ids.size()));
      Long first = some.getFirst();
      String title = "%s (%d)".formatted(servers.get(first), first);
      rules.add(
          new NamedServers(some)
              .rule(some.size() == 1 ? title : "%s and %d more".formatted(title, some.size() - 1)));
    }
    return rules;
  }

  /** Remarks on servers that stay out or could not be asked, for a person to read. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>(facts.notes());
    for (Ring ring : manifest.rings()) {
      Lack refused = facts.antivirusOf(ring.name()).refused();
      if (refused.isAny()) {
        remarks.add(
            Remark.action(
                Text.of(
                        "plan-remark.not-ready",
                        "ring",
                        ring.name(),
                        "count",
                        refused.servers(),
                        "servers",
                        refused.listed())
                    .toString()));
      }
    }
    return remarks;
  }
}
