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
    /** Has an entity set. */
    @JsonProperty("entity")
    ENTITY,
    /** Lives inside other objects. */
    @JsonProperty("complex")
    COMPLEX
  }

  public ClassTable {
    properties = List.copyOf(properties);
    actions = actions == null ? List.of() : List.copyOf(actions);
  }

  /** Where it is known from. */
  public Provenance provenance() {
    return new Provenance(mark, source);
  }

  /** The same class as an older build shows it. */
  public ClassTable at(int build) {
    return with(property -> property.since() <= build, action -> action.since() <= build);
  }

  /** The same class without these properties and methods. */
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

  /** Its methods. */
  public List<ActionTable> methods() {
    return actions == null ? List.of() : actions;
  }

  /** A property by exact name. */
  public Optional<PropertyTable> property(String wanted) {
    return properties.stream().filter(property -> property.name().equals(wanted)).findFirst();
  }

  /** A property as queries name it: without regard to case. */
  public Optional<PropertyTable> queried(String wanted) {
    return properties.stream()
        .filter(property -> property.name().equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** A method by exact name. */
  public Optional<ActionTable> method(String wanted, boolean bound) {
    return methods().stream()
        .filter(action -> action.name().equals(wanted) && action.bound() == bound)
        .findFirst();
  }

  /** The key properties in order. */
  public List<PropertyTable> keys() {
    return properties.stream().filter(PropertyTable::key).toList();
  }
}
