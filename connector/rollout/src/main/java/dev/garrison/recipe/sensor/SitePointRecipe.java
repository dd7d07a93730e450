package dev.garrison.recipe.sensor;

import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.ServedRing;
import dev.garrison.mecm.softwareupdate.SiteSighting;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import dev.garrison.mecm.updaterule.RuleOrder;
import dev.garrison.mecm.updaterule.UpdateProduct;
import dev.garrison.mecm.updaterule.UpdateRule;
import dev.garrison.survey.point.ServedRings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Objects on a site whose software update point keeps the rings up to date (F36). These are the
 * product, and a rule for each ring.
 */
public final class SitePointRecipe {
  private final SensorUpdateSection section;
  private final ZoneId zone;

  /**
   * @param zone the time zone in which times are shown
   */
  public SitePointRecipe(SensorUpdateSection section, ZoneId zone) {
    this.section = section;
    this.zone = zone;
  }

  /** The rules that a person should create, one for each ring that the site serves. */
  public static List<RuleOrder> orders(SensorUpdateSection section) {
    return ServedRings.of(section).stream()
        .map(ring -> new RuleOrder(ring, section.deploymentPackage().orElse(""), titles(section)))
        .toList();
  }

  /** Channel names that distinguish titles; empty if a channel has no name to search for. */
  private static List<String> titles(SensorUpdateSection section) {
    List<Channel> channels = section.releases().stream().map(ReleaseLine::channel).toList();
    return channels.contains(Channel.UNNAMED)
        ? List.of()
        : channels.stream().map(Channel::name).distinct().toList();
  }

  /** The product, followed by a rule for each ring. */
  public List<Wanted<?>> wanted() {
    List<Wanted<?>> wanted = new ArrayList<>();
    wanted.add(Wanted.present(UpdateProduct.address(), UpdateProduct.subscribed()));
    for (ServedRing ring : ServedRings.of(section)) {
      wanted.add(
          new Wanted<>(
              UpdateRule.address(ring.name()),
              new Desired.Present<>(
                  new UpdateRule(
                      ring.name(), ring.collection(), ring.rule(), UpdateRule.Standing.RUNS)),
              Set.of(UpdateProduct.address())));
    }
    return wanted;
  }

  /** Remarks on the findings, for people. */
  public List<String> remarks(SiteSighting sighting) {
    return switch (sighting) {
      case SiteSighting.Unseen(var why) -> List.of(why.problem() + " " + why.remedy());
      case SiteSighting.Seen(SiteUpdates seen) ->
          new SitePointReport(
                  section,
                  seen,
                  ServedRings.of(section).stream()
                      .map(ring -> RingCoverage.of(ring, seen))
                      .toList(),
                  zone)
              .remarks();
    };
  }
}
