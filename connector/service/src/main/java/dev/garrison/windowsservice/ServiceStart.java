package dev.garrison.windowsservice;

import dev.garrison.diagnostic.Worded;

/**
 * Start of a service.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-query_service_configw">QUERY_SERVICE_CONFIGW,
 *     dwStartType</a>
 */
public enum ServiceStart implements Worded {
  /** With Windows. */
  AUTOMATIC("automatic", 2),
  /** On demand. */
  MANUAL("manual", 3),
  /** Never. */
  DISABLED("disabled", 4);

  private final String word;
  private final int number;

  ServiceStart(String word, int number) {
    this.word = word;
    this.number = number;
  }

  @Override
  public String word() {
    return word;
  }

  int number() {
    return number;
  }

  static ServiceStart of(int number) {
    for (ServiceStart type : values()) {
      if (type.number == number) {
        return type;
      }
    }
    return DISABLED;
  }
}
