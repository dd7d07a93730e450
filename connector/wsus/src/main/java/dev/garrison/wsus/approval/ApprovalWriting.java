package dev.garrison.wsus.approval;

import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.resource.Observation;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.AdminName;
import dev.garrison.wsus.servers.WritePermission;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.time.Duration;
import java.util.Optional;

/**
 * Approves updates and removes approvals that Garrison manages. Before each write, the server is
 * read again. After it, the approval is read back and compared field by field, because the service
 * answers some misunderstandings with success. A server that did something else receives no more
 * writes.
 */
public final class ApprovalWriting {
  /** Shortest time to a deadline; with less, servers would install within the hour. */
  private static final Duration LEAST_NOTICE = Duration.ofHours(1);

  private final WritePermission gate;
  private final SensorStocks stocks;
  private final AdminName admin;

  /**
   * @param admin the name that the console shows for the removal of an approval
   */
  public ApprovalWriting(WritePermission gate, SensorStocks stocks, AdminName admin) {
    this.admin = admin;
    this.gate = gate;
    this.stocks = stocks;
  }

  Outcome approve(WsusServer named, SensorApproval wanted) {
    UpdateServer server = gate.open(named);
    UpdateIdentity update = latest(named, server, wanted);
    wanted
        .deadline()
        .filter(deadline -> deadline.isBefore(server.clock().instant().plus(LEAST_NOTICE)))
        .ifPresent(deadline -> {
          throw refusal(
              WsusCode.DEADLINE_TOO_NEAR,
              "The deadline %s of the approval is past or less than an hour away: computers would install at once."
                  .formatted(deadline),
              "Nothing was approved. Make a new plan.");
        });
    Approval said = server.approve(update, wanted.group(), wanted.deadline(), wanted.approvedBy());
    Optional<Approval> there =
        server.approvals(update).stream()
            .filter(approval -> approval.group().equals(wanted.group()))
            .filter(Approval::isDecision)
            .findFirst();
    requireSame(named, wanted, update, "answered with", Optional.of(said));
    requireSame(named, wanted, update, "shows", there);
    return new Outcome.Done();
  }

  Outcome takeBack(WsusServer named, Observation.Found<SensorApproval> found) {
    UpdateServer server = gate.open(named);
    ApprovalKey key = ApprovalKey.parse(found.id());
    server.removeApproval(key.id(), admin.on(named));
    boolean isStillThere =
        server.approvals(new UpdateIdentity(found.state().update(), key.revision())).stream()
            .anyMatch(approval -> approval.id().equals(key.id()));
    if (isStillThere) {
      throw gate.stop(
          named,
          "%s took the removal of the approval for group %s and still shows it."
              .formatted(named.name(), found.state().group()));
    }
    return new Outcome.Done();
  }

  /**
   * Reads the current identity of the update's latest revision from the server.
   *
   * @throws RefusalException if the update changed since the plan was made
   */
  private UpdateIdentity latest(WsusServer named, UpdateServer server, SensorApproval wanted) {
    SensorUpdate sensor =
        stocks
            .of(named)
            .flatMap(stock -> stock.sensor(wanted.update()))
            .orElseThrow(() -> changed(named, "it is not there any more"));
    Update update =
        stocks
            .now(named, server, wanted.update())
            .orElseThrow(() -> changed(named, "it is not there any more"));
    if (!update.labels().title().equals(sensor.update().labels().title())) {
      throw changed(named, "its title is now '" + update.labels().title() + "'");
    }
    if (update.standing().publication() == Publication.EXPIRED) {
      throw changed(named, "its publisher has withdrawn it");
    }
    if (update.standing().declined()) {
      throw changed(named, "somebody has declined it, and an approval would take that back");
    }
    if (!update.standing().latestRevision()) {
      throw changed(named, "it has a later revision");
    }
    return update.identity();
  }

  private static RefusalException changed(WsusServer named, String how) {
    return refusal(
        WsusCode.UPDATE_NOT_AS_PLANNED,
        "The update on %s is not as it was when the plan was made: %s."
            .formatted(named.name(), how),
        "Nothing was approved. Make a new plan.");
  }

  private void requireSame(
      WsusServer named,
      SensorApproval wanted,
      UpdateIdentity update,
      String verb,
      Optional<Approval> shown) {
    Optional<String> other =
        shown.isEmpty() ? Optional.of("no approval") : other(wanted, update, shown.get());
    other.ifPresent(what -> {
      throw gate.stop(
          named,
          "%s took the approval for group %s and %s %s."
              .formatted(named.name(), wanted.group(), verb, what));
    });
  }

  private static Optional<String> other(
      SensorApproval wanted, UpdateIdentity update, Approval shown) {
    if (!shown.update().equals(update)) {
      return Optional.of("another update: " + shown.update());
    }
    if (!shown.group().equals(wanted.group())) {
      return Optional.of("another group: " + shown.group());
    }
    if (shown.action() != Approval.INSTALL) {
      return Optional.of("the action " + SensorApproval.word(shown.action()));
    }
    if (!shown.isAssigned()) {
      return Optional.of("an optional installation");
    }
    if (!shown.admin().equals(wanted.approvedBy())) {
      return Optional.of("another approver: " + shown.admin());
    }
    return shown.deadline().equals(wanted.deadline())
        ? Optional.empty()
        : Optional.of("the deadline " + shown.deadline().map(Object::toString).orElse("none"));
  }

  private static RefusalException refusal(WsusCode code, String problem, String remedy) {
    return new RefusalException(Diagnostic.error(code, problem, remedy));
  }
}
