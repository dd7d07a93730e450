package dev.garrison.server.api;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.job.RunOrigin;
import dev.garrison.json.JsonForm;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.ApiAnswers.Finding;
import dev.garrison.server.reading.ApiAnswers.Gate;
import dev.garrison.server.reading.ApiAnswers.Job;
import dev.garrison.server.reading.ApiAnswers.JournalRun;
import dev.garrison.server.reading.ApiAnswers.Journaled;
import dev.garrison.server.reading.ApiAnswers.Ring;
import dev.garrison.server.reading.ApiAnswers.Run;
import dev.garrison.server.reading.ApiAnswers.Server;
import dev.garrison.server.reading.ApiAnswers.Share;
import dev.garrison.server.reading.ApiAnswers.Standing;
import dev.garrison.server.reading.ApiAnswers.StateCount;
import dev.garrison.server.reading.ApiAnswers.Stay;
import dev.garrison.server.reading.ApiAnswers.Targets;
import dev.garrison.server.reading.ApiAnswers.Wrong;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Answers to compare with files: each part that may be absent is there once, and absent once. */
final class PrintedAnswers {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final Instant EARLIER = NOW.minusMillis(86_400_123);

  private static final List<StateCount> STATES =
      List.of(
          new StateCount("onboarded", "onboarded", 12), new StateCount("failed", "to look at", 3));

  private static final Finding ERROR =
      new Finding("GAR-0301", "error", "FS07 cannot be written (line 3)", "Ask for the right.");
  private static final Finding WARNING =
      new Finding("GAR-0905", "warning", "The \"canary\" in M\u00fcnchen is gone.", "");

  private static final Run ENDED =
      new Run(
          12,
          "rollout",
          "schedule",
          "svc on adm01",
          "enabled",
          EARLIER,
          Optional.of(NOW),
          "done",
          "6 changes made",
          true,
          List.of(ERROR, WARNING),
          List.of(
              new Journaled("20261124-210000-abcd", Sha256.of("a line").hex()),
              new Journaled("20261124-210001-ef01", Sha256.of("another").hex())),
          Optional.of(
              new RunOrigin(
                  Optional.of(11L),
                  Optional.of("pilot"),
                  Optional.of("CHG0042"),
                  Optional.of("Agreed in the board"),
                  Optional.of(EARLIER))));

  private static final Run UNDER_WAY =
      new Run(
          13,
          "status",
          "command",
          "anna",
          "plan-only",
          NOW,
          Optional.empty(),
          "running",
          "",
          false,
          List.of(),
          List.of(),
          Optional.empty());

  private static final Run ORDERED =
      new Run(
          14,
          "rollout",
          "order",
          "anna",
          "plan-only",
          NOW,
          Optional.empty(),
          "running",
          "",
          false,
          List.of(),
          List.of(),
          Optional.of(RunOrigin.NONE));

  private static final Job SCHEDULED =
      new Job(
          "rollout",
          "Brings servers in.",
          "enabled",
          Optional.of("every 6 hours"),
          List.of("deploy", "prepare"),
          Optional.of(NOW),
          Optional.of(ENDED));

  private static final Job UNSCHEDULED =
      new Job(
          "expiry",
          "Tells what expires.",
          "paused",
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  private PrintedAnswers() {}

  /** A file as it was sent. */
  static String file(String name) throws IOException {
    String file = "printed/1/" + name;
    try (InputStream before =
        Objects.requireNonNull(PrintedAnswers.class.getResourceAsStream(file), file)) {
      return new String(before.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The answers by the names of their files. */
  static Map<String, JsonForm> all() {
    Map<String, JsonForm> answers = new TreeMap<>();
    service(answers);
    servers(answers);
    rings(answers);
    PrintedAntivirus.add(answers);
    PrintedUpdates.add(answers);
    jobs(answers);
    journals(answers);
    return answers;
  }

  private static void service(Map<String, JsonForm> answers) {
    answers.put("health-up", new ApiAnswers.Health("up", List.of()));
    answers.put(
        "health-down",
        new ApiAnswers.Health(
            "down", List.of("the manifest changed", "a webhook takes no messages")));
    answers.put(
        "problem",
        Problem.of(
            404,
            Diagnostic.error(
                ServerCode.NOT_THERE,
                "No server of this name was seen.",
                "GET /api/v1/servers?prefix=... finds servers.")));
  }

  private static void servers(Map<String, JsonForm> answers) {
    answers.put(
        "status",
        new ApiAnswers.Status(
            "contoso-prod",
            "PS1",
            Optional.of(NOW),
            15,
            STATES,
            List.of(new Share("broad", 0, List.of()), new Share("pilot", 15, STATES)),
            List.of(new Share("2016", 15, STATES), new Share("2019", 0, List.of()))));
    answers.put(
        "status-unseen",
        new ApiAnswers.Status(
            "contoso-prod", "PS1", Optional.empty(), 0, List.of(), List.of(), List.of()));
    answers.put(
        "servers",
        new ApiAnswers.Servers(
            Optional.of(NOW),
            List.of(
                new Server("FS07", "pilot", "2016", "failed", "to look at", EARLIER),
                new Server("M\u00dcN\u202e01", "broad", "2019", "onboarded", "onboarded", NOW)),
            Optional.of("NyBGUzA3CnBpbG90")));
    answers.put(
        "servers-unseen", new ApiAnswers.Servers(Optional.empty(), List.of(), Optional.empty()));
    answers.put(
        "server",
        new ApiAnswers.Story(
            "FS07",
            List.of(
                new Stay("pilot", "2016", "failed", NOW, Optional.empty()),
                new Stay("pilot", "2016", "reboot-pending", EARLIER, Optional.of(NOW)))));
    answers.put(
        "counts",
        new ApiAnswers.Counts(
            EARLIER,
            List.of(
                new ApiAnswers.Count(EARLIER, "pilot", "2016", "onboarded", 11),
                new ApiAnswers.Count(NOW, "pilot", "2016", "onboarded", 12))));
  }

  private static void rings(Map<String, JsonForm> answers) {
    Standing full =
        new Standing(
            "halted",
            "3 of 15 servers (20 %) failed",
            NOW,
            Optional.of(EARLIER),
            Optional.of(new Targets(15, 1, 2, 3, 4, 5)));
    Standing least =
        new Standing("waiting", "ring 'pilot' is halted", NOW, Optional.empty(), Optional.empty());
    answers.put(
        "rings",
        new ApiAnswers.Rings(
            Optional.of(NOW),
            List.of(
                ring("pilot", 1, Optional.of(full)),
                ring("early", 2, Optional.of(least)),
                ring("broad", 3, Optional.empty()))));
    answers.put("rings-unseen", new ApiAnswers.Rings(Optional.empty(), List.of()));
  }

  private static Ring ring(String name, int position, Optional<Standing> standing) {
    return new Ring(
        name,
        position,
        List.of("MDE " + name, "More of " + name),
        25,
        15,
        STATES,
        new Gate(95, 10, 90, 78, 2),
        standing,
        standing.flatMap(Standing::targets).map(_ -> PrintedAntivirus.RING));
  }

  private static void jobs(Map<String, JsonForm> answers) {
    answers.put("jobs", new ApiAnswers.Jobs(List.of(SCHEDULED, UNSCHEDULED)));
    answers.put("job", SCHEDULED);
    answers.put("job-unscheduled", UNSCHEDULED);
    answers.put(
        "findings",
        new ApiAnswers.Wrongs(
            List.of(new Wrong("failure", ERROR, EARLIER), new Wrong("stall", WARNING, NOW))));
    answers.put("runs", new ApiAnswers.Runs(List.of(UNDER_WAY, ENDED), Optional.of(12L)));
    answers.put("runs-last", new ApiAnswers.Runs(List.of(), Optional.empty()));
    answers.put("run", ENDED);
    answers.put("run-under-way", UNDER_WAY);
    answers.put("run-ordered", ORDERED);
    answers.put("plan", PrintedPlans.dated().form());
    answers.put("plan-blocked", PrintedPlans.blocked().form());
    answers.put("plan-leaving", PrintedPlans.leaving().form());
    answers.put("plan-undated", PrintedPlans.undated().form());
    answers.put("asked", new ApiAnswers.Asked("rollout"));
    answers.put("decided", new ApiAnswers.Decided("rollout", "plan-only"));
    answers.put("begun", new ApiAnswers.Begun(14));
  }

  private static void journals(Map<String, JsonForm> answers) {
    answers.put(
        "journal",
        new ApiAnswers.Journal(
            "PS1",
            7,
            List.of(
                new JournalRun(
                    "20261124-210000-abcd",
                    Optional.of(NOW),
                    "anna",
                    "adm01",
                    Optional.of("CHG0042"),
                    true,
                    false,
                    6,
                    1,
                    2),
                new JournalRun(
                    "20261123-210000-ef01",
                    Optional.empty(),
                    "",
                    "",
                    Optional.empty(),
                    false,
                    true,
                    0,
                    0,
                    0))));
    answers.put(
        "verdict",
        new ApiAnswers.Verdict(
            "PS1",
            false,
            2,
            17,
            Sha256.of("a line").hex(),
            List.of("run 1, line 2: is numbered 3", "run 2, line 1: is not a journal entry"),
            List.of("20261122-210000-0001", "20261123-210000-0002")));
  }
}
