package dev.garrison.lab.adminservice.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Dump of a site's objects that is the same for two equal runs. It has no generated keys, times, or
 * counters, and references are written as names.
 */
public final class Dump {
  private final SortedMap<String, List<SortedMap<String, Object>>> sections = new TreeMap<>();

  /** Adds one object to a section. */
  public void add(String section, Map<String, ?> object) {
    sections.computeIfAbsent(section, key -> new ArrayList<>()).add(new TreeMap<>(object));
  }

  /** Writes sections and objects as YAML. Two equal sites have the same text. */
  public static String yaml(Map<String, List<SortedMap<String, Object>>> sections) {
    YAMLMapper yaml =
        YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    try {
      return yaml.writeValueAsString(sections);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the site cannot be written as YAML", e);
    }
  }

  /** Sections and objects, sorted. */
  public Map<String, List<SortedMap<String, Object>>> sorted() {
    sections.values().forEach(list -> list.sort((a, b) -> a.toString().compareTo(b.toString())));
    return sections;
  }
}
