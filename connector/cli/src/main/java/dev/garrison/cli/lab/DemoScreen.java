package dev.garrison.cli.lab;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.plan.ApplyScreen;
import dev.garrison.cli.view.ApplyView;
import dev.garrison.cli.view.PlanView;
import dev.garrison.cli.view.RingsView;
import dev.garrison.demo.Demo;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Plan;
import dev.garrison.language.DurationText;
import dev.garrison.language.Text;
import dev.garrison.mecm.deployment.DeviceStates;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingReport;
import dev.garrison.session.WriteSession.Applied;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Shows the events of a demonstration while it runs. */
final class DemoScreen implements Demo.Audience {
  private static final int TIME = 8;

  private final Console console;
  private Optional<Plan> shown = Optional.empty();
  private List<RingObjects> rings = List.of();
  private Optional<ApplyScreen> applying = Optional.empty();

  DemoScreen(Console console) {
    this.console = console;
  }

  private void say(String line) {
    console.out().println(line);
    console.out().flush();
  }

  private void say(Text text) {
    say(text.shown());
  }

  @Override
  public void started(String site, Text share) {
    say(Text.of("demo.site", "site", site));
    say(share);
    say("");
    say(Text.of("demo.plan"));
    say("");
  }

  @Override
  public void planned(Plan plan, List<RingObjects> rings) {
    shown = Optional.of(plan);
    this.rings = rings;
    console.show(PlanView.render(plan, rings));
    say("");
    say(Text.of("demo.apply"));
    say("");
  }

  @Override
  public ApplyListener applying() {
    ApplyScreen screen = ApplyScreen.of(console, shown.orElseThrow(), rings);
    applying = Optional.of(screen);
    return screen;
  }

  @Override
  public void applied(Applied applied) {
    applying.ifPresent(ApplyScreen::close);
    say("");
    ApplyView.verdict(shown.orElseThrow(), applied.report(), applied.run()).forEach(console::show);
    say("");
    say(Text.of("demo.servers"));
    say("");
  }

  @Override
  public void devices(Duration later, SortedMap<String, Integer> states) {
    say(
        "  "
            + Text.of(
                    "demo.after",
                    "time",
                    ScreenText.right(DurationText.exact(later).shown(), TIME),
                    "states",
                    states.entrySet().stream()
                        .map(each ->
                            Text.of(
                                "demo.state",
                                "count",
                                each.getValue(),
                                "state",
                                DeviceStates.shown(each.getKey())))
                        .toList())
                .shown());
  }

  @Override
  public void rings(List<RingReport> rings) {
    say("");
    say(Text.of("demo.rings"));
    say("");
    say(RingsView.render(rings));
  }

  @Override
  public void verified(Plan plan) {
    say("");
    say(Text.of("demo.last-plan", "verdict", PlanView.verdict(plan)));
  }
}
