package dev.garrison.server.page;

import dev.garrison.login.AccessToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who is signed in, and wants to see a page.
 *
 * @param csrf what the forms of the page are to carry
 * @param notice what the page is to say of what was done
 * @param path the parts of the address by name
 * @param query likewise
 */
public record Visit(
    AccessToken caller,
    String csrf,
    Optional<String> notice,
    Map<String, String> path,
    Map<String, List<String>> query) {
  public Visit {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
  }
}
