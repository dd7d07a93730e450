package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.job.ServerReport;
import dev.garrison.job.ServerReport.Client;
import dev.garrison.job.ServerReport.Deployment;
import dev.garrison.job.ServerReport.SensorReport;
import dev.garrison.json.Json;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerReportsTest {
  private static final Json JSON = new Json();
  private static final String LINE = KeptLines.line(1, "server-report");
  private static final ServerReport FULL =
      new ServerReport(
          "failed to install, 1603 (Windows Installer: a fatal error)",
          "Restart it.",
          Optional.of("the deployment and inventory disagree; later counts"),
          List.of(
              new Deployment(
                  "onboarding", "failed to install", 5, 5000, 1603, Optional.of(KeptValues.NOW)),
              new Deployment("settings", "success", 1, 1000, 0, Optional.empty())),
          Optional.of(
              new SensorReport(
                  0, "", false, Optional.of(KeptValues.NOW), Optional.of(KeptValues.NOW))),
          Optional.of(
              new Client(true, true, false, "5.00.9132.1011", Optional.of(KeptValues.NOW))));
  private static final ServerReport BARE =
      new ServerReport(
          "no onboarding deployment targets the server",
          "Nothing.",
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  @TempDir private Path folder;
  private HistoryDatabase database;
  private ServerReports reports;

  @BeforeEach
  void open() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    reports = new ServerReports(database, JSON);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Place place(String ring, long device) {
    return new Place("SQL01", ring, device);
  }

  @Test
  void aReportIsReadAsItWasKept() {
    reports.keep(taker -> {
      taker.take("pilot", 1, FULL);
      taker.take("broad", 1, BARE);
    });

    assertThat(reports.of(place("pilot", 1))).contains(FULL);
    assertThat(reports.of(place("broad", 1))).contains(BARE);
  }

  @Test
  void aServerThatNoRunHasCheckedHasNoReport() {
    assertThat(reports.of(place("pilot", 1))).isEmpty();
  }

  @Test
  void theNextCheckTakesThePlaceOfTheOneBefore() {
    reports.keep(taker -> {
      taker.take("pilot", 1, FULL);
      taker.take("pilot", 2, FULL);
    });
    reports.keep(taker -> taker.take("pilot", 1, BARE));

    assertThat(reports.of(place("pilot", 1))).contains(BARE);
    assertThat(reports.of(place("pilot", 2))).isEmpty();
  }

  @Test
  void onlyReportsThatDifferAreWritten() {
    reports.keep(taker -> taker.take("pilot", 1, FULL));
    int _ =
        database.change(handle ->
            handle.execute("update server_report set body = ?", ServerReports.text(JSON, BARE)));
    reports.keep(taker -> taker.take("pilot", 1, FULL));

    assertThat(reports.of(place("pilot", 1))).contains(BARE);
  }

  @Test
  void aReportIsWrittenInTheFirstFormAndRead() {
    assertThat(ServerReports.text(JSON, FULL)).isEqualTo(LINE);
    assertThat(ServerReports.report(JSON, LINE)).isEqualTo(FULL);
  }

  @Test
  void anOptionalPartMayBeAbsentAndAnUnknownOneIsPassedOver() {
    String line =
        ServerReports.text(JSON, BARE)
            .replace("\"client\":null,", "\"later\":{\"part\":1},")
            .replace("\"disagreement\":null,", "");
    assertThat(ServerReports.report(JSON, line)).isEqualTo(BARE);
  }

  @Test
  void aReportOfALaterFormIsRefused() {
    assertThatThrownBy(
            () -> ServerReports.report(JSON, LINE.replace("\"format\":1", "\"format\":2")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The report of a server can't be read from the job history: its form is 2, and this version of Garrison knows forms up to 1. "
                + KeptLines.REMEDY);
  }
}
