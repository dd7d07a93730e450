package dev.garrison.wiring;

import dev.garrison.content.share.ShareAddress;
import dev.garrison.diagnostic.Diagnostic;
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
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  public Intent at(Instant asOf) {
    Survey survey = surveyor.survey(read.manifest(), asOf);
    Site site = survey.site();
    identity.know(site.identity());
    return recipe.intent(read, survey, asOf);
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
    return identity.user();
  }

  @Override
  public Lease lease() {
    return lease;
  }

  /** Packages are not proven yet, so they go to no site but a stand-in on this very machine. */
  @Override
  public Optional<Diagnostic> writeRefusal() {
    boolean standIn =
        read.manifest().site().providers().stream()
                .allMatch(provider -> isThisMachine(provider.getHost()))
            && publishesHere();
    return standIn
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                WiringCode.PACKAGES_NOT_PROVEN,
                "This version writes to a lab only: the script around the onboarding package's proven part runs as SYSTEM, and nothing proves that it is unaltered.",
                "'garrison plan' shows what would be done here. Try the whole way with 'garrison demo' or 'garrison lab'."));
  }

  private boolean publishesHere() {
    return switch (ShareAddress.parse(read.manifest().content().publishTo().toString())) {
      case ShareAddress.Folder _ -> true;
      case ShareAddress.Smb smb -> isThisMachine(smb.host());
    };
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }
}
