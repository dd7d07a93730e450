package dev.garrison.server.page;

import dev.garrison.login.AccessToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Request of a signed-in user for a page.
 *
 * @param csrf token for the forms of the page
 * @param notice message about the last action
 * @param path the parts of the address by name
 * @param query likewise
 * @param address of the page, as it was requested
 */
public record Visit(
    AccessToken caller,
    String csrf,
    Optional<String> notice,
    Map<String, String> path,
    Map<String, List<String>> query,
    String address) {
  public Visit {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
  }
}
