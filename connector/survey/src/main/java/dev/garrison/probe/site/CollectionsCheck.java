package dev.garrison.probe.site;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Mark;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.survey.ring.CollectionFit;
import dev.garrison.survey.ring.RingReader;
import java.util.List;

/** Checks that all device collections of the manifest exist, with the rules of a plan. */
final class CollectionsCheck {
  private final AdminService service;
  private final SiteNames names;

  CollectionsCheck(AdminService service, SiteNames names) {
    this.service = service;
    this.names = names;
  }

  Outcome run(ManifestResult read) {
    Mark mark = new Mark(read.manifest().name());
    CollectionFit fit = new CollectionFit(read, new RingReader(service).collections(mark));
    List<Diagnostic> problems = fit.problems();
    fit.names().forEach(name -> names.know(SiteNames.Kind.COLLECTION, name));
    List<Text> found =
        fit.found().stream()
            .map(fact ->
                Text.of("probe-site.collection", "name", fact.name(), "count", fact.members()))
            .toList();
    return Outcome.of(
        found.isEmpty() ? Outcome.NONE : Text.of("probe-site.collections", "collections", found),
        problems);
  }
}
