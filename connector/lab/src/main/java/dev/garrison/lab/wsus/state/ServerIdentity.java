package dev.garrison.lab.wsus.state;

import java.util.List;
import java.util.UUID;

/**
 * Fixed properties of an update server.
 *
 * @param name full DNS name
 * @param version as GetServerVersion answers
 * @param language the language of its messages, such as "de"
 * @param languages the languages in which it synchronizes titles
 */
public record ServerIdentity(
    String name, UUID id, String version, String language, List<String> languages) {
  public ServerIdentity {
    languages = List.copyOf(languages);
  }
}
