package dev.garrison.wsus.approval;

import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.resource.Observation;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
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
              Message.of("wsus-approval.deadline-near", "deadline", deadline));
        });
    Approval said = server.approve(update, wanted.group(), wanted.deadline(), wanted.approvedBy());
    Optional<Approval> there =
        server.approvals(update).stream()
            .filter(approval -> approval.group().equals(wanted.group()))
            .filter(Approval::isDecision)
            .findFirst();
    requireSame(named, wanted, update, "wsus-write.approval-answered", Optional.of(said));
    requireSame(named, wanted, update, "wsus-write.approval-shown", there);
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
          Text.of(
              "wsus-write.approval-remains",
              "server",
              named.name(),
              "group",
              found.state().group()));
    }
    return new Outcome.Done();
  }

  /**
   * Reads the current identity of the update's latest revision from the server.
   *
   * @throws RefusalException if the update changed since the plan was made
   */
  private UpdateIdentity latest(WsusServer named, UpdateServer server, SensorApproval wanted) {
    Text gone = Text.of("wsus-update.gone", "server", named.name());
    SensorUpdate sensor =
        stocks
            .of(named)
            .flatMap(stock -> stock.sensor(wanted.update()))
            .orElseThrow(() -> changed(gone));
    Update update = stocks.now(named, server, wanted.update()).orElseThrow(() -> changed(gone));
    String title = update.labels().title();
    if (!title.equals(sensor.update().labels().title())) {
      throw changed(Text.of("wsus-update.renamed", "server", named.name(), "title", title));
    }
    if (update.standing().publication() == Publication.EXPIRED) {
      throw changed(Text.of("wsus-update.withdrawn", "server", named.name()));
    }
    if (update.standing().declined()) {
      throw changed(Text.of("wsus-update.declined", "server", named.name()));
    }
    if (!update.standing().latestRevision()) {
      throw changed(Text.of("wsus-update.revised", "server", named.name()));
    }
    return update.identity();
  }

  private static RefusalException changed(Text how) {
    return refusal(
        WsusCode.UPDATE_NOT_AS_PLANNED, new Message(how, Text.of("wsus-update.changed")));
  }

  private void requireSame(
      WsusServer named,
      SensorApproval wanted,
      UpdateIdentity update,
      String key,
      Optional<Approval> shown) {
    Optional<Text> other =
        shown.isEmpty()
            ? Optional.of(Text.of("wsus-approval.none"))
            : other(wanted, update, shown.get());
    other.ifPresent(what -> {
      throw gate.stop(
          named, Text.of(key, "server", named.name(), "group", wanted.group(), "found", what));
    });
  }

  private static Optional<Text> other(
      SensorApproval wanted, UpdateIdentity update, Approval shown) {
    if (!shown.update().equals(update)) {
      return Optional.of(Text.of("wsus-approval.other-update", "update", shown.update()));
    }
    if (!shown.group().equals(wanted.group())) {
      return Optional.of(Text.of("wsus-approval.other-group", "group", shown.group()));
    }
    if (shown.action() != Approval.INSTALL) {
      return Optional.of(
          Text.of("wsus-approval.other-action", "action", SensorApproval.word(shown.action())));
    }
    if (!shown.isAssigned()) {
      return Optional.of(Text.of("wsus-approval.optional"));
    }
    if (!shown.admin().equals(wanted.approvedBy())) {
      return Optional.of(Text.of("wsus-approval.other-approver", "approver", shown.admin()));
    }
    return shown.deadline().equals(wanted.deadline())
        ? Optional.empty()
        : Optional.of(
            shown
                .deadline()
                .map(found -> Text.of("wsus-approval.other-deadline", "deadline", found))
                .orElseGet(() -> Text.of("wsus-approval.no-deadline")));
  }

  private static RefusalException refusal(WsusCode code, Message message) {
    return new RefusalException(Diagnostic.error(code, message));
  }
}
