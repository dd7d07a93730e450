package dev.garrison.survey.ring;

import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Servers that may be onboarded on the client-setting route in passive rings. The facts are the
 * status of the mode's deployments on each server, and the servers that Garrison's collections
 * admitted before.
 *
 * @param servers by the name of the deployment that sets the mode, then by ResourceID
 * @param rules by the name of a collection of Garrison's, those that only name servers
 */
public record EntryFacts(
    Map<String, Map<Long, ModeServer>> servers, Map<String, List<QueryRule>> rules) {
  /** No facts were read: no ring is both passive and on that route. */
  public static final EntryFacts NONE = new EntryFacts(Map.of(), Map.of());

  public EntryFacts {
    servers = Map.copyOf(servers);
    rules = Map.copyOf(rules);
  }

  /** Status of a deployment on its servers. */
  public Collection<ModeServer> of(String deployment) {
    return servers.getOrDefault(deployment, Map.of()).values();
  }

  /** Rules of a collection that name servers. */
  public List<QueryRule> rulesOf(String collection) {
    return rules.getOrDefault(collection, List.of());
  }
}
