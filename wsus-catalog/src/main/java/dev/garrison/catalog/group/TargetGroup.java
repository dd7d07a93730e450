package dev.garrison.catalog.group;

import java.util.Optional;
import java.util.UUID;

/**
 * A group of computers on one server.
 *
 * @param id identifies the group; the built-in ones have the same on every server
 * @param name for people; that of a built-in group is in the server's language
 * @param parent the group whose approvals it inherits, empty at the top
 */
public record TargetGroup(UUID id, String name, Optional<UUID> parent) {
  /** The built-in group All Computers. */
  public static final UUID ALL_COMPUTERS = UUID.fromString("a0a08746-4dbe-4a37-9adf-9e7652c0b421");

  /** The built-in group Unassigned Computers. */
  public static final UUID UNASSIGNED_COMPUTERS =
      UUID.fromString("b73ca6ed-5727-47f3-84de-015e03f6a88a");

  /** Whether this is the group's name, in any case, or its id. */
  public boolean isCalled(String nameOrId) {
    return name.equalsIgnoreCase(nameOrId) || id.toString().equalsIgnoreCase(nameOrId);
  }
}
