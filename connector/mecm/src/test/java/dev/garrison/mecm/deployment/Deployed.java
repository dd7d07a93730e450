package dev.garrison.mecm.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.clientoperation.DeploymentNotice;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A site in memory with one application, one collection and room for deployments. */
final class Deployed {
  static final Mark MARK = new Mark("contoso-prod");
  static final String MODEL = "ScopeId_1/Application_one";
  static final String OTHER_MODEL = "ScopeId_1/Application_other";
  static final Address ADDRESS = ApplicationDeployment.address("MDE pilot");
  static final Address COLLECTION = new Address("collection", "Pilot servers");
  static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 30, 22, 0);
  static final String CLASS = "SMS_ApplicationAssignment";

  private record There(String name) {}

  final FakeAdminService site =
      new FakeAdminService()
          .table(CLASS, "AssignmentID")
          .table("SMS_Application", "CI_ID")
          .table("SMS_Collection", "CollectionID")
          .table("SMS_AppDeploymentAssetDetails", "AssignmentID", "MachineName")
          .offer(ApplicationDeploymentResource.assumption())
          .method(
              "SMS_ClientOperation.InitiateClientOperation", (_, _) -> FakeAdminService.object());
  final Resolved ids = new Resolved();
  final Set<Address> remade = new HashSet<>();
  final List<String> kept = new ArrayList<>();
  private Optional<DeploymentNotice.Spread> notice = Optional.empty();

  Deployed() {
    site.add("SMS_Application", "CI_ID", 16777001, "ModelName", MODEL, "IsLatest", false);
    site.add("SMS_Application", "CI_ID", 16777002, "ModelName", MODEL, "IsLatest", true);
    site.add("SMS_Application", "CI_ID", 16777003, "ModelName", OTHER_MODEL, "IsLatest", true);
    site.add("SMS_Collection", "CollectionID", "PS100010", "MemberCount", 5);
    ids.update(
        COLLECTION,
        new Observation.Found<>(new There(COLLECTION.name()), new Owner.Ours(), "PS100010", ""));
  }

  /** Clients of new deployments are told, where they are no more than this. */
  Deployed telling(int minutes, int most) {
    notice = Optional.of(new DeploymentNotice.Spread(minutes, most));
    return this;
  }

  ApplicationDeploymentResource resource() {
    Json json = new Json();
    return new ApplicationDeploymentResource(
        site,
        json,
        MARK,
        "collection",
        (deployment, source) -> {
          source.accept(row -> kept.add(deployment + " " + row.path("MachineName").asText()));
          kept.add("on disk after " + site.writes().size() + " writes");
          return "status/1.jsonl";
        },
        new DeploymentNotice(site, json, notice),
        remade::contains);
  }

  static ApplicationDeployment state() {
    return ApplicationDeployment.requiredInstall(
        "MDE pilot",
        MARK.after("Ring pilot."),
        MODEL,
        COLLECTION.name(),
        new Schedule(MONDAY.minusDays(3), MONDAY, false));
  }

  static Wanted<ApplicationDeployment> wanted(ApplicationDeployment state) {
    return Wanted.present(ADDRESS, state);
  }

  static Wanted<ApplicationDeployment> gone() {
    return new Wanted<>(ADDRESS, new Desired.Absent<>("no ring of this name"));
  }

  /** A deployment as the site keeps one that we made. */
  ObjectNode deployment() {
    ObjectNode body =
        FakeAdminService.object(
            "AssignmentID",
            16777301,
            "AssignmentName",
            "MDE pilot",
            "AssignmentDescription",
            MARK.after("Ring pilot."),
            "AssignedCI_UniqueID",
            MODEL + "/4",
            "TargetCollectionID",
            "PS100010",
            "CollectionName",
            COLLECTION.name(),
            "StartTime",
            "2026-11-27T22:00:00Z",
            "EnforcementDeadline",
            "2026-11-30T22:00:00Z",
            "CreationTime",
            "2026-11-24T21:00:00Z");
    DeploymentProperties.write(DeploymentProperties.requiredInstall(false), body);
    ObjectNode row = site.add(CLASS);
    row.setAll(body);
    return row;
  }

  Observations<ApplicationDeployment> observe(Scope scope) {
    return resource().observe(List.of(wanted(state())), ids, scope);
  }

  Observation<ApplicationDeployment> seen() {
    return observe(Scope.WANTED).of(ADDRESS);
  }

  Observation.Found<ApplicationDeployment> found() {
    return (Observation.Found<ApplicationDeployment>) seen();
  }

  Proposal propose(Wanted<ApplicationDeployment> wanted) {
    return resource().propose(wanted, seen());
  }

  Proposal.Proposed proposed(ApplicationDeployment state) {
    return (Proposal.Proposed) propose(wanted(state));
  }

  Outcome carryOut(Action action, ApplicationDeployment state) {
    Observation<ApplicationDeployment> seen = seen();
    site.forgetCalls();
    return resource().carryOut(new Change<>(action, wanted(state), seen), ids, Progress.silent());
  }
}
