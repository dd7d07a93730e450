package dev.garrison.lab.adminservice.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A site's objects in a form that two equal runs share: no generated keys, times or counters.
 * References are written as names.
 */
public final class Dump {
  private final SortedMap<String, List<SortedMap<String, Object>>> sections = new TreeMap<>();

  /** Adds one object to a section. */
  public void add(String section, Map<String, ?> object) {
    sections.computeIfAbsent(section, key -> new ArrayList<>()).add(new TreeMap<>(object));
  }

  /** Sections and objects, sorted. */
  public Map<String, List<SortedMap<String, Object>>> sorted() {
    sections.values().forEach(list -> list.sort((a, b) -> a.toString().compareTo(b.toString())));
    return sections;
  }
}
