package dev.garrison.lab;

/**
 * A request that the lab received.
 *
 * @param path raw, with the query, after {@code /AdminService}
 * @param body as text; empty for none
 */
public record ServedRequest(String method, String path, String body) {
  /** Whether the request asked for a change: any method but GET. */
  public boolean isWrite() {
    return !method.equals("GET");
  }
}
