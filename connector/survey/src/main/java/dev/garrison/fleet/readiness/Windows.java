package dev.garrison.fleet.readiness;

/**
 * The maintenance windows that a server has by all its collections.
 *
 * @param general minutes that the longest general one lasts; 0 where there is none
 * @param others whether it has windows that are for software updates or task sequences only; these
 *     do not hold an application back
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/core/clients/manage/collections/use-maintenance-windows">Maintenance
 *     windows</a>
 */
public record Windows(int general, boolean others) {
  /** Whether an application waits for one of them. */
  public boolean holds() {
    return general > 0;
  }

  /** Whether an application waits, and no window is long enough: it waits for ever. */
  public boolean tooShortFor(int minutes) {
    return holds() && general < minutes;
  }
}
