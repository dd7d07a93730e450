package dev.garrison.recipe;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.Remark;
import dev.garrison.engine.resource.Mark;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.value.BuiltInCollections;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.recipe.application.ContentRecipe;
import dev.garrison.recipe.application.OffboardApplication;
import dev.garrison.recipe.application.Scope;
import dev.garrison.recipe.offboarding.OffboardRecipe;
import dev.garrison.recipe.ring.DeadlineRemarks;
import dev.garrison.recipe.ring.RingMembers;
import dev.garrison.recipe.ring.RingPlans;
import dev.garrison.recipe.ring.RingSchedule;
import dev.garrison.recipe.ring.WindowRemarks;
import dev.garrison.ring.RingReport;
import dev.garrison.survey.InstallerChange;
import dev.garrison.survey.Survey;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.RingFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Computes the objects that must exist for the manifest's servers to be onboarded. It uses the
 * onboarding route that was decided.
 */
public final class Recipe {
  private final ZoneId zone;

  /**
   * @param zone the time zone for the time of day at which a ring opens
   */
  public Recipe(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The intent.
   *
   * @param asOf the time for which everything is decided
   * @param allowances the permissions of the user
   * @throws RefusalException with every reason why manifest and site do not fit together
   */
  public Intent intent(ManifestResult file, Survey survey, Instant asOf, Allowances allowances) {
    List<Diagnostic> problems = new ArrayList<>(new SiteFit(file, survey).problems());
    SystemsOfSite systems = new SystemsOfSite(file, survey);
    ManifestResult read =
        file.meaning(
            inTheSitesWords(file.manifest(), survey.rings()).withOperatingSystems(systems.meant()));
    Manifest manifest = read.manifest();
    RingPlans rings = new RingPlans(read, survey.rings(), asOf, zone);
    OffboardRecipe leaving = leaving(read, survey, asOf);
    problems.addAll(leaving.problems());
    RolloutState decided = new RolloutState(rings.all(), leaving, asOf);
    OnboardingRoute route = survey.route().route();
    problems.addAll(rings.problems(route));
    Optional<InstallerChange> installer =
        route == OnboardingRoute.APPLICATION
            ? Optional.of(new ApplicationRoute(manifest, survey, decided).installer())
            : Optional.empty();
    if (!allowances.downgrade()) {
      installer
          .flatMap(change -> change.downgrade(read.where("packages.installer")))
          .ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new RefusalException(problems);
    }
    return new Intent(
        manifest.name(),
        read.digest(),
        SiteLine.of(survey),
        PlanInputs.site(survey),
        PlanInputs.packages(survey.packages()),
        rings.decisions(),
        leaving.decisions(),
        Stream.of(
                installer.map(InstallerChange::remarks).orElse(List.of()),
                leaving.remarks(),
                remarks(read, survey, systems, decided))
            .flatMap(List::stream)
            .toList(),
        asOf,
        Stream.of(rings.validUntil(route), leaving.validUntil())
            .flatMap(Optional::stream)
            .min(Instant::compareTo),
        switch (survey.route().route()) {
          case APPLICATION -> new ApplicationRoute(manifest, survey, decided).wanted();
          case CLIENT_SETTING -> new ClientSettingRoute(manifest, survey, decided).wanted();
        },
        List.of());
  }

  private OffboardRecipe leaving(ManifestResult read, Survey survey, Instant asOf) {
    Manifest manifest = read.manifest();
    return new OffboardRecipe(
        read,
        survey,
        new OffboardApplication(
            manifest,
            new Mark(manifest.name()),
            new ContentRecipe(manifest, survey.packages()),
            Scope.of(survey)),
        asOf,
        zone);
  }

  /** Reports of the rings. Needs no package. */
  public List<RingReport> rings(ManifestResult file, RingFacts facts, Instant asOf) {
    ManifestResult read = file.meaning(inTheSitesWords(file.manifest(), facts));
    return new RingPlans(read, facts, asOf, zone).reports();
  }

  /** Replaces collection references by the site's names; an unknown name stays as it is. */
  private static Manifest inTheSitesWords(Manifest manifest, RingFacts facts) {
    return manifest.withCollections(
        reference -> facts.collection(reference).map(CollectionFact::name).orElse(reference));
  }

  private List<String> remarks(
      ManifestResult read, Survey survey, SystemsOfSite systems, RolloutState decided) {
    List<String> remarks = new ArrayList<>();
    remarks.add(survey.route().reason());
    remarks.addAll(systems.leftOut());
    remarks.addAll(survey.route().notes());
    remarks.addAll(survey.route().steps());
    survey
        .collection(read.manifest().limitingCollection())
        .filter(limit -> BuiltInCollections.isAllSystems(limit.id()))
        .ifPresent(limit ->
            remarks.add(
                Text.of("plan-remark.all-systems", "name", limit.name(), "id", limit.id())
                    .toString()));
    RingMembers members = new RingMembers(read.manifest(), survey.rings());
    read.manifest().rings().stream()
        .flatMap(ring -> members.outsideAllSystems(ring).stream())
        .map(Remark::action)
        .forEach(remarks::add);
    remarks.addAll(new WindowRemarks(survey.rings()).of(decided.rings()));
    remarks.addAll(
        new DeadlineRemarks(read.manifest(), survey.rings(), decided.asOf(), zone).remarks());
    remarks.addAll(new KeptOutServers(read.manifest(), survey.rings()).remarks());
    if (survey.route().route() == OnboardingRoute.APPLICATION) {
      remarks.addAll(new ApplicationRoute(read.manifest(), survey, decided).retention().remarks());
    }
    read.warnings().forEach(warning -> remarks.add(Remark.action(warning.toString())));
    remarks.addAll(survey.notes());
    survey.packages().warnings().forEach(warning -> remarks.add(Remark.action(warning.toString())));
    remarks.addAll(
        switch (survey.route().route()) {
          case APPLICATION -> new ApplicationRoute(read.manifest(), survey, decided).remarks();
          case CLIENT_SETTING -> new ClientSettingRoute(read.manifest(), survey, decided).remarks();
        });
    return remarks;
  }

  /** Time at which the last server of a ring that opened then is due. */
  public Instant due(Ring ring, Instant opened) {
    return new RingSchedule(ring, opened, zone).due();
  }
}
