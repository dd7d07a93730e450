package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Labels children so that each label is unique among them and the same in every document. */
final class XmlSiblings {
  private XmlSiblings() {}

  static Map<String, XmlElement> of(XmlElement parent, DigestXmlVocabulary vocabulary) {
    Map<String, XmlElement> siblings = new LinkedHashMap<>();
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (XmlElement child : parent.children()) {
      String key = vocabulary.key(child);
      String label = child.name().local() + (key.isEmpty() ? "" : "[" + key + "]");
      int count = seen.merge(label, 1, Integer::sum);
      siblings.put(count == 1 ? label : label + "#" + count, child);
    }
    return siblings;
  }

  static String below(String path, String step) {
    return path.isEmpty() ? step : path + "/" + step;
  }
}
