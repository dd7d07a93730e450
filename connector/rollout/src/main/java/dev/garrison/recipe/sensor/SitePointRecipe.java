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
 * What a site with a software update point has to have so that it keeps the rings up to date
 * itself: the product, and a rule for each ring (F36).
 */
public final class SitePointRecipe {
  private final SensorUpdateSection section;
  private final ZoneId zone;

  /**
   * @param zone in which times are shown
   */
  public SitePointRecipe(SensorUpdateSection section, ZoneId zone) {
    this.section = section;
    this.zone = zone;
  }

  /** The rules that a person is to make, one for each of these rings. */
  public static List<RuleOrder> orders(SensorUpdateSection section) {
    return ServedRings.of(section).stream()
        .map(ring -> new RuleOrder(ring, section.deploymentPackage().orElse(""), titles(section)))
        .toList();
  }

  /** Channels tell titles apart; a title without one cannot be asked for. */
  private static List<String> titles(SensorUpdateSection section) {
    List<Channel> channels = section.releases().stream().map(ReleaseLine::channel).toList();
    return channels.contains(Channel.UNNAMED)
        ? List.of()
        : channels.stream().map(Channel::name).distinct().toList();
  }

  /** The product, and after it a rule for each ring. */
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

  /** What was found, for people. */
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
