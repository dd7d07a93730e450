package dev.garrison.catalog;

/**
 * Download state of an update's files on one server.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/ms824850(v=msdn.10)">UpdateState</a>
 */
public enum ContentState {
  /** A state that Garrison does not know; never taken for ready. */
  UNKNOWN,
  LICENSE_AGREEMENT_NOT_READY,
  INSTALLATION_IMPOSSIBLE,
  NOT_NEEDED,
  NOT_READY,
  READY,
  CANCELED,
  FAILED,
  LICENSE_AGREEMENT_FAILED;

  /** The state with this number in the WSUS administration API, which counts from 1. */
  public static ContentState ofNumber(int number) {
    ContentState[] states = values();
    return number >= 1 && number < states.length ? states[number] : UNKNOWN;
  }
}
