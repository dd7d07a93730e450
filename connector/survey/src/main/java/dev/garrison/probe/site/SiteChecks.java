package dev.garrison.probe.site;

import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.placement.RootFolders;
import dev.garrison.mecm.site.HierarchySite;
import dev.garrison.mecm.site.RollupState;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.Site;
import dev.garrison.mecm.site.SiteReader;
import dev.garrison.mecm.site.SiteVersion;
import dev.garrison.probe.outcome.CheckRun;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.survey.SiteGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks a site by reading, in the order of the screen. */
public final class SiteChecks {
  private static final String VERSION = "version";
  private static final List<String> LABELS =
      List.of(
          VERSION, "route", "rights", "capabilities", "properties", "collections", "point groups");

  private final AdminService service;
  private final ManifestResult read;
  private final Manifest manifest;
  private final SiteNames names;
  private final List<Feature> features;
  private final boolean separateWriter;

  public SiteChecks(AdminService service, ManifestResult read, SiteNames names) {
    this.service = service;
    this.read = read;
    this.manifest = read.manifest();
    this.names = names;
    this.features = Feature.of(manifest);
    this.separateWriter = manifest.site().access().signIn().writer().isPresent();
  }

  /** Site section of the result when no provider can be asked. */
  public static List<ProbeLine> skipped(Text reason) {
    CheckRun ledger = new CheckRun("site");
    LABELS.forEach(label -> ledger.skip(label, reason));
    return ledger.lines();
  }

  /** Makes all checks of the site. */
  public List<ProbeLine> site() {
    CheckRun ledger = new CheckRun("site");
    AtomicReference<@Nullable Site> site = new AtomicReference<>();
    ledger.check(
        VERSION,
        () -> {
          Site read = new SiteReader(service).read();
          site.set(read);
          return version(read);
        });
    ledger.check("route", List.of(VERSION), () -> route(present(site)));
    ledger.check("rights", () -> new RightsCheck(service, separateWriter).run(features));
    ledger.check(
        "capabilities", () -> new MetadataCheck(service.capabilities(), features).capabilities());
    ledger.check(
        "properties", () -> new MetadataCheck(service.capabilities(), features).properties());
    ledger.check("collections", () -> new CollectionsCheck(service, names).run(read));
    ledger.check("point groups", () -> new GroupsCheck(service, names).run(manifest));
    manifest
        .consoleFolder()
        .ifPresent(folder ->
            ledger.check(
                "console folder", () -> FolderCheck.of(folder, RootFolders.read(service))));
    return ledger.lines();
  }

  /** Compares answers of the site with the assumptions in docs/not-verified.md. */
  public List<ProbeLine> answers() {
    Answers answers = new Answers(service);
    return new CheckRun("answers")
        .check("client settings", answers::clientSettings)
        .check("deployments", answers::deployments)
        .check("content", answers::contentPackages)
        .check("distribution", answers::distribution)
        .lines();
  }

  private static <T> T present(AtomicReference<@Nullable T> reference) {
    return Optional.ofNullable(reference.get()).orElseThrow();
  }

  private Outcome version(Site site) {
    site.sites().forEach(each -> names.know(SiteNames.Kind.SITE, each.code()));
    List<Text> parts = new ArrayList<>();
    for (HierarchySite each : site.sites()) {
      parts.add(
          Text.of(
              "probe-site.version",
              "site",
              each.code(),
              "version",
              each.version()
                  .map(SiteChecks::named)
                  .orElseGet(() -> Text.of("probe-site.version-unknown"))));
    }
    if (site.sites().stream().anyMatch(SiteChecks::isRelease2107)) {
      parts.add(rollup(site.rollup()));
    }
    return new Outcome.Passed(Text.of("probe-site.versions", "versions", parts));
  }

  private static Text named(SiteVersion version) {
    return version
        .release()
        .map(release -> Text.verbatim("%s (%s)".formatted(release, version)))
        .orElseGet(() -> Text.of("probe-site.release-unknown", "version", version));
  }

  private static boolean isRelease2107(HierarchySite site) {
    return site.version().flatMap(SiteVersion::release).filter("2107"::equals).isPresent();
  }

  private static Text rollup(RollupState state) {
    return switch (state) {
      case INSTALLED -> Text.of("probe-site.rollup");
      case ABSENT -> Text.of("probe-site.no-rollup");
      case UNKNOWN -> Text.of("probe-site.rollup-unknown");
    };
  }

  private Outcome route(Site site) {
    return switch (new SiteGate(service).decide(site, manifest)) {
      case RouteDecision.Admitted admitted ->
          new Outcome.Passed(
              Outcome.lines(
                  Stream.concat(Stream.of(admitted.reason()), admitted.notes().stream())
                      .map(Text::recorded)
                      .toList()));
      case RouteDecision.Refused(var reasons) -> new Outcome.Failed(reasons);
    };
  }
}
