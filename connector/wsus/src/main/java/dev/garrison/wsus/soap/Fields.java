package dev.garrison.wsus.soap;

import dev.garrison.language.Text;
import dev.garrison.xml.XmlElement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.xml.XMLConstants;

/**
 * Elements of a small object, by name. Each reader except those for texts throws a {@link
 * SoapFormatException} where there is no such element, or no such value in it.
 */
public record Fields(XmlElement object) {
  private static final XmlElement.Name NIL =
      new XmlElement.Name(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil");

  /** Text, empty where there is none. */
  public String text(String name) {
    return object.textOf(name);
  }

  /** Text, empty where the element is missing or nil. */
  public Optional<String> optionalText(String name) {
    return object
        .child(name)
        .filter(child -> !child.attributes().containsKey(NIL))
        .map(XmlElement::text);
  }

  public boolean truth(String name) {
    return switch (required(name)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new SoapFormatException(Text.of("soap.no-truth", "name", name));
    };
  }

  public int number(String name) {
    long value = whole(name);
    if (value != (int) value) {
      throw new SoapFormatException(
          Text.of("soap.too-large", "name", name, "value", String.valueOf(value)));
    }
    return (int) value;
  }

  public long whole(String name) {
    try {
      return Long.parseLong(required(name));
    } catch (NumberFormatException e) {
      throw new SoapFormatException(Text.of("soap.no-number", "name", name));
    }
  }

  public UUID id(String name) {
    try {
      return ResultXml.id(required(name));
    } catch (NumberFormatException e) {
      throw new SoapFormatException(Text.of("soap.no-guid", "name", name));
    }
  }

  public Instant time(String name) {
    try {
      return ResultXml.time(required(name));
    } catch (DateTimeException e) {
      throw new SoapFormatException(Text.of("soap.no-time", "name", name));
    }
  }

  private String required(String name) {
    String text = object.textOf(name).strip();
    if (text.isEmpty()) {
      throw new SoapFormatException(Text.of("soap.element-missing", "name", name));
    }
    return text;
  }
}
