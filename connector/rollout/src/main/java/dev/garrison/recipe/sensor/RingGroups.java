package dev.garrison.recipe.sensor;

import dev.garrison.catalog.group.GroupTree;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.UpdateRing;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.sensor.SensorStock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The groups of all rings on one server. */
final class RingGroups {
  private final GroupTree tree;
  private final List<List<TargetGroup>> groups = new ArrayList<>();
  private final Map<UUID, Integer> rings = new HashMap<>();

  RingGroups(SensorUpdateSection section, WsusServer server, SensorStock stock) {
    tree = stock.tree();
    for (UpdateRing ring : section.rings()) {
      List<TargetGroup> found =
          server.groups(ring).stream().flatMap(name -> stock.groups(name).stream()).toList();
      found.forEach(group -> rings.putIfAbsent(group.id(), groups.size()));
      groups.add(found);
    }
  }

  /** The groups of one ring that the server has. */
  List<TargetGroup> of(int ring) {
    return groups.get(ring);
  }

  /** All groups. */
  List<TargetGroup> all() {
    return groups.stream().flatMap(List::stream).toList();
  }

  /** A group that the rings name twice in different words. */
  Optional<TargetGroup> twice() {
    Set<UUID> seen = new HashSet<>();
    return all().stream().filter(group -> !seen.add(group.id())).findFirst();
  }

  /**
   * The ring from which a group's computers get an update. This is the group's own ring, or that of
   * the nearest group above which has one.
   */
  Optional<Integer> ringOf(UUID id) {
    Optional<TargetGroup> here = tree.find(id);
    while (here.isPresent()) {
      Integer ring = rings.get(here.get().id());
      if (ring != null) {
        return Optional.of(ring);
      }
      here = here.get().parent().flatMap(tree::find);
    }
    return Optional.empty();
  }
}
