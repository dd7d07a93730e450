package dev.garrison.state;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with the files that Garrison writes. */
public enum RecordCode implements DiagnosticCode {
  PLAN_FILE_UNREADABLE(601),
  PLAN_FILE_NOT_WRITTEN(602),
  STATE_FOLDER_UNUSABLE(603),
  JOURNAL_NOT_WRITTEN(604),
  JOURNAL_UNREADABLE(605),
  JOURNAL_RUN_UNKNOWN(606),
  JOURNAL_MISSING(607),
  HEAD_NOT_LOGGED(608),
  PLAN_FILE_ALTERED(609),
  JOURNAL_OF_OTHER_FORMAT(610),
  STATE_FOLDER_OPEN(611);

  private final int number;

  RecordCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
