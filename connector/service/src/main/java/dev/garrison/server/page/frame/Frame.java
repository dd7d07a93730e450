package dev.garrison.server.page.frame;

import dev.garrison.login.Role;
import java.util.Optional;

/**
 * Values that every page shows around its content.
 *
 * @param isDemo whether the site is a demonstration
 * @param caller the name of the token that signed in
 * @param csrf token that every form carries
 * @param notice message about the last form
 * @param position of the latest change of the history that the page shows
 * @param address of the page
 */
public record Frame(
    String manifest,
    String site,
    boolean isDemo,
    HeaderFacts header,
    String version,
    String caller,
    Role role,
    String csrf,
    Optional<String> notice,
    Moment moment,
    long position,
    String address) {
  /** Whether the caller may run jobs and halt rings. */
  public boolean isOperator() {
    return role.covers(Role.OPERATOR);
  }

  /** Whether the caller may approve changes. */
  public boolean isApprover() {
    return role.covers(Role.APPROVER);
  }
}
