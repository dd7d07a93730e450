package dev.garrison.wsus.approval;

import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Mark;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.UpdateRing;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.AdminName;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.servers.WritePermission;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One server with one update of the sensor, which a plan has read. */
final class Situation {
  static final ReleaseLine LINE = new ReleaseLine(new Family(""), Channel.UNNAMED);
  static final UpdateOnServer UPDATE = UpdateOnServer.sensor(1, "1");
  static final String OUR_NAME = "CONTOSO\\garrison [garrison:1:small]";
  static final Mark MARK = new Mark("small");

  final FakeUpdateServer fake = new FakeUpdateServer("wsus01:8531").with(UPDATE);
  final WsusServer named = NamedServer.at("wsus01").server();
  final UpdateServerPool pool = new UpdateServerPool(List.of(named), _ -> fake);
  final SensorStocks stocks = new SensorStocks();
  final WritePermission gate = new WritePermission(pool);
  final Map<Address, ApprovalHistory.Past> past = new HashMap<>();
  final ApprovalOwnership ownership =
      new ApprovalOwnership(
          MARK, address -> past.getOrDefault(address, ApprovalHistory.Past.NOTHING));
  final ApprovalWriting writing = new ApprovalWriting(gate, stocks, new AdminName(MARK));
  final ApprovalReading reading = new ApprovalReading(pool, stocks, section(), ownership);
  final SensorApprovalResource resource =
      new SensorApprovalResource(
          pool,
          reading,
          writing,
          address -> past.getOrDefault(address, ApprovalHistory.Past.NOTHING));

  /** As the plan reads it. */
  void read() {
    stocks.read(named, fake);
  }

  static SensorUpdateSection section() {
    return new SensorUpdateSection(
        new TreeSet<>(List.of(LINE)),
        new TreeSet<>(),
        List.of(new UpdateRing("pilot", List.of("Pilot"), RingGate.DEFAULT, Optional.empty())),
        Optional.empty(),
        false,
        false,
        List.of(),
        SensorUpdateSection.Subscription.MANUAL,
        SensorUpdateSection.Decline.REPORT,
        Duration.ofDays(30),
        Optional.empty());
  }

  SensorUpdate sensor() {
    return stocks.of(named).orElseThrow().sensor(UPDATE.updateId()).orElseThrow();
  }

  Address address(TargetGroup group) {
    return SensorApproval.address(named.name(), sensor(), group);
  }

  SensorApproval wanted(Optional<Instant> deadline) {
    return SensorApproval.install(named.name(), sensor(), FakeMemory.PILOT, deadline, OUR_NAME);
  }

  /** Somebody's approval with this action. */
  Approval approved(
      UpdateIdentity update, TargetGroup group, int action, String admin, boolean isAssigned) {
    Approval made = fake.has().approved(update, group.id(), Optional.empty(), admin);
    Approval other =
        new Approval(
            made.id(), update, group.id(), action, made.time(), made.deadline(), admin, isAssigned);
    fake.has().approvals.set(fake.has().approvals.indexOf(made), other);
    return other;
  }

  Approval approved(TargetGroup group, int action, String admin) {
    return approved(UPDATE.id(), group, action, admin, true);
  }
}
