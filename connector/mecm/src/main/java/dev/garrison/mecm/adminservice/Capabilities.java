package dev.garrison.mecm.adminservice;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Members that a site offers through its administration service, by its own metadata. A member is
 * written as {@code SMS_Collection} (class), {@code SMS_Collection.Comment} (property), {@code
 * SMS_Collection.AddMembershipRule} (method, of an object or of the class), or {@code
 * v1.0/RunCMPivot} (action of the route v1.0, of any entity). A member that the metadata does not
 * list cannot be called. Names are not case-sensitive, as in queries.
 */
public final class Capabilities {
  private static final String MODELLED = "v1.0/";

  /**
   * A class.
   *
   * @param parent the class it extends, if any
   * @param listed whether its objects can be read and created, and are not only embedded
   */
  record Shape(Optional<String> parent, boolean listed, Set<String> properties) {
    Shape {
      properties = anyCase(properties);
    }
  }

  private final Map<String, Shape> shapes;
  private final Set<String> methods;
  private final Supplier<Capabilities> modelled;

  /**
   * @param methods as {@code Class.Method}
   */
  Capabilities(Map<String, Shape> shapes, Set<String> methods) {
    this(shapes, methods, () -> new Capabilities(Map.of(), Set.of()));
  }

  private Capabilities(
      Map<String, Shape> shapes, Set<String> methods, Supplier<Capabilities> modelled) {
    SortedMap<String, Shape> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(shapes);
    this.shapes = Collections.unmodifiableSortedMap(byName);
    this.methods = anyCase(methods);
    this.modelled = modelled;
  }

  private static Set<String> anyCase(Set<String> names) {
    SortedSet<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    sorted.addAll(names);
    return Collections.unmodifiableSortedSet(sorted);
  }

  /**
   * Adds the members that the route v1.0 offers.
   *
   * @param route read only when a member of that route is asked for
   */
  Capabilities with(Supplier<Capabilities> route) {
    return new Capabilities(shapes, methods, route);
  }

  /** Whether the site offers this member. */
  public boolean offers(String member) {
    if (member.startsWith(MODELLED)) {
      String action = "." + member.substring(MODELLED.length());
      return modelled.get().methods.stream().anyMatch(method -> method.endsWith(action));
    }
    int dot = member.indexOf('.');
    if (dot < 0) {
      return Optional.ofNullable(shapes.get(member)).filter(Shape::listed).isPresent();
    }
    String name = member.substring(dot + 1);
    return ancestry(member.substring(0, dot)).stream()
        .anyMatch(
            owner -> methods.contains(owner + "." + name) || ownProperties(owner).contains(name));
  }

  /** A property as the site spells it; unchanged if the class has none of that name. */
  public String spelled(String className, String property) {
    return ancestry(className).stream()
        .flatMap(owner -> ownProperties(owner).stream())
        .filter(property::equalsIgnoreCase)
        .findFirst()
        .orElse(property);
  }

  /**
   * All properties of a class or an embedded object, with inherited ones. None if there is no such
   * class.
   */
  public SequencedSet<String> properties(String className) {
    SequencedSet<String> all = new LinkedHashSet<>();
    ancestry(className).forEach(owner -> all.addAll(ownProperties(owner)));
    return all;
  }

  /**
   * Checks that the site offers all of these.
   *
   * @throws RefusalException naming each member that is missing
   */
  public void require(String... members) {
    List<Diagnostic> missing =
        Stream.of(members).filter(member -> !offers(member)).map(Capabilities::missing).toList();
    if (!missing.isEmpty()) {
      throw new RefusalException(missing);
    }
  }

  /**
   * Reason why an action is not possible on this site; empty if the site offers all members it
   * needs.
   *
   * @param action in one word: create, update, replace or delete
   * @param object that it is for
   * @param members all members it needs
   */
  public Optional<Diagnostic> objection(String action, String object, List<String> members) {
    List<String> missing = members.stream().filter(member -> !offers(member)).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                AdminServiceCode.CAPABILITY_MISSING,
                Message.of(
                    "site-member.needed", "action", action, "object", object, "members", missing)));
  }

  private static Diagnostic missing(String member) {
    return Diagnostic.error(
        AdminServiceCode.CAPABILITY_MISSING, Message.of("site-member.missing", "member", member));
  }

  private Set<String> ownProperties(String className) {
    return Optional.ofNullable(shapes.get(className)).map(Shape::properties).orElse(Set.of());
  }

  /** The class and the classes that it extends; stops at a cycle in the metadata. */
  private SequencedSet<String> ancestry(String className) {
    SequencedSet<String> line = new LinkedHashSet<>();
    Optional<String> next = Optional.of(className);
    while (next.isPresent() && line.add(next.get())) {
      next = Optional.ofNullable(shapes.get(next.get())).flatMap(Shape::parent);
    }
    return line;
  }
}
