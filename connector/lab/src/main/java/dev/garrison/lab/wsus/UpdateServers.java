package dev.garrison.lab.wsus;

import dev.garrison.lab.http.Entrance;
import dev.garrison.lab.wsus.catalogue.Feed;
import dev.garrison.lab.wsus.catalogue.Sensor;
import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.operation.Workings;
import dev.garrison.lab.wsus.site.WsusFile;
import dev.garrison.lab.wsus.site.WsusStart;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Update servers of a site, and the updates that Microsoft publishes for them. */
public final class UpdateServers implements AutoCloseable {
  private static final Pattern LOOPBACK =
      Pattern.compile("127(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  private final Feed feed = new Feed();
  private final Clock clock;
  private final int firstPort;
  private final List<UpdateServer> servers;

  /**
   * Starts the servers.
   *
   * @param entrance access control
   * @param firstPort the port of the first server, followed by those of the others; 0 for free ones
   */
  public UpdateServers(WsusFile file, Clock clock, Entrance entrance, int firstPort) {
    this.clock = clock;
    this.firstPort = firstPort;
    Estate estate = new Estate(clock);
    List<Workings> all = estate.alone(() -> new WsusStart(file, estate.timeline(), feed).servers());
    Contract contract = Contract.read();
    this.servers = new ArrayList<>();
    for (Workings one : all) {
      servers.add(
          new UpdateServer(
              estate, one, contract, entrance, clock, place(one.state().identity().name())));
    }
  }

  /**
   * Address of a server. A server that is named as a loopback address of this machine answers
   * there, on the port of the first such server, as the servers of a company do. All others have a
   * port each.
   */
  private InetSocketAddress place(String name) {
    boolean isAddress = LOOPBACK.matcher(name).matches();
    int port =
        isAddress
            ? servers.stream()
                .filter(server -> LOOPBACK.matcher(server.name()).matches())
                .mapToInt(server -> server.url().getPort())
                .findFirst()
                .orElse(0)
            : firstPort == 0 ? 0 : firstPort + servers.size();
    return new InetSocketAddress(InetAddress.ofLiteral(isAddress ? name : "127.0.0.1"), port);
  }

  /** All servers, upstream servers first. */
  public List<UpdateServer> all() {
    return List.copyOf(servers);
  }

  /** Server with this full DNS name, or with this first part of it. */
  public UpdateServer named(String name) {
    return servers.stream()
        .filter(server -> server.name().equals(name) || server.name().startsWith(name + "."))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no update server " + name));
  }

  /** Updates that Microsoft publishes. Servers receive them at their next synchronization. */
  public Feed feed() {
    return feed;
  }

  /** Publishes a sensor update now, and returns its id. */
  public UUID release(String family, String version, String channel) {
    return feed.release(new Sensor(family, version, channel), clock.instant());
  }

  /** Stops answering. */
  @Override
  public void close() {
    servers.forEach(UpdateServer::stop);
  }
}
