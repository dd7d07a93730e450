package dev.garrison.cli.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.lab.wsus.catalogue.Sensor;
import dev.garrison.lab.wsus.catalogue.SensorUpdates;
import dev.garrison.lab.wsus.soap.WireStyle;
import dev.garrison.lab.wsus.state.ApprovalRule;
import dev.garrison.lab.wsus.state.Groups;
import dev.garrison.lab.wsus.work.Variant;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialWsus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found on update servers. */
final class WsusProbeIT {
  private static final String UPSTREAM = "wsus01.lab.example";
  private static final UUID SENSOR = UUID.fromString("a3c2375d-0c8a-42f9-bce0-28333e198407");

  @TempDir private Path folder;
  private TrialWsus trial;

  @BeforeEach
  void start() {
    trial = new TrialWsus(folder);
  }

  @AfterEach
  void onlyReadsAndOnlyAsTheContractSays() {
    trial
        .lab()
        .updateServers()
        .all()
        .forEach(server -> {
          assertThat(server.calls().writes()).isEmpty();
          assertThat(server.calls().violations()).isEmpty();
        });
    trial.close();
  }

  private Ended probeUpstream(String... words) {
    return trial.runOn(UPSTREAM, "probe", words);
  }

  @Test
  void anUpstreamServerIsShownFromItsNameToItsHealth() {
    Ended ended = probeUpstream();
    assertThat(ended.code()).isZero();
    assertThat(ended.steady().replace("\r", ""))
        .isEqualTo(
            """
            trial, site PS1, TIME UTC

              WSUS   http://127.0.0.1:PORT
                ok    name             specified as an address
                ok    port             PORT, TIME
                ok    certificate      none: http, on this computer only
                ok    clock            same as this computer, to the second
                ok    sign-in          WSUS Administrators (without signing in)
                ok    version          WSUS 10.0.20348.2849, protocol 1.20
                ok    operations       172 offered, 31 that Garrison uses, all as expected
                ok    configuration    server ID 6d2b1a9e-3f40-4c55-8a11-90c2f1e0b7d4
                                       autonomous, from Microsoft Update, update files stored on the server
                                       approvals follow to new revisions
                ok    synchronization  automatic, once a day, last succeeded TIME UTC
                ok    product          a3c2375d-0c8a-42f9-bce0-28333e198407, synchronized
                ok    KB5005292        9 updates, 9 in force
                                       unified agent, no channel: newest 10.8798.25857.1000
                                       Windows 10/11, Current Channel (Staged): newest 10.8838.26060.15013
                                       Windows Server 2019, Beta Channel: newest 10.8840.26090.1001
                                       Windows Server 2019, Current Channel (Broad): newest 10.8838.26060.1002
                ok    groups           Frozen servers, Pilot servers, Production servers, Servers
                ok    rules            automatic approval rules: 1, enabled: 0
                ok    health           12 updates, 0 declined, 0 expired and not declined
                ok    rows             approval: dateTime unsignedByte int dateTime dateTime string guid boolean guid int guid
                                       article: int string
                                       category: int guid string boolean boolean short nil string string nil dateTime int
                                       category title: int string string
                                       downstream: string guid dateTime guid dateTime string boolean
                                       group: string string guid int int guid|nil
                                       rule group: string string guid int int nil
                                       update: guid int int int boolean boolean int int boolean boolean boolean int int boolean
                                       boolean string int dateTime boolean unsignedByte guid boolean boolean boolean boolean
                                       dateTime boolean nil string string string nil boolean boolean boolean boolean int

              All checks passed. No changes were made.
            """);
  }

  @Test
  void allServersOfTheManifestAreLookedAt() {
    assertThat(trial.run("probe").out())
        .contains("WSUS 10.0.20348.2849", "WSUS 10.0.26100.1742", "WSUS 10.0.14393.6897")
        .contains("replica, from wsus01.lab.example")
        .contains("407, synchronized by the upstream server");
  }

  @ParameterizedTest
  @EnumSource(WireStyle.Prefixes.class)
  void aServerWithMoreColumnsAndOtherPrefixesIsReadAllTheSame(WireStyle.Prefixes prefixes) {
    String usual = probeUpstream().steady();
    trial.server(UPSTREAM).quirks(quirks -> quirks.style(new WireStyle(prefixes, 3, true)));
    String probed = probeUpstream().steady();
    assertThat(withoutRows(probed)).isEqualTo(withoutRows(usual));
    assertThat(probed).contains("article: int string int nil int");
  }

  private static String withoutRows(String probed) {
    return probed.replaceFirst("(?s)  rows  .*?\\R\\R", "");
  }

  @Test
  void aRowThatIsNotUnderstoodIsAFinding() {
    trial
        .server(UPSTREAM)
        .quirks(quirks ->
            quirks.unreadable().add(SensorUpdates.idOf(new Sensor("", "10.8798.25857.1000", ""))));
    assertThat(probeUpstream().out().replaceAll("\\s+", " "))
        .contains(
            "returned rows that Garrison doesn't understand and ignores: update: column 17 of 37, creation_date, is a text, not a time. [GAR-0558]");
  }

  @Test
  void aServerThatTakesNoCategoryInASearchIsAskedForTheArticle() {
    String usual = probeUpstream().steady();
    trial.server(UPSTREAM).quirks(quirks -> quirks.vary(Variant.REFUSES_CATEGORIES));
    assertThat(probeUpstream().steady()).isEqualTo(usual);
    assertThat(trial.server(UPSTREAM).calls().operations())
        .contains("ExecuteSPSimpleSearchUpdates");
  }

  @Test
  void aServerThatFindsNothingByACategoryIsAskedForTheArticle() {
    String usual = probeUpstream().steady();
    trial.server(UPSTREAM).quirks(quirks -> quirks.vary(Variant.FINDS_NOTHING_BY_CATEGORIES));
    assertThat(probeUpstream().steady()).isEqualTo(usual);
  }

  @Test
  void whoMayNothingIsToldTheGroups() {
    trial.server(UPSTREAM).quirks(quirks -> quirks.role(0));
    Ended ended = probeUpstream();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "-     version          not checked: needs \"sign-in\", which failed",
            "WSUS Reporters");
  }

  @Test
  void whoHasNoRoleAndIsLetInIsToldTheGroups() {
    trial
        .server(UPSTREAM)
        .quirks(quirks -> {
          quirks.vary(Variant.ROLE_ZERO_ANSWERED);
          quirks.role(0);
        });
    Ended ended = probeUpstream();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "in neither group of WSUS (without signing in)",
            "-     version          not checked: needs \"sign-in\", which failed",
            "WSUS Reporters",
            "[GAR-0933]");
  }

  @Test
  void aServerThatDoesNotDescribeItselfIsStillWsus() {
    trial.server(UPSTREAM).quirks(quirks -> quirks.vary(Variant.NO_DESCRIPTION));
    Ended ended = probeUpstream();
    assertThat(ended.out().replaceAll("\\s+", " "))
        .doesNotContain("GAR-0907")
        .contains("operations not described")
        .contains(
            "doesn't describe its operations (HTTP 500 with text/html), so Garrison can't compare them with those that it knows. [GAR-0563]");
    assertThat(ended.code()).isZero();
  }

  @Test
  void aReporterIsEnoughToLook() {
    trial.server(UPSTREAM).quirks(quirks -> quirks.role(1));
    Ended ended = probeUpstream();
    assertThat(ended.code()).as(ended.out()).isZero();
    assertThat(ended.out()).contains("ok    sign-in          WSUS Reporters (without signing in)");
  }

  @Test
  void anotherServerBehindTheSameAddressIsRefused() {
    trial.replace(
        trial.server(UPSTREAM).url() + "\", owner: wsus}",
        trial.server(UPSTREAM).url()
            + "\", owner: wsus, serverId: 0f6f1c52-7b0b-4d0e-9a6b-1f5c2f1f2a02}");
    Ended ended = probeUpstream();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains(
            "but the manifest has 0f6f1c52-7b0b-4d0e-9a6b-1f5c2f1f2a02. [GAR-0934]",
            "Find out which server answers at this address. If the server was set up again, correct \"serverId\".");
  }

  @Test
  void aRuleThatApprovesTheSameIsNamed() {
    trial
        .server(UPSTREAM)
        .inConsole(all ->
            all.state()
                .rules()
                .add(
                    new ApprovalRule(
                        7, "Everything", true, List.of(), List.of(SENSOR), List.of())));
    assertThat(probeUpstream().out()).contains("The automatic approval rule \"Everything\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"RULE_ACTION_THREE", "RULE_GROUPS_OF_4_COLUMNS", "ALL_CELLS_AS_TEXT"})
  void theGroupsOfARuleAreNamedHoweverTheServerWritesIt(Variant variant) {
    trial.server(UPSTREAM).quirks(quirks -> quirks.vary(variant));
    trial
        .server(UPSTREAM)
        .inConsole(all ->
            all.state()
                .rules()
                .add(
                    new ApprovalRule(
                        7,
                        "Everything",
                        true,
                        List.of(),
                        List.of(SENSOR),
                        List.of(Groups.ALL_COMPUTERS))));
    assertThat(probeUpstream().out().replaceAll("\\s+", " "))
        .contains("approves the same updates as Garrison, for All Computers.");
  }

  @Test
  void aServerThatIsAwayForAMomentIsAskedAgain() {
    trial.server(UPSTREAM).faults().status(RequestMatcher.of("GET", "GetServerVersion"), 503, 1);
    assertThat(probeUpstream().code()).isZero();
  }

  @Test
  void aDeadServerDoesNotKeepTheOthersFromBeingLookedAt() {
    trial.replace(trial.server(UPSTREAM).url().toString(), "http://127.0.0.1:1");
    Ended ended = trial.run("probe");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "127.0.0.1:1 doesn't accept connections (the connection was refused). [GAR-0802]",
            "Check the address under \"wsus.servers\", whether the IIS site \"WSUS Administration\"",
            "WSUS 10.0.26100.1742");
  }

  @Test
  void aReportHasNoNamesOfServersUsersAndGroups() throws IOException {
    Path report = folder.resolve("report.json");
    assertThat(trial.run("probe", "--report", report.toString()).code()).isZero();
    assertThat(Files.readString(report))
        .contains("\"check\" : \"wsus.operations\"", "10.0.20348.2849")
        .doesNotContain(
            "lab.example", "Pilot servers", "Server Produktion", "127.0.0.1", "6d2b1a9e");
  }

  @Test
  void aNameThatIsNotInTheManifestIsRefusedWithThoseThatAre() {
    Ended ended = trial.run("probe", "--server", "wsus09");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains("error: The manifest has no WSUS server \"wsus09\". [GAR-0932]")
        .contains("Specify one of these servers: 127.0.0.1:");
  }

  @Test
  void aManifestWithoutUpdateServersIsRefused() {
    trial.withoutServers();
    assertThat(trial.run("probe").err())
        .contains(
            "error: No WSUS servers are configured. [GAR-0931]",
            "Add \"wsus\" with \"servers\" to the manifest, and set \"url\" and \"owner\" for each server.");
  }
}
