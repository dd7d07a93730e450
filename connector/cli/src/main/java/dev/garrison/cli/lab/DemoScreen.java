package dev.garrison.cli.lab;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.ApplyScreen;
import dev.garrison.cli.view.ApplyView;
import dev.garrison.cli.view.PlanView;
import dev.garrison.cli.view.RingsView;
import dev.garrison.demo.Demo;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Plan;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingReport;
import dev.garrison.session.WriteSession.Applied;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Shows the events of a demonstration while it runs. */
final class DemoScreen implements Demo.Audience {
  private final Console console;
  private Optional<Plan> shown = Optional.empty();
  private Optional<ApplyScreen> applying = Optional.empty();

  DemoScreen(Console console) {
    this.console = console;
  }

  private void say(String format, Object... arguments) {
    console.out().printf(format + "%n", arguments);
    console.out().flush();
  }

  @Override
  public void started(String site, String share) {
    say("A stand-in site '%s' runs on this machine; nothing leaves it.", site);
    say("%s", share);
    say("");
    say("1. The plan: what would have to be done, with nothing done.");
    say("");
  }

  @Override
  public void planned(Plan plan, List<RingObjects> rings) {
    shown = Optional.of(plan);
    console.show(PlanView.render(plan, rings));
    say("");
    say(
        "2. The apply: change, read back, journal. Waiting for content passes quickly on the site's clock.");
    say("");
  }

  @Override
  public ApplyListener applying() {
    ApplyScreen screen = ApplyScreen.of(console, shown.orElseThrow());
    applying = Optional.of(screen);
    return screen;
  }

  @Override
  public void applied(Applied applied) {
    applying.ifPresent(ApplyScreen::close);
    say("");
    ApplyView.verdict(shown.orElseThrow(), applied.report(), applied.run()).forEach(console::show);
    say("");
    say("3. The servers: they install at the deadline, inside their maintenance windows.");
    say("");
  }

  @Override
  public void devices(Duration later, SortedMap<String, Integer> states) {
    say(
        "  after %3d h  %s",
        later.toHours(),
        states.entrySet().stream()
            .map(state -> state.getValue() + " " + state.getKey())
            .collect(Collectors.joining(", ")));
  }

  @Override
  public void rings(List<RingReport> rings) {
    say("");
    say(
        "4. The rings, after another run noted what the servers show: a ring that stays healthy lets the next one open.");
    say("");
    say("%s", RingsView.render(rings));
  }

  @Override
  public void verified(Plan plan) {
    say("");
    say("5. The last plan: %s", PlanView.verdict(plan));
  }
}
