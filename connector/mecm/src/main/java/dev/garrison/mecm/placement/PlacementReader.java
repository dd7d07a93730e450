package dev.garrison.mecm.placement;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the console folders of objects, and the security scopes of applications. */
public final class PlacementReader {
  private final AdminService site;

  public PlacementReader(AdminService site) {
    this.site = site;
  }

  /**
   * The folders' names from the root down, separated by slashes. Objects at the root are not
   * included.
   *
   * @param keys ModelName of applications and CollectionID of collections
   */
  public Map<String, String> folders(Set<String> keys) {
    Map<String, Long> places = new HashMap<>();
    if (keys.isEmpty() || !site.capabilities().offers(FolderPlacementResource.ITEM)) {
      return Map.of();
    }
    for (ConsoleObject kind : ConsoleObject.values()) {
      site.query(
          FolderPlacementResource.PLACES.where(
              ODataFilter.equal("ObjectType", kind.folderNumber())),
          node -> {
            Row row = new Row(node);
            if (keys.contains(row.textKey("InstanceKey"))) {
              places.put(row.textKey("InstanceKey"), row.numberKey("ContainerNodeID"));
            }
          });
    }
    if (places.isEmpty()) {
      return Map.of();
    }
    ConsoleNodes nodes = ConsoleNodes.read(site);
    Map<String, String> folders = new HashMap<>();
    places.forEach((key, node) -> {
      if (node != ConsoleNodes.ROOT) {
        folders.put(key, nodes.path(node));
      }
    });
    return folders;
  }

  /**
   * Names of security scopes; a scope that the account may not see is shown by its identifier.
   *
   * @param models ModelName of applications
   */
  public Map<String, Set<String>> scopes(Set<String> models) {
    if (models.isEmpty() || !site.capabilities().offers(ScopeMembershipResource.MEMBERSHIP)) {
      return Map.of();
    }
    Map<String, Set<String>> ids = new HashMap<>();
    site.query(
        ScopeMembershipResource.MEMBERSHIPS.where(
            ODataFilter.equal("ObjectTypeID", ScopeMembershipResource.APPLICATION)),
        node -> {
          Row row = new Row(node);
          if (models.contains(row.textKey("ObjectKey"))) {
            ids.computeIfAbsent(row.textKey("ObjectKey"), _ -> new TreeSet<>())
                .add(row.textKey("CategoryID"));
          }
        });
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, String> names = new HashMap<>();
    site.query(
        ScopeMembershipResource.SCOPES,
        node -> {
          Row row = new Row(node);
          names.put(row.textKey("CategoryID"), row.text("CategoryName"));
        });
    Map<String, Set<String>> scopes = new HashMap<>();
    ids.forEach((model, found) -> {
      Set<String> readable = new TreeSet<>();
      found.forEach(id -> readable.add(names.getOrDefault(id, id)));
      scopes.put(model, readable);
    });
    return scopes;
  }
}
