package dev.garrison.takeover.seen;

import java.util.List;

/**
 * A client setting with a part for Endpoint Protection that is switched on.
 *
 * @param agents numbers in that part that no public page explains, each with its property's name:
 *     one of them decides the agent that is installed
 * @param collections ids of those to which it is assigned
 */
public record SeenSetting(String name, List<Agent> agents, List<String> collections) {
  public SeenSetting {
    agents = List.copyOf(agents);
    collections = List.copyOf(collections);
  }

  /** A property that may decide the agent that is installed. */
  public record Agent(String property, long value) {}
}
