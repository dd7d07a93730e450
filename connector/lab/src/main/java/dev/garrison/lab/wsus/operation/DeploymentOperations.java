package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.row.ObjectRows;
import dev.garrison.lab.wsus.scope.UpdateScope;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.work.Approving;
import dev.garrison.lab.wsus.work.Message;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.lab.wsus.work.Variant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Operations on approvals. */
final class DeploymentOperations {
  private final ServerState server;
  private final Approving approving;

  DeploymentOperations(Workings workings) {
    this.server = workings.state();
    this.approving = workings.approving();
  }

  List<Operation> all() {
    return List.of(
        Operation.read(
            "ExecuteSPGetDeploymentsByUpdate1",
            "approvals of one revision, the server's own too",
            Sources.WSDL,
            given -> rows("ExecuteSPGetDeploymentsByUpdate1Result", ofRevision(given))),
        Operation.read(
            "ExecuteSPGetDeploymentsByUpdate2",
            "those of one group",
            Sources.WSDL,
            given ->
                rows(
                    "ExecuteSPGetDeploymentsByUpdate2Result",
                    ofRevision(given).filter(inGroup(given)))),
        Operation.read(
            "ExecuteSPGetDeploymentsByUpdate3",
            "those of one group and action, made between two times",
            Sources.WSDL,
            this::between),
        Operation.read(
            "ExecuteSPGetDeployments",
            "all approvals of the updates that a scope means, of every revision and action",
            Sources.SPECIFICATION,
            given ->
                rows(
                    "ExecuteSPGetDeploymentsResult",
                    UpdateScope.find(server, given).stream().flatMap(this::of))),
        Operation.read("ExecuteSPGetDeploymentById", "one approval", Sources.WSDL, this::byId),
        Operation.read(
            "ExecuteSPGetEulaAcceptances",
            "an acceptance of license terms; its time is not stored",
            Sources.ASSEMBLY_RUN,
            this::acceptances),
        Operation.write(
            "ExecuteSPDeployUpdate1",
            "approves, by the rules above; answers the approval's row",
            Sources.documented("IUpdate.Approve"),
            this::deploy),
        Operation.write(
            "ExecuteSPDeleteDeployment",
            "takes one approval back; an unknown id is not found (inferred)",
            Sources.documented("IUpdateApproval.Delete"),
            given -> {
              approving.delete(given.guid("id"));
              return Operation.NOTHING;
            }),
        Operation.write(
            "ExecuteSPDeclineUpdate",
            "declines all revisions and removes approvals",
            Sources.documented("IUpdate.Decline"),
            given -> {
              approving.decline(given.guid("updateId"), given.flag("failIfReplica"));
              return Operation.NOTHING;
            }),
        Operation.write(
            "ExecuteSPAcceptEula",
            "accepts license terms for every update that has them",
            Sources.documented("IUpdate.AcceptLicenseAgreement"),
            given -> {
              approving.acceptEula(given.guid("eulaId"), Keys.required(given, "updateId"));
              return Operation.NOTHING;
            }));
  }

  private Stream<Approval> of(StoredUpdate update) {
    return (server.quirks().is(Variant.LATEST_APPROVALS_ONLY)
            ? server.approvals().of(update.latest().revision().key())
            : server.approvals().of(update.id()))
        .stream();
  }

  private Row row(Approval approval) {
    return ObjectRows.of(approval, server.quirks());
  }

  /** Writes a list of approvals, unless the server hides them. */
  private ResultWriter.Part rows(String element, Stream<Approval> approvals) {
    boolean silent = server.quirks().is(Variant.APPROVALS_NOT_LISTED);
    List<Row> rows = approvals.filter(_ -> !silent).map(this::row).toList();
    return out -> out.rows(element, rows.stream());
  }

  private Stream<Approval> ofRevision(Arguments given) {
    RevisionKey key = Keys.required(given, "id");
    if (server.holdings().revision(key).isEmpty()) {
      throw ServerFault.notFound(server.says(Message.NO_UPDATE));
    }
    return server.approvals().of(key).stream();
  }

  private Predicate<Approval> inGroup(Arguments given) {
    UUID group = given.guid("targetGroupId");
    if (server.groups().find(group).isEmpty()) {
      throw ServerFault.notFound(server.says(Message.NO_GROUP));
    }
    return approval -> approval.group().equals(group);
  }

  private ResultWriter.Part between(Arguments given) {
    Instant from = SqlTime.of(given, "fromDeploymentDate");
    Instant to = SqlTime.of(given, "toDeploymentDate");
    int action = given.integer("deploymentAction");
    return rows(
        "ExecuteSPGetDeploymentsByUpdate3Result",
        ofRevision(given)
            .filter(inGroup(given))
            .filter(approval -> action == Integer.MAX_VALUE || approval.action() == action)
            .filter(approval -> !approval.made().isBefore(from) && !approval.made().isAfter(to)));
  }

  private ResultWriter.Part byId(Arguments given) {
    Row row =
        server
            .approvals()
            .find(given.guid("deploymentId"))
            .map(this::row)
            .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_ITEM)));
    return out -> out.row("ExecuteSPGetDeploymentByIdResult", row);
  }

  private ResultWriter.Part acceptances(Arguments given) {
    UUID eula = given.guid("id");
    if (!server.holdings().acceptedEulas().contains(eula)) {
      throw ServerFault.notFound(server.says(Message.NO_ITEM));
    }
    return out ->
        out.row(
            "ExecuteSPGetEulaAcceptancesResult",
            Row.of(Cell.guid(eula), Cell.nil(), Cell.text("LAB\\admin")));
  }

  private ResultWriter.Part deploy(Arguments given) {
    Approval made =
        approving.approve(
            new Approving.Wish(
                Keys.required(given, "updateId"),
                given.integer("deploymentAction"),
                given.guid("targetGroupId"),
                SqlTime.of(given, "deadline"),
                given.text("adminName").orElse(""),
                given.flag("isAssigned")));
    Row row = row(made);
    return out -> out.row("ExecuteSPDeployUpdate1Result", row);
  }
}
