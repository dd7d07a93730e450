package dev.garrison.mecm.updaterule;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteCollection;
import dev.garrison.mecm.softwareupdate.SiteSighting;
import dev.garrison.mecm.softwareupdate.SiteUpdateStock;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Automatic deployment rules of rings. The criteria of a rule are kept in XML that Microsoft does
 * not describe, so none is written: the administrator creates it once with Garrison's PowerShell
 * module, and from then on it is checked.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/sum/deploy-use/automatically-deploy-software-updates">Automatically
 *     deploy software updates</a>
 */
public final class UpdateRuleResource implements ResourceType<UpdateRule> {
  private final SiteUpdateStock stock;
  private final Map<String, RuleOrder> orders;

  /**
   * @param orders specifications of the rules for rings that have none
   */
  public UpdateRuleResource(SiteUpdateStock stock, List<RuleOrder> orders) {
    this.stock = stock;
    this.orders =
        orders.stream().collect(Collectors.toMap(order -> order.ring().name(), order -> order));
  }

  @Override
  public Kind<UpdateRule> kind() {
    return new Kind<>(
        UpdateRule.KIND,
        RecordedUpdateRule.FORM,
        Rollback.always(Text.of("update-rule.undo").toString()));
  }

  @Override
  public Observations<UpdateRule> observe(
      List<Wanted<UpdateRule>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<UpdateRule>> seen = new LinkedHashMap<>();
    for (Wanted<UpdateRule> each : wanted) {
      seen.put(each.address(), observation(orders.get(each.address().name())));
    }
    return new Observations<>(seen);
  }

  private Observation<UpdateRule> observation(@Nullable RuleOrder order) {
    if (order == null) {
      return new Observation.Missing<>();
    }
    return switch (stock.last()) {
      case SiteSighting.Unseen(var why) -> new Observation.Unreadable<>(why.problem());
      case SiteSighting.Seen(var updates) ->
          observation(RingCoverage.of(order.ring(), updates), updates);
    };
  }

  private static Observation<UpdateRule> observation(RingCoverage coverage, SiteUpdates updates) {
    if (coverage.collections().isEmpty()) {
      String missing =
          Text.of("update-rule.no-collection", "collection", coverage.ring().collection())
              .toString();
      return new Observation.Unreadable<>(
          missing,
          Optional.of(
              new Blockage(
                  missing,
                  Text.of("update-rule.correct-collection", "ring", coverage.ring().name())
                      .toString())));
    }
    if (coverage.collections().size() > 1) {
      return new Observation.Ambiguous<>(
          coverage.collections().stream().map(SiteCollection::id).toList());
    }
    return coverage
        .rule()
        .<Observation<UpdateRule>>map(rule ->
            new Observation.Found<>(
                new UpdateRule(
                    coverage.ring().name(),
                    coverage.ring().collection(),
                    rule.name(),
                    RuleJudgement.of(coverage, rule, updates).standing()),
                new Owner.Ours(),
                String.valueOf(rule.id()),
                ""))
        .orElseGet(Observation.Missing::new);
  }

  @Override
  public Proposal propose(Wanted<UpdateRule> wanted, Observation<UpdateRule> seen) {
    if (!(wanted.desired() instanceof Desired.Present<UpdateRule>(UpdateRule state))) {
      return new Proposal.Proposed(Action.NO_OP, Text.of("managed-object.manual-only").toString());
    }
    return switch (seen) {
      case Observation.Missing<UpdateRule> _ -> missing(state);
      case Observation.Found<UpdateRule> found -> found(found.state());
      case Observation.Unreadable<UpdateRule>(String why, Optional<Blockage> blocked) ->
          Proposal.Proposed.waiting(why, blocked);
      case Observation.Ambiguous<UpdateRule> _ -> StandardProposal.of(wanted, seen, "");
    };
  }

  private Proposal missing(UpdateRule state) {
    RuleOrder order = orders.get(state.ring());
    if (order == null) {
      return new Proposal.Proposed(Action.NO_OP, Text.of("update-rule.no-ring").toString());
    }
    return new Proposal.Proposed(
        Action.MANUAL,
        Text.of("update-rule.none", "collection", state.collection()).toString(),
        Facts.between(Facts.none(), Facts.of(state)),
        order.notes(stock.last()),
        Optional.of(
            new ManualStep(
                Text.of("update-rule.create-step").toString(), order.command(stock.last()))));
  }

  private Proposal found(UpdateRule state) {
    String rule = state.rule().replace("'", "''");
    String look = "Get-CMSoftwareUpdateAutoDeploymentRule -Fast -Name '%s'".formatted(rule);
    String why = why(state);
    return switch (state.standing()) {
      case RUNS -> new Proposal.Proposed(Action.NO_OP, why);
      case NOT_RUN, BEHIND -> new Proposal.Proposed(Action.WAIT, why);
      case DISABLED ->
          byHand(
              state,
              why,
              new ManualStep(
                  Text.of("update-rule.enable-step", "rule", state.rule()).toString(),
                  "Enable-CMSoftwareUpdateAutoDeploymentRule -Name '%s'".formatted(rule)));
      case FAILED ->
          byHand(
              state,
              why,
              new ManualStep(
                  Text.of("update-rule.failed-step", "rule", state.rule()).toString(),
                  "Invoke-CMSoftwareUpdateAutoDeploymentRule -Name '%s'".formatted(rule)));
      case OF_OTHER_COLLECTION ->
          byHand(
                  state,
                  why,
                  new ManualStep(
                      Text.of("update-rule.compare-step", "rule", state.rule()).toString(), look))
              .withNotes(List.of(Text.of("update-rule.further").toString()));
      case NOT_WANTED ->
          byHand(state, why, new ManualStep(Text.of("update-rule.remove-step").toString(), look))
              .withNotes(List.of(Text.of("update-rule.narrow").toString()));
      case HELD ->
          byHand(state, why, new ManualStep(Text.of("update-rule.disable-step").toString(), look));
      case NOT_ENABLED ->
          byHand(state, why, new ManualStep(Text.of("update-rule.review-step").toString(), look));
      case NOTHING_DEPLOYED ->
          byHand(
              state,
              why,
              new ManualStep(
                  Text.of("update-rule.selection-step", "rule", state.rule()).toString(), look));
    };
  }

  /** The same reason, from the last result. */
  private String why(UpdateRule state) {
    RuleOrder order = orders.get(state.ring());
    if (order != null && stock.last() instanceof SiteSighting.Seen(var updates)) {
      RingCoverage coverage = RingCoverage.of(order.ring(), updates);
      return coverage
          .rule()
          .map(rule -> RuleJudgement.of(coverage, rule, updates).why())
          .orElse(Text.of("update-rule.gone", "rule", state.rule()).toString());
    }
    return Text.of("update-rule.named", "rule", state.rule(), "collection", state.collection())
        .toString();
  }

  private static Proposal.Proposed byHand(UpdateRule state, String summary, ManualStep step) {
    return new Proposal.Proposed(
        Action.MANUAL,
        summary,
        Facts.between(
            Facts.of(state),
            Facts.of(
                new UpdateRule(
                    state.ring(), state.collection(), state.rule(), UpdateRule.Standing.RUNS))),
        List.of(),
        Optional.of(step));
  }
}
