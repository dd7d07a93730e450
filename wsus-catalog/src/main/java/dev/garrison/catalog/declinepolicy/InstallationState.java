package dev.garrison.catalog.declinepolicy;

/**
 * Last state of an update that a computer reported.
 *
 * @see <a
 *     href="https://learn.microsoft.com/previous-versions/ms824306(v=msdn.10)">UpdateInstallationState</a>
 */
public enum InstallationState {
  /** No state reported, or a state that Garrison does not know. */
  UNKNOWN,
  NOT_APPLICABLE,
  NOT_INSTALLED,
  DOWNLOADED,
  INSTALLED,
  FAILED,
  INSTALLED_PENDING_REBOOT;

  /** The state with this number in the WSUS administration API. */
  public static InstallationState ofNumber(int number) {
    InstallationState[] states = values();
    return number >= 0 && number < states.length ? states[number] : UNKNOWN;
  }
}
