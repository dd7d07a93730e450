package dev.garrison.takeover.composed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.takeover.Takeover.TakenOver;
import dev.garrison.takeover.TakeoverAnswer;
import dev.garrison.takeover.draft.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The files lie in {@code printed/1}, as Garrison printed them before it had forms. They are never
 * made again: what they hold, somebody's script reads. Only a sentence that is worded anew is
 * changed there too, by hand.
 */
final class TakeoverAnswerTest {
  private final SeenSites sites = new SeenSites();

  private static String text(TakenOver taken) {
    return new Json().pretty(TakeoverAnswer.of(taken, "0.1.0"));
  }

  private static void asBefore(String file, String answer) throws IOException {
    String name = "printed/1/" + file;
    try (InputStream before =
        Objects.requireNonNull(TakeoverAnswerTest.class.getResourceAsStream(name), name)) {
      assertThat(answer).isEqualTo(new String(before.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatWasFoundIsAsItWasPrintedBefore() throws IOException {
    sites.application(
        "A1",
        "MDE 2019",
        Optional.of(SeenSites.TENANT),
        "Windows/All_x64_Windows_Server_2019_and_higher");
    sites.collection("PS100001", "Test servers", 8, "Windows servers");
    sites.deployment("MDE to test", "A1", "PS100001", Instant.parse("2026-05-04T22:00:00Z"));
    Composed composed =
        new ForeignComposer(sites.site(), new Answers(Map.of())).compose(SeenSites.ACCESS, "PS1");
    Composed all =
        new Composed(
            composed.draft(),
            composed.findings(),
            List.of(Text.verbatim("a rule")),
            List.of(Text.verbatim("MDE to test")),
            List.of("collection/Test servers"));
    asBefore("import.json", text(new TakenOver(sites.site(), Optional.of(all))));
  }

  @Test
  void nothingFoundIsAsItWasPrintedBefore() throws IOException {
    asBefore("import-nothing.json", text(new TakenOver(sites.site(), Optional.empty())));
  }
}
