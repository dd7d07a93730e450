package dev.garrison.server.page.frame;

import dev.garrison.login.Role;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param caller the name of the token that signed in
 * @param csrf what every form carries
 * @param notice what the last form did
 */
public record Frame(
    String manifest,
    String site,
    String version,
    String caller,
    Role role,
    String csrf,
    Optional<String> notice,
    Moment moment) {
  /** Whether the caller may run jobs and halt rings. */
  public boolean isOperator() {
    return role.covers(Role.OPERATOR);
  }

  /** Whether the caller may have changes made. */
  public boolean isApprover() {
    return role.covers(Role.APPROVER);
  }
}
