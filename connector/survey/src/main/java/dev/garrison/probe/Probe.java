package dev.garrison.probe;

import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.outcome.ProbeSection;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.probe.site.SiteChecks;
import dev.garrison.share.access.LeastRights;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks everything in a manifest, from the first provider's name to the rights on the share. It
 * only reads: no request but GET, no file opened for writing.
 */
public final class Probe {
  private final ProbeAccess access;
  private final LeastRights rights;
  private final InstantSource clock;

  /**
   * @param rights the accounts that need rights on the share, as far as they are known
   */
  public Probe(ProbeAccess access, LeastRights rights, InstantSource clock) {
    this.access = access;
    this.rights = rights;
    this.clock = clock;
  }

  /** Makes all checks. Failures are in the result; nothing is thrown for them. */
  public ProbeResult run() {
    Manifest manifest = access.manifest();
    SiteNames names = new SiteNames();
    names.know(SiteNames.Kind.TENANT, manifest.tenant().orgId().toString());
    names.know(SiteNames.Kind.SITE, manifest.site().code());
    names.know(SiteNames.Kind.NAME, manifest.name());
    List<ProbeSection> sections = new ArrayList<>();
    List<ProviderChecks> providers = new ArrayList<>();
    try {
      for (URI provider : manifest.site().providers()) {
        ProviderChecks checks = new ProviderChecks(access, provider, names, clock);
        providers.add(checks);
        sections.add(new ProbeSection("AdminService", provider.toString(), checks.run()));
      }
      sections.addAll(ofSite(access.read(), names, service(providers)));
    } finally {
      providers.forEach(ProviderChecks::close);
    }
    sections.add(
        new ProbeSection(
            "Share",
            manifest.content().publishTo().toString(),
            new ShareChecks(access, names, rights).run()));
    return new ProbeResult(
        manifest.name(), manifest.site().code(), clock.instant(), sections, names);
  }

  private static Optional<HttpAdminService> service(List<ProviderChecks> providers) {
    return providers.stream().flatMap(checks -> checks.service().stream()).findFirst();
  }

  private static List<ProbeSection> ofSite(
      ManifestResult read, SiteNames names, Optional<HttpAdminService> service) {
    String code = read.manifest().site().code();
    if (service.isEmpty()) {
      return List.of(
          new ProbeSection("Site", code, SiteChecks.skipped(Text.of("probe.no-provider"))));
    }
    SiteChecks checks = new SiteChecks(service.get(), read, names);
    return List.of(
        new ProbeSection("Site", code, checks.site()),
        new ProbeSection("Answers", Text.of("probe.answers").toString(), checks.answers()));
  }
}
