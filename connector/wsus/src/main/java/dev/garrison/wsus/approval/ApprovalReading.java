package dev.garrison.wsus.approval;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.sensor.SensorCatalogue;
import dev.garrison.wsus.sensor.SensorStock;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.UpdateServerPool;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the approval decisions for the sensor's updates on one server, by one request. Updates and
 * groups are identified by what the plan read before.
 */
public final class ApprovalReading {
  private final UpdateServerPool pool;
  private final SensorStocks stocks;
  private final SensorUpdateSection section;
  private final ApprovalOwnership ownership;

  /**
   * @param section the part of the manifest to manage; approvals by Garrison outside it are strays
   */
  public ApprovalReading(
      UpdateServerPool pool,
      SensorStocks stocks,
      SensorUpdateSection section,
      ApprovalOwnership ownership) {
    this.pool = pool;
    this.stocks = stocks;
    this.section = section;
    this.ownership = ownership;
  }

  /** Answer of one server: its approval decisions, or the reason why it could not be read. */
  record Seen(
      Map<Address, Observation.Found<SensorApproval>> decisions,
      Set<Address> managed,
      Optional<String> failure) {
    Observation<SensorApproval> of(Address address) {
      if (failure.isPresent()) {
        return new Observation.Unreadable<>(failure.get());
      }
      Observation.Found<SensorApproval> found = decisions.get(address);
      return found == null ? new Observation.Missing<>() : found;
    }

    /**
     * Approvals managed by Garrison that the manifest no longer covers. No approval of a managed
     * release for a ring's group is one of them; so none is removed where the server contradicts
     * itself about an update.
     */
    Map<Address, Observation.Found<SensorApproval>> strays(Set<Address> wanted) {
      Map<Address, Observation.Found<SensorApproval>> strays = new HashMap<>(decisions);
      strays.keySet().removeAll(wanted);
      strays.keySet().removeAll(managed);
      strays.values().removeIf(found -> !(found.owner() instanceof Owner.Ours));
      return strays;
    }
  }

  /** Reads the current approvals; a failure is part of the result. */
  Seen read(WsusServer named) {
    Optional<Diagnostic> stopped = pool.stopped(named);
    if (stopped.isPresent()) {
      return failed(Text.of("wsus-write.no-more", "reason", stopped.get().problem()).toString());
    }
    try {
      Optional<SensorStock> stock = stocks.of(named);
      return stock.isEmpty()
          ? failed(Text.of("wsus-approval.not-read").toString())
          : read(named, stock.get());
    } catch (RefusalException refusal) {
      return failed(refusal.diagnostics().getFirst().problem());
    }
  }

  private static Seen failed(String why) {
    return new Seen(Map.of(), Set.of(), Optional.of(why));
  }

  private Seen read(WsusServer named, SensorStock stock) {
    if (stock.product().isEmpty()) {
      return new Seen(Map.of(), Set.of(), Optional.empty());
    }
    List<Approval> approvals =
        SensorCatalogue.approvals(pool.of(named), stock.product().get(), stock.updates());
    Map<Address, Observation.Found<SensorApproval>> decisions = new HashMap<>();
    Set<Address> managed = new java.util.HashSet<>();
    approvals.stream()
        .filter(Approval::isDecision)
        .sorted(Comparator.comparingInt(approval -> approval.update().revisionNumber()))
        .forEach(approval -> {
          Optional<SensorUpdate> sensor = stock.sensor(approval.update().updateId());
          Optional<TargetGroup> group = stock.tree().find(approval.group());
          // What is expired or declined is installed nowhere, and another may have its version.
          boolean counts =
              sensor.filter(known -> known.update().standing().isInForce()).isPresent();
          if (counts && group.isPresent()) {
            Address address = SensorApproval.address(named.name(), sensor.get(), group.get());
            decisions.put(address, found(address, named, approval, sensor.get()));
            if (isManaged(named, sensor.get().line(), group.get())) {
              managed.add(address);
            }
          }
        });
    return new Seen(decisions, managed, Optional.empty());
  }

  private Observation.Found<SensorApproval> found(
      Address address, WsusServer named, Approval approval, SensorUpdate sensor) {
    return new Observation.Found<>(
        new SensorApproval(
            named.name(),
            sensor.id(),
            approval.group(),
            SensorApproval.word(approval.action()),
            approval.deadline(),
            approval.admin(),
            approval.update().equals(sensor.update().identity())),
        ownership.of(address, approval),
        ApprovalKey.of(approval).toString(),
        approval.isAssigned() ? "" : "offered as optional");
  }

  private boolean isManaged(WsusServer named, ReleaseLine line, TargetGroup group) {
    return section.releases().contains(line)
        && section.rings().stream()
            .flatMap(ring -> named.groups(ring).stream())
            .anyMatch(group::isCalled);
  }
}
