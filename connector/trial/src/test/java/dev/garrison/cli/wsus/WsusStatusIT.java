package dev.garrison.cli.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.soap.WireStyle;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.Groups;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.work.Approving;
import dev.garrison.lab.wsus.work.Synchronisation;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialWsus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the sensor's updates stand. */
final class WsusStatusIT {
  private static final String UPSTREAM = "wsus01.lab.example";
  private static final String GERMAN = "wsus02.lab.example";

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

  @Test
  void aServerIsShownLineByLineAndGroupByGroup() {
    Ended ended = trial.runOn(UPSTREAM, "status");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.steady().replaceAll("synchronized [0-9-]+ [0-9:]+", "synchronized TIME"))
        .isEqualTo(
            """
            trial, TIME UTC

              127.0.0.1:PORT   WSUS 10.0.20348.2849, owner wsus, synchronized TIME
                unified agent, no channel: 10.8798.25857.1000, on the server for SECONDS
                  All Computers         not approved                             4 needed, 1 unknown, 2 not applicable
                  Frozen servers        needed, but not approved                 1 needed
                  Pilot servers         older version approved: 10.8735.26020.1009 2 needed
                  Production servers    needed, but not approved                 1 needed, 2 not applicable
                  Unassigned Computers  not approved                             1 unknown
                Windows 10/11, Current Channel (Staged): 10.8838.26060.15013, on the server for SECONDS
                  All Computers         not approved                             1 unknown, 6 not applicable
                  Frozen servers        not approved                             1 not applicable
                  Pilot servers         not approved                             2 not applicable
                  Production servers    not approved                             3 not applicable
                  Unassigned Computers  not approved                             1 unknown
                Windows Server 2019, Beta Channel: 10.8840.26090.1001, on the server for SECONDS
                  All Computers         not approved                             1 needed, 1 unknown, 5 not applicable
                  Frozen servers        not approved                             1 not applicable
                  Pilot servers         not approved                             2 not applicable
                  Production servers    needed, but not approved                 1 needed, 2 not applicable
                  Unassigned Computers  not approved                             1 unknown
                Windows Server 2019, Current Channel (Broad): 10.8838.26060.1002, on the server for SECONDS
                  All Computers         not approved                             1 needed, 1 unknown, 5 not applicable
                  Frozen servers        not approved                             1 not applicable
                  Pilot servers         not approved                             2 not applicable
                  Production servers    needed, but not approved                 1 needed, 2 not applicable
                  Unassigned Computers  not approved                             1 unknown
                Not managed by Garrison:
                  KB2267602 security intelligence: 24 hours old, not approved
                  KB4052623 antimalware platform: 12 days old, not approved

              1 server needs attention. No changes were made.
            """);
  }

  @Test
  void whereEveryGroupThatNeedsItHasAnApprovalNothingFailed() {
    trial
        .server(UPSTREAM)
        .inConsole(all -> {
          for (StoredUpdate update : all.state().holdings().updates()) {
            Revision latest = update.latest().revision();
            if (latest.explicit() && latest.sensor().isPresent()) {
              all.approving()
                  .approve(
                      new Approving.Wish(
                          latest.key(),
                          Approval.INSTALL,
                          Groups.ALL_COMPUTERS,
                          Approval.NO_DEADLINE,
                          "LAB\\jdoe",
                          true));
            }
          }
        });
    Ended ended = trial.runOn(UPSTREAM, "status");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("No problems found. No changes were made.");
  }

  @Test
  void aSynchronizationThatFailedIsShownWithItsReason() {
    trial
        .server(UPSTREAM)
        .inConsole(all -> {
          all.synchronisation().fromNowOn(Synchronisation.Ending.FAILURE);
          all.synchronisation().startBySchedule();
        });
    trial.lab().clock().advance(Duration.ofHours(1));
    Ended ended = trial.runOn(UPSTREAM, "status");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out().replaceAll("\\([0-9-]+ [0-9:]+\\)", "(TIME)"))
        .contains(
            "    The last synchronization FAILED (TIME): WebException: The operation has timed out\n");
  }

  @Test
  void groupsInTheServersLanguageAreShownAsTheyAre() {
    assertThat(trial.runOn(GERMAN, "status").out()).contains("Server Pilot");
  }

  @Test
  void aServerWithMoreColumnsAndOtherPrefixesIsReadAllTheSame() {
    String usual = trial.runOn(UPSTREAM, "status").steady();
    trial
        .server(UPSTREAM)
        .quirks(quirks -> quirks.style(new WireStyle(WireStyle.Prefixes.SAME_FOR_BOTH, 2, true)));
    assertThat(trial.runOn(UPSTREAM, "status").steady()).isEqualTo(usual);
  }

  @Test
  void aDeadServerDoesNotKeepTheOthersFromBeingShown() {
    trial.replace(trial.server(UPSTREAM).url().toString(), "http://127.0.0.1:1");
    Ended ended = trial.run("status");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains("WSUS 10.0.26100.1742", "1 server didn't answer.")
        .containsPattern("error: +WSUS server 127.0.0.1:1 can't be reached");
  }

  @Test
  void anAnswerThatIsCutIsAskedForAgain() {
    trial
        .server(UPSTREAM)
        .faults()
        .truncateBody(RequestMatcher.of("GET", "ExecuteSPSearchUpdates"));
    assertThat(trial.runOn(UPSTREAM, "status").code()).isEqualTo(2);
  }

  @Test
  void programsGetTheSameAsJson() {
    Ended ended = trial.run("status", "--json");
    JsonNode root = new Json().parse(ended.out());
    assertThat(root.path("format").asText()).isEqualTo("garrison.wsus-status/1");
    JsonNode line = root.path("servers").get(0).path("lines").get(0);
    assertThat(line.path("version").asText()).isEqualTo("10.8798.25857.1000");
    assertThat(line.path("groups").get(2).path("group").asText()).isEqualTo("Pilot servers");
    assertThat(line.path("groups").get(2).path("needed").asInt()).isEqualTo(2);
    assertThat(line.path("groups").get(2).path("approvedOlder").asText())
        .isEqualTo("10.8735.26020.1009");
  }

  @Test
  void aPageShowsTheSameAndLoadsNothing() throws IOException {
    trial
        .server(GERMAN)
        .inConsole(all -> {
          UUID group = all.state().groups().named("Server Pilot").orElseThrow().id();
          all.state().groups().remove(group);
          all.state().groups().add(group, "<script>alert(1)</script>", Groups.ALL_COMPUTERS);
        });
    Path report = folder.resolve("wsus.html");
    Ended ended = trial.run("status", "--report", report.toString());
    assertThat(ended.err()).isEqualTo("Report written to %s.%n".formatted(report));
    String page = Files.readString(report);
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains(
            "<h1>",
            "The current version is 10.8798.25857.1000, on the server since ",
            "<tr><td>Pilot servers</td><td>older version approved: 10.8735.26020.1009</td><td>0</td><td>2</td>",
            "<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>",
            "<tr><td>KB2267602</td>")
        .doesNotContain("<script", "http:", "https:", "src=", "url(", "@import");
  }

  @Test
  void aPageNamesTheServerThatDidNotAnswer() throws IOException {
    trial.replace(trial.server(UPSTREAM).url().toString(), "http://127.0.0.1:1");
    Path report = folder.resolve("wsus.html");
    assertThat(trial.run("status", "--report", report.toString()).code()).isEqualTo(1);
    assertThat(Files.readString(report))
        .contains(
            "<tr><td>127.0.0.1:1</td><td></td><td>wsus</td><td></td><td>didn&#39;t answer</td></tr>",
            "[GAR-0906]");
  }

  @Test
  void aPageTakesNothingsPlaceUnlessTold() throws IOException {
    Path report = Files.writeString(folder.resolve("wsus.html"), "mine");
    Ended refused = trial.runOn(UPSTREAM, "status", "--report", report.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("[GAR-0820]");
    assertThat(report).hasContent("mine");
    assertThat(trial.runOn(UPSTREAM, "status", "--report", report.toString(), "--overwrite").code())
        .isEqualTo(2);
    assertThat(Files.readString(report)).startsWith("<!doctype html>");
  }

  @Test
  void spreadsheetsGetALineForEachGroup() {
    assertThat(trial.runOn(UPSTREAM, "status", "--csv").out())
        .startsWith(
            "server,family,channel,current version,update id,group,approved,inherited,by,installed,"
                + "needed,failed,unknown,not applicable,problem\r\n")
        .contains(",Pilot servers,no,no,,0,2,0,0,0,\r\n");
  }
}
