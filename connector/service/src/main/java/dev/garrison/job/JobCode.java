package dev.garrison.job;

import dev.garrison.diagnostic.DiagnosticCode;

/**
 * Problems of jobs and of the service. The numbers are 1071 to 1080, 1116 and 1117, and 0671 for
 * rows of their history.
 */
public enum JobCode implements DiagnosticCode {
  NO_JOBS(1071),
  JOB_FAULT(1072),
  SERVICE_RUNS(1073),
  HISTORY_UNUSABLE(1074),
  JOB_RUN_UNKNOWN(1075),
  NO_PLAN_KEPT(1076),
  JOB_STOPPED(1077),
  EXPIRES_SOON(1078),
  HISTORY_NEWER(1079),
  JOB_HELD(1080),
  CHANGE_BLOCKED(1116),
  NAME_SHORTENED(1117),
  HISTORY_ROW_UNREADABLE(671);

  private final int number;

  JobCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
