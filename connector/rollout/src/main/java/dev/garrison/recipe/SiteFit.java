package dev.garrison.recipe;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.NearestWord;
import dev.garrison.diagnostic.SourceLocation;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
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
          Message.of("site-fit.method-names"));
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
            Message.of("site-fit.passive", "ring", ring.name()));
      }
    }
  }

  private void meeting(RingConflict meeting) {
    add(
        RecipeCode.SERVERS_NOT_KEPT_APART,
        read.where("rollout.keepApart"),
        Message.of(
            "site-fit.kept-apart",
            "ring",
            meeting.ring(),
            "count",
            meeting.servers().size(),
            "collection",
            meeting.collection(),
            "servers",
            meeting.servers().stream().limit(MOST_NAMES).toList(),
            "more",
            Math.max(0, meeting.servers().size() - MOST_NAMES)));
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
          Message.of(
              "site-fit.too-large",
              "ring",
              ring.name(),
              "count",
              members,
              "limit",
              ring.maxDevices()));
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
      add(RecipeCode.GROUP_NOT_NAMED, where, Message.of("site-fit.no-group", "ring", ring.name()));
    }
    for (String group : groups) {
      if (!survey.distributionGroups().contains(group)) {
        add(
            RecipeCode.GROUP_UNKNOWN,
            where,
            new Message(
                Text.of("site-fit.group-unknown", "name", group),
                among(group, survey.distributionGroups())));
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
            new Message(
                Text.of("site-fit.scope-unknown", "name", scope),
                among(scope, survey.securityScopes())));
      }
    }
  }

  private static Text among(String written, Collection<String> names) {
    if (names.isEmpty()) {
      return Text.of("site-fit.names-hidden");
    }
    List<String> sorted = names.stream().sorted().toList();
    return NearestWord.to(written, names)
        .map(nearest -> Text.of("site-fit.names-nearest", "nearest", nearest, "names", sorted))
        .orElseGet(() -> Text.of("site-fit.names", "names", sorted));
  }

  private void systems() {
    SystemsOfSite systems = new SystemsOfSite(read, survey);
    systems
        .asksForTooNew()
        .forEach(system ->
            add(
                RecipeCode.SITE_TOO_OLD_FOR_SYSTEM,
                read.where("operatingSystems"),
                Message.of(
                    "site-fit.too-old",
                    "system",
                    system.title(),
                    "needed",
                    SystemsOfSite.platform(system).managedFrom(),
                    "version",
                    systems.version(),
                    "word",
                    system.word())));
  }

  private void add(RecipeCode code, SourceLocation where, Message message) {
    Diagnostic problem = Diagnostic.error(code, where, message);
    // Several rings can use one line.
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
