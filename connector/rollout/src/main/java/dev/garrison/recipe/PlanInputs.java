package dev.garrison.recipe;

import dev.garrison.language.Text;
import dev.garrison.payload.Packages;
import dev.garrison.share.FileSource;
import dev.garrison.survey.Survey;
import java.util.Map;
import java.util.TreeMap;

/** Inputs of a plan that must not have changed when it is applied. */
final class PlanInputs {
  private PlanInputs() {}

  /** The inputs from the site. */
  static Map<String, String> site(Survey survey) {
    Map<String, String> pinned = new TreeMap<>();
    pinned.put("site", survey.site().identity().code());
    pinned.put("hierarchy", survey.site().identity().hierarchyId());
    pinned.put("route", survey.route().route().word());
    survey
        .site()
        .sites()
        .forEach(site ->
            pinned.put(
                Text.of("plan-input.version", "site", site.code()).toString(),
                site.version().map(Object::toString).orElse("unknown")));
    pinned.put("KB11121541", survey.site().rollup().name());
    return pinned;
  }

  /** The inputs from each package file, by its key: the digest, then the facts proven of it. */
  static Map<String, String> packages(Packages packages) {
    Map<String, String> pinned = new TreeMap<>();
    packages.installer().ifPresent(file -> pinned.put("installer", digest(file)));
    packages.installScript().ifPresent(file -> pinned.put("installScript", digest(file)));
    packages.platformUpdate().ifPresent(file -> pinned.put("platformUpdate", digest(file)));
    pinned.put("onboarding", digest(packages.onboarding()));
    packages
        .offboarding()
        .forEach((entry, found) -> pinned.put("offboarding " + entry, digest(found.blob())));
    packages
        .proofs()
        .forEach((key, proof) -> pinned.merge(key, proof, (one, other) -> one + " " + other));
    return pinned;
  }

  private static String digest(FileSource file) {
    return file.file().sha256().hex();
  }
}
