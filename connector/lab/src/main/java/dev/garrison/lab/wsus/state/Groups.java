package dev.garrison.lab.wsus.state;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Computer groups of one server, as a tree. Guarded by the servers' lock. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "[MS-WSUSSS] 2.2",
    says =
        "WSUS: All Computers, Unassigned Computers and Downstream Servers have well-known ids and names in the server's language. That the list of groups holds Downstream Servers too is inferred.")
public final class Groups {
  /** Id of All Computers. */
  public static final UUID ALL_COMPUTERS = UUID.fromString("a0a08746-4dbe-4a37-9adf-9e7652c0b421");

  /** Id of Unassigned Computers. */
  public static final UUID UNASSIGNED = UUID.fromString("b73ca6ed-5727-47f3-84de-015e03f6a88a");

  /** Id of Downstream Servers. */
  public static final UUID DOWNSTREAM_SERVERS =
      UUID.fromString("d374f42a-9be2-4163-a0fa-3c86a401b7a7");

  /** Ids of the built-in groups. */
  public static final Set<UUID> BUILT_IN = Set.of(ALL_COMPUTERS, UNASSIGNED, DOWNSTREAM_SERVERS);

  private static final String COMPUTERS = "Computers";
  private final Map<UUID, TargetGroup> groups = new LinkedHashMap<>();

  /** Creates the built-in groups, named in a language. */
  public Groups(String language) {
    List<String> names =
        switch (language) {
          case "de" -> List.of("Alle Computer", "Nicht zugewiesene Computer", "Downstreamserver");
          case "ja" -> List.of("すべてのコンピューター", "割り当てられていないコンピューター", "ダウンストリーム サーバー");
          default -> List.of("All Computers", "Unassigned Computers", "Downstream Servers");
        };
    put(new TargetGroup(ALL_COMPUTERS, names.get(0), COMPUTERS, Optional.empty()));
    put(new TargetGroup(UNASSIGNED, names.get(1), COMPUTERS, Optional.of(ALL_COMPUTERS)));
    put(new TargetGroup(DOWNSTREAM_SERVERS, names.get(2), "DownstreamServers", Optional.empty()));
  }

  private void put(TargetGroup group) {
    groups.put(group.id(), group);
  }

  /** Adds a computer group. Names are unique regardless of case. */
  public void add(UUID id, String name, UUID parent) {
    if (groups.values().stream().anyMatch(group -> group.name().equalsIgnoreCase(name))) {
      throw new IllegalArgumentException("there is a group '" + name + "' already");
    }
    if (find(parent).isEmpty()) {
      throw new IllegalArgumentException("there is no group " + parent);
    }
    put(new TargetGroup(id, name, COMPUTERS, Optional.of(parent)));
  }

  /** Removes a group. */
  public void remove(UUID id) {
    groups.remove(id);
  }

  /** All groups. */
  public Collection<TargetGroup> all() {
    return Collections.unmodifiableCollection(groups.values());
  }

  /** Group by id. */
  public Optional<TargetGroup> find(UUID id) {
    return Optional.ofNullable(groups.get(id));
  }

  /** Group by name. */
  public Optional<TargetGroup> named(String name) {
    return groups.values().stream().filter(group -> group.name().equals(name)).findFirst();
  }

  /** Children of a group. */
  public List<TargetGroup> children(UUID id) {
    return groups.values().stream()
        .filter(group -> group.parent().filter(id::equals).isPresent())
        .toList();
  }

  /** A group and its ancestors, itself first. */
  public List<UUID> upwards(UUID id) {
    List<UUID> path = new ArrayList<>();
    Optional<TargetGroup> at = find(id);
    while (at.isPresent()) {
      path.add(at.get().id());
      at = at.get().parent().flatMap(this::find);
    }
    return path;
  }

  /** Whether a group is another one or below it. */
  public boolean isWithin(UUID id, UUID ancestor) {
    return upwards(id).contains(ancestor);
  }
}
