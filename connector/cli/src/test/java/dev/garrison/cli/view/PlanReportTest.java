package dev.garrison.cli.view;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.engine.ThingPlans;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.Language;
import dev.garrison.manifest.Ring;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.state.StoredPlan;
import dev.garrison.survey.ring.RingRoster;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlanReportTest {
  private static final String HOSTILE = "<script>alert('x' & \"y\")</script>";

  private final ThingServer server = new ThingServer();

  private String report(Planned planned, RingRoster... rosters) {
    StoredPlan stored =
        new StoredPlan("0.1.0", Optional.of(HOSTILE), ThingPlans.VALID_UNTIL, planned.plan());
    return PlanReport.render(
        stored, List.of(), planned.rollbacks(), List.of(rosters), new TerminalTime(ZoneOffset.UTC));
  }

  @Test
  void eachWriteSaysWhomItReachesAndWhatTakingItBackMeans() {
    server.things.put("b", ours("1"));
    Planned planned = plan(server, intent(wanted("a", ours("1")), wanted("b", ours("2"))));
    String page =
        report(
            planned, new RingRoster("pilot", 12, List.of("FS01", "WEB01"), Set.of(address("a"))));
    assertThat(page)
        .contains(
            "<h3>Shared by all rings: 1 to create, 1 to change</h3>",
            "<td>+ create</td><td>thing <strong>a</strong><br>a thing</td><td>up to 12, of ring pilot</td>",
            "<details><summary>2 values</summary><code>",
            "</code></details></td><td>It goes.</td></tr>",
            "<td>~ change</td><td>thing <strong>b</strong><br>a thing</td><td>none directly</td>",
            "<details open><summary>1 value</summary><code>value: 1 -&gt; 2</code></details></td><td>It gets its earlier value.</td></tr>")
        .contains("<th>Names in ring pilot</th><td>FS01, WEB01 and 10 more</td>");
  }

  @Test
  void theReportIsInJapanese() {
    Planned planned = plan(server, intent(wanted("a", ours("1"))));
    RingRoster roster = new RingRoster("pilot", 12, List.of("FS01", "WEB01"), Set.of(address("a")));
    String page = Language.JAPANESE.during(() -> report(planned, roster));
    assertThat(page)
        .startsWith("<!doctype html>\n<html lang=\"ja\">")
        .contains(
            "<h1>プラン: 作成 1 件、変更 0 件、削除 0 件。待機中 0 件、手動 0 件。</h1>",
            "<h2>影響を受けるサーバー</h2>",
            "<th>リング pilot のサーバー名</th><td>FS01、WEB01、ほか 10 件</td>",
            "<td>+ 作成</td><td>thing <strong>a</strong><br>a thing</td><td>リング pilot の最大 12 台</td>",
            "<h2>ロールバックの意味</h2>");
  }

  @Test
  void aChangeOfALaterRingWaitsForAGateAsOnTheTerminal() {
    Address pilot = Address.parse("deployment/MDE pilot - 2019");
    Address broad = Address.parse("deployment/MDE broad - 2019");
    Plan bare = plan(server, intent()).plan();
    Plan plan =
        new Plan(
            bare.manifest(),
            bare.manifestDigest(),
            bare.site(),
            bare.survey(),
            bare.packages(),
            List.of(
                new RingDecision("pilot", "soaking", "soaking until Friday", 4, 25),
                new RingDecision("broad", "waiting", "pilot is soaking", 80, 100)),
            bare.offboarding(),
            bare.remarks(),
            bare.asOf(),
            bare.validUntil(),
            bare.allowances(),
            List.of(
                waiting(pilot, "the site is sending"), waiting(broad, "waits for " + pilot, pilot)),
            bare.orphans());

    assertThat(
            PlanReport.render(
                new StoredPlan("0.1.0", Optional.empty(), ThingPlans.VALID_UNTIL, plan),
                List.of(ring("pilot", pilot), ring("broad", broad)),
                Map.of(),
                List.of(),
                new TerminalTime(ZoneOffset.UTC)))
        .contains(
            "<h3>Ring broad: 1 waiting</h3>",
            "<td>. waiting</td><td>deployment <strong>MDE broad - 2019</strong><br>waits for ring pilot to meet its gate</td>")
        .doesNotContain("waits for deployment/");
  }

  private static PlannedChange waiting(Address address, String why, Address... after) {
    return new PlannedChange(
        address,
        Action.WAIT,
        why,
        List.of(),
        List.of(),
        Optional.empty(),
        "1",
        List.of(after),
        Optional.empty());
  }

  private static RingObjects ring(String name, Address deployment) {
    return new RingObjects(
        name,
        Ring.Antivirus.ACTIVE,
        Address.parse("collection/MDE %s - all".formatted(name)),
        List.of(),
        List.of(deployment),
        List.of(),
        List.of());
  }

  @Test
  void aRingWithoutServersSaysSo() {
    String page = report(plan(server, intent()), new RingRoster("pilot", 0, List.of(), Set.of()));
    assertThat(page).contains("<th>Names in ring pilot</th><td>none</td>");
  }

  @Test
  void whatOthersNamedIsTextAndNeverMarkup() {
    server.things.put("b", ours(HOSTILE));
    String page =
        report(
            plan(server, intent(wanted("b", ours("2")), wanted(HOSTILE, ours(HOSTILE)))),
            new RingRoster(HOSTILE, 1, List.of(HOSTILE), Set.of()));
    assertThat(page)
        .doesNotContain("<script", "'x'", "\"y\"")
        .contains("&lt;script&gt;alert(&#39;x&#39; &amp; &quot;y&quot;)&lt;/script&gt;");
  }

  @Test
  void thePageLoadsNothing() {
    assertThat(report(plan(server, intent(wanted("a", ours("1"))))))
        .doesNotContain("http:", "https:", "src=", "href=", "url(", "@import");
  }
}
