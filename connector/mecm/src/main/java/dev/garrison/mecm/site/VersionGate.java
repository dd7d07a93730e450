package dev.garrison.mecm.site;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.mecm.site.RouteDecision.Admitted;
import dev.garrison.mecm.site.RouteDecision.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether Garrison supports a site, and by which onboarding method. Pure. Every primary and
 * central site of the hierarchy counts, and the lowest version decides. All reasons to refuse are
 * given at once.
 */
public final class VersionGate {
  private static final String UPDATES = "in the console (Administration > Updates and Servicing)";

  private VersionGate() {}

  /** The decision for this site, from its facts and from the manifest. */
  public static RouteDecision decide(Site site, SiteStatement statement, RouteRequest request) {
    List<Diagnostic> reasons = new ArrayList<>(siteReasons(site, statement));
    Optional<HierarchySite> lowest = lowest(site);
    if (lowest.isEmpty()) {
      reasons.add(
          Diagnostic.error(
              SiteRefusalCode.SITES_MISSING,
              "The site lists no primary or central site.",
              "Give the account the right to read sites, and run again."));
      return new Refused(reasons);
    }
    reasons.addAll(versionReasons(site, lowest.get(), statement));
    reasons.addAll(routeReasons(lowest.get(), request));
    return reasons.isEmpty()
        ? admitted(site, lowest.get(), statement, request)
        : new Refused(reasons);
  }

  /**
   * The site with the lowest version. A site without a readable version counts as lower than all.
   */
  private static Optional<HierarchySite> lowest(Site site) {
    return site.sites().stream()
        .filter(HierarchySite::decides)
        .min(
            Comparator.comparing(
                HierarchySite::version,
                Comparator.comparing(version -> version.orElse(new SiteVersion(0, 0, 0, 0)))));
  }

  private static List<Diagnostic> siteReasons(Site site, SiteStatement statement) {
    List<Diagnostic> reasons = new ArrayList<>();
    String code = site.identity().code();
    if (!statement.code().equalsIgnoreCase(code)) {
      reasons.add(
          Diagnostic.error(
              SiteRefusalCode.SITE_CODE_DIFFERS,
              "The administration service belongs to site "
                  + code
                  + ", the manifest says "
                  + statement.code()
                  + ".",
              "Correct 'site.code', or name the providers of site "
                  + statement.code()
                  + " under 'site.providers'."));
    }
    site.sites().stream()
        .filter(HierarchySite::decides)
        .filter(one -> !one.state().equals(HierarchySite.State.ACTIVE))
        .map(VersionGate::notActive)
        .forEach(reasons::add);
    site.connected()
        .flatMap(HierarchySite::parent)
        .filter(_ -> !statement.allowChildPrimary())
        .map(parent -> childPrimary(code, parent))
        .ifPresent(reasons::add);
    return reasons;
  }

  private static Diagnostic notActive(HierarchySite site) {
    return Diagnostic.error(
        SiteRefusalCode.SITE_NOT_ACTIVE,
        "Site " + site.code() + " is not active but " + site.state() + ".",
        "Wait until the console shows it as active (Administration > Site Configuration > Sites).");
  }

  private static Diagnostic childPrimary(String code, String parent) {
    return Diagnostic.error(
        SiteRefusalCode.SITE_IS_CHILD_PRIMARY,
        "Site " + code + " reports to site " + parent + ", where objects of a hierarchy belong.",
        "Name the providers of site "
            + parent
            + " under 'site.providers', or set 'site.allowChildPrimary: true' if this site is meant.");
  }

  private static List<Diagnostic> versionReasons(
      Site site, HierarchySite lowest, SiteStatement statement) {
    Optional<SiteVersion> version = lowest.version();
    if (version.isEmpty()) {
      return List.of(
          Diagnostic.error(
              SiteRefusalCode.SITE_VERSION_UNKNOWN,
              "The version of site " + lowest.code() + " cannot be read.",
              "Give the account the right to read sites, and run again."));
    }
    if (version.get().isBefore(AdditionalSteps.BUILD_OF_2107)) {
      return List.of(
          Diagnostic.error(
              SiteRefusalCode.SITE_TOO_OLD,
              "Site "
                  + lowest.code()
                  + " runs "
                  + named(version.get())
                  + "; Garrison needs 2107 with"
                  + " KB11121541, or later.",
              "Update the site " + UPDATES + "."));
    }
    return isRelease2107(version.get()) ? rollupReasons(site, lowest, statement) : List.of();
  }

  private static List<Diagnostic> rollupReasons(
      Site site, HierarchySite lowest, SiteStatement statement) {
    String where = "Site " + lowest.code() + " runs 2107";
    return switch (site.rollup()) {
      case INSTALLED -> List.of();
      case UNKNOWN ->
          statement.rollupInstalled()
              ? List.of()
              : List.of(
                  Diagnostic.error(
                      SiteRefusalCode.ROLLUP_UNKNOWN,
                      where
                          + ", and whether KB11121541 is installed is unknown: the list of updates"
                          + " cannot be read whole.",
                      "Give the account the right to read sites and updates. If the console lists"
                          + " KB11121541 as installed (Administration > Updates and Servicing), set"
                          + " 'site.rollupKB11121541: installed'."));
      case ABSENT -> List.of(statement.rollupInstalled() ? contradicted(where) : missing(where));
    };
  }

  private static Diagnostic missing(String where) {
    return Diagnostic.error(
        SiteRefusalCode.ROLLUP_MISSING,
        where + " without KB11121541, before which only the legacy agent can be managed.",
        "Install KB11121541, 'Update rollup for Microsoft Endpoint Configuration Manager current"
            + " branch, version 2107', or a later version, "
            + UPDATES
            + ".");
  }

  private static Diagnostic contradicted(String where) {
    return Diagnostic.error(
        SiteRefusalCode.ROLLUP_CONTRADICTED,
        where
            + ". The manifest states that KB11121541 is installed, but the site's list of updates"
            + " was read and does not show it as installed.",
        "Install it " + UPDATES + ". The statement counts only where the list cannot be read.");
  }

  private static List<Diagnostic> routeReasons(HierarchySite lowest, RouteRequest request) {
    List<Diagnostic> reasons = new ArrayList<>();
    Optional<OnboardingRoute> route = route(request);
    if (route.isEmpty()) {
      reasons.add(
          Diagnostic.error(
              SiteRefusalCode.ROUTE_RESERVED,
              "Onboarding by Group Policy is not done by Garrison; the word is reserved.",
              "Set 'rollout.method' to 'auto' or 'application'."));
      return reasons;
    }
    request
        .existing()
        .filter(existing -> existing != route.get() && !request.migrate())
        .map(existing -> wouldChange(existing, route.get()))
        .ifPresent(reasons::add);
    if (route.get() == OnboardingRoute.CLIENT_SETTING) {
      lowest
          .version()
          .filter(version -> version.isBefore(AdditionalSteps.BUILD_OF_2207))
          .map(version -> needs2207(lowest, version))
          .ifPresent(reasons::add);
    }
    return reasons;
  }

  /** The requested onboarding method; automatic keeps the existing one. */
  private static Optional<OnboardingRoute> route(RouteRequest request) {
    return switch (request.method()) {
      case AUTO -> Optional.of(request.existing().orElse(OnboardingRoute.APPLICATION));
      case APPLICATION -> Optional.of(OnboardingRoute.APPLICATION);
      case CLIENT_SETTING -> Optional.of(OnboardingRoute.CLIENT_SETTING);
      case GROUP_POLICY -> Optional.empty();
    };
  }

  private static Diagnostic wouldChange(OnboardingRoute existing, OnboardingRoute wanted) {
    return Diagnostic.error(
        SiteRefusalCode.ROUTE_WOULD_CHANGE,
        "Servers are onboarded by the "
            + existing.word()
            + " route here, and the manifest asks for"
            + " the "
            + wanted.word()
            + " route.",
        "Keep 'rollout.method: "
            + existing.word()
            + "', or set 'migrateRoute: true' as well to move them.");
  }

  private static Diagnostic needs2207(HierarchySite lowest, SiteVersion version) {
    return Diagnostic.error(
        SiteRefusalCode.ROUTE_NEEDS_2207,
        "The client setting came with 2207, and site "
            + lowest.code()
            + " runs "
            + named(version)
            + ".",
        "Set 'rollout.method: application', or update every site of the hierarchy.");
  }

  private static Admitted admitted(
      Site site, HierarchySite lowest, SiteStatement statement, RouteRequest request) {
    SiteVersion version = lowest.version().orElseThrow();
    List<String> notes = new ArrayList<>();
    if (isRelease2107(version) && site.rollup() == RollupState.UNKNOWN) {
      notes.add(
          "KB11121541 counts as installed because the manifest states it; Garrison cannot see.");
    }
    if (version.isNewerThanKnown()) {
      notes.add(
          "Site "
              + lowest.code()
              + " runs "
              + version
              + ", newer than this version of Garrison knows."
              + " It is judged by what its administration service offers.");
    }
    ServerPlatform.beyond(version)
        .forEach(platform ->
            notes.add(
                "%s needs %s; such servers are reported, not onboarded."
                    .formatted(platform.product(), platform.managedFrom())));
    if (statement.allowChildPrimary()
        && site.connected().flatMap(HierarchySite::parent).isPresent()) {
      notes.add("Garrison writes to a primary site below a central one, as the manifest allows.");
    }
    OnboardingRoute route = route(request).orElseThrow();
    return new Admitted(route, reason(route, version, request), notes, AdditionalSteps.of(version));
  }

  private static String reason(OnboardingRoute route, SiteVersion version, RouteRequest request) {
    if (request.method() != RequestedMethod.AUTO) {
      return request
          .existing()
          .filter(existing -> existing != route)
          .map(existing ->
              "%s, as the manifest asks; servers move from the %s route"
                  .formatted(route.word(), existing.word()))
          .orElse(route.word() + ", as the manifest asks");
    }
    if (request.existing().isPresent()) {
      return route.word()
          + ", because objects of Garrison use it already; only an explicit method with"
          + " 'migrateRoute: true' changes it";
    }
    return version.isBefore(AdditionalSteps.BUILD_OF_2207)
        ? "application, because the client setting needs 2207"
        : "application, because the client setting's property is not documented and it has no"
            + " deadline; both routes are possible on this version";
  }

  private static boolean isRelease2107(SiteVersion version) {
    return version.major() == 5 && version.build() == AdditionalSteps.BUILD_OF_2107;
  }

  private static String named(SiteVersion version) {
    return version.release().map(name -> name + " (" + version + ")").orElse(version.toString());
  }
}
