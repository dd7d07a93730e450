package dev.garrison.recipe;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.NearestWord;
import dev.garrison.diagnostic.SourceLocation;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.recipe.ring.RingMembers;
import dev.garrison.recipe.ring.RingSettings;
import dev.garrison.survey.Survey;
import dev.garrison.survey.ring.CollectionFit;
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingConflict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that the manifest's names exist, and that the site version can do what it asks for. */
final class SiteFit {
  private static final int MOST_NAMES = 5;

  private final ManifestResult read;
  private final Manifest manifest;
  private final Survey survey;
  private final List<Diagnostic> problems = new ArrayList<>();

  SiteFit(ManifestResult read, Survey survey) {
    this.read = read;
    this.manifest = read.manifest();
    this.survey = survey;
  }

  List<Diagnostic> problems() {
    problems.addAll(new CollectionFit(read, survey.rings().collections()).problems());
    for (int index = 0; index < manifest.rings().size(); index++) {
      ring("rings[" + index + "]", manifest.rings().get(index));
    }
    scopes();
    systems();
    routeNames();
    passive();
    survey.rings().meetings().forEach(this::meeting);
    return problems;
  }

  private boolean isOnRoute(OnboardingRoute route) {
    return survey.route().route() == route;
  }

  /**
   * Checks the route's names. With 'auto' the route depends on the existing objects, and the
   * manifest may not name its parts.
   */
  private void routeNames() {
    if (isOnRoute(OnboardingRoute.CLIENT_SETTING) && manifest.rollout().clientSetting().isEmpty()) {
      add(
          RecipeCode.ROUTE_NAMES_MISSING,
          read.where("rollout"),
          "The manifest's servers are on the client-setting route, and it does not name the client setting and the policy.",
          "Add 'rollout.clientSetting' and 'rollout.onboardingPolicy'.");
    }
  }

  /**
   * Checks passive rings. With 'auto' only the site decides the route, so the manifest alone is not
   * refused.
   */
  private void passive() {
    if (!isOnRoute(OnboardingRoute.CLIENT_SETTING)
        || manifest.operatingSystems().stream().allMatch(OperatingSystem::hasAntivirus)) {
      return;
    }
    for (int index = 0; index < manifest.rings().size(); index++) {
      Ring ring = manifest.rings().get(index);
      if (ring.antivirus() == Antivirus.PASSIVE) {
        add(
            RecipeCode.PASSIVE_NOT_POSSIBLE,
            read.where("rings[" + index + "].antivirus"),
            "Ring '%s' wants a passive antivirus, and this manifest's servers are on the client-setting route, which cannot give that to Windows Server 2012 R2."
                .formatted(ring.name()),
            "Leave 2012R2 out of 'operatingSystems', or move to 'method: application' with 'migrateRoute: true'.");
      }
    }
  }

  private void meeting(RingConflict meeting) {
    add(
        RecipeCode.SERVERS_NOT_KEPT_APART,
        read.where("rollout.keepApart"),
        "Ring '%s' has %d servers of '%s', which must not move together: %s."
            .formatted(
                meeting.ring(),
                meeting.servers().size(),
                meeting.collection(),
                meeting.servers().stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                    + (meeting.servers().size() > MOST_NAMES ? ", ..." : "")),
        "Put all but one of them into other rings.");
  }

  private void ring(String path, Ring ring) {
    OurDeployments ours = survey.rings().ours();
    if (AntivirusModes.of(manifest, ours).areOurs()
        || RingSettings.of(manifest, ours, survey.route().route()).sayAnything()) {
      groups(path, ring);
    }
    int members = new RingMembers(manifest, survey.rings()).of(ring);
    if (members > ring.maxDevices()) {
      add(
          RecipeCode.RING_TOO_LARGE,
          read.where(path + ".maxDevices"),
          "Ring '%s' has %d servers; the manifest allows %d."
              .formatted(ring.name(), members, ring.maxDevices()),
          "See why the collections grew. If that is right, raise 'maxDevices'.");
    }
  }

  private void groups(String path, Ring ring) {
    List<String> groups = manifest.distributionGroups(ring);
    SourceLocation where =
        read.where(
            ring.distributionGroups().isEmpty()
                ? "distribution.groups"
                : path + ".distributionGroups");
    if (groups.isEmpty()) {
      add(
          RecipeCode.GROUP_NOT_NAMED,
          where,
          "Ring '%s' has no distribution point group, so its servers could not get the content."
              .formatted(ring.name()),
          "Name at least one under 'distribution.groups'.");
    }
    for (String group : groups) {
      if (!survey.distributionGroups().contains(group)) {
        add(
            RecipeCode.GROUP_UNKNOWN,
            where,
            "The site has no distribution point group named '%s'.".formatted(group),
            among(group, survey.distributionGroups()));
      }
    }
  }

  private void scopes() {
    for (int index = 0; index < manifest.securityScopes().size(); index++) {
      String scope = manifest.securityScopes().get(index);
      if (survey.securityScope(scope).isEmpty()) {
        add(
            RecipeCode.SCOPE_UNKNOWN,
            read.where("securityScopes[" + index + "]"),
            "The site has no security scope named '%s'.".formatted(scope),
            among(scope, survey.securityScopes()));
      }
    }
  }

  private static String among(String written, Collection<String> names) {
    return names.isEmpty()
        ? "It shows this account none. If it has some, give the account's role the right to read them."
        : NearestWord.question(written, names)
            + "It has: %s.".formatted(String.join(", ", names.stream().sorted().toList()));
  }

  private void systems() {
    SystemsOfSite systems = new SystemsOfSite(read, survey);
    systems
        .asksForTooNew()
        .forEach(system ->
            add(
                RecipeCode.SITE_TOO_OLD_FOR_SYSTEM,
                read.where("operatingSystems"),
                "Windows Server %s needs site version %s; this site is %s."
                    .formatted(
                        system.title(),
                        SystemsOfSite.platform(system).managedFrom(),
                        systems.version()),
                "Leave %s out of 'operatingSystems' until the site is updated."
                    .formatted(system.word())));
  }

  private void add(RecipeCode code, SourceLocation where, String problem, String remedy) {
    problems.add(Diagnostic.error(code, where, problem, remedy));
  }
}
