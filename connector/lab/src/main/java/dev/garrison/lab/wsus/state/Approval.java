package dev.garrison.lab.wsus.state;

import dev.garrison.lab.wsus.catalogue.RevisionKey;
import java.time.Instant;
import java.util.UUID;

/**
 * An approval: the action of a computer group for a revision.
 *
 * @param action 0 install, 1 uninstall, 2 detect only, 3 block, 5 part of an approved bundle
 * @param deadline {@link #NO_DEADLINE} for none
 * @param admin the name of the approver, in free text
 */
public record Approval(
    UUID id,
    RevisionKey revision,
    UUID group,
    int action,
    Instant made,
    Instant deadline,
    String admin,
    boolean assigned) {
  /** Value that the console writes for no deadline. */
  public static final Instant NO_DEADLINE = Instant.parse("9999-12-31T23:59:59.997Z");

  /** Name under which the server itself approves. */
  public static final String SERVER = "WUS Server";

  /** Install. */
  public static final int INSTALL = 0;

  /** Uninstall. */
  public static final int UNINSTALL = 1;

  /** Detect only. */
  public static final int DETECT = 2;

  /** Block: not approved, regardless of the approvals of groups above. */
  public static final int BLOCK = 3;

  /** A part of an approved bundle. */
  public static final int BUNDLE = 5;
}
