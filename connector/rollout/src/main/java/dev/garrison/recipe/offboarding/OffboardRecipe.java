package dev.garrison.recipe.offboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.gate.OffboardingProgress.Standing;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.manifest.Ring;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.distribution.ContentDistribution;
import dev.garrison.payload.Packages;
import dev.garrison.recipe.application.OffboardApplication;
import dev.garrison.recipe.application.RetentionRecipe;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.ring.OffboardingNote;
import dev.garrison.survey.Survey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Offboards the servers that leave (F24). They are kept out of every ring first; a deployment that
 * offboards is created only for those that have left all onboarding behind, as the site and their
 * own requests for policy show. The way back is the same in the other direction.
 */
public final class OffboardRecipe {
  private final ManifestResult read;
  private final Manifest manifest;
  private final Mark mark;
  private final Survey survey;
  private final OffboardApplication applications;
  private final OffboardTimes times;
  private final List<LeavingPlan> plans;
  private final LeavingCollections collections;

  /**
   * @param read the manifest with the collections under the site's names
   * @param zone the time zone for a deadline's time of day
   */
  public OffboardRecipe(
      ManifestResult read,
      Survey survey,
      OffboardApplication applications,
      Instant asOf,
      ZoneId zone) {
    this.read = read;
    this.manifest = read.manifest();
    this.mark = new Mark(manifest.name());
    this.survey = survey;
    this.applications = applications;
    this.times = new OffboardTimes(read, survey.packages(), asOf, zone);
    this.plans = LeavingPlan.all(manifest, survey.rings(), survey.leaving());
    this.collections = new LeavingCollections(manifest, mark, plans);
  }

  /** The managed collections, which also keep servers out of the rings. */
  public LeavingCollections collections() {
    return collections;
  }

  /** The version that each application will point to. */
  public List<RetentionRecipe.Kept> kept() {
    List<RetentionRecipe.Kept> kept = new ArrayList<>();
    each((entry, found) -> kept.add(applications.kept(entry, found)));
    return kept;
  }

  /** The applications, each after its content. */
  public List<Wanted<?>> applications() {
    List<Wanted<?>> wanted = new ArrayList<>();
    each((entry, found) -> {
      Application application = applications.of(entry, found);
      wanted.add(
          new Wanted<>(
              Application.address(application.title()),
              new Desired.Present<>(application),
              Set.of(applications.contentAddress(found))));
    });
    return wanted;
  }

  /** The content on the share. */
  public List<Wanted<?>> content() {
    List<Wanted<?>> wanted = new ArrayList<>();
    each((_, found) -> wanted.add(applications.content(found)));
    return wanted;
  }

  /** Action for an entry with a package. */
  private interface Each {
    void with(OffboardSection entry, Packages.Offboarding found);
  }

  private void each(Each action) {
    for (OffboardSection entry : manifest.offboard()) {
      found(entry).ifPresent(found -> action.with(entry, found));
    }
  }

  private Optional<Packages.Offboarding> found(OffboardSection entry) {
    return Optional.ofNullable(survey.packages().offboarding().get(entry.name()));
  }

  /** Distributions and deployments; a deployment that is no longer wanted is deleted. */
  public List<Wanted<?>> deployments() {
    List<Wanted<?>> wanted = new ArrayList<>();
    each((entry, found) -> wanted.add(distribution(applications.of(entry, found))));
    for (LeavingPlan plan : plans) {
      Optional<Packages.Offboarding> found = plan.entry().flatMap(this::found);
      if (found.isPresent()) {
        OffboardSection entry = plan.entry().orElseThrow();
        wanted.add(deployment(plan, entry, applications.of(entry, found.get())));
      } else if (plan.deployed()) {
        wanted.add(
            new Wanted<>(
                deploymentAddress(plan),
                new Desired.Absent<>(
                    plan.entry().isPresent()
                        ? Text.of("removal.no-package").toString()
                        : Text.of("change.not-in-manifest").toString())));
      }
    }
    return wanted;
  }

  private Address deploymentAddress(LeavingPlan plan) {
    return ApplicationDeployment.address(manifest.offboardingDeployment(plan.name()));
  }

  private Wanted<ContentDistribution> distribution(Application application) {
    return new Wanted<>(
        ContentDistribution.address(application.title()),
        new Desired.Present<>(
            ContentDistribution.to(
                applications.modelName(application), new TreeSet<>(manifest.offboardingGroups()))),
        Set.of(Application.address(application.title())));
  }

  private Wanted<ApplicationDeployment> deployment(
      LeavingPlan plan, OffboardSection entry, Application application) {
    ApplicationDeployment state =
        ApplicationDeployment.requiredInstall(
            manifest.offboardingDeployment(plan.name()),
            mark.after("Offboards servers. " + new OffboardingNote(plan.name(), true).text()),
            applications.modelName(application),
            manifest.offboardingCollection(plan.name()),
            times.schedule(entry));
    return new Wanted<>(
        deploymentAddress(plan),
        new Desired.Present<>(state),
        Set.of(ContentDistribution.address(application.title())),
        plan.deployed() ? Optional.empty() : hold(plan));
  }

  /** Reason why the deployment is not created now. */
  private Optional<String> hold(LeavingPlan plan) {
    if (plan.free().isEmpty()) {
      return Optional.of(collections.nobodyYet(plan));
    }
    return times.blackedOut() ? Optional.of(Text.of("gate.blackout").toString()) : Optional.empty();
  }

  /** Problems that keep the servers from leaving. */
  public List<Diagnostic> problems() {
    List<Diagnostic> problems = new ArrayList<>();
    for (LeavingPlan plan : plans) {
      plan.entry()
          .ifPresent(entry -> {
            int servers = survey.leaving().servers().getOrDefault(plan.name(), 0);
            if (servers > entry.maxDevices()) {
              problems.add(tooMany(entry, servers));
            }
            if (plan.offboards()) {
              problems.addAll(new AntivirusAnswers(read, leavers(plan, entry)).problems());
            }
            if (plan.offboards() && !plan.deployed()) {
              problems.addAll(times.problems(entry));
            }
          });
    }
    return problems;
  }

  private PassiveLeavers leavers(LeavingPlan plan, OffboardSection entry) {
    return new PassiveLeavers(
        AntivirusModes.of(manifest, survey.rings().ours()),
        entry,
        plan.leaving().stream().map(Standing::server).toList());
  }

  private Diagnostic tooMany(OffboardSection entry, int servers) {
    return Diagnostic.error(
        OffboardCode.OFFBOARD_TOO_LARGE,
        read.where("offboard[" + manifest.offboard().indexOf(entry) + "].maxDevices"),
        Message.of(
            "offboard-entry.too-large",
            "entry",
            entry.name(),
            "count",
            servers,
            "limit",
            entry.maxDevices(),
            "collection",
            collection(entry)));
  }

  /** Latest time at which the deployments of this plan may be created. */
  public Optional<Instant> validUntil() {
    return plans.stream()
        .filter(plan -> plan.offboards() && !plan.deployed() && hold(plan).isEmpty())
        .flatMap(plan -> plan.entry().stream())
        .map(times::validUntil)
        .min(Instant::compareTo);
  }

  /** Servers that the manifest takes out, as decisions that the plan pins. */
  public List<OffboardDecision> decisions() {
    List<OffboardDecision> decisions = new ArrayList<>();
    for (LeavingPlan plan : plans) {
      if (plan.offboards()) {
        decisions.add(decision(plan, plan.entry().orElseThrow()));
      } else if (plan.offers()) {
        decisions.add(noneHandedOver(plan));
      }
    }
    return decisions;
  }

  /**
   * Decision for an entry that hands over no more servers, though some may still have its policy.
   */
  private OffboardDecision noneHandedOver(LeavingPlan plan) {
    return new OffboardDecision(
        plan.name(),
        plan.entry().map(this::collection).orElse(""),
        List.of(),
        plan.entry().map(OffboardSection::maxDevices).orElse(0),
        List.of());
  }

  private OffboardDecision decision(LeavingPlan plan, OffboardSection entry) {
    return new OffboardDecision(
        plan.name(),
        collection(entry),
        plan.leaving().stream().map(each -> each.server().name()).toList(),
        rings(plan),
        entry.maxDevices(),
        List.of(
            DeviceCollection.address(manifest.offboardingCollection(plan.name())),
            deploymentAddress(plan)));
  }

  /** Rings that the servers leave, in the manifest's order. */
  private List<String> rings(LeavingPlan plan) {
    return manifest.rings().stream()
        .map(Ring::name)
        .filter(ring ->
            plan.leaving().stream().anyMatch(each -> each.server().origin().rings().contains(ring)))
        .toList();
  }

  private String collection(OffboardSection entry) {
    return entry.collection().orElseGet(() -> manifest.leavingCollection(entry.name()));
  }

  /** Remarks for a person to read before agreeing. */
  public List<String> remarks() {
    return new LeavingRemarks(survey.packages(), this::leavers).of(plans);
  }
}
