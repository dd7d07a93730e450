package dev.garrison.recipe;

import dev.garrison.content.share.FileSource;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.value.BuiltInCollections;
import dev.garrison.manifest.value.OperatingSystem;
import dev.garrison.mecm.clientsetting.EndpointProtectionSetting;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.site.RouteDecision.Step;
import dev.garrison.payload.Packages;
import dev.garrison.recipe.application.AntivirusModeRecipe;
import dev.garrison.recipe.application.ApplicationRecipe;
import dev.garrison.recipe.application.ContentRecipe;
import dev.garrison.recipe.application.OffboardApplication;
import dev.garrison.recipe.application.RetentionRecipe;
import dev.garrison.recipe.application.ServerRemarks;
import dev.garrison.recipe.clientsetting.ClientSettingRecipe;
import dev.garrison.recipe.leaving.OffboardRecipe;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.recipe.ring.RingMembers;
import dev.garrison.recipe.ring.RingPlan;
import dev.garrison.recipe.ring.RingPlans;
import dev.garrison.recipe.ring.RingReport;
import dev.garrison.survey.InstallerChange;
import dev.garrison.survey.Survey;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.RingFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to exist for the manifest's servers to be onboarded, by the route that was decided. */
public final class Recipe {
  private final ZoneId zone;

  /**
   * @param zone in which the time of day of an opening is meant
   */
  public Recipe(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The intent.
   *
   * @param asOf the time for which everything is decided
   * @param allowances what the user allows
   * @throws RefusalException with every reason why manifest and site do not go together
   */
  public Intent intent(ManifestResult file, Survey survey, Instant asOf, Allowances allowances) {
    List<Diagnostic> problems = new ArrayList<>(new Fit(file, survey).problems());
    SystemsOfSite systems = new SystemsOfSite(file, survey);
    ManifestResult read =
        file.meaning(
            inTheSitesWords(file.manifest(), survey.rings()).withOperatingSystems(systems.meant()));
    Manifest manifest = read.manifest();
    RingPlans rings = new RingPlans(read, survey.rings(), asOf, zone);
    OffboardRecipe leaving = leaving(read, survey, asOf);
    problems.addAll(leaving.problems());
    boolean byApplication = survey.route().route() == OnboardingRoute.APPLICATION;
    if (byApplication) {
      problems.addAll(rings.problems());
    }
    Optional<InstallerChange> installer =
        byApplication ? Optional.of(installer(manifest, survey)) : Optional.empty();
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
        pinned(survey),
        packages(survey.packages()),
        rings.decisions(),
        leaving.decisions(),
        Stream.of(
                installer.map(InstallerChange::remarks).orElse(List.of()),
                leaving.remarks(),
                remarks(read, survey, systems, new Situation(rings.all(), leaving)))
            .flatMap(List::stream)
            .toList(),
        asOf,
        Stream.of(
                byApplication ? rings.validUntil() : Optional.<Instant>empty(),
                leaving.validUntil())
            .flatMap(Optional::stream)
            .min(Instant::compareTo),
        wanted(manifest, survey, new Situation(rings.all(), leaving), asOf));
  }

  /** What was decided of those who come and of those who leave. */
  private record Situation(List<RingPlan> rings, OffboardRecipe leaving) {}

  private OffboardRecipe leaving(ManifestResult read, Survey survey, Instant asOf) {
    Manifest manifest = read.manifest();
    return new OffboardRecipe(
        read,
        survey,
        new OffboardApplication(
            manifest,
            new Mark(manifest.name()),
            new ContentRecipe(manifest, survey.packages()),
            survey.site().identity().hierarchyId()),
        asOf,
        zone);
  }

  /** Where the rings stand. Needs no package. */
  public List<RingReport> rings(ManifestResult file, RingFacts facts, Instant asOf) {
    ManifestResult read = file.meaning(inTheSitesWords(file.manifest(), facts));
    return new RingPlans(read, facts, asOf, zone).reports();
  }

  /** Collections by the names that the site has for them; a name that it lacks stays as it is. */
  private static Manifest inTheSitesWords(Manifest manifest, RingFacts facts) {
    return manifest.withCollections(
        reference -> facts.collection(reference).map(CollectionFact::name).orElse(reference));
  }

  private static List<Wanted<?>> wanted(
      Manifest manifest, Survey survey, Situation decided, Instant asOf) {
    return switch (survey.route().route()) {
      case APPLICATION -> byApplication(manifest, survey, decided, asOf);
      case CLIENT_SETTING -> byClientSetting(manifest, survey, decided, asOf);
    };
  }

  private static List<Wanted<?>> byClientSetting(
      Manifest manifest, Survey survey, Situation decided, Instant asOf) {
    OffboardRecipe leaving = decided.leaving();
    CollectionRecipe collections =
        new CollectionRecipe(
            manifest, new Mark(manifest.name()), decided.rings(), leaving.collections(), asOf);
    List<Wanted<?>> wanted = new ArrayList<>(leaving.content());
    wanted.addAll(leaving.applications());
    wanted.addAll(collections.wanted());
    wanted.addAll(leaving.collections().pushes());
    wanted.addAll(
        new PlacementRecipe(manifest, survey).wanted(leaving.applications(), collections.wanted()));
    wanted.addAll(leaving.deployments());
    wanted.addAll(
        clientSetting(manifest, survey)
            .wanted(manifest.rollout().clientSetting().orElseThrow(), decided.rings(), asOf));
    return wanted;
  }

  private static ClientSettingRecipe clientSetting(Manifest manifest, Survey survey) {
    return new ClientSettingRecipe(manifest, survey.rings().ours());
  }

  private static List<Wanted<?>> byApplication(
      Manifest manifest, Survey survey, Situation decided, Instant asOf) {
    Mark mark = new Mark(manifest.name());
    List<RingPlan> rings = decided.rings();
    OffboardRecipe leaving = decided.leaving();
    ContentRecipe content = new ContentRecipe(manifest, survey.packages());
    AntivirusModeRecipe modes = modes(manifest, survey);
    ApplicationRecipe applications = applications(manifest, survey);
    CollectionRecipe collections =
        new CollectionRecipe(manifest, mark, rings, leaving.collections(), asOf);
    DeploymentRecipe deployments =
        new DeploymentRecipe(manifest, mark, rings, applications, modes, names(manifest, survey));
    List<Wanted<?>> made = new ArrayList<>(modes.applications());
    made.addAll(applications.wanted());
    made.addAll(leaving.applications());
    List<Wanted<?>> wanted = new ArrayList<>(content.wanted());
    wanted.addAll(modes.content());
    wanted.addAll(leaving.content());
    wanted.addAll(retention(manifest, survey, leaving).wanted());
    wanted.addAll(made);
    wanted.addAll(collections.wanted());
    wanted.addAll(leaving.collections().pushes());
    wanted.addAll(new PlacementRecipe(manifest, survey).wanted(made, collections.wanted()));
    if (manifest.operatingSystems().contains(OperatingSystem.WINDOWS_SERVER_2012_R2)) {
      wanted.add(
          Wanted.present(
              EndpointProtectionSetting.address(), EndpointProtectionSetting.withoutScep()));
    }
    List<Wanted<?>> left = clientSetting(manifest, survey).left();
    wanted.addAll(left);
    Set<Address> before = left.stream().map(Wanted::address).collect(Collectors.toSet());
    deployments.wanted().forEach(each -> wanted.add(each.afterAlso(before)));
    wanted.addAll(leaving.deployments());
    return wanted;
  }

  private static ApplicationRecipe applications(Manifest manifest, Survey survey) {
    return new ApplicationRecipe(
        manifest,
        new Mark(manifest.name()),
        new ContentRecipe(manifest, survey.packages()),
        modes(manifest, survey),
        survey.site().identity().hierarchyId());
  }

  private static AntivirusModes names(Manifest manifest, Survey survey) {
    return new AntivirusModes(manifest, survey.rings().deployments().keySet());
  }

  private static AntivirusModeRecipe modes(Manifest manifest, Survey survey) {
    return new AntivirusModeRecipe(
        new Mark(manifest.name()),
        new ContentRecipe(manifest, survey.packages()),
        survey.site().identity().hierarchyId(),
        names(manifest, survey));
  }

  private static InstallerChange installer(Manifest manifest, Survey survey) {
    return new InstallerChange(
        survey,
        applications(manifest, survey).kept().stream()
            .map(RetentionRecipe.Kept::modelName)
            .collect(Collectors.toSet()));
  }

  private static RetentionRecipe retention(
      Manifest manifest, Survey survey, OffboardRecipe leaving) {
    List<RetentionRecipe.Kept> kept = new ArrayList<>(applications(manifest, survey).kept());
    kept.addAll(modes(manifest, survey).kept());
    kept.addAll(leaving.kept());
    return new RetentionRecipe(survey.shelf(), manifest.content().keepVersions(), kept);
  }

  /** What the plan rests on and must not have changed when it is applied. */
  private static Map<String, String> pinned(Survey survey) {
    Map<String, String> pinned = new TreeMap<>();
    pinned.put("site", survey.site().identity().code());
    pinned.put("hierarchy", survey.site().identity().hierarchyId());
    pinned.put("route", survey.route().route().word());
    survey
        .site()
        .sites()
        .forEach(site ->
            pinned.put(
                "version of " + site.code(),
                site.version().map(Object::toString).orElse("unknown")));
    pinned.put("KB11121541", survey.site().rollup().name());
    return pinned;
  }

  /** By its key in the manifest: each file's digest, and behind it what is proven of it. */
  private static Map<String, String> packages(Packages packages) {
    Map<String, String> pinned = new TreeMap<>();
    packages.installer().ifPresent(file -> pinned.put("installer", digest(file)));
    packages.installScript().ifPresent(file -> pinned.put("installScript", digest(file)));
    packages.platformUpdate().ifPresent(file -> pinned.put("platformUpdate", digest(file)));
    pinned.put("onboarding", digest(packages.onboarding()));
    packages
        .offboarding()
        .forEach((entry, found) -> pinned.put("offboarding " + entry, digest(found.blob())));
    packages
        .proofs()
        .forEach((key, proof) -> pinned.merge(key, proof, (one, other) -> one + " " + other));
    return pinned;
  }

  private static String digest(FileSource file) {
    return file.file().sha256().hex();
  }

  private static List<String> remarks(
      ManifestResult read, Survey survey, SystemsOfSite systems, Situation decided) {
    List<String> remarks = new ArrayList<>();
    remarks.add(survey.route().reason());
    systems.leftOut().ifPresent(remarks::add);
    remarks.addAll(survey.route().notes());
    for (Step step : survey.route().steps()) {
      remarks.add(step.subject() + ": " + step.action() + " " + step.reason());
    }
    survey
        .collection(read.manifest().limitingCollection())
        .filter(limit -> BuiltInCollections.isAllSystems(limit.id()))
        .ifPresent(limit ->
            remarks.add(
                "collections are limited to %s (%s), every device of the site: only their own rules keep clients out"
                    .formatted(limit.name(), limit.id())));
    RingMembers members = new RingMembers(read.manifest(), survey.rings());
    read.manifest().rings().stream()
        .flatMap(ring -> members.outsideAllSystems(ring).stream())
        .forEach(remarks::add);
    if (survey.route().route() == OnboardingRoute.APPLICATION) {
      remarks.addAll(retention(read.manifest(), survey, decided.leaving()).remarks());
    }
    read.warnings().forEach(warning -> remarks.add(warning.toString()));
    remarks.addAll(survey.notes());
    survey.packages().warnings().forEach(warning -> remarks.add(warning.toString()));
    remarks.addAll(
        switch (survey.route().route()) {
          case APPLICATION -> applicationRemarks(read.manifest(), survey);
          case CLIENT_SETTING -> clientSetting(read.manifest(), survey).remarks(decided.rings());
        });
    return remarks;
  }

  private static List<String> applicationRemarks(Manifest manifest, Survey survey) {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "nobody looks at maintenance windows here: a server without a general one installs at the deadline, at any hour");
    ServerRemarks servers = new ServerRemarks(manifest, names(manifest, survey));
    RingMembers members = new RingMembers(manifest, survey.rings());
    manifest.rings().forEach(ring -> remarks.addAll(servers.forRing(ring, members.of(ring))));
    remarks.addAll(servers.forAll());
    return remarks;
  }
}
