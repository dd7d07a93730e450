package dev.garrison.mecm.updaterule;

import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.language.Text;
import dev.garrison.mecm.softwareupdate.SiteRelease;
import dev.garrison.mecm.softwareupdate.SiteSighting;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Selection of a rule with these titles, tested on all releases of the site, including old ones.
 *
 * @param doubts reasons why it is not proven to select exactly what the manifest names; none if it
 *     is
 */
record TitleReach(List<String> doubts) {
  TitleReach {
    doubts = List.copyOf(doubts);
  }

  boolean isExact() {
    return doubts.isEmpty();
  }

  static TitleReach of(RuleOrder order, SiteSighting sighting) {
    return switch (sighting) {
      case SiteSighting.Unseen _ ->
          new TitleReach(List.of(Text.of("title-reach.unseen").toString()));
      case SiteSighting.Seen(SiteUpdates seen) -> of(order, seen);
    };
  }

  private static TitleReach of(RuleOrder order, SiteUpdates seen) {
    SortedSet<ReleaseLine> taken = new TreeSet<>();
    seen.releases().stream()
        .filter(release -> takes(order.titles(), release))
        .forEach(release -> taken.add(release.line()));
    List<String> doubts = new ArrayList<>();
    if (order.titles().isEmpty()) {
      doubts.add(Text.of("title-reach.every-channel").toString());
    }
    SortedSet<ReleaseLine> others = new TreeSet<>(taken);
    others.removeAll(order.ring().releases());
    if (!others.isEmpty()) {
      doubts.add(Text.of("title-reach.others", "releases", byChannel(others)).toString());
    }
    SortedSet<ReleaseLine> absent = new TreeSet<>(order.ring().releases());
    absent.removeAll(taken);
    if (!absent.isEmpty()) {
      doubts.add(
          Text.of(
                  "title-reach.absent",
                  "releases",
                  absent.stream().map(ReleaseLine::toString).collect(Collectors.joining("; ")))
              .toString());
    }
    if (!seen.unread().isEmpty()) {
      doubts.add(Text.of("title-reach.unread", "count", seen.unread().size()).toString());
    }
    return new TitleReach(doubts);
  }

  private static boolean takes(List<String> titles, SiteRelease release) {
    String title = release.title().toLowerCase(Locale.ROOT);
    return titles.isEmpty()
        || titles.stream().anyMatch(text -> title.contains(text.toLowerCase(Locale.ROOT)));
  }

  private static String byChannel(SortedSet<ReleaseLine> lines) {
    Map<Channel, List<String>> families = new TreeMap<>();
    lines.forEach(line ->
        families
            .computeIfAbsent(line.channel(), _ -> new ArrayList<>())
            .add(line.family().toString()));
    return families.entrySet().stream()
        .map(each -> each.getKey() + " of " + String.join(", ", each.getValue()))
        .collect(Collectors.joining("; "));
  }
}
