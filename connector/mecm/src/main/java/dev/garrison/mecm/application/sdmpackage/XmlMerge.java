package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A three-way merge that applies the changes from {@code base} to {@code ours} to {@code theirs}.
 * Everything else of {@code theirs} stays as it is. If both changed the same value, {@code ours}
 * wins; the caller finds such places with {@link XmlDifference} before and after.
 */
final class XmlMerge {
  private final DigestXmlVocabulary vocabulary;

  XmlMerge(DigestXmlVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Merges the change into {@code theirs}; all three elements are in the same place. */
  XmlElement merge(XmlElement base, XmlElement ours, XmlElement theirs) {
    return merge(base, ours, theirs, "");
  }

  private XmlElement merge(XmlElement base, XmlElement ours, XmlElement theirs, String plain) {
    if (vocabulary.isIndivisible(plain)) {
      return ours;
    }
    XmlElement merged = theirs.withAttributes(attributes(base, ours, theirs));
    if (!base.text().equals(ours.text())) {
      merged = merged.withText(ours.text());
    }
    List<XmlElement> children = children(base, ours, theirs, plain);
    return merged.withChildren(children);
  }

  private static Map<XmlElement.Name, String> attributes(
      XmlElement base, XmlElement ours, XmlElement theirs) {
    Map<XmlElement.Name, String> merged = new LinkedHashMap<>(theirs.attributes());
    ours.attributes()
        .forEach((name, value) -> {
          if (!value.equals(base.attributes().get(name))) {
            merged.put(name, value);
          }
        });
    base.attributes()
        .keySet()
        .forEach(name -> {
          if (!ours.attributes().containsKey(name)) {
            merged.remove(name);
          }
        });
    return merged;
  }

  private List<XmlElement> children(
      XmlElement base, XmlElement ours, XmlElement theirs, String plain) {
    Map<String, XmlElement> before = XmlSiblings.of(base, vocabulary);
    Map<String, XmlElement> after = XmlSiblings.of(ours, vocabulary);
    Map<String, XmlElement> there = XmlSiblings.of(theirs, vocabulary);
    List<XmlElement> merged = new ArrayList<>();
    there.forEach((label, child) -> {
      XmlElement was = before.get(label);
      XmlElement is = after.get(label);
      if (is != null) {
        String path = XmlSiblings.below(plain, vocabulary.step(child));
        merged.add(was == null ? is : merge(was, is, child, path));
      } else if (was == null) {
        merged.add(child);
      } else {
        rest(was, child).ifPresent(merged::add);
      }
    });
    after.forEach((label, child) -> {
      String path = XmlSiblings.below(plain, vocabulary.step(child));
      boolean changed = !child.equals(before.get(label)) || vocabulary.isIndivisible(path);
      if (!there.containsKey(label) && changed) {
        insert(ours, child, merged);
      }
    });
    return merged;
  }

  /** The rest of an element of {@code theirs} without the parts that {@code ours} contains. */
  private Optional<XmlElement> rest(XmlElement ours, XmlElement theirs) {
    Map<String, XmlElement> mine = XmlSiblings.of(ours, vocabulary);
    List<XmlElement> left = new ArrayList<>();
    XmlSiblings.of(theirs, vocabulary)
        .forEach((label, child) -> {
          XmlElement known = mine.get(label);
          if (known == null) {
            left.add(child);
          } else {
            rest(known, child).ifPresent(left::add);
          }
        });
    return left.isEmpty() ? Optional.empty() : Optional.of(theirs.withChildren(left));
  }

  /** Puts a new child after the last one that comes before it by rank, else at the end. */
  private void insert(XmlElement parent, XmlElement child, List<XmlElement> siblings) {
    int rank = vocabulary.rank(parent, child);
    int place = rank < 0 ? siblings.size() : 0;
    for (int i = 0; rank >= 0 && i < siblings.size(); i++) {
      int other = vocabulary.rank(parent, siblings.get(i));
      if (other >= 0 && other <= rank) {
        place = i + 1;
      }
    }
    siblings.add(place, child);
  }
}
