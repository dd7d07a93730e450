package dev.garrison.mecm.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.digest.Sha256;
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
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.application.sdmpackage.SdmPackageXml;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A site in memory with applications, and our resource in front of it. */
final class Made {
  static final Mark MARK = new Mark("contoso-prod");
  static final String SCOPE = "ScopeId_9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214";
  static final Identifiers IDS = new Identifiers("contoso-prod", "2022", 1);
  static final String TITLE = "Defender for Endpoint 2022";
  static final String MODEL = SCOPE + "/" + IDS.application();
  static final String FOLDER = "\\\\files.lab.example\\mde$\\1\\";
  static final Address ADDRESS = Application.address(TITLE);

  final FakeAdminService site =
      new FakeAdminService()
          .table("SMS_Application", "CI_ID")
          .lazy("SMS_Application", "SDMPackageXML")
          .table("SMS_ApplicationAssignment", "AssignmentID");
  final List<String> proven = new ArrayList<>();

  ApplicationResource resource() {
    return new ApplicationResource(
        site,
        new Json(),
        MARK,
        () -> SCOPE,
        location -> proven.add(location + " after " + site.writes().size()));
  }

  static Application application() {
    return application(MARK.after("Onboards."), "x.exe", FOLDER);
  }

  static Application application(String description, String command, String folder) {
    return new Application(
        IDS.application(),
        TITLE,
        description,
        "Microsoft",
        "1",
        new DeploymentType(
            IDS.deploymentType(),
            TITLE,
            "",
            Content.downloaded(
                IDS.content(Sha256.of("files"), folder),
                folder,
                List.of(new Content.ContentFile("x.ps1", 18L))),
            new Program(
                command,
                Program.Uninstall.none(),
                ExitCodes.ofOneStep(),
                Program.Experience.hidden(5, 15)),
            new TreeSet<>(),
            List.of(),
            RegistryClause.onboardedTo("5d1f0000-0000-4000-8000-0000000000c2")));
  }

  /** A revision as the site keeps it. */
  ObjectNode row(int ciId, Application application) {
    return site.add(
        "SMS_Application",
        "CI_ID",
        ciId,
        "ModelName",
        SCOPE + "/" + application.logicalName(),
        "LocalizedDisplayName",
        application.title(),
        "LocalizedDescription",
        application.description(),
        "IsLatest",
        true,
        "NumberOfDependentTS",
        0,
        "NumberOfDependentDTs",
        0,
        "SDMPackageXML",
        new SdmPackageXml().write(application, SCOPE));
  }

  static Wanted<Application> wanted(Application application) {
    return Wanted.present(ADDRESS, application);
  }

  static Wanted<Application> gone() {
    return new Wanted<>(ADDRESS, new Desired.Absent<>("no family of this name"));
  }

  Observations<Application> observe(Wanted<Application> wanted, Scope scope) {
    return resource().observe(List.of(wanted), new Resolved(), scope);
  }

  Observation<Application> seen(Wanted<Application> wanted) {
    return observe(wanted, Scope.WANTED).of(ADDRESS);
  }

  Proposal propose(Wanted<Application> wanted) {
    return resource().propose(wanted, seen(wanted));
  }

  Proposal.Proposed proposed(Application application) {
    return (Proposal.Proposed) propose(wanted(application));
  }

  String refused(Wanted<Application> wanted) {
    return ((Proposal.Refused) propose(wanted)).diagnostic().toString();
  }

  Change<Application> change(Action action, Application application) {
    Change<Application> change =
        new Change<>(action, wanted(application), seen(wanted(application)));
    site.forgetCalls();
    return change;
  }

  Outcome carryOut(Change<Application> change) {
    return resource().carryOut(change, new Resolved(), Progress.silent());
  }
}
