package dev.garrison.lab.adminservice.softwareupdate;

import java.time.Instant;
import java.util.Optional;

/**
 * How the software update point's last synchronisation went.
 *
 * @param state a number of a status message, 6702 when it ended and 6703 when it failed
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
