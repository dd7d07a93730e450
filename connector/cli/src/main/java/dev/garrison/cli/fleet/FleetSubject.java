package dev.garrison.cli.fleet;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.language.Text;

/** First line of a screen about servers: manifest, site, and the time of the facts. */
public final class FleetSubject {
  private FleetSubject() {}

  /** The line. */
  public static Text of(FleetStanding standing, TerminalTime time) {
    return Text.of(
        "fleet.subject",
        "manifest",
        standing.manifest(),
        "site",
        standing.site(),
        "time",
        time.minute(standing.asOf()));
  }
}
