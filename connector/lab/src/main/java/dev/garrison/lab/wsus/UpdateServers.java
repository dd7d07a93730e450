package dev.garrison.lab.wsus;

import dev.garrison.lab.http.Entrance;
import dev.garrison.lab.wsus.catalogue.Feed;
import dev.garrison.lab.wsus.catalogue.Sensor;
import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.operation.Workings;
import dev.garrison.lab.wsus.site.WsusFile;
import dev.garrison.lab.wsus.site.WsusStart;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;

/** The update servers of a site, and what Microsoft publishes for them. */
public final class UpdateServers implements AutoCloseable {
  private final Feed feed = new Feed();
  private final Clock clock;
  private final List<UpdateServer> servers;

  /**
   * Starts them.
   *
   * @param entrance who may enter
   * @param workers on which requests are served
   */
  public UpdateServers(WsusFile file, Clock clock, Entrance entrance, Executor workers) {
    this.clock = clock;
    Estate estate = new Estate(clock);
    List<Workings> all = estate.alone(() -> new WsusStart(file, estate.timeline(), feed).servers());
    Contract contract = Contract.read();
    this.servers =
        all.stream()
            .map(one -> new UpdateServer(estate, one, contract, entrance, workers))
            .toList();
  }

  /** All of them, upstream servers first. */
  public List<UpdateServer> all() {
    return servers;
  }

  /** One by its full DNS name or the first part of it. */
  public UpdateServer named(String name) {
    return servers.stream()
        .filter(server -> server.name().equals(name) || server.name().startsWith(name + "."))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no update server " + name));
  }

  /** What Microsoft publishes. Servers get it at their next synchronisation. */
  public Feed feed() {
    return feed;
  }

  /** Microsoft publishes a sensor update now. Returns its id. */
  public UUID release(String family, String version, String channel) {
    return feed.release(new Sensor(family, version, channel), clock.instant());
  }

  /** Stops answering. */
  @Override
  public void close() {
    servers.forEach(UpdateServer::stop);
  }
}
