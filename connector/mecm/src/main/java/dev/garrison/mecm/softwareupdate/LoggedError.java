package dev.garrison.mecm.softwareupdate;

/** An error's number as Configuration Manager's logs spell it. */
final class LoggedError {
  private LoggedError() {}

  static String text(long error) {
    return "0x%08X".formatted(error & 0xFFFFFFFFL);
  }
}
