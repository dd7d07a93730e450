package dev.garrison.mecm.onboardingpolicy;

import dev.garrison.engine.change.Action;
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
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Onboarding policies. The schema of their digest is not public, so the administrator creates one
 * in the console, and Garrison finds it by its name.
 *
 * @see <a
 *     href="https://learn.microsoft.com/powershell/module/configurationmanager/new-cmadvancedthreatprotectionpolicy">New-CMAdvancedThreatProtectionPolicy</a>
 */
public final class OnboardingPolicyResource implements ResourceType<OnboardingPolicy> {
  private final AdminService site;
  private final UUID tenant;
  private final boolean sharesSamples;

  /**
   * @param tenant the tenant whose file the policy must be made from
   * @param sharesSamples whether servers may send files to Microsoft, which the policy sets
   */
  public OnboardingPolicyResource(AdminService site, UUID tenant, boolean sharesSamples) {
    this.site = site;
    this.tenant = tenant;
    this.sharesSamples = sharesSamples;
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return Assumption.of(PolicyRows.POLICIES);
  }

  /** The names of a site's onboarding policies, by ModelName; empty if it offers none. */
  public static Map<String, String> named(AdminService site) {
    Map<String, String> names = new LinkedHashMap<>();
    if (site.capabilities().offers(PolicyRows.POLICIES.className())) {
      PolicyRows.all(site).forEach(policy -> names.put(policy.modelName(), policy.name()));
    }
    return names;
  }

  @Override
  public Kind<OnboardingPolicy> kind() {
    return new Kind<>(
        OnboardingPolicy.KIND,
        RecordedOnboardingPolicy.FORM,
        Rollback.always(Text.of("onboarding-policy.undo").toString()));
  }

  @Override
  public Observations<OnboardingPolicy> observe(
      List<Wanted<OnboardingPolicy>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<OnboardingPolicy>> seen = new LinkedHashMap<>();
    if (wanted.isEmpty()) {
      return new Observations<>(seen);
    }
    List<PolicyRows.Policy> all = PolicyRows.all(site);
    for (Wanted<OnboardingPolicy> each : wanted) {
      seen.put(
          each.address(),
          observation(
              all.stream()
                  .filter(policy -> policy.name().equalsIgnoreCase(each.address().name()))
                  .toList()));
    }
    return new Observations<>(seen);
  }

  private static Observation<OnboardingPolicy> observation(List<PolicyRows.Policy> policies) {
    if (policies.isEmpty()) {
      return new Observation.Missing<>();
    }
    if (policies.size() > 1) {
      return new Observation.Ambiguous<>(
          policies.stream().map(policy -> "CI_ID " + policy.ciId()).toList());
    }
    PolicyRows.Policy policy = policies.getFirst();
    return policy.usable()
        ? new Observation.Found<>(
            new OnboardingPolicy(policy.name()),
            new Owner.Ours(),
            String.valueOf(policy.ciId()),
            "")
        : new Observation.Unreadable<>(Text.of("onboarding-policy.unusable").toString());
  }

  @Override
  public Proposal propose(Wanted<OnboardingPolicy> wanted, Observation<OnboardingPolicy> seen) {
    return wanted.desired() instanceof Desired.Present<OnboardingPolicy>(OnboardingPolicy state)
        ? present(wanted, state, seen)
        : new Proposal.Proposed(Action.NO_OP, Text.of("managed-object.manual-only").toString());
  }

  private Proposal present(
      Wanted<OnboardingPolicy> wanted, OnboardingPolicy state, Observation<OnboardingPolicy> seen) {
    return switch (seen) {
      case Observation.Missing<OnboardingPolicy> _ -> byHand(state);
      case Observation.Found<OnboardingPolicy> _ ->
          new Proposal.Proposed(Action.NO_OP, Text.of("onboarding-policy.exists").toString());
      case Observation.Ambiguous<OnboardingPolicy> _, Observation.Unreadable<OnboardingPolicy> _ ->
          StandardProposal.of(wanted, seen, "");
    };
  }

  private Proposal byHand(OnboardingPolicy state) {
    return new Proposal.Proposed(
        Action.MANUAL,
        Text.of("onboarding-policy.manual").toString(),
        Facts.between(Facts.none(), Facts.of(state)),
        List.of(),
        Optional.of(
            new ManualStep(
                Text.of("onboarding-policy.step").toString(),
                "New-GarrisonOnboardingPolicy -Name '%s' -Path WindowsDefenderATP.onboarding -OrganizationId '%s' -SampleSharing %s"
                    .formatted(
                        state.name().replace("'", "''"), tenant, sharesSamples ? "All" : "None"))));
  }
}
