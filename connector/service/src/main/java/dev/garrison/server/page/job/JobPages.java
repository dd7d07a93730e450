package dev.garrison.server.page.job;

import dev.garrison.json.Json;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.Service;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.reading.FleetReading;
import dev.garrison.server.reading.JobReading;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Creates the pages about jobs, their results, and the service itself. */
public final class JobPages {
  private JobPages() {}

  /**
   * All of these pages.
   *
   * @param problems current problems of the service
   */
  public static List<Page> of(
      JobSchedule schedule, Service service, Json json, Supplier<List<String>> problems) {
    JobReading jobs = new JobReading(schedule, json);
    ApprovalFacts approvals =
        new ApprovalFacts(
            schedule.manifest(),
            new FleetReading(schedule.manifest(), schedule.history(), schedule.clock()),
            schedule.history().updates());
    JournalCounts counts = new JournalCounts(jobs);
    return Stream.of(
            new PlanPages(jobs, approvals).pages(),
            new RunPages(jobs, counts).pages(),
            List.of(new EnablePage(schedule.manifest(), jobs).page()),
            new JournalPages(jobs, counts).pages(),
            List.of(new HealthPage(schedule, service, problems).page()))
        .flatMap(List::stream)
        .toList();
  }
}
