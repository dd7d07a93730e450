package dev.garrison.clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of the computer that runs Garrison: a site's time, until it is set wrong. */
public final class OwnClock extends Clock {
  private final Clock site;
  private volatile Duration ahead = Duration.ZERO;

  /** Shows the time of that clock. */
  public OwnClock(Clock site) {
    this.site = site;
  }

  /** From now on it is so far ahead of the site's. */
  public void runAhead(Duration by) {
    ahead = by;
  }

  @Override
  public Instant instant() {
    return site.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return site.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return offset(site.withZone(zone), ahead);
  }
}
