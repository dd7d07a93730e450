package dev.garrison.mecm.site;

import java.util.List;
import java.util.Optional;

/**
 * Facts about the connected site and its hierarchy.
 *
 * @param identity the connected site
 * @param sites all sites of the hierarchy, as SMS_Site lists them
 * @param rollup whether KB11121541 is on the 2107 sites; has no meaning for other releases
 */
public record Site(Identity identity, List<HierarchySite> sites, RollupState rollup) {
  /**
   * The connected site.
   *
   * @param code its site code
   * @param hierarchyId the hierarchy's GUID in upper case without braces, part of every model name
   * @param providerVersion of the SMS Provider, empty if it cannot be read
   * @param user as the site sees Garrison, empty if it cannot be read
   */
  public record Identity(
      String code, String hierarchyId, Optional<String> providerVersion, Optional<String> user) {}

  public Site {
    sites = List.copyOf(sites);
  }

  /** The connected site's own row. */
  public Optional<HierarchySite> connected() {
    return sites.stream().filter(site -> site.code().equalsIgnoreCase(identity.code())).findFirst();
  }

  /**
   * The oldest supported version of the Configuration Manager client on servers; empty for any. The
   * lowest primary or central site decides.
   *
   * @see <a
   *     href="https://learn.microsoft.com/intune/configmgr/protect/deploy-use/defender-advanced-threat-protection">Onboard
   *     to Microsoft Defender for Endpoint with Configuration Manager</a>
   */
  public Optional<SiteVersion> oldestClient(OnboardingRoute route) {
    if (route == OnboardingRoute.CLIENT_SETTING) {
      return Optional.of(new SiteVersion(5, 0, AdditionalSteps.BUILD_OF_2207, 0));
    }
    return sites.stream()
        .filter(HierarchySite::decides)
        .flatMap(site -> site.version().stream())
        .min(SiteVersion::compareTo)
        .filter(version -> version.build() == AdditionalSteps.BUILD_OF_2107)
        .map(_ -> RollupRecipe.CLIENT_OF_ROLLUP);
  }
}
