package dev.garrison.server.page.fleet;

import dev.garrison.history.History;
import dev.garrison.manifest.Manifest;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.reading.AntivirusReading;
import dev.garrison.server.reading.FleetReading;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Creates the pages about servers, rings, and updates. */
public final class FleetPages {
  private FleetPages() {}

  /** All of these pages. */
  public static List<Page> of(Manifest manifest, History history, InstantSource clock) {
    FleetReading fleet = new FleetReading(manifest, history, clock);
    return Stream.concat(
            Stream.of(
                new OverviewPage(manifest, history, fleet).page(),
                new RolloutPage(fleet).page(),
                new AntivirusPage(new AntivirusReading(manifest.rings(), history), manifest.rings())
                    .page(),
                new UpdatesPage(manifest, history.updates()).page()),
            new ServerPages(fleet, manifest.rings()).pages().stream())
        .toList();
  }
}
