package dev.garrison.recipe;

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
            .orElse("of unknown version");
    boolean rollup =
        release.equals(RELEASE_2107) && survey.site().rollup() == RollupState.INSTALLED;
    return "site %s, Configuration Manager %s%s \u00b7 route: %s"
        .formatted(
            survey.site().identity().code(),
            release,
            rollup ? " with KB11121541" : "",
            survey.route().route().word());
  }
}
