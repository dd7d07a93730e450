package dev.garrison.recipe.ring;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.gate.RingSituation;
import dev.garrison.gate.RingVerdict;
import dev.garrison.gate.Rollout;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.DeploymentFact;
import dev.garrison.survey.ring.RingFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rings of a manifest, with decisions for one time. */
public final class RingPlans {
  private final ManifestResult read;
  private final RingFacts facts;
  private final List<RingPlan> plans;

  /**
   * @param read the manifest with the collections under the site's names
   * @param zone the time zone for the time of day of an opening, and for blackout days
   */
  public RingPlans(ManifestResult read, RingFacts facts, Instant asOf, ZoneId zone) {
    this.read = read;
    this.facts = facts;
    this.plans = plans(read.manifest(), facts, asOf, zone);
  }

  private static List<RingPlan> plans(
      Manifest manifest, RingFacts facts, Instant asOf, ZoneId zone) {
    boolean blackout = manifest.blackedOut(LocalDate.ofInstant(asOf, zone));
    List<RingVerdict> verdicts =
        new Rollout(asOf, blackout)
            .decide(
                manifest.rings().stream()
                    .map(ring -> situation(manifest, ring, facts, asOf))
                    .toList());
    List<RingPlan> plans = new ArrayList<>();
    for (Ring ring : manifest.rings()) {
      RingVerdict verdict = withRoute(manifest, ring, facts, verdicts.get(plans.size()));
      plans.add(
          new RingPlan(
              ring,
              verdict,
              new RingSchedule(ring, asOf, zone),
              blackout,
              verdict.state() == RingState.BLOCKED
                  ? new WindowRemarks(facts).blockage(ring)
                  : Optional.empty()));
    }
    return List.copyOf(plans);
  }

  /** Notes the route of a halted ring, because a halt may delete the only objects that show it. */
  private static RingVerdict withRoute(
      Manifest manifest, Ring ring, RingFacts facts, RingVerdict verdict) {
    if (verdict.state() != RingState.HALTED) {
      return verdict;
    }
    Set<String> names = deployments(manifest, ring).collect(Collectors.toSet());
    return facts.ours().routes(names::contains).stream()
        .findFirst()
        .map(route -> verdict.noting(verdict.note().on(route)))
        .orElse(verdict);
  }

  private static RingSituation situation(
      Manifest manifest, Ring ring, RingFacts facts, Instant asOf) {
    return new RingSituation(
        ring.name(),
        ring.gate(),
        opened(manifest, ring, facts, asOf),
        facts.healthOf(ring.name()),
        note(manifest, ring, facts),
        undeployed(manifest, ring, facts),
        new WindowRemarks(facts).unready(ring),
        facts.antivirusOf(ring.name()),
        ring.antivirus() == Ring.Antivirus.PASSIVE);
  }

  /**
   * Collections with servers to which nothing is deployed yet. A gate must count them, because
   * otherwise the next ring would open to an operating system that was never tried.
   */
  private static List<String> undeployed(Manifest manifest, Ring ring, RingFacts facts) {
    return manifest.operatingSystems().stream()
        .filter(system ->
            facts
                .byAnyRoute(manifest.naming().deploymentFor(manifest.name(), system, ring.name()))
                .findAny()
                .isEmpty())
        .flatMap(system ->
            facts
                .collection(manifest.naming().collectionFor(manifest.name(), system, ring.name()))
                .stream())
        .filter(part -> part.members() > 0)
        .map(CollectionFact::name)
        .toList();
  }

  private static RingNote note(Manifest manifest, Ring ring, RingFacts facts) {
    return facts
        .collection(manifest.ringCollection(ring))
        .map(CollectionFact::comment)
        .map(RingNote::in)
        .orElse(RingNote.NONE);
  }

  /**
   * Time at which the ring opened. Any release counts, because a deployment for one that the
   * manifest no longer names opened the ring too.
   */
  private static Optional<Instant> opened(
      Manifest manifest, Ring ring, RingFacts facts, Instant asOf) {
    return deployments(manifest, ring)
        .flatMap(facts::byAnyRoute)
        .map(fact -> fact.created().orElse(asOf))
        .min(Instant::compareTo);
  }

  private static Stream<String> deployments(Manifest manifest, Ring ring) {
    return Arrays.stream(OperatingSystem.values())
        .map(system -> manifest.naming().deploymentFor(manifest.name(), system, ring.name()));
  }

  /** All rings, in the manifest's order. */
  public List<RingPlan> all() {
    return plans;
  }

  /** Reports on the present status of the rings, without the effect of the next apply. */
  public List<RingReport> reports() {
    Manifest manifest = read.manifest();
    RingMembers members = new RingMembers(manifest, facts);
    return plans.stream()
        .map(plan ->
            new RingReport(
                plan.ring().name(),
                blocked(plan)
                    .map(_ -> RingState.BLOCKED)
                    .orElse(plan.verdict().opens() ? RingState.WAITING : plan.verdict().state()),
                blocked(plan).orElseGet(() -> standing(plan)),
                opened(manifest, plan.ring(), facts, plan.schedule().asOf()),
                members.of(plan.ring()),
                plan.ring().maxDevices(),
                facts.healthOf(plan.ring().name()),
                plan.ring().gate(),
                antivirus(plan),
                deployed(plan)))
        .toList();
  }

  /** A halt may delete deployments; then its note still has the method. */
  private boolean deployed(RingPlan plan) {
    return opened(read.manifest(), plan.ring(), facts, plan.schedule().asOf()).isPresent()
        || note(read.manifest(), plan.ring(), facts).route().isPresent();
  }

  private Optional<RingAntivirus> antivirus(RingPlan plan) {
    Ring ring = plan.ring();
    RingAntivirus found = facts.antivirusOf(ring.name());
    boolean counted =
        ring.antivirus() == Ring.Antivirus.PASSIVE
            || !found.keptOut().isEmpty()
            || opened(read.manifest(), ring, facts, plan.schedule().asOf()).isPresent();
    return counted ? Optional.of(found) : Optional.empty();
  }

  /**
   * Reason why servers of a ring that deploys cannot get the content. A ring that has passed needs
   * none, and a blocked ring's deployments are still wanted as soon as its content arrives.
   */
  private Optional<String> blocked(RingPlan plan) {
    return Optional.ofNullable(facts.content().get(plan.ring().name()))
        .filter(_ -> plan.verdict().deploys() && plan.verdict().state() != RingState.PASSED)
        .map(failed -> Text.of("gate.content-failed", "failed", failed).toString());
  }

  private String standing(RingPlan plan) {
    String reason = plan.verdict().reason();
    if (plan.verdict().opens()) {
      return Text.of("gate.opens").toString();
    }
    boolean noted = note(read.manifest(), plan.ring(), facts).halted().isPresent();
    return plan.halted() && !noted
        ? Text.of("gate.disables-next", "reason", reason).toString()
        : reason;
  }

  /** Decisions that a plan shows and pins. */
  public List<RingDecision> decisions() {
    RingMembers members = new RingMembers(read.manifest(), facts);
    return plans.stream()
        .map(plan ->
            new RingDecision(
                plan.ring().name(),
                blocked(plan).map(_ -> RingState.BLOCKED).orElse(plan.verdict().state()).word(),
                blocked(plan).orElse(plan.verdict().reason()),
                members.of(plan.ring()),
                plan.ring().maxDevices()))
        .toList();
  }

  /** Problems with the times of deployments that are to be created now. */
  public List<Diagnostic> problems(OnboardingRoute route) {
    return opening(route).stream().flatMap(deadlines -> deadlines.problems().stream()).toList();
  }

  /** Latest time at which they may still be created. */
  public Optional<Instant> validUntil(OnboardingRoute route) {
    return opening(route).stream().map(Deadlines::validUntil).min(Instant::compareTo);
  }

  private List<Deadlines> opening(OnboardingRoute route) {
    return plans.stream()
        .filter(plan -> plan.hold().isEmpty())
        .filter(plan -> !allExist(plan.ring(), route))
        .map(plan -> new Deadlines(read, plan.schedule()))
        .toList();
  }

  /**
   * Whether all deployments with a deadline exist. Once created, a deployment's times are read from
   * it and never moved by Garrison. On the client-setting route only the deployments of modes and
   * settings have a deadline.
   */
  private boolean allExist(Ring ring, OnboardingRoute route) {
    Manifest manifest = read.manifest();
    Stream<String> onboarding =
        switch (route) {
          case APPLICATION ->
              manifest.operatingSystems().stream()
                  .map(system ->
                      manifest.naming().deploymentFor(manifest.name(), system, ring.name()));
          case CLIENT_SETTING -> Stream.empty();
        };
    return Stream.of(
            onboarding,
            RingSettings.of(manifest, facts.ours(), route).deployments(ring).stream(),
            AntivirusModes.of(manifest, facts.ours()).deployments(ring).stream())
        .flatMap(names -> names)
        .allMatch(name -> facts.deployment(name).filter(DeploymentFact::dated).isPresent());
  }
}
