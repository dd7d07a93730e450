package dev.garrison.lab.adminservice.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All class tables, as one build shows them. */
public final class Schema {
  private static final String FOLDER = "/dev/garrison/lab/adminservice/";
  private final Map<String, ClassTable> classes = new TreeMap<>();

  private Schema(Collection<ClassTable> tables) {
    tables.forEach(table -> classes.put(table.name(), table));
  }

  /** Reads the tables without the members that a later build added. */
  public static Schema at(int build) {
    ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
    String[] names = read(mapper, FOLDER + "classes.yaml", String[].class);
    return new Schema(
        List.of(names).stream()
            .map(name -> read(mapper, FOLDER + "classes/" + name + ".yaml", ClassTable.class))
            .map(table -> table.at(build))
            .toList());
  }

  /**
   * The schema without these classes, or properties or methods of classes as {@code Class.Name}.
   */
  public Schema without(Collection<String> names) {
    return new Schema(
        classes.values().stream()
            .filter(table -> !names.contains(table.name()))
            .map(table -> table.without(member -> names.contains(table.name() + "." + member)))
            .toList());
  }

  private static <T> T read(ObjectMapper mapper, String resource, Class<T> as) {
    try (InputStream in = Schema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the lab lacks its table " + resource);
      }
      return mapper.readValue(in, as);
    } catch (IOException e) {
      throw new UncheckedIOException("the lab cannot read its table " + resource, e);
    }
  }

  /** All classes, by name. */
  public Collection<ClassTable> all() {
    return classes.values();
  }

  /** Classes that have an entity set. */
  public List<ClassTable> entities() {
    return classes.values().stream()
        .filter(table -> table.kind() == ClassTable.Kind.ENTITY)
        .toList();
  }

  /** Class by exact name. */
  public Optional<ClassTable> find(String name) {
    return Optional.ofNullable(classes.get(name));
  }

  /** Entity class by exact name. */
  public Optional<ClassTable> entity(String name) {
    return find(name).filter(table -> table.kind() == ClassTable.Kind.ENTITY);
  }

  /** Class by name without regard to case, as addresses name it. */
  public Optional<ClassTable> addressed(String name) {
    return classes.values().stream()
        .filter(table -> table.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** Class on which the lab itself relies. */
  public ClassTable require(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no class table for " + name));
  }

  /** Whether {@code name} is {@code ancestor} or below it. */
  public boolean isA(String name, String ancestor) {
    Optional<ClassTable> table = find(name);
    while (table.isPresent()) {
      if (table.get().name().equals(ancestor)) {
        return true;
      }
      table = find(table.get().base());
    }
    return false;
  }
}
