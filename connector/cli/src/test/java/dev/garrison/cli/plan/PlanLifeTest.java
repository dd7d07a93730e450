package dev.garrison.cli.plan;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.engine.ThingPlans;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.plan.Plan;
import dev.garrison.language.Language;
import dev.garrison.state.StoredPlan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Until when a plan can be applied, and why, as its maker reads it. */
final class PlanLifeTest {
  private final Plan plan =
      ThingPlans.plan(new ThingServer(), intent(wanted("a", ours("1")))).plan();

  private String line(Instant expires, boolean asked) {
    return PlanLife.of(new StoredPlan("0.1.0", Optional.empty(), expires, plan), asked)
        .line(new TerminalTime(ZoneId.of("Asia/Tokyo")));
  }

  @Test
  void aPlanEndsTenDaysAfterItWasMade() {
    assertThat(line(Instant.parse("2026-12-04T21:00:00Z"), false))
        .isEqualTo("Can be applied before 2026-12-05 06:00 JST, 10 days after it was created.");
  }

  @Test
  void aPlanEndsWhenItsMakerAskedForThat() {
    assertThat(line(Instant.parse("2026-11-25T08:00:00Z"), true))
        .isEqualTo("Can be applied before 2026-11-25 17:00 JST, as --expires specifies.");
  }

  @Test
  void aPlanEndsEarlierWhereItsDeadlinesWouldBeTooNear() {
    for (boolean asked : new boolean[] {true, false}) {
      assertThat(line(ThingPlans.VALID_UNTIL, asked))
          .isEqualTo(
              "Can be applied before 2027-01-31 09:00 JST. After that, its deadlines would be too near.");
    }
  }

  @Test
  void theEndIsSaidInJapanese() {
    assertThat(Language.JAPANESE.during(() -> line(ThingPlans.VALID_UNTIL, false)))
        .isEqualTo("適用できるのは 2027-01-31 09:00 JST より前です。それ以降は、期限までの時間が短くなりすぎます。");
  }
}
