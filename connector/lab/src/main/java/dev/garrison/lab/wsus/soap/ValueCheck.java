package dev.garrison.lab.wsus.soap;

import dev.garrison.lab.wsus.contract.ComplexShape;
import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.contract.Field;
import dev.garrison.lab.wsus.contract.SimpleKind;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

/** Checks elements against the contract: names, order, namespace, absent elements, and values. */
final class ValueCheck {
  private static final QName NIL = new QName(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil");
  private final Contract contract;

  ValueCheck(Contract contract) {
    this.contract = contract;
  }

  void check(XmlNode parent, String path, List<Field> fields) {
    if (!parent.text().isBlank()) {
      throw new ContractViolation(path + " holds text where elements are wanted");
    }
    int at = 0;
    for (Field field : fields) {
      int found = 0;
      while (at < parent.children().size() && fits(parent.children().get(at), field)) {
        XmlNode child = parent.children().get(at++);
        if (++found > 1 && !field.many()) {
          throw new ContractViolation(path + "/" + field.name() + " comes twice");
        }
        value(child, path + "/" + field.name(), field);
      }
      if (found == 0 && !field.optional() && !field.many()) {
        throw missing(parent, at, path, field);
      }
    }
    if (at < parent.children().size()) {
      throw unexpected(parent.children().get(at), path, fields);
    }
  }

  private static boolean fits(XmlNode child, Field field) {
    return child.localName().equals(field.name());
  }

  private static ContractViolation missing(XmlNode parent, int at, String path, Field field) {
    String instead =
        at < parent.children().size()
            ? "; '%s' comes in its place".formatted(parent.children().get(at).localName())
            : "";
    return new ContractViolation("%s/%s is missing%s".formatted(path, field.name(), instead));
  }

  private static ContractViolation unexpected(XmlNode child, String path, List<Field> fields) {
    String name = child.localName();
    if (fields.stream().anyMatch(field -> field.name().equals(name))) {
      return new ContractViolation("%s/%s is out of order".formatted(path, name));
    }
    return new ContractViolation("%s has no element '%s'".formatted(path, name));
  }

  private void value(XmlNode child, String path, Field field) {
    if (!child.name().getNamespaceURI().equals(Contract.NAMESPACE)) {
      throw new ContractViolation(
          "%s is in namespace '%s'".formatted(path, child.name().getNamespaceURI()));
    }
    for (QName attribute : child.attributes().keySet()) {
      if (!attribute.getNamespaceURI().equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
        throw new ContractViolation("%s has an attribute '%s'".formatted(path, attribute));
      }
    }
    if (child.attributes().containsKey(NIL)) {
      if (!field.nillable()) {
        throw new ContractViolation(path + " may not be nil");
      }
      return;
    }
    Optional<ComplexShape> shape = contract.shape(field.type());
    if (shape.isPresent()) {
      check(child, path, shape.get().fields());
      return;
    }
    simple(child, path, contract.simple(field.type()));
  }

  private static void simple(XmlNode child, String path, SimpleKind kind) {
    if (!child.children().isEmpty()) {
      throw new ContractViolation(path + " holds elements where a value is wanted");
    }
    String text = kind == SimpleKind.STRING ? child.text() : child.text().strip();
    if (!kind.takes(text)) {
      throw new ContractViolation(
          "%s is '%s', which is no %s%s"
              .formatted(
                  path,
                  text,
                  kind.wireName(),
                  kind == SimpleKind.DATE_TIME ? " in UTC (no offset)" : ""));
    }
  }
}
