package dev.garrison.fleet.readiness;

/**
 * Maintenance windows that a server has through all its collections.
 *
 * @param general length in minutes of the longest general window; 0 where there is none
 * @param others whether it has windows for software updates or task sequences only; these do not
 *     hold an application back
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/core/clients/manage/collections/use-maintenance-windows">Maintenance
 *     windows</a>
 */
public record Windows(int general, boolean others) {
  /** Checks whether an application waits for a maintenance window. */
  public boolean holds() {
    return general > 0;
  }

  /**
   * Checks whether all windows an application waits for are too short, so that it waits forever.
   */
  public boolean tooShortFor(int minutes) {
    return holds() && general < minutes;
  }
}
