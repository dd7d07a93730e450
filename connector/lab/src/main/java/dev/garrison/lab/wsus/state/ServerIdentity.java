package dev.garrison.lab.wsus.state;

import java.util.List;
import java.util.UUID;

/**
 * What does not change of an update server.
 *
 * @param name full DNS name
 * @param version as GetServerVersion answers
 * @param language in which it speaks, such as "de"
 * @param languages those that it synchronises titles in
 */
public record ServerIdentity(
    String name, UUID id, String version, String language, List<String> languages) {
  public ServerIdentity {
    languages = List.copyOf(languages);
  }
}
