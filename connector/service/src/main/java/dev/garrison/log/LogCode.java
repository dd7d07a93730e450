package dev.garrison.log;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems of the log files. */
enum LogCode implements DiagnosticCode {
  LOG_FOLDER_UNUSABLE(1111),
  LOG_NOT_WRITTEN(1112);

  private final int number;

  LogCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
