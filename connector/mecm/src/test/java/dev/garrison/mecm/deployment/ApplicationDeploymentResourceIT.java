package dev.garrison.mecm.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
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
import dev.garrison.mecm.StandInSite;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.application.sdmpackage.SdmPackageXml;
import dev.garrison.mecm.clientoperation.DeploymentNotice;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site that refuses PUT of a deployment, as nobody public shows it. */
@Tag("first")
final class ApplicationDeploymentResourceIT {
  private static final String SCOPE = "ScopeId_9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214";
  private static final Mark MARK = new Mark("contoso-prod");
  private static final Address PILOT = new Address("collection", "Pilot servers");
  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 30, 22, 0);

  private final StandInSite site = new StandInSite("2207");
  private final Json json = new Json();
  private final Resolved ids = new Resolved();
  private final Set<Address> remade = new HashSet<>();
  private final ApplicationDeploymentResource resource =
      new ApplicationDeploymentResource(
          site.service(),
          json,
          MARK,
          "collection",
          (_, _) -> "nowhere",
          new DeploymentNotice(site.service(), json, Optional.empty()),
          remade::contains);

  @BeforeEach
  void twoApplicationsAndACollection() {
    for (String name : List.of("one", "other")) {
      String digest = new SdmPackageXml().write(application(name), SCOPE);
      site.service().create("SMS_Application", json.object().put("SDMPackageXML", digest));
    }
    String id =
        new Row(
                site.service()
                    .list(
                        ODataQuery.of("SMS_Collection")
                            .keys("CollectionID")
                            .where(ODataFilter.equal("Name", PILOT.name())))
                    .getFirst())
            .text("CollectionID");
    ids.update(PILOT, new Observation.Found<>(MARKED, new Owner.Ours(), id, ""));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private record Marked(String name) {}

  private static final Marked MARKED = new Marked("a collection");

  private static Application application(String name) {
    Identifiers identifiers = new Identifiers("contoso-prod", name, 1);
    return new Application(
        identifiers.application(),
        name,
        MARK.after("Sets something."),
        "Microsoft",
        "1",
        new DeploymentType(
            identifiers.deploymentType(),
            name,
            "",
            Content.none(),
            new Program(
                "x.exe",
                Program.Uninstall.none(),
                ExitCodes.ofOneStep(),
                Program.Experience.hidden(1, 15)),
            new TreeSet<>(),
            List.of(),
            List.of(RegistryClause.passiveMode(true))));
  }

  private static Wanted<ApplicationDeployment> wanted(String application, LocalDateTime deadline) {
    return wanted(application, deadline, false);
  }

  private static Wanted<ApplicationDeployment> wanted(
      String application, LocalDateTime deadline, boolean clientLocalTime) {
    return Wanted.present(
        ApplicationDeployment.address("MDE pilot"),
        ApplicationDeployment.requiredInstall(
            "MDE pilot",
            MARK.after("Ring pilot."),
            SCOPE + "/" + application(application).logicalName(),
            PILOT.name(),
            new Schedule(deadline.minusDays(3), deadline, clientLocalTime)));
  }

  private Observation<ApplicationDeployment> seen(Wanted<ApplicationDeployment> wanted) {
    return resource.observe(List.of(wanted), ids, Scope.WANTED).of(wanted.address());
  }

  private Action carryOut(Wanted<ApplicationDeployment> wanted) {
    Observation<ApplicationDeployment> seen = seen(wanted);
    Action action = ((Proposal.Proposed) resource.propose(wanted, seen)).action();
    resource.carryOut(new Change<>(action, wanted, seen), ids, Progress.silent());
    return action;
  }

  @Test
  void anotherApplicationMakesItAnewWithTheTimesThatItHad() {
    assertThat(carryOut(wanted("one", MONDAY))).isEqualTo(Action.CREATE);
    Wanted<ApplicationDeployment> other = wanted("other", MONDAY.plusDays(7));
    assertThat(carryOut(other)).isEqualTo(Action.REPLACE);
    Observation<ApplicationDeployment> after = seen(other);
    assertThat(((Observation.Found<ApplicationDeployment>) after).state())
        .satisfies(state -> {
          assertThat(state.modelName()).endsWith(application("other").logicalName());
          assertThat(state.deadline()).contains(MONDAY);
        });
    assertThat(((Proposal.Proposed) resource.propose(other, after)).action())
        .isEqualTo(Action.NO_OP);
  }

  private Optional<Diagnostic> found(Wanted<ApplicationDeployment> wanted) {
    return resource.examine(wanted, seen(wanted));
  }

  @Test
  void aDeadlineThatHadPassedWhenItWasMadeIsFound() {
    Wanted<ApplicationDeployment> wanted = wanted("one", MONDAY);
    site.pass(Duration.ofDays(6));
    site.pass(Duration.ofHours(1).plusMinutes(1));
    carryOut(wanted);
    assertThat(found(wanted).orElseThrow())
        .hasToString(
            "The deployment \"MDE pilot\" was created at 2026-11-30T22:01:00Z, after its deadline of 2026-11-30T22:00:00Z. Servers install in their next maintenance window, or immediately if they have none. Run \"garrison status\" to see which servers installed, and compare the clocks of the computers that run Garrison with the site's clock. For a new deadline, delete the deployment in the console and apply again. [DEADLINE_PAST_WHEN_MADE GAR-0273]");
  }

  @Test
  void aDeadlineThatPassesLaterIsNone() {
    Wanted<ApplicationDeployment> wanted = wanted("one", MONDAY);
    carryOut(wanted);
    site.pass(Duration.ofDays(30));
    assertThat(found(wanted)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT6H, false", "PT15H, true"})
  void aDeadlineByTheServersOwnClocksPassesWhereTheDayBeginsFirst(Duration after, boolean isPast) {
    // 18:00 in UTC+14 is 04:00 UTC; the site begins at 21:00 of the day before.
    LocalDateTime deadline = LocalDateTime.of(2026, 11, 25, 18, 0);
    Wanted<ApplicationDeployment> wanted = wanted("one", deadline, true);
    site.pass(after);
    carryOut(wanted);
    assertThat(found(wanted).isPresent()).isEqualTo(isPast);
  }

  @Test
  void oneThatWasMadeAgainOnPurposeIsNone() {
    Wanted<ApplicationDeployment> wanted = wanted("one", MONDAY);
    site.pass(Duration.ofDays(7));
    carryOut(wanted);
    remade.add(wanted.address());
    assertThat(found(wanted)).isEmpty();
  }

  @Test
  void oneOfAnAdministratorIsNone() {
    Wanted<ApplicationDeployment> wanted = wanted("one", MONDAY);
    site.pass(Duration.ofDays(7));
    carryOut(wanted);
    Observation.Found<ApplicationDeployment> ours =
        (Observation.Found<ApplicationDeployment>) seen(wanted);
    Observation<ApplicationDeployment> theirs =
        new Observation.Found<>(ours.state(), new Owner.Nobody(), ours.id(), "");
    assertThat(resource.examine(wanted, theirs)).isEmpty();
  }

  @Test
  void oneThatIsDisabledStaysWithItsApplication() {
    carryOut(wanted("one", MONDAY));
    Wanted<ApplicationDeployment> other = wanted("other", MONDAY);
    ApplicationDeployment state =
        ((Desired.Present<ApplicationDeployment>) other.desired()).state().disabled();
    Proposal.Proposed proposed =
        (Proposal.Proposed) resource.propose(Wanted.present(other.address(), state), seen(other));
    assertThat(proposed.action()).isEqualTo(Action.UPDATE);
    assertThat(proposed.differences())
        .extracting(Difference::path)
        .containsExactly("properties[Enabled]");
  }
}
