package dev.garrison.server.page.fleet;

import dev.garrison.history.History;
import dev.garrison.manifest.Manifest;
import dev.garrison.server.page.frame.Download;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.reading.AntivirusReading;
import dev.garrison.server.reading.FleetReading;
import dev.garrison.server.reading.ServerList;
import java.time.InstantSource;
import java.util.List;

/** Creates the pages about servers, rings, and updates. */
public final class FleetPages {
  private static final int PART = 1000;

  private FleetPages() {}

  /** All of these pages. */
  public static List<Page> of(Manifest manifest, History history, InstantSource clock) {
    FleetReading fleet = new FleetReading(manifest, history, clock);
    return List.of(
        new OverviewPage(manifest, history, fleet).page(),
        new RolloutPage(fleet).page(),
        new ServerListPage(new ServerList(history), manifest.rings()).page(),
        new ServerPage(manifest, history).page(),
        new AntivirusPage(new AntivirusReading(manifest.rings(), history), manifest.rings()).page(),
        new UpdatesPage(manifest, history.updates()).page());
  }

  /** Files about servers. */
  public static List<Download> downloads(History history) {
    return List.of(new ServerFile(new ServerList(history), PART).download());
  }
}
