package dev.garrison.wsus.decline;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Mark;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.manifest.wsus.HeldVersion;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.UpdateRing;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.AdminName;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.servers.WritePermission;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Two servers with an update of the sensor that nobody needs: its successor is everywhere. */
final class Superseded {
  static final UpdateOnServer OLD = UpdateOnServer.sensor(1, "1").isSuperseded();
  static final UpdateOnServer NEW = UpdateOnServer.sensor(2, "2");
  static final ReleaseLine LINE = new ReleaseLine(new Family(""), Channel.UNNAMED);
  static final WsusServer NAMED = NamedServer.at("wsus01").server();

  final List<HeldVersion> held = new ArrayList<>();
  final List<WsusServer> servers = new ArrayList<>(List.of(NAMED));
  final FakeUpdateServer fake = with(new FakeUpdateServer("wsus01:8531"));
  final SensorStocks stocks = new SensorStocks();

  private final Map<String, FakeUpdateServer> fakes = new HashMap<>(Map.of(NAMED.name(), fake));
  private Optional<UpdateServerPool> pool = Optional.empty();

  /** The same on any server. */
  static FakeUpdateServer with(FakeUpdateServer server) {
    server.with(OLD, NEW);
    FakeMemory memory = server.has();
    memory.superseding.put(OLD.updateId(), List.of(NEW.updateId()));
    memory.approved(NEW.id(), TargetGroup.ALL_COMPUTERS, Optional.empty(), "CONTOSO\\garrison");
    memory.now = FakeMemory.START.plus(Duration.ofDays(31));
    computer(server, "computer1", 4, 4);
    return server;
  }

  /** A computer in the pilot group in these states of the old and the new update. */
  static void computer(FakeUpdateServer server, String id, int old, int successor) {
    server
        .has()
        .computers
        .add(
            new FakeMemory.Computer(
                id,
                Set.of(TargetGroup.ALL_COMPUTERS, FakeMemory.PILOT.id()),
                Map.of(OLD.updateId(), old, NEW.updateId(), successor)));
  }

  void also(WsusServer named, FakeUpdateServer server) {
    servers.add(named);
    fakes.put(named.name(), server);
  }

  UpdateServerPool pool() {
    if (pool.isEmpty()) {
      pool =
          Optional.of(
              new UpdateServerPool(
                  servers, server -> Objects.requireNonNull(fakes.get(server.name()))));
    }
    return pool.get();
  }

  DeclineExaminer examiner() {
    return new DeclineExaminer(
        new SensorUpdateSection(
            new TreeSet<>(List.of(LINE)),
            new TreeSet<>(),
            List.of(new UpdateRing("pilot", List.of("Pilot"), RingGate.DEFAULT, Optional.empty())),
            Optional.empty(),
            false,
            false,
            held,
            SensorUpdateSection.Subscription.MANUAL,
            SensorUpdateSection.Decline.DECLINE,
            Duration.ofDays(30),
            Optional.empty()));
  }

  SensorDeclineResource resource() {
    return new SensorDeclineResource(
        pool(),
        stocks,
        new SensorDeclineResource.Means(new WritePermission(pool()), examiner()),
        new AdminName(new Mark("small")));
  }

  void read() {
    stocks.read(NAMED, fake);
  }

  static SensorDecline decline() {
    return new SensorDecline(NAMED.name(), OLD.updateId(), true);
  }

  static Address address() {
    return new Address(SensorDecline.KIND, "wsus01:8531/unified agent 10.8735.26020.1");
  }
}
