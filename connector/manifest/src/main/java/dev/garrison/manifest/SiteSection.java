package dev.garrison.manifest;

import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.value.ServerAccess;
import java.net.URI;
import java.util.List;

/**
 * Configuration Manager site and the addresses of its AdminService.
 *
 * @param code the three characters of the site code
 * @param providers addresses of the AdminService, in the order in which reads try them; they end in
 *     {@code /AdminService}
 * @param access the connection settings for each of them
 * @param rollup whether rollup KB11121541 is detected or assumed to be installed
 * @param allowChildPrimary whether a child primary site of a hierarchy may be written to
 */
public record SiteSection(
    String code,
    List<URI> providers,
    ServerAccess access,
    Rollup rollup,
    boolean allowChildPrimary) {
  public SiteSection {
    providers = List.copyOf(providers);
    if (providers.isEmpty()) {
      throw new IllegalArgumentException("a site needs at least one provider");
    }
  }

  /** Treatment of the update rollup KB11121541 for Configuration Manager 2107. */
  public enum Rollup implements Worded {
    DETECT,
    INSTALLED
  }
}
