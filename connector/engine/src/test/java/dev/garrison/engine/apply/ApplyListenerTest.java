package dev.garrison.engine.apply;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.ThingServer;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.plan.PlannedChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApplyListenerTest {
  private final ThingServer server = new ThingServer();
  private final List<String> heard = new ArrayList<>();

  private final ApplyListener listener =
      new ApplyListener() {
        @Override
        public Progress started(PlannedChange change) {
          heard.add("started " + change.address());
          return (done, total) -> heard.add(done + " of " + total);
        }

        @Override
        public void finished(PlannedChange change, StepResult result) {
          heard.add("finished " + change.address() + " " + result.getClass().getSimpleName());
        }
      };

  @Test
  void everyObjectIsFinishedWithAndOnlyAWriteBegins() {
    server.things.put("a", ours("1"));
    server.refuses.add("c");
    new Applier(new RecordingJournal(), listener)
        .apply(
            plan(
                server,
                intent(
                    wanted("a", ours("1")),
                    wanted("b", ours("1")),
                    wanted("c", ours("1")),
                    wanted("d", ours("1").needing("c")))));
    assertThat(heard)
        .containsExactly(
            "finished thing/a Unchanged",
            "started thing/b",
            "1 of 2",
            "finished thing/b Done",
            "started thing/c",
            "finished thing/c Failed",
            "finished thing/d Skipped");
  }
}
