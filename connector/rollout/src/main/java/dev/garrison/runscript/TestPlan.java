package dev.garrison.runscript;

import java.util.List;

/**
 * Planned test: its script and its servers.
 *
 * @param site its code
 */
public record TestPlan(
    String site, TestScript script, ScriptStanding standing, List<TestServer> servers) {
  public TestPlan {
    servers = List.copyOf(servers);
  }
}
