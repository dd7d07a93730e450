package dev.garrison.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.history.Outbox;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.state.JournalFolder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in the files of a bundle. */
final class SupportFormsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final Json JSON = new Json();

  private static final ApiAnswers.Run RUN =
      new ApiAnswers.Run(
          7,
          "rollout",
          "schedule",
          "a test",
          "enabled",
          NOW,
          Optional.empty(),
          "running",
          "",
          false,
          List.of(),
          List.of(),
          Optional.empty());

  private static final ApiAnswers.StateCount COUNT =
      new ApiAnswers.StateCount("silent", "not ready", 3);

  private static void isAnsweredWithItsFormat(JsonForm file, String format, JsonForm answer) {
    ObjectNode expected = JSON.tree(answer).put("format", format);
    assertThat(JSON.canonical(file)).isEqualTo(JSON.canonical(expected));
  }

  @Test
  void jobsAreWhatTheApiAnswersWithTheirFormat() {
    ApiAnswers.Jobs jobs =
        new ApiAnswers.Jobs(
            List.of(
                new ApiAnswers.Job(
                    "rollout",
                    "bring it on",
                    "enabled",
                    Optional.of("every hour"),
                    List.of("prepare"),
                    Optional.of(NOW),
                    Optional.of(RUN))));
    isAnsweredWithItsFormat(SupportForms.Jobs.of(jobs), "garrison-support-jobs/1", jobs);
  }

  @Test
  void runsAreWhatTheApiAnswersWithTheirFormat() {
    ApiAnswers.Runs runs = new ApiAnswers.Runs(List.of(RUN), Optional.of(7L));
    isAnsweredWithItsFormat(SupportForms.Runs.of(runs), "garrison-support-runs/1", runs);
  }

  @Test
  void ringsAreWhatTheApiAnswersWithTheirFormat() {
    ApiAnswers.Rings rings =
        new ApiAnswers.Rings(
            Optional.of(NOW),
            List.of(
                new ApiAnswers.Ring(
                    "pilot",
                    1,
                    List.of("Pilot servers"),
                    25,
                    3,
                    List.of(COUNT),
                    new ApiAnswers.Gate(95, 10, 90, 72, 504),
                    Optional.empty(),
                    Optional.empty())));
    isAnsweredWithItsFormat(SupportForms.Rings.of(rings), "garrison-support-rings/1", rings);
  }

  @Test
  void theStatusIsWhatTheApiAnswersWithItsFormat() {
    ApiAnswers.Status status =
        new ApiAnswers.Status(
            "Servers",
            "PS1",
            Optional.of(NOW),
            3,
            List.of(COUNT),
            List.of(new ApiAnswers.Share("pilot", 3, List.of(COUNT))),
            List.of());
    isAnsweredWithItsFormat(SupportForms.Status.of(status), "garrison-support-status/1", status);
  }

  @Test
  void journalsAreToldWithTheirHeadsAndWhatIsWrong() {
    JournalFolder.Verdict verdict =
        new JournalFolder.Verdict(
            2,
            30,
            "ab",
            List.of("run a, line 3: is numbered 5"),
            List.of("b"),
            List.of("line 1: x"));
    assertThat(
            JSON.canonical(
                SupportForms.Journals.of(List.of(SupportForms.Journal.of("PS1", verdict)))))
        .isEqualTo(
            "{\"format\":\"garrison-support-journal/1\",\"journals\":[{\"site\":\"PS1\",\"verdict\":{\"entries\":30,\"head\":\"ab\",\"problems\":[\"run a, line 3: is numbered 5\"],\"runs\":2,\"torn\":[\"b\"],\"unknown\":[\"line 1: x\"]},\"whole\":false}]}");
  }

  @Test
  void aWebhookIsToldAsItEverWas() {
    assertThat(JSON.canonical(ApiAnswers.Amiss.of(new Outbox.Tally("chat", 1, 2, "503"))))
        .isEqualTo("{\"answer\":\"503\",\"givenUp\":2,\"waiting\":1,\"webhook\":\"chat\"}");
  }

  @Test
  void theReadmeSaysThatFilesNameTheirFormat() {
    assertThat(
            SupportReadme.before(List.of(), List.of(), Map.of()).files().getFirst().text().lines())
        .containsSequence(
            "Each JSON file names its format, such as garrison-support-runs/1: in a later version",
            "of Garrison it has the same parts and perhaps more, or another number.");
  }
}
