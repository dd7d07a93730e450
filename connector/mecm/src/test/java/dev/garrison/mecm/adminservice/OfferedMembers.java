package dev.garrison.mecm.adminservice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the metadata of {@link FakeAdminService} lists. */
final class OfferedMembers {
  static final String ROUTE = "v1.0/";

  private final Map<String, Set<String>> classes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> actions = new TreeSet<>();

  void add(String member) {
    int dot = member.indexOf('.');
    if (member.startsWith(ROUTE)) {
      actions.add("Device." + member.substring(ROUTE.length()));
    } else if (dot < 0) {
      of(member);
    } else {
      of(member.substring(0, dot)).add(member.substring(dot + 1));
    }
  }

  void remove(String member) {
    int dot = member.indexOf('.');
    if (member.startsWith(ROUTE)) {
      actions.remove("Device." + member.substring(ROUTE.length()));
    } else if (dot < 0) {
      classes.remove(member);
    } else {
      of(member.substring(0, dot)).remove(member.substring(dot + 1));
    }
  }

  private Set<String> of(String className) {
    return classes.computeIfAbsent(className, _ -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER));
  }

  Capabilities capabilities() {
    Map<String, Capabilities.Shape> shapes = new HashMap<>();
    classes.forEach((name, properties) ->
        shapes.put(name, new Capabilities.Shape(Optional.empty(), true, properties)));
    return new Capabilities(shapes, Set.of()).with(() -> new Capabilities(Map.of(), actions));
  }
}
