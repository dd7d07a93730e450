package dev.garrison.cli.antivirus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.Printed;
import dev.garrison.cli.fleet.Judged;
import dev.garrison.cli.fleet.Selection;
import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.StreamedServers;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Language;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code garrison antivirus} says of a server of each kind. */
final class AntivirusServersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final Instant SCANNED = Instant.parse("2026-11-24T03:00:00Z");
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  private static final String ESET = "ESET";

  private final Fleet fleet = new Fleet(List.of("pilot", "guarded"), Set.of("guarded"));
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  private int server(int ring, String name) {
    int row = fleet.add(16777220L + fleet.servers().length, name);
    BitSet rows = new BitSet();
    rows.set(row);
    fleet.join(ring, rows);
    fleet.presence(row, new Presence(true, true, false, "5.00.9128.1007", Optional.of(SCANNED)));
    return row;
  }

  private int onboarded(int ring, String name) {
    int row = server(ring, name);
    fleet.sensor(row, new Sensor(1, TENANT, true, Optional.of(SCANNED)));
    fleet.antivirus().statesTold(row);
    return row;
  }

  /** One of each danger, one protected by each product, and one of which nothing is known. */
  private void fill() {
    server(0, "DIM01");
    int well = onboarded(0, "WELL01");
    fleet.antivirus().custom(well, "Normal", Optional.of(true));
    int two = onboarded(0, "TWO01");
    fleet.antivirus().sentRealTime(two, true);
    fleet.antivirus().other(two, ESET, true);
    int bare = onboarded(0, "BARE01");
    fleet.antivirus().custom(bare, "Not running", Optional.empty());
    int alone = onboarded(1, "ALONE01");
    fleet.antivirus().custom(alone, "Passive Mode", Optional.of(false));
    int beside = server(1, "BESIDE01");
    fleet.answered(
        beside,
        new LiveAnswer(
            NOW,
            LiveService.RUNNING,
            LiveService.RUNNING,
            Optional.of("1"),
            Optional.empty(),
            Optional.of("Passive"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(false),
            Optional.of(ESET),
            Optional.empty(),
            Optional.empty()));
    int stated = server(1, "SAID01");
    fleet.antivirus().stated(stated, "Contoso Antivirus", false);
    fleet.antivirus().sensor(stated, "Trellix Endpoint Security (HX)");
  }

  private static RingReport ring(String name) {
    return new RingReport(
        name,
        RingState.OPEN,
        "because",
        Optional.of(NOW),
        4,
        25,
        RingHealth.NONE,
        RingGate.DEFAULT,
        Optional.empty());
  }

  private AntivirusServers answer(Optional<Worded> only) {
    return new AntivirusServers(
        new AntivirusStanding(
            new FleetStanding(
                "contoso-prod",
                "PS1",
                NOW,
                List.of(ring("pilot"), ring("guarded")),
                fleet,
                new ServerStateRules(TENANT, new ExcludedServers(Map.of())),
                List.of(),
                Optional.empty()),
            new SystemFit(Set.of(), Map.of()),
            TENANT,
            new ExcludedServers(Map.of()),
            false),
        only,
        new TerminalTime(ZoneOffset.UTC));
  }

  private static Judged<AntivirusLine> judged(AntivirusServers answer) {
    return new Judged<>(
        answer.standing(), new Selection(Optional.empty(), Optional.empty()), answer);
  }

  @Test
  void theScreenBeginsWithTheDangers() {
    fill();
    AntivirusServers answer = answer(Optional.empty());
    answer.print(out, answer.count(judged(answer)));

    assertThat(text.toString().replace("\r\n", "\n"))
        .isEqualTo(
            """
            contoso-prod · site PS1 · 2026-11-24 21:00 UTC
              - This site's inventory doesn't contain the running mode. Add the WMI class MSFT_MpComputerStatus of
                root\\Microsoft\\Windows\\Defender to hardware inventory, or run "garrison antivirus --live".

                   1  no known antivirus protects the server: BARE01
                      Turn on Microsoft Defender Antivirus, or start the other antivirus product. If the server has a product that
                      isn't in the list, add the product to "antivirusProducts".
                   1  two active antivirus products: TWO01
                      Uninstall the other antivirus product, or move the server to a ring with "antivirus: passive".
                   1  passive without another antivirus product: ALONE01
                      Install or start the other antivirus product, add the product to the ring's "otherAntivirus", or move the
                      server to a ring with "antivirus: active".

              ring     servers  defender  other  both  nothing  unknown
              pilot          4         1      0     1        1        1
              guarded        3         0      2     0        1        0

            3 of 7 servers in danger. The protection of 2 servers is unknown.
            """);
  }

  @Test
  void theScreenIsInJapanese() {
    fill();
    AntivirusServers answer = answer(Optional.empty());
    Language.JAPANESE.during(() -> {
      answer.print(out, answer.count(judged(answer)));
      return answer;
    });

    List<String> lines = text.toString().lines().toList();
    assertThat(lines).first().isEqualTo("contoso-prod  サイト PS1  2026-11-24 21:00 UTC");
    List<String> table = lines.subList(lines.size() - 5, lines.size() - 2);
    assertThat(table)
        .containsExactly(
            "  リング   サーバー  Defender  他製品  両方  なし  不明",
            "  pilot           4         1       0     1     1     1",
            "  guarded         3         0       2     0     1     0");
    assertThat(table.stream().map(Cells::of).distinct()).hasSize(1);
  }

  @Test
  void theListNamesThoseInDangerFirst() {
    fill();
    AntivirusServers answer = answer(Optional.empty());
    List<String> names = new ArrayList<>();
    judged(answer).inGroups(answer.groups()).each(line -> names.add(line.server().name()));

    assertThat(names)
        .containsExactly("BARE01", "TWO01", "ALONE01", "DIM01", "WELL01", "BESIDE01", "SAID01");
  }

  @Test
  void theAnswerIsAsItWasPrintedBefore() {
    fill();
    AntivirusServers answer = answer(Optional.empty());
    Judged<AntivirusLine> listed = judged(answer).inGroups(answer.groups());
    new StreamedServers(out)
        .print(
            answer.head(answer.count(judged(answer))),
            lines -> listed.each(each -> lines.accept(answer.line(each))));

    Printed.asBefore(AntivirusServersTest.class, "antivirus.json", text.toString());
  }

  @Test
  void theColumnsAreAsTheyWerePrintedBefore() {
    fill();
    AntivirusServers answer = answer(Optional.empty());
    answer.columns().print(out, judged(answer).inGroups(answer.groups())::each);

    Printed.asBefore(AntivirusServersTest.class, "antivirus.csv", text.toString());
  }

  @Test
  void oneDangerIsListedWithItsReasons() {
    fill();
    AntivirusServers answer = answer(Optional.of(Danger.TWO_FIGHT));
    answer.printList(out, judged(answer).inGroups(answer.groups()));

    assertThat(text.toString().replace("\r\n", "\n"))
        .isEqualTo(
            """
              TWO01            pilot     Microsoft Defender Antivirus and ESET: real-time protection on (Endpoint Protection); ESET
                                         (running, hardware inventory, 2026-11-24 03:00 UTC); mode not known.
                                         After the plan: Microsoft Defender Antivirus and ESET: onboarded and active.
            two-fight: 1 server.
            Uninstall the other antivirus product, or move the server to a ring with "antivirus: passive".
            """);
  }

  @Test
  void oneServerInDangerHasItsRemedy() {
    fill();
    AntivirusServers answer = answer(Optional.empty());
    answer.printOne(
        out,
        new Judged<>(
            answer.standing(), new Selection(Optional.empty(), Optional.of("BARE01")), answer));

    assertThat(text.toString().replace("\r\n", "\n"))
        .isEqualTo(
            """
            BARE01 · ring pilot (active)
              danger            no known antivirus protects the server
              what to do        Turn on Microsoft Defender Antivirus, or start the other antivirus product. If the server has a
                                product that isn't in the list, add the product to "antivirusProducts".
              protected by      nothing known
              why               mode Not running (custom inventory class, 2026-11-24 03:00 UTC); no other antivirus product of the
                                list is running
              after the plan    nothing known: onboarded, but no plan turns on real-time protection
            """);
  }

  @Test
  void aProtectionIsListedToo() {
    fill();
    AntivirusServers answer = answer(Optional.of(Protector.OTHER));
    List<String> names = new ArrayList<>();
    judged(answer).inGroups(answer.groups()).each(line -> names.add(line.server().name()));

    assertThat(names).containsExactly("BESIDE01", "SAID01");
  }

  @Test
  void theReportNamesThemInTheSameOrder() {
    fill();
    AntivirusServers answer = answer(Optional.empty());

    assertThat(answer.report(judged(answer), answer.count(judged(answer))))
        .containsSubsequence(
            "3 of 7 servers in danger",
            "no known antivirus protects the server",
            "BARE01",
            "Turn on Microsoft Defender Antivirus",
            "TWO01",
            "Uninstall the other antivirus",
            "ALONE01",
            "Install or start the other antivirus",
            "WELL01",
            "SAID01");
  }

  @Test
  void theExitCodeTellsDangerFromIgnorance() {
    AntivirusServers answer = answer(Optional.empty());
    int well = onboarded(0, "WELL01");
    fleet.antivirus().custom(well, "Normal", Optional.of(true));
    assertThat(answer.exitCode(answer.count(judged(answer)))).isEqualTo(ExitCode.OK);

    server(0, "DIM01");
    assertThat(answer.exitCode(answer.count(judged(answer)))).isEqualTo(ExitCode.WAITING);

    fleet.antivirus().custom(onboarded(0, "BARE01"), "Not running", Optional.empty());
    assertThat(answer.exitCode(answer.count(judged(answer)))).isEqualTo(ExitCode.CHANGES);
  }
}
