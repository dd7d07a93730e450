package dev.garrison.survey;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.survey.ring.RingReader;
import dev.garrison.survey.ring.SiteCollections;
import java.util.Set;

/**
 * Names on a site to which a first manifest may refer.
 *
 * @param collections device collections; those with the mark of any manifest are Garrison's own
 * @param groups distribution point groups
 */
public record NamesOnSite(SiteCollections collections, Set<String> groups) {
  public NamesOnSite {
    groups = Set.copyOf(groups);
  }

  /** Reads them, with one request for each kind. */
  public static NamesOnSite read(AdminService service) {
    return new NamesOnSite(new RingReader(service).collections(), Surveyor.groups(service));
  }
}
