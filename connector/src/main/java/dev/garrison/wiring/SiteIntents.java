package dev.garrison.wiring;

import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.Ring;
import dev.garrison.mecm.site.Site;
import dev.garrison.recipe.Recipe;
import dev.garrison.session.IntentSource;
import dev.garrison.session.Lease;
import dev.garrison.survey.RingRoster;
import dev.garrison.survey.Survey;
import dev.garrison.survey.Surveyor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The intents of one manifest on its site. */
final class SiteIntents implements IntentSource {
  private final ManifestResult read;
  private final Surveyor surveyor;
  private final Recipe recipe;
  private final LateIdentity identity;
  private final Lease lease;

  SiteIntents(
      ManifestResult read, Surveyor surveyor, Recipe recipe, LateIdentity identity, Lease lease) {
    this.read = read;
    this.surveyor = surveyor;
    this.recipe = recipe;
    this.identity = identity;
    this.lease = lease;
  }

  @Override
  public Intent at(Instant asOf, Allowances allowances) {
    Survey survey = surveyor.survey(read.manifest(), asOf);
    Site site = survey.site();
    identity.know(site.identity());
    return recipe.intent(read, survey, asOf, allowances);
  }

  @Override
  public List<RingRoster> rosters() {
    Manifest manifest = read.manifest();
    List<RingRoster> rosters = new ArrayList<>();
    for (RingRoster roster : surveyor.rosters(manifest)) {
      Ring ring = manifest.rings().get(rosters.size());
      rosters.add(roster.reachedThrough(Recipe.reaching(manifest, ring)));
    }
    return rosters;
  }

  @Override
  public String siteCode() {
    return read.manifest().site().code();
  }

  @Override
  public String identity() {
    return identity.writer();
  }

  @Override
  public Lease lease() {
    return lease;
  }
}
