package dev.garrison.wsus.server;

import dev.garrison.engine.resource.Address;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Prerequisites of Garrison on one update server.
 *
 * @param isSetUp whether its initial configuration was completed
 * @param isAdministrator whether the account that writes may approve; true where none writes
 * @param groups names or IDs of groups, as the manifest spells them
 * @param watched why the server is only monitored, in a few words; empty where Garrison approves
 *     there
 */
public record UpdateServerState(
    boolean isSetUp, boolean isAdministrator, Set<String> groups, String watched) {
  /** Kind of object in addresses. */
  public static final String KIND = "update-server";

  /** State of a server on which nothing is to be approved and no prerequisite is missing. */
  static final UpdateServerState READY = new UpdateServerState(true, true, Set.of(), "");

  public UpdateServerState {
    groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
  }

  /** Address of a server. */
  public static Address address(String server) {
    return new Address(KIND, server);
  }
}
