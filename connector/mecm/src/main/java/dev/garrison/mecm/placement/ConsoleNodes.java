package dev.garrison.mecm.placement;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All console folders that hold applications or device collections, from one list read. */
final class ConsoleNodes {
  static final String CLASS = "SMS_ObjectContainerNode";
  static final long ROOT = 0;

  static final ODataQuery ALL =
      ODataQuery.of(CLASS)
          .keys("ContainerNodeID")
          .select("Name", "ObjectType", "ParentContainerNodeID", "SearchFolder");

  private final Map<Long, Node> nodes = new HashMap<>();

  /** One folder; search folders hold no objects and are not included. */
  record Node(long id, long parent, ConsoleObject holds, String name) {}

  static ConsoleNodes read(AdminService site) {
    ConsoleNodes all = new ConsoleNodes();
    ODataFilter kinds =
        Stream.of(ConsoleObject.values())
            .map(each -> ODataFilter.equal("ObjectType", each.folderNumber()))
            .reduce(ODataFilter::or)
            .orElseThrow();
    site.query(ALL.where(kinds), node -> all.add(new Row(node)));
    return all;
  }

  private void add(Row row) {
    if (row.flag("SearchFolder")) {
      return;
    }
    long id = row.numberKey("ContainerNodeID");
    ConsoleObject.ofFolder(row.number("ObjectType", 0))
        .ifPresent(holds ->
            nodes.put(
                id, new Node(id, row.numberKey("ParentContainerNodeID"), holds, row.text("Name"))));
  }

  /** The folders of this name at the root; the site's database compares without case. */
  List<Node> atRoot(ConsoleFolder folder) {
    return nodes.values().stream()
        .filter(node -> node.parent() == ROOT)
        .filter(node -> node.holds() == folder.holds())
        .filter(node -> node.name().equalsIgnoreCase(folder.name()))
        .sorted((a, b) -> Long.compare(a.id(), b.id()))
        .toList();
  }

  /** Names of all folders at the root. */
  Set<String> namesAtRoot() {
    return nodes.values().stream()
        .filter(node -> node.parent() == ROOT)
        .map(Node::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names from the root down; a folder that the account may not see is shown as a number. */
  String path(long id) {
    Deque<String> names = new ArrayDeque<>();
    Set<Long> walked = new HashSet<>();
    long next = id;
    while (next != ROOT && walked.add(next)) {
      Node node = nodes.get(next);
      names.addFirst(node == null ? "folder " + next : node.name());
      next = node == null ? ROOT : node.parent();
    }
    return names.stream().collect(Collectors.joining("/"));
  }
}
