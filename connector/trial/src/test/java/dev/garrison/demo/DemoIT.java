package dev.garrison.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.connection.resilience.Tempo;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Plan;
import dev.garrison.lab.Lab;
import dev.garrison.language.Text;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingReport;
import dev.garrison.session.Operator;
import dev.garrison.session.WriteSession.Applied;
import dev.garrison.trial.SiteVariant;
import dev.garrison.wiring.SiteSessions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoIT {
  private @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"2107-rollup", "2203", "2207", "2509", "hierarchy"})
  void itEndsWithServersOnboardedARingThatSoaksAndAnEmptyPlan(String site)
      throws InterruptedException {
    assertOnboarded(site, DemoSite::new);
  }

  static List<Set<SiteVariant>> variants() {
    return SiteVariant.aloneAndTogether();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void itEndsTheSameOnASiteThatDiffers(Set<SiteVariant> variants) throws InterruptedException {
    assertOnboarded("2207", (name, share) -> new DemoSite(lab(name, share, variants)));
  }

  private Lab lab(String name, Path share, Set<SiteVariant> variants) {
    Path file = folder.resolve("site.yaml");
    try (InputStream own = Lab.class.getResourceAsStream("sites/" + name + ".yaml")) {
      Files.copy(Objects.requireNonNull(own), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    variants.forEach(variant -> variant.addTo(file));
    Lab lab = Lab.start(file, DemoSite.options(DemoSite.START, share));
    variants.forEach(variant -> variant.applyTo(lab));
    return lab;
  }

  private static void assertOnboarded(String site, BiFunction<String, Path, DemoSite> sites)
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
            .run(site, false, sites, watching);
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
    public void started(String site, Text share) {
      last = site;
    }

    @Override
    public void planned(Plan plan, List<RingObjects> rings) {
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
