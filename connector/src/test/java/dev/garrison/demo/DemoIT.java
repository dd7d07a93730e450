package dev.garrison.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.connection.resilience.Tempo;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Plan;
import dev.garrison.recipe.ring.RingReport;
import dev.garrison.session.Operator;
import dev.garrison.session.Writing.Applied;
import dev.garrison.wiring.SiteSessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoIT {
  @ParameterizedTest
  @ValueSource(strings = {"2107-rollup", "2203", "2207", "2509", "hierarchy"})
  void itEndsWithServersOnboardedARingThatSoaksAndAnEmptyPlan(String site)
      throws InterruptedException {
    Watching watching = new Watching();
    DemoResult result =
        new Demo(
                (time, waiting) ->
                    new SiteSessions(
                        new Operator("tester", "test", 1, "test"),
                        new Tempo(time, waiting, () -> 0.5),
                        Map.of(),
                        _ -> Optional.empty()),
                () -> "unused")
            .run(site, false, watching);
    assertThat(result.applied()).isTrue();
    assertThat(result.converged()).as("the last plan: %s", watching.last).isTrue();
    assertThat(result.devices()).containsOnlyKeys("onboarded");
    assertThat(watching.rings).containsExactly("pilot soaking");
  }

  /** Keeps what it is shown. */
  private static final class Watching implements Demo.Audience {
    private final List<String> rings = new ArrayList<>();
    private String last = "";

    @Override
    public void started(String site, String share) {
      last = site;
    }

    @Override
    public void planned(Plan plan) {
      last = plan.toString();
    }

    @Override
    public ApplyListener applying() {
      return ApplyListener.silent();
    }

    @Override
    public void applied(Applied applied) {
      last = applied.run();
    }

    @Override
    public void devices(Duration later, SortedMap<String, Integer> states) {
      last = states.toString();
    }

    @Override
    public void rings(List<RingReport> reports) {
      reports.forEach(ring -> rings.add(ring.ring() + " " + ring.state().word()));
    }

    @Override
    public void verified(Plan plan) {
      last = plan.toString();
    }
  }
}
