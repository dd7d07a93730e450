package dev.garrison.mecm.updaterule;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.softwareupdate.DeploymentRule;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteCollection;
import dev.garrison.mecm.softwareupdate.SiteSighting;
import dev.garrison.mecm.softwareupdate.SiteUpdateStock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules of rings. What a rule selects is kept in XML that Microsoft does not describe, so none is
 * written: a person makes it once, by our PowerShell, and from then on it is looked at.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/sum/deploy-use/automatically-deploy-software-updates">Automatically
 *     deploy software updates</a>
 */
public final class UpdateRuleResource implements ResourceType<UpdateRule> {
  private static final String PLACE =
      "Software Library > Software Updates > Automatic Deployment Rules";
  private static final String FURTHER =
      "a rule tells the collection of its first deployment only; further ones show once it has run";
  private static final String BY_HAND =
      "Automatic deployment rules are made and changed by a person only.";

  private final SiteUpdateStock stock;
  private final Map<String, RuleOrder> orders;

  /**
   * @param orders what is to be made for rings that have no rule
   */
  public UpdateRuleResource(SiteUpdateStock stock, List<RuleOrder> orders) {
    this.stock = stock;
    this.orders =
        orders.stream().collect(Collectors.toMap(order -> order.ring().name(), order -> order));
  }

  @Override
  public String name() {
    return UpdateRule.KIND;
  }

  @Override
  public Class<UpdateRule> stateClass() {
    return UpdateRule.class;
  }

  @Override
  public Set<Address> references(UpdateRule desired) {
    return Set.of();
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
      case SiteSighting.Seen(var updates) -> observation(RingCoverage.of(order.ring(), updates));
    };
  }

  private static Observation<UpdateRule> observation(RingCoverage coverage) {
    if (coverage.collections().isEmpty()) {
      return new Observation.Unreadable<>(
          "the site shows no device collection '%s'".formatted(coverage.ring().collection()));
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
                    standing(coverage, rule)),
                new Owner.Ours(),
                String.valueOf(rule.id()),
                ""))
        .orElseGet(Observation.Missing::new);
  }

  private static UpdateRule.Standing standing(RingCoverage coverage, DeploymentRule rule) {
    if (coverage.isElsewhere()) {
      return UpdateRule.Standing.OF_OTHER_COLLECTION;
    }
    if (!rule.isEnabled()) {
      return UpdateRule.Standing.DISABLED;
    }
    return rule.hasFailed() ? UpdateRule.Standing.FAILED : UpdateRule.Standing.RUNS;
  }

  @Override
  public Proposal propose(Wanted<UpdateRule> wanted, Observation<UpdateRule> seen) {
    if (!(wanted.desired() instanceof Desired.Present<UpdateRule>(UpdateRule state))) {
      return new Proposal.Proposed(Action.NO_OP, "is made and removed by a person only");
    }
    return switch (seen) {
      case Observation.Missing<UpdateRule> _ -> missing(state);
      case Observation.Found<UpdateRule> found -> found(found.state());
      case Observation.Unreadable<UpdateRule>(String why) ->
          new Proposal.Proposed(Action.WAIT, why);
      case Observation.Ambiguous<UpdateRule> _ -> StandardProposal.of(wanted, seen, "");
    };
  }

  private Proposal missing(UpdateRule state) {
    RuleOrder order = orders.get(state.ring());
    if (order == null) {
      return new Proposal.Proposed(Action.NO_OP, "the site serves no such ring");
    }
    return new Proposal.Proposed(
        Action.MANUAL,
        "no automatic deployment rule keeps '%s' up to date".formatted(state.collection()),
        Facts.between(Facts.none(), Facts.of(state)),
        order.notes(),
        Optional.of(
            new ManualStep(
                PLACE + " > Create Automatic Deployment Rule", order.command(stock.last()))));
  }

  private static Proposal found(UpdateRule state) {
    String rule = state.rule().replace("'", "''");
    String there = PLACE + " > " + state.rule();
    return switch (state.standing()) {
      case RUNS ->
          new Proposal.Proposed(
              Action.NO_OP, "rule '%s' serves '%s'".formatted(state.rule(), state.collection()));
      case DISABLED ->
          byHand(
              state,
              "rule '%s' is disabled".formatted(state.rule()),
              new ManualStep(
                  there + " > Enable",
                  "Enable-CMSoftwareUpdateAutoDeploymentRule -Name '%s'".formatted(rule)));
      case FAILED ->
          byHand(
              state,
              "the last run of rule '%s' failed".formatted(state.rule()),
              new ManualStep(
                  there + ": see Last Error Description, remove the cause, then Run Now",
                  "Invoke-CMSoftwareUpdateAutoDeploymentRule -Name '%s'".formatted(rule)));
      case OF_OTHER_COLLECTION ->
          byHand(
                  state,
                  "rule '%s' deploys to another collection than '%s'"
                      .formatted(state.rule(), state.collection()),
                  new ManualStep(
                      there + ": compare its deployments with the ring's collection",
                      "Get-CMSoftwareUpdateAutoDeploymentRule -Fast -Name '%s'".formatted(rule)))
              .withNotes(List.of(FURTHER));
    };
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

  @Override
  public Rollback rollback() {
    return new Rollback(BY_HAND, BY_HAND, BY_HAND);
  }

  @Override
  public UpdateRule marked(UpdateRule state, Mark mark) {
    return state;
  }

  @Override
  public Outcome carryOut(Change<UpdateRule> change, Resolved ids, Progress progress) {
    throw new IllegalStateException("automatic deployment rules are made by a person only");
  }
}
