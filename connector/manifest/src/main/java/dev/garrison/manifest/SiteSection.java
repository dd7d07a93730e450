package dev.garrison.manifest;

import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.value.ServerAccess;
import java.net.URI;
import java.util.List;

/**
 * The Configuration Manager site.
 *
 * @param code the three characters of the site code
 * @param providers addresses of the AdminService, in the order in which reading tries them; they
 *     end in {@code /AdminService}
 * @param access how each of them is reached
 * @param rollup whether rollup KB11121541 is looked for or taken as installed
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

  /** What is said of the update rollup KB11121541 for Configuration Manager 2107. */
  public enum Rollup implements Worded {
    DETECT,
    INSTALLED
  }
}
