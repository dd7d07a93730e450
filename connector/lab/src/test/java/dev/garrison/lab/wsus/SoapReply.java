package dev.garrison.lab.wsus;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What came back, and a look into it. */
record SoapReply(int status, String encoding, String text) {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  Document document() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (Exception e) {
      throw new AssertionError("no XML: " + text, e);
    }
  }

  /** The only element of this name. */
  Element element(String name) {
    NodeList found = document().getElementsByTagNameNS("*", name);
    if (found.getLength() != 1) {
      throw new AssertionError(found.getLength() + " elements " + name + " in " + text);
    }
    return (Element) found.item(0);
  }

  String value(String name) {
    return element(name).getTextContent();
  }

  String faultString() {
    return value("faultstring");
  }

  /** An attribute of detail/Exception. */
  String exception(String attribute) {
    Element detail = (Element) element("faultstring").getNextSibling();
    Element exception = (Element) detail.getFirstChild();
    if (!detail.getNodeName().equals("detail") || !exception.getNodeName().equals("Exception")) {
      throw new AssertionError("no detail/Exception in " + text);
    }
    return exception.getAttribute(attribute);
  }

  static List<Element> children(Node parent) {
    List<Element> children = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** Values of the rows below an element, nil as the text "nil". */
  List<List<String>> rows(String name) {
    return rows(element(name));
  }

  static List<List<String>> rows(Element list) {
    return children(list).stream().map(SoapReply::row).toList();
  }

  static List<String> row(Element row) {
    return children(children(row).getFirst()).stream()
        .map(cell -> cell.getAttributeNS(XSI, "nil").equals("true") ? "nil" : cell.getTextContent())
        .toList();
  }

  /** The xsi:types of the first row below an element, with their namespaces. */
  List<String> types(String name) {
    Element row = children(element(name)).getFirst();
    return children(children(row).getFirst()).stream()
        .map(cell -> {
          String type = cell.getAttributeNS(XSI, "type");
          int colon = type.indexOf(':');
          return colon < 0
              ? "nil"
              : cell.lookupNamespaceURI(type.substring(0, colon)) + "#" + type.substring(colon + 1);
        })
        .toList();
  }

  /** The name of a value's xsi:type; "nil" where there is none. */
  static String type(Element cell) {
    String type = cell.getAttributeNS(XSI, "type");
    return type.isEmpty() ? "nil" : type.substring(type.indexOf(':') + 1);
  }
}
