package dev.garrison.lab.adminservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.adminservice.schema.ClassTable;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Schema;
import dev.garrison.lab.adminservice.schema.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Classes of a site behind one lock, so that only one request at a time uses them. */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference",
    says = "An object that a console holds open refuses writes with 500 and a lock text (SEDO).")
public final class Provider {
  private final Schema schema;
  private final Spelling spelling;
  private final Timeline timeline;
  private final Predicate<String> lockedInConsole;
  private final Map<String, ProviderClass> classes = new TreeMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Creates a provider.
   *
   * @param lockedInConsole whether an administrator edits the object with this key in a console
   */
  public Provider(
      Schema schema,
      Spelling spelling,
      Timeline timeline,
      Collection<ProviderClass> classes,
      Predicate<String> lockedInConsole) {
    this.schema = schema;
    this.spelling = spelling;
    this.timeline = timeline;
    this.lockedInConsole = lockedInConsole;
    classes.forEach(type -> this.classes.put(type.name(), type));
  }

  Schema schema() {
    return schema;
  }

  Spelling spelling() {
    return spelling;
  }

  /** Runs work exclusively, after all events that are due. */
  public <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      timeline.catchUp();
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Classes with behavior, for the lab's own documentation. */
  public Collection<ProviderClass> classes() {
    return classes.values();
  }

  ProviderClass behaviour(String name) {
    return Optional.ofNullable(classes.get(name))
        .orElseThrow(() -> Refusal.notFound("Resource not found for the segment '" + name + "'."));
  }

  ObjectNode find(ClassTable table, Map<String, JsonNode> key) {
    return sought(table, key)
        .orElseThrow(() ->
            Refusal.notFound(
                "No object of "
                    + table.name()
                    + " has the key "
                    + key.values().stream().map(JsonNode::asText).toList()
                    + "."));
  }

  /** Object that PUT replaces; for a class of which PUT makes instances, its key alone if new. */
  ObjectNode replaced(ClassTable table, Map<String, JsonNode> key) {
    if (!behaviour(table.name()).isMadeByReplace()) {
      return find(table, key);
    }
    Rows fresh = Rows.row();
    key.forEach(fresh::set);
    return sought(table, key).orElseGet(fresh::done);
  }

  private Optional<ObjectNode> sought(ClassTable table, Map<String, JsonNode> key) {
    return behaviour(table.name()).rows().filter(row -> isAt(row, key)).findFirst();
  }

  private static boolean isAt(ObjectNode row, Map<String, JsonNode> key) {
    return key.entrySet().stream()
        .allMatch(
            part -> row.path(part.getKey()).asText().equalsIgnoreCase(part.getValue().asText()));
  }

  /** Refuses to write an object that a console holds open, because its SEDO lock is taken. */
  void refuseLocked(ObjectNode row) {
    for (String name : List.of("CollectionID", "CI_ID", "ModelName", "PackageID", "AssignmentID")) {
      String key = row.path(name).asText("");
      if (!key.isEmpty() && lockedInConsole.test(key)) {
        throw Refusal.byProvider(
            "The object "
                + key
                + " is locked for editing (SEDO): LAB\\administrator has it open in a console");
      }
    }
  }
}
