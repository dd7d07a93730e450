package dev.garrison.server.api;

import dev.garrison.json.JsonForm;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.ApiAnswers.Beside;
import dev.garrison.server.reading.ApiAnswers.Finding;
import dev.garrison.server.reading.ApiAnswers.Group;
import dev.garrison.server.reading.ApiAnswers.Line;
import dev.garrison.server.reading.ApiAnswers.OnServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sensor's updates on update servers, for the files of {@link PrintedAnswers}. */
final class PrintedUpdates {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private PrintedUpdates() {}

  static void add(Map<String, JsonForm> answers) {
    answers.put(
        "updates", new ApiAnswers.Updates(Optional.of(NOW), List.of(reached(), unreachable())));
    answers.put("updates-unseen", new ApiAnswers.Updates(Optional.empty(), List.of()));
  }

  private static OnServer reached() {
    return new OnServer(
        "wsus01.contoso.example",
        "garrison",
        Optional.of("10.0.17763.1"),
        Optional.of(NOW.minusSeconds(3600)),
        List.of(
            new Line(
                "unified agent",
                "",
                Optional.of("10.8760.1"),
                Optional.of(NOW.minusSeconds(7200)),
                Optional.of("two updates have this version"),
                List.of(
                    group("All Computers", Optional.of("10.8750.2"), Optional.of("CONTOSO\\wsus")),
                    group("Canary", Optional.empty(), Optional.empty()))),
            new Line(
                "unified agent",
                "preview",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of())),
        List.of("Something new", "Something else"),
        List.of(
            new Beside(
                "4052623",
                "the antivirus platform",
                Optional.of("Update for Microsoft Defender Antivirus"),
                List.of("All Computers", "Canary")),
            new Beside("2267602", "definitions", Optional.empty(), List.of())),
        List.of());
  }

  private static Group group(String name, Optional<String> older, Optional<String> by) {
    return new Group(
        name, older.isPresent(), by.isPresent(), by.isEmpty(), older, by, 1, 2, 3, 4, 5);
  }

  private static OnServer unreachable() {
    return new OnServer(
        "wsus02.contoso.example",
        "site",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new Finding("GAR-0801", "error", "It does not answer.", "Look whether it runs."),
            new Finding("GAR-0802", "warning", "It is slow.", "")));
  }
}
