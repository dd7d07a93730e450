package dev.garrison.catalog;

/**
 * Publication state of an update.
 *
 * @see <a
 *     href="https://learn.microsoft.com/previous-versions/windows/desktop/ms752754(v=vs.85)">PublicationState</a>
 */
public enum Publication {
  PUBLISHED,
  /**
   * Withdrawn: it can no longer be approved for installation, and WSUS declines it automatically.
   */
  EXPIRED,
  IN_TESTING,
  /** A state that Garrison does not know; never taken for published. */
  UNKNOWN;

  /** The state with this number of {@code PublicationState} in the WSUS administration API. */
  public static Publication ofNumber(int number) {
    return switch (number) {
      case 0 -> PUBLISHED;
      case 1 -> EXPIRED;
      case 2 -> IN_TESTING;
      default -> UNKNOWN;
    };
  }
}
