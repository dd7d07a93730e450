package dev.garrison.lab.adminservice.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A class of the SMS Provider as the AdminService shows it.
 *
 * @param kind entity (has a set and a key) or complex (embedded)
 * @param base the superclass by name
 */
public record ClassTable(
    @JsonProperty("class") String name,
    Kind kind,
    @JsonProperty("abstract") boolean isAbstract,
    String base,
    Mark mark,
    String source,
    List<PropertyTable> properties,
    @Nullable List<ActionTable> actions) {

  /** Kind of a class: with an entity set, or embedded. */
  public enum Kind {
    /** A class with an entity set. */
    @JsonProperty("entity")
    ENTITY,
    /** A class that is embedded in other objects. */
    @JsonProperty("complex")
    COMPLEX
  }

  public ClassTable {
    properties = List.copyOf(properties);
    actions = actions == null ? List.of() : List.copyOf(actions);
  }

  /** Source of the class. */
  public Provenance provenance() {
    return new Provenance(mark, source);
  }

  /** The class as an older build shows it. */
  public ClassTable at(int build) {
    return with(property -> property.since() <= build, action -> action.since() <= build);
  }

  /** The class without these properties and methods. */
  ClassTable without(Predicate<String> members) {
    return with(property -> !members.test(property.name()), action -> !members.test(action.name()));
  }

  private ClassTable with(Predicate<PropertyTable> having, Predicate<ActionTable> offering) {
    return new ClassTable(
        name,
        kind,
        isAbstract,
        base,
        mark,
        source,
        properties.stream().filter(having).toList(),
        methods().stream().filter(offering).toList());
  }

  /** Methods of the class. */
  public List<ActionTable> methods() {
    return actions == null ? List.of() : actions;
  }

  /** Property by exact name. */
  public Optional<PropertyTable> property(String wanted) {
    return properties.stream().filter(property -> property.name().equals(wanted)).findFirst();
  }

  /** Property by name without regard to case, as queries name it. */
  public Optional<PropertyTable> queried(String wanted) {
    return properties.stream()
        .filter(property -> property.name().equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** Method by name without regard to case, as addresses name it. */
  public Optional<ActionTable> method(String wanted, boolean bound) {
    return methods().stream()
        .filter(action -> action.name().equalsIgnoreCase(wanted) && action.bound() == bound)
        .findFirst();
  }

  /** Key properties in order. */
  public List<PropertyTable> keys() {
    return properties.stream().filter(PropertyTable::key).toList();
  }
}
