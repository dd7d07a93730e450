package dev.garrison.mecm.distribution;

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
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.distribution.ContentDistributionResource.Rules;
import java.util.ArrayList;
import java.util.List;

/** A site in memory with an application, its content package and three groups of one point each. */
final class Distributed {
  static final Mark MARK = new Mark("contoso-prod");
  static final String MODEL = "ScopeId_1/Application_one";
  static final Address ADDRESS = ContentDistribution.address("Defender");
  static final Address APPLICATION = new Address("application", "Defender");

  private record There(String name) {}

  final FakeAdminService site =
      new FakeAdminService()
          .table("SMS_DistributionPointGroup", "GroupID")
          .table("SMS_ContentPackage", "PackageID")
          .table("SMS_DPGroupContentInfo", "GroupID", "ObjectID")
          .table("SMS_DPGroupPackages", "GroupID", "PkgID")
          .table("SMS_DPGroupDistributionStatusDetails", "ID")
          .table("SMS_PackageStatusDistPointsSummarizer", "ServerNALPath")
          .table("SMS_DeploymentType", "CI_ID")
          .table("SMS_PackageToContent", "ContentID")
          .table("SMS_ApplicationAssignment", "AssignmentID")
          .offer(ContentDistributionResource.assumption())
          .method("SMS_ContentPackage.AddDistributionPointGroup", (_, _) -> none())
          .method("SMS_DistributionPointGroup.RemovePackages", (_, _) -> none());
  final Resolved ids = new Resolved();
  final List<String> proven = new ArrayList<>();
  private int reports;

  Distributed() {
    ids.update(
        APPLICATION, new Observation.Found<>(new There("Defender"), new Owner.Ours(), MODEL, ""));
    for (String group : List.of("A", "B", "C")) {
      group("{" + group + "}", group, 1);
    }
  }

  private static ObjectNode none() {
    return FakeAdminService.object();
  }

  void group(String id, String name, int members) {
    site.add("SMS_DistributionPointGroup", "GroupID", id, "Name", name, "MemberCount", members);
  }

  /** The content package, in this version. */
  Distributed packaged(int version) {
    site.add(
        "SMS_ContentPackage",
        "PackageID",
        "PS100020",
        "SecurityKey",
        MODEL,
        "SourceVersion",
        version);
    return this;
  }

  Distributed assigned(String group) {
    site.add("SMS_DPGroupContentInfo", "GroupID", "{" + group + "}", "ObjectID", MODEL);
    return this;
  }

  /** What the only point of a group reports, and which version it has. */
  Distributed point(String group, int state, int version) {
    return point(group, "dp" + group, state, 0, version);
  }

  /** The report of one point, with the number of its status message. */
  Distributed point(String group, String name, int state, int message, int version) {
    site.add(
        "SMS_DPGroupDistributionStatusDetails",
        "ID",
        ++reports,
        "ObjectID",
        MODEL,
        "GroupID",
        "{" + group + "}",
        "DPName",
        name,
        "MessageState",
        state,
        "MessageID",
        message,
        "StatusTime",
        "2026-11-24T21:00:00Z");
    site.add(
        "SMS_PackageStatusDistPointsSummarizer",
        "PackageID",
        "PS100020",
        "ServerNALPath",
        "\\\\" + name + ".corp.example\\",
        "SiteCode",
        "PS1",
        "SourceVersion",
        version);
    return this;
  }

  /** A group that has it all. */
  Distributed on(String group) {
    return assigned(group).point(group, 1, 2);
  }

  Distributed deployment(String name, String description, String uniqueId) {
    site.add(
        "SMS_ApplicationAssignment",
        "AssignmentID",
        ++reports,
        "AssignmentName",
        name,
        "AssignmentDescription",
        description,
        "AssignedCI_UniqueID",
        uniqueId);
    return this;
  }

  ContentDistributionResource resource() {
    return new ContentDistributionResource(
        site,
        new Json(),
        MARK,
        new Rules(100, "application"),
        model -> proven.add(model + " after " + site.writes().size()));
  }

  static Wanted<ContentDistribution> to(String... groups) {
    return Wanted.present(ADDRESS, ContentDistribution.to(MODEL, List.of(groups)));
  }

  static Wanted<ContentDistribution> gone() {
    return new Wanted<>(ADDRESS, new Desired.Absent<>("no longer wanted"));
  }

  Observation<ContentDistribution> seen(Wanted<ContentDistribution> wanted) {
    return resource().observe(List.of(wanted), ids, Scope.WANTED).of(ADDRESS);
  }

  Proposal.Proposed propose(Wanted<ContentDistribution> wanted) {
    ContentDistributionResource resource = resource();
    return (Proposal.Proposed)
        resource.propose(wanted, resource.observe(List.of(wanted), ids, Scope.WANTED).of(ADDRESS));
  }

  Outcome carryOut(Action action, Wanted<ContentDistribution> wanted) {
    Change<ContentDistribution> change = new Change<>(action, wanted, seen(wanted));
    site.forgetCalls();
    return resource().carryOut(change, ids, Progress.silent());
  }
}
