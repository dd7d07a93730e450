package dev.garrison.lab.adminservice.deployment;

import java.time.Instant;

/**
 * Status of one deployment on one device.
 *
 * @param state an EnforcementState of the 1000 series
 * @param errorCode the exit code or HRESULT of a failure, unsigned; 0 otherwise
 * @param attempts number of installations so far
 * @param waits how often content was not available
 */
record Run(int state, long errorCode, int attempts, int waits, Instant since) {
  static final int SUCCESS = 1000;
  static final int ALREADY_COMPLIANT = 1001;
  static final int WAITING_FOR_CONTENT = 2001;
  static final int INSTALLING = 2002;
  static final int WAITING_FOR_WINDOW = 2004;
  static final int WAITING_FOR_SCHEDULE = 2005;
  static final int DOWNLOADING_DEPENDENCY = 2006;
  static final int INSTALLING_DEPENDENCY = 2007;
  static final int PENDING_RESTART = 2008;
  static final int WAITING_TO_RETRY = 2015;
  static final int REQUIREMENTS_NOT_MET = 3000;
  static final int UNKNOWN = 4000;
  static final int FAILED = 5000;
  static final int NO_CONTENT = 5003;
  static final int DEPENDENCY_FAILED = 5004;
  static final int NO_DEPENDENCY_CONTENT = 5005;
  static final long NOT_DETECTED = 0x87D00324L;
  static final long CONTENT_NOT_FOUND = 0x87D01107L;

  static Run unknown(Instant when) {
    return new Run(UNKNOWN, 0, 0, 0, when);
  }

  Run to(int newState, Instant when) {
    return new Run(newState, 0, attempts, waits, when);
  }

  Run failed(int newState, long code, Instant when) {
    return new Run(newState, code, attempts, waits, when);
  }

  Run attempted() {
    return new Run(state, errorCode, attempts + 1, 0, since);
  }

  Run waited() {
    return new Run(state, errorCode, attempts, waits + 1, since);
  }

  /** Status type: 1 success, 2 in progress, 3 requirements not met, 4 unknown, 5 error. */
  int statusType() {
    return state / 1000;
  }
}
