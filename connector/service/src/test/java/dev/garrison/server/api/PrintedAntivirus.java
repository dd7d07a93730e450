package dev.garrison.server.api;

import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.fleet.antivirus.AntivirusFacts.AfterPlan;
import dev.garrison.fleet.antivirus.AntivirusFacts.ToldFact;
import dev.garrison.json.JsonForm;
import dev.garrison.ring.AntivirusCounts;
import dev.garrison.ring.AntivirusCounts.CountedServers;
import dev.garrison.server.reading.ApiAnswers.Antivirus;
import dev.garrison.server.reading.ApiAnswers.DangerCount;
import dev.garrison.server.reading.ApiAnswers.Protected;
import dev.garrison.server.reading.ApiAnswers.RingProtection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers about antivirus to compare with files. */
final class PrintedAntivirus {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  /** Antivirus of a ring, as its gate counts it. */
  static final AntivirusCounts RING =
      new AntivirusCounts(
          new CountedServers(7, List.of("FS07", "FS08")),
          5,
          new CountedServers(2, List.of("SQL01", "SQL02")),
          new CountedServers(1, List.of("SQL01")),
          new CountedServers(0, List.of()),
          3);

  /** A server of which everything is told. */
  static final AntivirusFacts TWO =
      new AntivirusFacts(
          "active",
          "both",
          "Microsoft Defender Antivirus and ESET",
          Optional.of("two-fight"),
          Optional.of(new ToldFact("Normal", "live", Optional.of(NOW))),
          Optional.of(new ToldFact("on", "endpoint-protection", Optional.empty())),
          Optional.of(new ToldFact("ESET", "inventory", Optional.of(NOW.minusSeconds(3600)))),
          Optional.of("Sophos"),
          Optional.of("Trellix Endpoint Security (HX)"),
          "mode Normal (live question, 2026-11-24 21:00 UTC)",
          new AfterPlan(
              "both", "Microsoft Defender Antivirus and ESET", "it is onboarded and active"));

  /** A server of which nothing is told. */
  private static final AntivirusFacts DIM =
      new AntivirusFacts(
          "active",
          "unknown",
          "not known",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "mode not known",
          new AfterPlan("unknown", "not known", "it is onboarded, and its mode is not known"));

  private PrintedAntivirus() {}

  static void add(Map<String, JsonForm> answers) {
    answers.put(
        "antivirus",
        new Antivirus(
            Optional.of(NOW),
            true,
            List.of("A class is missing.", "Another is, too."),
            List.of(
                new DangerCount("nothing-protects", 0),
                new DangerCount("two-fight", 1),
                new DangerCount("passive-without-other", 0)),
            List.of(
                new RingProtection("pilot", 15, 1, 2, 3, 4, 5, 6),
                new RingProtection("broad", 0, 0, 0, 0, 0, 0, 0)),
            List.of(
                new Protected("SQL01", 101, "pilot", TWO),
                new Protected("FS07", 102, "broad", DIM)),
            Optional.of("NyBGUzA3CnBpbG90")));
    answers.put(
        "antivirus-unseen",
        new Antivirus(
            Optional.empty(), false, List.of(), List.of(), List.of(), List.of(), Optional.empty()));
  }
}
