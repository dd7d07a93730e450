package dev.garrison.recipe;

import dev.garrison.language.Text;
import dev.garrison.mecm.site.HierarchySite;
import dev.garrison.mecm.site.RollupState;
import dev.garrison.mecm.site.SiteVersion;
import dev.garrison.survey.Survey;
import java.util.Optional;

/** The site in one line, for the head of a plan. */
final class SiteLine {
  private static final String RELEASE_2107 = "2107";

  private SiteLine() {}

  static String of(Survey survey) {
    Optional<SiteVersion> version = survey.site().connected().flatMap(HierarchySite::version);
    String release =
        version
            .flatMap(SiteVersion::release)
            .or(() -> version.map(SiteVersion::toString))
            .orElse("");
    boolean rollup =
        release.equals(RELEASE_2107) && survey.site().rollup() == RollupState.INSTALLED;
    String site = survey.site().identity().code();
    String method = survey.route().route().word();
    if (release.isEmpty()) {
      return Text.of("plan-site.unknown", "site", site, "method", method).toString();
    }
    Text known =
        rollup
            ? Text.of("plan-site.rollup", "site", site, "release", release, "method", method)
            : Text.of("plan-site.release", "site", site, "release", release, "method", method);
    return known.toString();
  }
}
