package dev.garrison.detection;

import java.util.List;

/**
 * What would run, and where.
 *
 * @param site its code
 */
public record DetectionPlan(
    String site, DetectionScript script, ScriptStanding standing, List<TestServer> servers) {
  public DetectionPlan {
    servers = List.copyOf(servers);
  }
}
