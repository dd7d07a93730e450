package dev.garrison.mecm.site;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
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
  private VersionGate() {}

  /** The decision for this site, from its facts and from the manifest. */
  public static RouteDecision decide(Site site, SiteStatement statement, RouteRequest request) {
    List<Diagnostic> reasons = new ArrayList<>(siteReasons(site, statement));
    Optional<HierarchySite> lowest = lowest(site);
    if (lowest.isEmpty()) {
      reasons.add(
          Diagnostic.error(
              SiteRefusalCode.SITES_MISSING, Message.of("site-version.sites-missing")));
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
              Message.of(
                  "site-version.code-differs", "found", code, "expected", statement.code())));
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
        Message.of("site-version.not-active", "site", site.code(), "state", site.state().text()));
  }

  private static Diagnostic childPrimary(String code, String parent) {
    return Diagnostic.error(
        SiteRefusalCode.SITE_IS_CHILD_PRIMARY,
        Message.of("site-version.child-primary", "site", code, "parent", parent));
  }

  private static List<Diagnostic> versionReasons(
      Site site, HierarchySite lowest, SiteStatement statement) {
    Optional<SiteVersion> version = lowest.version();
    if (version.isEmpty()) {
      return List.of(
          Diagnostic.error(
              SiteRefusalCode.SITE_VERSION_UNKNOWN,
              Message.of("site-version.unknown", "site", lowest.code())));
    }
    if (version.get().isBefore(AdditionalSteps.BUILD_OF_2107)) {
      return List.of(
          Diagnostic.error(
              SiteRefusalCode.SITE_TOO_OLD,
              Message.of(
                  "site-version.too-old", "site", lowest.code(), "version", named(version.get()))));
    }
    return isRelease2107(version.get()) ? rollupReasons(site, lowest, statement) : List.of();
  }

  private static List<Diagnostic> rollupReasons(
      Site site, HierarchySite lowest, SiteStatement statement) {
    return switch (site.rollup()) {
      case INSTALLED -> List.of();
      case UNKNOWN ->
          statement.rollupInstalled()
              ? List.of()
              : List.of(
                  Diagnostic.error(
                      SiteRefusalCode.ROLLUP_UNKNOWN,
                      Message.of("site-version.rollup-unknown", "site", lowest.code())));
      case ABSENT ->
          List.of(
              statement.rollupInstalled() ? contradicted(lowest.code()) : missing(lowest.code()));
    };
  }

  private static Diagnostic missing(String site) {
    return Diagnostic.error(
        SiteRefusalCode.ROLLUP_MISSING, Message.of("site-version.rollup-missing", "site", site));
  }

  private static Diagnostic contradicted(String site) {
    return Diagnostic.error(
        SiteRefusalCode.ROLLUP_CONTRADICTED,
        Message.of("site-version.rollup-contradicted", "site", site));
  }

  private static List<Diagnostic> routeReasons(HierarchySite lowest, RouteRequest request) {
    List<Diagnostic> reasons = new ArrayList<>();
    Optional<OnboardingRoute> route = route(request);
    if (route.isEmpty()) {
      reasons.add(
          Diagnostic.error(
              SiteRefusalCode.ROUTE_RESERVED, Message.of("deployment-method.reserved")));
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
        Message.of(
            "deployment-method.would-change",
            "existing",
            existing.word(),
            "wanted",
            wanted.word()));
  }

  private static Diagnostic needs2207(HierarchySite lowest, SiteVersion version) {
    return Diagnostic.error(
        SiteRefusalCode.ROUTE_NEEDS_2207,
        Message.of(
            "deployment-method.needs-2207", "site", lowest.code(), "version", named(version)));
  }

  private static Admitted admitted(
      Site site, HierarchySite lowest, SiteStatement statement, RouteRequest request) {
    SiteVersion version = lowest.version().orElseThrow();
    List<String> notes = new ArrayList<>();
    if (isRelease2107(version) && site.rollup() == RollupState.UNKNOWN) {
      notes.add(Text.of("method-choice.rollup-stated").toString());
    }
    if (version.isNewerThanKnown()) {
      notes.add(
          Text.of("method-choice.newer", "site", lowest.code(), "version", version).toString());
    }
    ServerPlatform.beyond(version)
        .forEach(platform ->
            notes.add(
                Text.of(
                        "method-choice.platform",
                        "platform",
                        platform.product(),
                        "version",
                        platform.managedFrom())
                    .toString()));
    if (statement.allowChildPrimary()
        && site.connected().flatMap(HierarchySite::parent).isPresent()) {
      notes.add(Text.of("method-choice.child-primary").toString());
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
              Text.of("method-choice.moves", "method", route.word(), "before", existing.word())
                  .toString())
          .orElse(Text.of("method-choice.specified", "method", route.word()).toString());
    }
    if (request.existing().isPresent()) {
      return Text.of("method-choice.in-use", "method", route.word()).toString();
    }
    return version.isBefore(AdditionalSteps.BUILD_OF_2207)
        ? Text.of("method-choice.before-2207").toString()
        : Text.of("method-choice.default").toString();
  }

  private static boolean isRelease2107(SiteVersion version) {
    return version.major() == 5 && version.build() == AdditionalSteps.BUILD_OF_2107;
  }

  private static String named(SiteVersion version) {
    return version.release().map(name -> name + " (" + version + ")").orElse(version.toString());
  }
}
