package dev.garrison.mecm.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Dependency;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.application.sdmpackage.SdmPackageXml;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found of an application, and what is proposed for it. */
final class ApplicationResourceTest {
  private final Made there = new Made();

  private static Application other(String title, String description) {
    Identifiers ids = new Identifiers("contoso-prod", title.replace(' ', '-'), 1);
    Application base = Made.application(description, "y.exe", Made.FOLDER);
    DeploymentType type = base.deploymentType();
    return new Application(
        ids.application(),
        title,
        description,
        base.publisher(),
        base.softwareVersion(),
        new DeploymentType(
            ids.deploymentType(),
            title,
            "",
            type.content(),
            type.program(),
            type.operatingSystems(),
            type.dependencies(),
            type.detection()));
  }

  @Test
  void oneThatIsNotThereIsCreated() {
    assertThat(there.seen(Made.wanted(Made.application()))).isEqualTo(new Observation.Missing<>());
    assertThat(there.proposed(Made.application()))
        .satisfies(create -> {
          assertThat(create.action()).isEqualTo(Action.CREATE);
          assertThat(create.summary()).isEqualTo("1 file, detection: 4 registry values");
        });
  }

  @Test
  void theSummarySaysOnHowManyItDepends() {
    Application base = Made.application();
    DeploymentType type = base.deploymentType();
    Application depending =
        new Application(
            base.logicalName(),
            base.title(),
            base.description(),
            base.publisher(),
            base.softwareVersion(),
            new DeploymentType(
                type.logicalName(),
                type.name(),
                "",
                type.content(),
                type.program(),
                type.operatingSystems(),
                List.of(Dependency.on(other("Base", "x"))),
                List.of(RegistryClause.passiveMode(true))));
    assertThat(there.proposed(depending).summary())
        .isEqualTo("1 file, detection: 1 registry value, depends on 1 other application");
  }

  @Test
  void oneThatTheConsoleCouldNotOpenIsNotPlanned() {
    assertThat(
            there.refused(
                Made.wanted(Made.application("Onboards.", "x".repeat(1025), Made.FOLDER))))
        .isEqualTo(
            "The application \"Defender for Endpoint 2022\" can't be written: the install command line has 1,025 characters, but the limit is 1,024. Correct the value in the manifest. No changes were made. [APPLICATION_NOT_WRITABLE GAR-0545]");
  }

  @Test
  void oneThatIsAsWantedNeedsNothing() {
    there.row(16777001, Made.application());
    assertThat(there.seen(Made.wanted(Made.application())))
        .isInstanceOfSatisfying(
            Observation.Found.class,
            found -> {
              assertThat(found.state()).isEqualTo(Made.application());
              assertThat(found.owner()).isEqualTo(new Owner.Ours());
              assertThat(found.id()).isEqualTo(Made.MODEL);
            });
    assertThat(there.proposed(Made.application()).action()).isEqualTo(Action.NO_OP);
  }

  @Test
  void oneThatDiffersGetsANewRevision() {
    there.row(16777001, Made.application());
    assertThat(there.proposed(Made.application(Made.MARK.after("Onboards."), "y.exe", Made.FOLDER)))
        .satisfies(update -> {
          assertThat(update.action()).isEqualTo(Action.UPDATE);
          assertThat(update.differences())
              .extracting(Difference::path)
              .containsExactly("deploymentType.program.installCommandLine");
          assertThat(update.notes()).isEmpty();
        });
  }

  /** A client with such a value runs the script of the new revision, although it was done. */
  @Test
  void aDetectionThatRequiresMoreValuesToBeMissingSaysWhatServersDo() {
    there.row(16777001, detecting(List.of(RegistryClause.passiveMode(false))));
    assertThat(there.proposed(Made.application()).notes())
        .containsExactly(
            "detection now requires that these values don't exist:"
                + " OnboardingPending, 696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A. The script runs on"
                + " each server that has one of them, with everything that its command line says;"
                + " on other servers nothing changes");
  }

  private static Application detecting(List<RegistryClause> detection) {
    Application base = Made.application();
    DeploymentType type = base.deploymentType();
    return new Application(
        base.logicalName(),
        base.title(),
        base.description(),
        base.publisher(),
        base.softwareVersion(),
        new DeploymentType(
            type.logicalName(),
            type.name(),
            "",
            type.content(),
            type.program(),
            type.operatingSystems(),
            List.of(),
            detection));
  }

  private ObjectNode edited(String at, String edit) {
    ObjectNode row = there.row(16777001, Made.application());
    String digest = row.path("SDMPackageXML").textValue();
    assertThat(digest).contains(at);
    return row.put("SDMPackageXML", digest.replace(at, edit));
  }

  @Test
  void whatAnAdministratorAddedIsKeptAndNamed() {
    edited("</Info>", "<InfoUrl>https://example.com/</InfoUrl></Info>");
    assertThat(there.proposed(Made.application()).action()).isEqualTo(Action.NO_OP);
    assertThat(
            there
                .proposed(Made.application(Made.MARK.after("Onboards."), "y.exe", Made.FOLDER))
                .notes())
        .singleElement()
        .asString()
        .startsWith("keeps the edits that an administrator made: ")
        .contains("InfoUrl");
  }

  @Test
  void anotherApplicationOfThatNameIsRefused() {
    mine();
    Application renumbered = other("Defender for Endpoint 2022", Made.MARK.after("Onboards."));
    assertThat(there.refused(Made.wanted(renumbered)))
        .startsWith("\"Defender for Endpoint 2022\" is another application: its logical name is ")
        .endsWith("[DIGEST_OF_ANOTHER_APPLICATION GAR-0544]");
  }

  @Test
  void namesCountWithoutCaseAndOnlyLatestRevisionsCount() {
    there.row(16777001, Made.application()).put("IsLatest", false);
    assertThat(there.seen(Made.wanted(Made.application()))).isEqualTo(new Observation.Missing<>());
    there
        .row(16777002, Made.application())
        .put("LocalizedDisplayName", "DEFENDER for endpoint 2022");
    assertThat(there.seen(Made.wanted(Made.application()))).isInstanceOf(Observation.Found.class);
  }

  @Test
  void severalOfOneNameAreNotChosenBetween() {
    there.row(16777001, Made.application());
    there.row(16777002, Made.application()).put("ModelName", "ScopeId_2/Application_x");
    assertThat(there.seen(Made.wanted(Made.application())))
        .isEqualTo(new Observation.Ambiguous<>(List.of(Made.MODEL, "ScopeId_2/Application_x")));
  }

  @Test
  void oneThatWasRenamedIsNotMadeAgain() {
    there.row(16777001, Made.application()).put("LocalizedDisplayName", "MDE");
    assertThat(there.refused(Made.wanted(Made.application())))
        .isEqualTo(
            "application/Defender for Endpoint 2022 exists, but Garrison can't interpret its properties: the site has it under the name \"MDE\", and Garrison doesn't rename applications. Set \"naming.application\" to that name. Check the object in the console, or delete it there if it isn't needed. No changes were made. [OBJECT_UNREADABLE GAR-0504]");
    assertThat(there.seen(Made.gone())).isEqualTo(new Observation.Missing<>());
  }

  @Test
  void oneWhoseDigestIsNotReadIsNotTouched() {
    there.row(16777001, Made.application()).put("SDMPackageXML", "<x/>");
    assertThat(there.seen(Made.wanted(Made.application())))
        .isInstanceOf(Observation.Unreadable.class);
    there.site.clear("SMS_Application");
    there.row(16777001, Made.application()).remove("SDMPackageXML");
    assertThat(there.seen(Made.wanted(Made.application())))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void oneThatIsNotOursIsRefused() {
    there.row(16777001, Made.application("Onboards.", "x.exe", Made.FOLDER));
    assertThat(there.refused(Made.wanted(Made.application("Other.", "y.exe", Made.FOLDER))))
        .endsWith("[OBJECT_NOT_OURS GAR-0501]");
  }

  static Stream<Arguments> uses() {
    return Stream.of(
        use(
            test -> test.mine().put("NumberOfDependentTS", 2),
            "2 task sequences install the application"),
        use(
            test -> test.mine().put("NumberOfDependentDTs", 1),
            "1 deployment type depends on the application"),
        use(
            test -> {
              test.mine();
              test.deployment("Theirs", "x", Made.MODEL + "/1");
            },
            "deployment \"Theirs\" isn't managed by Garrison"),
        use(
            test -> {
              test.mine().put("NumberOfDependentTS", 1);
              test.deployment("Others", new Mark("other").after("x"), Made.MODEL + "/7");
            },
            "1 task sequence installs the application, deployment \"Others\" isn't managed by Garrison"));
  }

  private static Arguments use(Consumer<ApplicationResourceTest> given, String words) {
    return Arguments.of(given, words);
  }

  private ObjectNode mine() {
    return there.row(16777001, Made.application());
  }

  private void deployment(String name, String description, String uniqueId) {
    there.site.add(
        "SMS_ApplicationAssignment",
        "AssignmentID",
        1,
        "AssignmentName",
        name,
        "AssignmentDescription",
        description,
        "AssignedCI_UniqueID",
        uniqueId);
  }

  @ParameterizedTest
  @MethodSource("uses")
  void oneThatOthersUseIsNotDeleted(Consumer<ApplicationResourceTest> given, String words) {
    given.accept(this);
    assertThat(there.refused(Made.gone()))
        .isEqualTo(
            "\"application/Defender for Endpoint 2022\" can't be deleted because other objects use the application: %s. Remove these uses in the console first, or keep the application in the manifest. [APPLICATION_IN_USE GAR-0281]"
                .formatted(words));
    assertThat(there.proposed(Made.application()).action()).isEqualTo(Action.NO_OP);
  }

  @Test
  void oneThatNobodyElseUsesIsDeleted() {
    mine();
    deployment("Ours", Made.MARK.after("x"), Made.MODEL + "/1");
    deployment("Elsewhere", "x", "ScopeId_2/Application_x/1");
    assertThat(there.propose(Made.gone()))
        .isEqualTo(new Proposal.Proposed(Action.DELETE, "no family of this name"));
  }

  private static Application depending(String title, Application on) {
    Application base = other(title, Made.MARK.after("x"));
    DeploymentType type = base.deploymentType();
    return new Application(
        base.logicalName(),
        base.title(),
        base.description(),
        base.publisher(),
        base.softwareVersion(),
        new DeploymentType(
            type.logicalName(),
            type.name(),
            "",
            type.content(),
            type.program(),
            type.operatingSystems(),
            List.of(Dependency.on(on)),
            type.detection()));
  }

  private Observation.Found<Application> found(Observation<Application> seen) {
    return (Observation.Found<Application>) seen;
  }

  @Test
  void theUsesByOneThatIsDeletedFirstAreTakenOff() {
    mine().put("NumberOfDependentDTs", 2);
    there.row(16777002, depending("User", Made.application()));
    var orphans = there.observe(Made.gone(), Scope.WANTED_AND_ORPHANS).orphans();
    var user = Objects.requireNonNull(orphans.get(Application.address("User")));
    var seen = found(there.seen(Made.gone()));
    var once = there.resource().without(user, seen);
    assertThat(((Proposal.Refused) there.resource().propose(Made.gone(), once)).diagnostic())
        .hasToString(
            "\"application/Defender for Endpoint 2022\" can't be deleted because other objects use the application: 1 deployment type depends on the application. Remove these uses in the console first, or keep the application in the manifest. [APPLICATION_IN_USE GAR-0281]");
    assertThat(there.resource().propose(Made.gone(), there.resource().without(user, once)))
        .isEqualTo(new Proposal.Proposed(Action.DELETE, "no family of this name"));
    assertThat(there.resource().without(seen, user)).isEqualTo(user);
  }

  /** Undo compares what the journal kept of an application with what is read later. */
  @Test
  void whatIsKeptOfOneThatStaysHasNoUses() {
    mine().put("NumberOfDependentDTs", 2);
    assertThat(found(there.seen(Made.wanted(Made.application()))).unmodelled())
        .isEqualTo(new SdmPackageXml().write(Made.application(), Made.SCOPE) + "\u0000");
  }

  @Test
  void onlyOursThatNobodyAskedForAreOrphans() {
    mine();
    there.row(16777002, other("MDE old", Made.MARK.after("x")));
    there.row(16777003, other("MDE theirs", new Mark("other").after("x")));
    there.row(16777004, other("MDE odd", Made.MARK.after("x"))).put("SDMPackageXML", "<x/>");
    there.row(16777005, other("MDE used", Made.MARK.after("x"))).put("NumberOfDependentTS", 3);
    var wanted = Made.wanted(Made.application());
    assertThat(there.observe(wanted, Scope.WANTED).orphans()).isEmpty();
    var orphans = there.observe(wanted, Scope.WANTED_AND_ORPHANS).orphans();
    assertThat(orphans)
        .containsOnlyKeys(Application.address("MDE old"), Application.address("MDE used"));
    assertThat(
            there
                .resource()
                .propose(
                    new Wanted<>(Application.address("MDE used"), new Desired.Absent<>("orphan")),
                    Objects.requireNonNull(orphans.get(Application.address("MDE used")))))
        .isInstanceOf(Proposal.Refused.class);
  }

  @Test
  void usesAreReadOnlyWhereOneMightBeDeleted() {
    mine();
    there.seen(Made.wanted(Made.application()));
    assertThat(there.site.calls())
        .extracting(FakeAdminService.Call::verb)
        .containsExactly("query", "get");
  }

  @Test
  void theMarkGoesBehindTheDescription() {
    assertThat(
            there.resource().marked(Made.application("Onboards.", "x.exe", Made.FOLDER), Made.MARK))
        .isEqualTo(Made.application());
    assertThat(there.resource().references(Made.application())).isEmpty();
    assertThat(there.resource().kind().name()).isEqualTo("application");
    assertThat(there.resource().kind().form().stateClass()).isEqualTo(Application.class);
    assertThat(there.resource().kind().rollback().of(Action.UPDATE))
        .isEqualTo(
            "A new revision gets the earlier values. Servers that ran the other revision stay as that revision left them.");
  }
}
