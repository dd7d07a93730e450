package dev.garrison.lab.adminservice.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.stream.Stream;

/**
 * The class SMS_Application. Public reports differ on whether SetIsExpired works, so builds before
 * 2111 answer 201 and do nothing.
 */
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source =
        "garrettfoster13/sccmhunter, lib/scripts/pivot.py; autopkg/iancohn-recipes, McmApiProcessors",
    says = "SetIsExpired works from build 9068 on and does nothing before: reports differ.")
final class ApplicationClass implements ProviderClass {
  private static final int RETIRES_SINCE = 9068;
  private final Applications applications;
  private final ApplicationRows rows;

  ApplicationClass(Applications applications, ApplicationRows rows) {
    this.applications = applications;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "SMS_Application";
  }

  @Override
  public Provenance provenance() {
    return Provenance.workingCode(
        "microsoft/configmgr-hub, ApplicationFunctions.ps1; autopkg/iancohn-recipes; garrettfoster13/sccmhunter");
  }

  @Override
  public Stream<ObjectNode> rows() {
    return rows.revisions();
  }

  @Override
  public ObjectNode create(ObjectNode body) {
    Application made =
        applications.create(digest(body), Rows.truth(body, "IsHidden").orElse(false));
    return rows.row(made, made.latest());
  }

  @Override
  public ObjectNode postTo(ObjectNode existing, ObjectNode body) {
    Application made = applications.revise(existing.path("CI_ID").asLong(), digest(body));
    return rows.row(made, made.latest());
  }

  private static String digest(ObjectNode body) {
    return Rows.text(body, "SDMPackageXML")
        .orElseThrow(() -> Refusal.byProvider("an application needs SDMPackageXML"));
  }

  @Override
  public void delete(ObjectNode existing) {
    Application application = applications.require(existing.path("CI_ID").asLong());
    if (rows.use().deployments(application.modelName()) > 0) {
      throw Refusal.byProvider("the application '" + application.title() + "' is deployed");
    }
    applications.delete(existing.path("CI_ID").asLong());
  }

  @Override
  public ObjectNode invoke(String method, ObjectNode existing, ObjectNode parameters) {
    if (!method.equals("SetIsExpired")) {
      throw Refusal.notFound("No method " + method + " on SMS_Application.");
    }
    Application application = applications.require(existing.path("CI_ID").asLong());
    if (rows.site().build() >= RETIRES_SINCE) {
      applications.update(application.expired(parameters.path("Expired").booleanValue()));
    }
    return Rows.success();
  }
}
