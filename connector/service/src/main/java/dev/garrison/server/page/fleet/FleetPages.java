package dev.garrison.server.page.fleet;

import dev.garrison.schedule.JobDesk;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.reading.FleetReading;
import java.util.List;
import java.util.stream.Stream;

/** The pages about servers, rings and updates. */
public final class FleetPages {
  private FleetPages() {}

  /** All of them. */
  public static List<Page> of(JobDesk desk) {
    FleetReading fleet = new FleetReading(desk);
    return Stream.concat(
            Stream.of(
                new OverviewPage(desk, fleet).page(),
                new RolloutPage(fleet).page(),
                new UpdatesPage(desk).page()),
            new ServerPages(fleet, desk.manifest().rings()).pages().stream())
        .toList();
  }
}
