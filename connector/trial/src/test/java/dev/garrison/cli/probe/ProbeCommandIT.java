package dev.garrison.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.lab.ServedRequest;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.servers.OwnPorts;
import dev.garrison.trial.TrialProbe;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found on a site, and what a failed check leaves of the others. */
final class ProbeCommandIT {
  private static final long READ = 1;
  private static final long READ_RESOURCE = 1L << 12;

  @TempDir private Path folder;
  private TrialSite site;

  @BeforeEach
  void start() {
    site = new TrialSite("2207", folder.resolve("site"));
  }

  @AfterEach
  void onlyReads() {
    assertThat(site.lab().requests().all().stream().map(ServedRequest::method))
        .allMatch("GET"::equals);
    site.close();
  }

  private Ended probe(String... words) {
    return TrialProbe.run(site.manifest().file(), site.lab().clock(), words);
  }

  @Test
  void aMissingRightIsNamedInTheWordsOfTheConsole() {
    site.lab().rights().only("SMS_Collection", READ | READ_RESOURCE);
    Ended ended = probe();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            """
                FAIL  rights           4 of the 18 permissions that this manifest needs are missing
                                       The permission "Collection: Modify" is missing. It is needed for device collections.
                                       [GAR-0808]
                                       The permission "Collection: Create" is missing. It is needed for device collections.
                                       [GAR-0808]
                                       The permission "Collection: Deploy Applications" is missing. It is needed for deployments.
                                       [GAR-0808]
                                       The permission "Collection: Delete" is missing. Plan and apply work without it; it is needed
                                       for --prune, "garrison undo", and replaced names. [GAR-0809]
                                       Add the permission to the security role of this account (Administration > Security > Security
                                       Roles). See docs/reference/rights.md.
            """);
  }

  @Test
  void rightsThatTheSiteDoesNotTellAreNeitherGrantedNorDenied() {
    site.lab().rights().hide(Optional.empty());
    Ended empty = probe();
    assertThat(empty.code()).as(empty.out()).isZero();
    assertThat(empty.out())
        .contains(
            "warn  rights           not reported by this site",
            "The site doesn't report the permissions of this account (an empty list). [GAR-0810]");
    site.lab().faults().status(RequestMatcher.of("GET", "SMS_RbacSecuredObject"), 404, 1);
    assertThat(probe().out()).contains("of this account (The lab was told to fail here.).");
  }

  @Test
  void anAccountWithoutRightsOnTheProviderIsToldSoAndTheShareIsLookedAtAllTheSame() {
    site.lab().faults().denyWmi();
    Ended ended = probe();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "FAIL  sign-in          The administration service on 127.0.0.1",
            "denied access: GET wmi/SMS_Identification (HTTP",
            "[GAR-0202]",
            "-     site             not checked: needs \"sign-in\", which failed",
            "-     rights           not checked: no provider accepts the sign-in",
            "ok    session          a folder on this computer; the folder has 0 entries",
            "  1 problem, 9 not checked. No changes were made.");
  }

  @Test
  void aClockThatIsTenMinutesOffIsAWarningThatNamesKerberos() {
    Clock slow = Clock.offset(site.lab().clock(), Duration.ofMinutes(-10));
    Ended ended = TrialProbe.run(site.manifest().file(), slow);
    assertThat(ended.code()).as(ended.out()).isZero();
    assertThat(ended.out())
        .containsPattern("warn  clock            (9|10) minutes ahead of this computer")
        .contains("Kerberos allows, so Kerberos sign-in fails.", "[GAR-0805]");
    Clock fast = Clock.offset(site.lab().clock(), Duration.ofMinutes(2).plusSeconds(30));
    assertThat(TrialProbe.run(site.manifest().file(), fast).out())
        .containsPattern("ok    clock            2 minutes behind this computer");
  }

  @Test
  void aProviderThatIsDownDoesNotKeepTheNextOneFromBeingAsked() throws IOException {
    int port = OwnPorts.take();
    site.manifest()
        .replace(
            "providers: [\"", "providers: [\"http://127.0.0.1:" + port + "/AdminService\", \"");
    Ended ended = probe();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "FAIL  port             127.0.0.1:%d doesn't accept connections (the connection was refused). [GAR-0802]"
                .formatted(port),
            "-     certificate      not checked: needs \"port\", which failed",
            "-     sign-in          not checked: needs \"certificate\", which wasn't checked",
            "ok    sign-in          LAB\\garrison (without signing in)",
            "ok    version          PS1: 2207 (5.00.9088.1000)");
  }

  @Test
  void aNameThatCannotBeResolvedIsToldAsThat() {
    site.manifest()
        .replace(site.lab().adminService().toString(), "https://no-such-host.invalid/AdminService");
    Ended ended = probe();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            """
                FAIL  name             The name no-such-host.invalid can't be resolved. [GAR-0801]
                                       Check the address under "site.providers" and the DNS settings of this computer.
                -     port             not checked: needs "name", which failed
            """);
  }

  @Test
  void distributionPointGroupsThatAreNotThereAreNamedWithThoseThatAre() {
    site.manifest().replace("groups: [Europe DPs]", "groups: [Europe DPs, Asia DPs]");
    Ended ended = probe();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            """
                FAIL  point groups     Europe DPs (4 distribution points)
                                       The site shows no distribution point group "Asia DPs". [GAR-0814]
                                       Correct the name in the manifest. The site shows: Americas DPs, Europe DPs.
            """);
  }

  @Test
  void aMistypedCollectionOfARingIsNamedWithItsLineAndTheNearest() {
    site.manifest().replace("[Pilot servers]", "[Pilt servers]");
    Ended ended = probe();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(oneLine(ended))
        .contains(
            "FAIL collections ",
            "The site has no device collection with the name or ID \"Pilt servers\". [GAR-0521] at: "
                + site.manifest().file()
                + ":",
            "Did you mean \"Pilot servers\"?");
  }

  private static String oneLine(Ended ended) {
    return ended.out().replaceAll("\\s+", " ");
  }

  @Test
  void whatTheSiteDoesNotOfferIsNamedWithWhoNeedsIt() {
    site.lab().lack("SMS_Collection.RequestRefresh", "SMS_Application.SDMPackageXML");
    Ended ended = probe();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(oneLine(ended))
        .containsPattern(
            "This site doesn't offer SMS_Collection.RequestRefresh, which is required for [^.]+\\."
                + " \\[GAR-0811]")
        .containsPattern(
            "SMS_Application has no SDMPackageXML on this site. Used by: [^.]+\\. \\[GAR-0813]");
  }

  @Test
  void anAnswerThatIsOtherThanAssumedIsAWarningWithItsRow() {
    site.lab()
        .faults()
        .withoutPropertyFromNowOn(
            RequestMatcher.of("GET", ".*/SMS_ClientSettings.*"), "AgentConfigurations");
    assertThat(oneLine(probe()))
        .contains(
            "1 client setting doesn't show its parts, so Garrison can't determine whether SCEP is installed."
                + " [GAR-0817] Send this report as an issue. Garrison expects this difference and handles it carefully (docs/not-verified.md, row 19).");
  }

  @Test
  void aShareThatCannotBeReachedIsOneProblem() throws IOException {
    int port = OwnPorts.take();
    Path password = Files.writeString(folder.resolve("site/password"), "secret");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    site.manifest()
        .replace(
            "publishTo: \"folder:" + site.share() + "\"",
            "publishTo: \"smb://127.0.0.1:%d/mde\"\n  user: LAB\\svc\n  password: file:password\n  authentication: ntlm"
                .formatted(port));
    Ended ended = probe();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "  Share   smb://127.0.0.1:" + port + "/mde",
            "FAIL  session          ",
            "the server doesn't respond",
            "-     rights           not checked: needs \"session\", which failed");
  }

  @Test
  void aMistakeInTheManifestIsTheUsualDiagnosticAndNothingIsAsked() {
    site.manifest().replace("sampleSharing: none", "sampleSharing: perhaps");
    Ended ended = probe();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("error: ").contains("sampleSharing", "GAR-01");
    assertThat(site.lab().requests().all()).isEmpty();
  }

  @Test
  void theResultAsJsonNamesEachCheck() {
    JsonNode result = new Json().parse(probe("--json").out());
    assertThat(result.path("format").asText()).isEqualTo("garrison.probe/1");
    assertThat(result.path("failed").asLong()).isZero();
    assertThat(result.findValuesAsText("check"))
        .containsExactly(
            "provider.name",
            "provider.port",
            "provider.certificate",
            "provider.clock",
            "provider.sign-in",
            "provider.site",
            "site.version",
            "site.route",
            "site.rights",
            "site.capabilities",
            "site.properties",
            "site.collections",
            "site.point-groups",
            "answers.client-settings",
            "answers.deployments",
            "answers.content",
            "answers.distribution",
            "share.session",
            "share.rights");
  }

  @Test
  void theReportHoldsNoNameAndOverwritesNothing() throws IOException {
    Path report = folder.resolve("report.json");
    site.lab().rights().only("SMS_Collection", READ);
    site.manifest().replace("groups: [Europe DPs]", "groups: [Europe DPs, Asia DPs]");
    Ended ended = probe("--report", report.toString());
    assertThat(ended.err())
        .isEqualToIgnoringNewLines(
            "Report without names written to %s. Read the report before you send it."
                .formatted(report));
    assertThat(Files.getPosixFilePermissions(report))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    String text = Files.readString(report);
    assertThat(text)
        .contains(
            "5.00.9088.1000",
            "GAR-0808",
            "Collection: Modify\\\" is missing.",
            "\"redacted\" : true")
        .doesNotContainIgnoringCase(
            "127.0.0.1",
            "PS1",
            "LAB\\\\",
            "svc",
            "trial",
            "Lab primary",
            "lab.example",
            "Europe DPs",
            "Pilot servers",
            "All Servers",
            "5d1f2c7e",
            site.folder().toString());
    site.lab().requests().reset();
    Ended again = probe("--report", report.toString());
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).contains(report + " already exists. [GAR-0820]");
    assertThat(site.lab().requests().all()).isEmpty();
    assertThat(Files.readString(report)).isEqualTo(text);
  }
}
