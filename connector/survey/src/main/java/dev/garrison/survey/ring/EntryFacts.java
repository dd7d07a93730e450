package dev.garrison.survey.ring;

import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Who may be onboarded on the client-setting route in rings that are passive: what the deployments
 * of the mode say of each server, and whom our collections let in before.
 *
 * @param servers by the name of the deployment that sets the mode, then by ResourceID
 * @param rules by the name of a collection of ours, those that name servers and say nothing else
 */
public record EntryFacts(
    Map<String, Map<Long, ModeServer>> servers, Map<String, List<QueryRule>> rules) {
  /** Nothing was read: no ring is both passive and on that route. */
  public static final EntryFacts NONE = new EntryFacts(Map.of(), Map.of());

  public EntryFacts {
    servers = Map.copyOf(servers);
    rules = Map.copyOf(rules);
  }

  /** What a deployment says of its servers. */
  public Collection<ModeServer> of(String deployment) {
    return servers.getOrDefault(deployment, Map.of()).values();
  }

  /** The rules of a collection that name servers. */
  public List<QueryRule> rulesOf(String collection) {
    return rules.getOrDefault(collection, List.of());
  }
}
