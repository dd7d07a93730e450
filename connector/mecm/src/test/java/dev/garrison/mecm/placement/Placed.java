package dev.garrison.mecm.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.apply.Applier;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.Journal;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.Planner;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.StateForm;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.StandInSite;
import dev.garrison.mecm.application.ApplicationResource;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollectionResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An application and a collection on a stand-in site, with all kinds that this package adds. */
final class Placed implements AutoCloseable {
  static final Address APPLICATION = Application.address("Defender for Endpoint 2022");
  static final Address COLLECTION = DeviceCollection.address("MDE pilot");
  static final String MODEL_NAME =
      "ScopeId_9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214/"
          + new Identifiers("contoso-prod", "2022", 1).application();
  private static final Mark MARK = new Mark("contoso-prod");

  private final StandInSite site;
  private final Json json = new Json();

  Placed(String name) {
    site = new StandInSite(name);
  }

  StandInSite site() {
    return site;
  }

  static List<Wanted<?>> objects() {
    DeviceCollection collection =
        new DeviceCollection(
            COLLECTION.name(),
            MARK.after("Pilot."),
            "All Servers",
            Set.of(),
            Set.of("Pilot servers"),
            Set.of(),
            Set.of(),
            DeviceCollection.PERIODIC);
    return List.of(
        Wanted.present(APPLICATION, application()), Wanted.present(COLLECTION, collection));
  }

  private static Application application() {
    Identifiers identifiers = new Identifiers("contoso-prod", "2022", 1);
    String location = "\\\\files.lab.example\\mde$\\mde-onboarding\\1\\";
    Content content =
        Content.downloaded(
            identifiers.content(Sha256.of("files"), location),
            location,
            List.of(new Content.ContentFile("WindowsDefenderATPOnboardingScript.cmd", 18L)));
    Program program =
        new Program(
            "powershell.exe -File x.ps1",
            Program.Uninstall.none(),
            ExitCodes.ofTheWrapper(),
            Program.Experience.hidden(5, 15));
    return new Application(
        identifiers.application(),
        APPLICATION.name(),
        MARK.after("Onboards."),
        "Microsoft",
        "1",
        new DeploymentType(
            identifiers.deploymentType(),
            APPLICATION.name(),
            "",
            content,
            program,
            new TreeSet<>(),
            List.of(),
            RegistryClause.onboardedTo("5d1f0000-0000-4000-8000-0000000000c2")));
  }

  Planned plan(List<Wanted<?>> wanted) {
    Intent intent =
        new Intent(
            "contoso-prod",
            Sha256.of(""),
            "site PS1",
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            StandInSite.START,
            Optional.empty(),
            wanted,
            List.of());
    String scope = MODEL_NAME.substring(0, MODEL_NAME.indexOf('/'));
    return new Planner(
            new ResourceTypes(
                List.of(
                    new ApplicationResource(site.service(), json, MARK, () -> scope, _ -> {}),
                    new DeviceCollectionResource(site.service(), json, MARK),
                    new ConsoleFolderResource(site.service(), json),
                    new FolderPlacementResource(site.service(), json),
                    new ScopeMembershipResource(site.service(), json))))
        .plan(intent, Allowances.NONE);
  }

  void converge(List<Wanted<?>> wanted) {
    ApplyReport report = apply(plan(wanted));
    assertThat(report.complete()).as(report.toString()).isTrue();
  }

  ApplyReport apply(Planned planned) {
    return new Applier(new NoJournal(), ApplyListener.silent()).apply(planned);
  }

  PlannedChange change(List<Wanted<?>> wanted, Address address) {
    return plan(wanted).plan().changes().stream()
        .filter(change -> change.address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  Action action(List<Wanted<?>> wanted, Address address) {
    return change(wanted, address).action();
  }

  @Override
  public void close() {
    site.close();
  }

  private static final class NoJournal implements Journal {
    @Override
    public <S extends Record> void before(
        Address address, Action action, StateForm<S> form, Observation<S> seen) {
      // These tests look at the site.
    }

    @Override
    public <S extends Record> void after(
        Address address, Action action, StepResult result, StateForm<S> form, Observation<S> seen) {
      // These tests look at the site.
    }

    @Override
    public String head() {
      return "";
    }
  }
}
