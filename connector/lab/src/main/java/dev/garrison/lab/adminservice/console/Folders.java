package dev.garrison.lab.adminservice.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Console folders and the objects in them. An object at the root has no row. */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/memdocs, SMS_ObjectContainerNode server WMI class",
    says =
        "A folder can be created; a second one of the same name, kind and parent is"
            + " refused. The class documents its properties as writable; no published code"
            + " creates one over this service.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "dustinestes/MECM_Toolkit, Administration Service examples",
    says =
        "MoveMembers with target folder 0 moves back to the root, as folder 0 is the root to move from.")
public final class Folders {
  /** Object type of applications, keyed by ModelName. */
  public static final int APPLICATIONS = 6000;

  /** Object type of device collections, keyed by CollectionID. */
  public static final int DEVICE_COLLECTIONS = 5000;

  private static final int FIRST_NODE = 16777220;
  private final SiteContext site;
  private final List<Folder> folders;
  private final ObjectNames names;
  private final Map<Item, Integer> nodes = new TreeMap<>();

  /** A folder; the parent is the number of another folder, or 0 for the root. */
  public record Folder(String name, int objectType, long parent) {}

  /** Looks up objects that a folder can contain. */
  public interface ObjectNames {
    /** Display name of an object; empty if there is no such object. */
    String nameOf(int objectType, String key);
  }

  private record Item(int objectType, String key) implements Comparable<Item> {
    @Override
    public int compareTo(Item other) {
      int order = Integer.compare(objectType, other.objectType);
      return order == 0 ? key.compareTo(other.key) : order;
    }
  }

  /** Creates a site's folders, empty at first. */
  public Folders(SiteContext site, List<Folder> folders, ObjectNames names) {
    this.site = site;
    this.folders = new ArrayList<>(folders);
    this.names = names;
  }

  /** The classes to serve. */
  public List<ProviderClass> classes() {
    return List.of(new NodeClass(this), new ItemClass(this));
  }

  private Stream<ObjectNode> nodeRows() {
    return IntStream.range(0, folders.size()).mapToObj(this::nodeRow).toList().stream();
  }

  private ObjectNode nodeRow(int index) {
    Folder folder = folders.get(index);
    return Rows.row()
        .set("ContainerNodeID", FIRST_NODE + index)
        .set("ParentContainerNodeID", folder.parent())
        .set("Name", folder.name())
        .set("ObjectType", folder.objectType())
        .set("ObjectTypeName", typeName(folder.objectType()))
        .set("SearchFolder", false)
        .set("SourceSite", site.code())
        .done();
  }

  private ObjectNode make(ObjectNode body) {
    Folder folder =
        new Folder(
            Rows.text(body, "Name").orElse("New Folder"),
            Rows.number(body, "ObjectType").orElse(0L).intValue(),
            Rows.number(body, "ParentContainerNodeID").orElse(0L));
    if (folder.objectType() != APPLICATIONS && folder.objectType() != DEVICE_COLLECTIONS) {
      throw Refusal.byProvider("no folder holds objects of type " + folder.objectType());
    }
    if (folder.parent() != 0 && !isNode(folder.parent(), folder.objectType())) {
      throw Refusal.byProvider("there is no folder " + folder.parent());
    }
    boolean taken =
        folders.stream()
            .anyMatch(other ->
                other.name().equalsIgnoreCase(folder.name())
                    && other.objectType() == folder.objectType()
                    && other.parent() == folder.parent());
    if (taken) {
      throw Refusal.byProvider("there is a folder '" + folder.name() + "' already");
    }
    folders.add(folder);
    return nodeRow(folders.size() - 1);
  }

  private boolean isNode(long node, int objectType) {
    long index = node - FIRST_NODE;
    return index >= 0
        && index < folders.size()
        && folders.get((int) index).objectType() == objectType;
  }

  private static String typeName(int objectType) {
    return objectType == APPLICATIONS ? "SMS_ApplicationLatest" : "SMS_Collection_Device";
  }

  private Stream<ObjectNode> itemRows() {
    return nodes.entrySet().stream()
        .filter(entry -> !name(entry.getKey()).isEmpty())
        .map(entry -> itemRow(entry.getKey(), entry.getValue()))
        .toList()
        .stream();
  }

  private ObjectNode itemRow(Item item, int node) {
    return Rows.row()
        .set("MemberID", Integer.toUnsignedLong(item.hashCode()))
        .set("ContainerNodeID", node)
        .set("InstanceKey", item.key())
        .set("ObjectType", item.objectType())
        .set("ObjectTypeName", typeName(item.objectType()))
        .set("SourceSite", site.code())
        .done();
  }

  private String name(Item item) {
    return names.nameOf(item.objectType(), item.key());
  }

  /** Path of the folder that contains an object, such as {@code /Servers/Pilot}. */
  public String pathOf(int objectType, String key) {
    String path = "";
    long node = nodes.getOrDefault(new Item(objectType, key), 0);
    while (node != 0) {
      Folder folder = folders.get((int) (node - FIRST_NODE));
      path = "/" + folder.name() + path;
      node = folder.parent();
    }
    return path.isEmpty() ? "/" : path;
  }

  private ObjectNode move(Item item, int from, int to) {
    if (name(item).isEmpty()) {
      throw Refusal.byProvider(
          "there is no object " + item.key() + " of type " + item.objectType());
    }
    int current = nodes.getOrDefault(item, 0);
    if (from != current) {
      throw Refusal.byProvider(item.key() + " is in folder " + current + ", not in " + from);
    }
    if (to == 0) {
      nodes.remove(item);
      return itemRow(item, 0);
    }
    if (!isNode(to, item.objectType())) {
      throw Refusal.byProvider("no folder " + to + " holds objects of type " + item.objectType());
    }
    nodes.put(item, to);
    return itemRow(item, to);
  }

  /** Adds the objects in folders to the dump. */
  public void dump(Dump dump) {
    nodes.forEach((item, node) -> {
      if (!name(item).isEmpty()) {
        dump.add(
            "folders",
            Map.of("folder", folders.get(node - FIRST_NODE).name(), "object", name(item)));
      }
    });
  }

  private record NodeClass(Folders folders) implements ProviderClass {
    @Override
    public String name() {
      return "SMS_ObjectContainerNode";
    }

    @Override
    public Provenance provenance() {
      return Provenance.workingCode("autopkg/iancohn-recipes, McmApiProcessors");
    }

    @Override
    public Stream<ObjectNode> rows() {
      return folders.nodeRows();
    }

    @Override
    public ObjectNode create(ObjectNode body) {
      return folders.make(body);
    }
  }

  private record ItemClass(Folders folders) implements ProviderClass {
    @Override
    public String name() {
      return "SMS_ObjectContainerItem";
    }

    @Override
    public Provenance provenance() {
      return Provenance.recorded("dustinestes/MECM_Toolkit, Administration Service examples");
    }

    @Override
    public Stream<ObjectNode> rows() {
      return folders.itemRows();
    }

    @Override
    public ObjectNode create(ObjectNode body) {
      Item item = new Item(body.path("ObjectType").asInt(), body.path("InstanceKey").asText());
      return folders.move(item, 0, body.path("ContainerNodeID").asInt());
    }

    @Override
    public ObjectNode call(String method, ObjectNode parameters) {
      int type = parameters.path("ObjectType").asInt();
      for (JsonNode key : parameters.path("InstanceKeys")) {
        folders.move(
            new Item(type, key.asText()),
            parameters.path("ContainerNodeID").asInt(),
            parameters.path("TargetContainerNodeID").asInt());
      }
      return Rows.success();
    }
  }
}
