package dev.garrison.survey.ring;

import java.util.List;

/**
 * Servers that must not move together and would.
 *
 * @param collection that the manifest keeps apart
 * @param servers their names, at least two
 */
public record RingConflict(String ring, String collection, List<String> servers) {
  public RingConflict {
    servers = List.copyOf(servers);
  }
}
