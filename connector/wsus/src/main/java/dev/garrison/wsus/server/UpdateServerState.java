package dev.garrison.wsus.server;

import dev.garrison.engine.resource.Address;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Garrison needs of one update server.
 *
 * @param isSetUp whether somebody has gone through its first configuration
 * @param isAdministrator whether the account that writes may approve; true where none writes
 * @param groups names or ids of groups, as the manifest spells them
 * @param watched why it is only looked at, in a few words; empty where Garrison approves there
 */
public record UpdateServerState(
    boolean isSetUp, boolean isAdministrator, Set<String> groups, String watched) {
  /** The kind in addresses. */
  public static final String KIND = "update-server";

  /** One where nothing is to be approved, and nothing stands in the way. */
  static final UpdateServerState READY = new UpdateServerState(true, true, Set.of(), "");

  public UpdateServerState {
    groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
  }

  /** The address of a server. */
  public static Address address(String server) {
    return new Address(KIND, server);
  }
}
