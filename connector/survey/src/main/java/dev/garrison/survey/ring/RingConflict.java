package dev.garrison.survey.ring;

import java.util.List;

/**
 * Servers in one ring that must not be deployed to together.
 *
 * @param collection that the manifest keeps apart
 * @param servers their names, at least two
 */
public record RingConflict(String ring, String collection, List<String> servers) {
  public RingConflict {
    servers = List.copyOf(servers);
  }
}
