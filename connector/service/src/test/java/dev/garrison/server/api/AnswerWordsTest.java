package dev.garrison.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.Severity;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.notification.NoticeKind;
import dev.garrison.ring.RingState;
import dev.garrison.server.reading.FleetReading;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words in answers that are constants here: renaming a constant changes no answer. */
final class AnswerWordsTest {
  private final ObjectNode words = new Json().object();

  private void put(String part, List<String> known) {
    ArrayNode list = words.putArray(part);
    known.stream().sorted().forEach(list::add);
  }

  @Test
  void wordsAreSpelledAsTheyEverWere() throws IOException {
    put("autoApply", Worded.words(ChangeKind.class));
    put("job", Worded.words(JobKind.class));
    put("kind", Worded.words(NoticeKind.class));
    put("mode", Worded.words(JobMode.class));
    put("outcome", Worded.words(JobOutcome.class));
    put("reason", Worded.words(JobRun.Reason.class));
    put("ring", Worded.words(RingState.class));
    put("severity", Worded.words(Severity.class));
    ObjectNode groups = words.putObject("groupOfState");
    Worded.words(ServerState.class)
        .forEach(state -> groups.put(state, FleetReading.groupOf(state).identifier()));
    assertThat(new Json().canonical(words)).isEqualTo(PrintedAnswers.file("words.json"));
  }
}
