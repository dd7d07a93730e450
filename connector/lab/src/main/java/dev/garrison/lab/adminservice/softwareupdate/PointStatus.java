package dev.garrison.lab.adminservice.softwareupdate;

import java.time.Instant;
import java.util.Optional;

/**
 * Status of the software update point's last synchronization.
 *
 * @param state number of a status message: 6702 when it ended, 6703 when it failed
 * @param error of the last failure; 0 for none
 */
record PointStatus(int state, long error, Instant ended, Optional<Instant> succeeded) {
  static final int DONE = 6702;
  static final int FAILED = 6703;

  static PointStatus done(Instant time) {
    return new PointStatus(DONE, 0, time, Optional.of(time));
  }

  PointStatus never() {
    return new PointStatus(state, error, ended, Optional.empty());
  }

  PointStatus failed(Instant time, long code) {
    return new PointStatus(FAILED, code, time, succeeded);
  }
}
