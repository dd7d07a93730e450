package dev.garrison.server.page.fleet;

import dev.garrison.schedule.JobSchedule;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.reading.FleetReading;
import java.util.List;
import java.util.stream.Stream;

/** The pages about servers, rings and updates. */
public final class FleetPages {
  private FleetPages() {}

  /** All of them. */
  public static List<Page> of(JobSchedule schedule) {
    FleetReading fleet = new FleetReading(schedule);
    return Stream.concat(
            Stream.of(
                new OverviewPage(schedule, fleet).page(),
                new RolloutPage(fleet).page(),
                new UpdatesPage(schedule).page()),
            new ServerPages(fleet, schedule.manifest().rings()).pages().stream())
        .toList();
  }
}
