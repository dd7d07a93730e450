package dev.garrison.recipe.clientsetting;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.value.ClientSettingNames;
import dev.garrison.mecm.clientsetting.AgentSetting;
import dev.garrison.mecm.clientsetting.SettingAssignment;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.onboardingpolicy.OnboardingPolicy;
import dev.garrison.mecm.onboardingpolicy.PolicyDeployment;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.recipe.ring.RingPlan;
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingFacts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deploys the client setting and then the onboarding policy to the rings. The setting comes first,
 * so that no server of 2012 R2 or 2016 receives the policy while it would get the legacy agent. A
 * ring opens with both, and a halt removes both. Servers that move here from the application route
 * leave that route first: no device is ever targeted by both.
 */
public final class ClientSettingRecipe {
  private final Manifest manifest;
  private final Mark mark;
  private final OurDeployments there;
  private final AntivirusModes modes;
  private final PassiveAdmission entry;

  /**
   * @param facts the existing objects of the rings
   */
  public ClientSettingRecipe(Manifest manifest, RingFacts facts) {
    this.manifest = manifest;
    this.mark = new Mark(manifest.name());
    this.there = facts.ours();
    this.modes = AntivirusModes.of(manifest, there);
    this.entry = new PassiveAdmission(manifest, facts);
  }

  /**
   * Wanted objects of this route.
   *
   * @param names the names that the manifest gives for it
   * @param asOf start of deployments that are created now
   */
  public List<Wanted<?>> wanted(ClientSettingNames names, List<RingPlan> rings, Instant asOf) {
    List<Wanted<?>> wanted = new ArrayList<>();
    Set<Address> left = new HashSet<>();
    for (String deployment : there.applications().keySet()) {
      Address address = ApplicationDeployment.address(deployment);
      left.add(address);
      wanted.add(gone(address, Text.of("removal.to-client-setting").toString()));
    }
    if (manifest.operatingSystems().stream().anyMatch(OperatingSystem::needsInstaller)) {
      wanted.add(
          Wanted.present(
              AgentSetting.address(names.setting()), AgentSetting.careful(names.setting())));
    }
    wanted.add(
        Wanted.present(
            OnboardingPolicy.address(names.policy()), new OnboardingPolicy(names.policy())));
    LocalDateTime start = LocalDateTime.ofInstant(asOf, ZoneOffset.UTC).withSecond(0).withNano(0);
    for (RingPlan ring : rings) {
      for (OperatingSystem system : manifest.operatingSystems()) {
        wanted.addAll(part(names, ring, system, start, left));
      }
    }
    return wanted;
  }

  private List<Wanted<?>> part(
      ClientSettingNames names,
      RingPlan plan,
      OperatingSystem system,
      LocalDateTime start,
      Set<Address> left) {
    String ring = plan.ring().name();
    String collection = entry.onboarded(system, plan.ring());
    Address assignment = SettingAssignment.address(collection);
    PolicyDeployment policy =
        PolicyDeployment.of(
            manifest.naming().deploymentFor(manifest.name(), system, ring),
            mark.after("Ring " + ring + "."),
            names.policy(),
            collection,
            start);
    Address deployment = PolicyDeployment.address(policy.name());
    List<Wanted<?>> wanted = new ArrayList<>();
    if (plan.halted()) {
      String why = Text.of("removal.halted", "ring", ring).toString();
      wanted.add(gone(deployment, why));
      assignments(plan.ring(), system).forEach(address -> wanted.add(gone(address, why)));
      return wanted;
    }
    Optional<String> hold =
        there.policies().containsKey(policy.name()) ? Optional.empty() : plan.hold();
    Set<Address> before = new HashSet<>(left);
    if (plan.ring().antivirus() == Antivirus.PASSIVE) {
      before.add(ApplicationDeployment.address(modes.name(system, Antivirus.PASSIVE, plan.ring())));
    }
    if (system.needsInstaller()) {
      wanted.add(
          new Wanted<>(
                  assignment,
                  new Desired.Present<>(new SettingAssignment(collection, names.setting())),
                  Set.copyOf(before),
                  hold)
              .blockedBy(plan.blocked()));
      before.add(assignment);
    }
    wanted.add(
        new Wanted<>(deployment, new Desired.Present<>(policy), before, hold)
            .blockedBy(plan.blocked()));
    assignments(plan.ring(), system).stream()
        .filter(address -> !address.equals(assignment))
        .forEach(address ->
            wanted.add(
                new Wanted<>(
                    address,
                    new Desired.Absent<>(
                        Text.of(
                                "removal.mode",
                                "ring",
                                ring,
                                "mode",
                                plan.ring().antivirus().word())
                            .toString()),
                    Set.of(deployment))));
    return wanted;
  }

  /**
   * Assignments that a ring's collections for a system may have, in its present or an earlier mode.
   */
  private List<Address> assignments(Ring ring, OperatingSystem system) {
    if (!system.needsInstaller()) {
      return List.of();
    }
    List<Address> assignments = new ArrayList<>();
    assignments.add(
        SettingAssignment.address(
            manifest.naming().collectionFor(manifest.name(), system, ring.name())));
    if (ring.antivirus() == Antivirus.PASSIVE || entry.isThere(ring, system)) {
      assignments.add(SettingAssignment.address(manifest.passiveCollection(system, ring)));
    }
    return assignments;
  }

  /**
   * Deletions of this route's objects if the manifest asks for another route. Empty if no server is
   * on this route.
   */
  public List<Wanted<?>> left() {
    if (there.policies().isEmpty()) {
      return List.of();
    }
    String why = Text.of("removal.to-application").toString();
    List<Wanted<?>> wanted = new ArrayList<>();
    there
        .policies()
        .keySet()
        .forEach(name -> wanted.add(gone(PolicyDeployment.address(name), why)));
    for (Ring ring : manifest.rings()) {
      manifest.operatingSystems().stream()
          .flatMap(system -> assignments(ring, system).stream())
          .forEach(address -> wanted.add(gone(address, why)));
    }
    return wanted;
  }

  private static Wanted<?> gone(Address address, String why) {
    return new Wanted<>(address, new Desired.Absent<>(why));
  }

  /** Remarks for a person to read before agreeing. */
  public List<String> remarks(List<RingPlan> rings) {
    List<String> remarks = new ArrayList<>();
    remarks.add(Text.of("method-remark.no-deadline").toString());
    remarks.add(Text.of("method-remark.policy-unseen").toString());
    remarks.add(Text.of("method-remark.inventory").toString());
    if (!there.applications().isEmpty()) {
      remarks.add(Text.of("method-remark.moving").toString());
    }
    remarks.add(Text.of("method-remark.no-check").toString());
    remarks.add(Text.of("method-remark.no-effect").toString());
    if (rings.stream().anyMatch(RingPlan::halted)) {
      remarks.add(Text.of("method-remark.halted").toString());
    }
    return remarks;
  }
}
