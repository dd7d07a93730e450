package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.xml.XmlElement;
import dev.garrison.xml.XmlWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One difference between a document and the expected one.
 *
 * @param kind the kind of difference
 * @param path the readable location: names with their keys, for example {@code Info[de-DE]/Icon}
 * @param plainPath the location for rules: names without keys
 * @param value the actual value; for an element its text, or its XML
 * @param element the element that is extra or missing, or the one that differs
 */
record XmlDifference(Kind kind, String path, String plainPath, String value, XmlElement element) {
  /** The value shown for a missing part. */
  static final String ABSENT = "absent";

  /** Kind of difference. */
  enum Kind {
    EXTRA,
    DIFFERENT,
    ABSENT
  }

  /**
   * Finds all differences between two elements in the same place. The order of elements, layout and
   * prefixes have no meaning; an empty element may be absent, and so may a default.
   */
  static List<XmlDifference> between(
      XmlElement expected, XmlElement actual, DigestXmlVocabulary vocabulary) {
    Search search = new Search(vocabulary);
    search.compare(expected, actual, "", "");
    return List.copyOf(search.found);
  }

  private static final class Search {
    private final DigestXmlVocabulary vocabulary;
    private final List<XmlDifference> found = new ArrayList<>();

    Search(DigestXmlVocabulary vocabulary) {
      this.vocabulary = vocabulary;
    }

    void compare(XmlElement expected, XmlElement actual, String path, String plain) {
      if (!expected.name().equals(actual.name())) {
        add(Kind.DIFFERENT, path, plain, actual.name().toString(), actual);
      }
      Set<XmlElement.Name> names = new LinkedHashSet<>(actual.attributes().keySet());
      names.addAll(expected.attributes().keySet());
      names.forEach(name -> attribute(name, expected, actual, path, plain));
      if (!expected.text().strip().equals(actual.text().strip())) {
        add(Kind.DIFFERENT, path, plain, actual.text(), actual);
      }
      Map<String, XmlElement> wanted = XmlSiblings.of(expected, vocabulary);
      Map<String, XmlElement> there = XmlSiblings.of(actual, vocabulary);
      there.forEach((label, child) -> {
        String childPath = XmlSiblings.below(path, label);
        String childPlain = XmlSiblings.below(plain, vocabulary.step(child));
        XmlElement like = wanted.get(label);
        if (like != null) {
          compare(like, child, childPath, childPlain);
        } else if (!isDefault(child)) {
          add(Kind.EXTRA, childPath, childPlain, shown(child), child);
        }
      });
      wanted.forEach((label, child) -> {
        if (!there.containsKey(label) && !isNothing(child) && !isDefault(child)) {
          String childPlain = XmlSiblings.below(plain, vocabulary.step(child));
          Optional<String> meant = DigestXmlVocabulary.defaultOf(child);
          add(
              meant.isPresent() ? Kind.DIFFERENT : Kind.ABSENT,
              XmlSiblings.below(path, label),
              childPlain,
              meant.orElse(ABSENT),
              child);
        }
      });
    }

    private static boolean isNothing(XmlElement element) {
      return element.isEmpty()
          && element.attributes().keySet().stream()
              .allMatch(name -> name.local().equals("ResourceId"));
    }

    private static boolean isDefault(XmlElement element) {
      return DigestXmlVocabulary.defaultOf(element)
          .filter(element.text().strip()::equals)
          .isPresent();
    }

    private void attribute(
        XmlElement.Name name, XmlElement expected, XmlElement actual, String path, String plain) {
      String step = "@" + name.local();
      String childPlain = XmlSiblings.below(plain, step);
      String wanted = expected.attributes().get(name);
      String there = actual.attributes().get(name);
      if ((wanted != null && wanted.equals(there)) || vocabulary.isMeaningless(childPlain)) {
        return;
      }
      Kind kind = wanted == null ? Kind.EXTRA : there == null ? Kind.ABSENT : Kind.DIFFERENT;
      add(kind, XmlSiblings.below(path, step), childPlain, there == null ? ABSENT : there, actual);
    }

    private void add(Kind kind, String path, String plain, String value, XmlElement element) {
      found.add(new XmlDifference(kind, path, plain, value, element));
    }

    private static String shown(XmlElement element) {
      return element.attributes().isEmpty() && element.children().isEmpty()
          ? element.text()
          : XmlWriter.fragment(element);
    }
  }
}
