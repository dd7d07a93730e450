package dev.garrison.wsus.soap;

import dev.garrison.language.Text;
import dev.garrison.wsus.soap.Contract.Operation;
import dev.garrison.wsus.soap.Contract.Part;
import dev.garrison.xml.XmlElement;
import dev.garrison.xml.XmlFormatException;
import dev.garrison.xml.XmlParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a server's WSDL with the operations and types that Garrison uses. The format is WSDL
 * 1.1, as ASP.NET writes it.
 */
public final class WsdlXml {
  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

  private final Map<String, List<Part>> elements = new HashMap<>();
  private final Map<String, List<Part>> types = new HashMap<>();
  private final int operations;

  private WsdlXml(XmlElement definitions) {
    for (XmlElement schema :
        definitions.find("types").map(each -> each.all("schema")).orElse(List.of())) {
      for (XmlElement element : schema.all("element")) {
        element
            .child("complexType")
            .ifPresent(type -> elements.put(element.attribute("name"), parts(type)));
      }
      for (XmlElement type : schema.all("complexType")) {
        types.put(type.attribute("name"), parts(type));
      }
    }
    operations =
        definitions.all("portType").stream()
            .mapToInt(port -> port.all("operation").size())
            .max()
            .orElse(0);
  }

  /**
   * Reads the document.
   *
   * @throws SoapFormatException if it is not a WSDL
   */
  public static WsdlXml read(String document) {
    try {
      XmlElement root = new XmlParser().parse(document);
      if (!root.name().equals(new XmlElement.Name(WSDL, "definitions"))) {
        throw new SoapFormatException(Text.of("soap.no-wsdl", "name", root.name().local()));
      }
      return new WsdlXml(root);
    } catch (XmlFormatException e) {
      throw new SoapFormatException(e.words());
    }
  }

  private static List<Part> parts(XmlElement complexType) {
    List<Part> parts = new ArrayList<>();
    complexType
        .child("sequence")
        .ifPresent(sequence ->
            sequence
                .all("element")
                .forEach(element ->
                    parts.add(
                        new Part(
                            element.attribute("name"), unqualified(element.attribute("type"))))));
    return parts;
  }

  private static String unqualified(String type) {
    return type.substring(type.indexOf(':') + 1);
  }

  /** Number of operations that the server offers. */
  public int operations() {
    return operations;
  }

  /** Differences between the server and the contract, in a few words each. */
  public List<Text> differences(Contract contract) {
    List<Text> differences = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      compare(operation).ifPresent(differences::add);
    }
    contract
        .types()
        .forEach((name, parts) -> {
          List<Part> theirs = types.get(name);
          if (theirs == null || !theirs.equals(parts)) {
            differences.add(
                theirs == null
                    ? Text.of("wsdl.missing", "name", name)
                    : Text.of("wsdl.other-parts", "name", name, "parts", shown(theirs)));
          }
        });
    return differences;
  }

  private Optional<Text> compare(Operation operation) {
    List<Part> request = elements.get(operation.name());
    if (request == null) {
      return Optional.of(Text.of("wsdl.missing", "name", operation.name()));
    }
    if (!request.equals(operation.parameters())) {
      return Optional.of(
          Text.of("wsdl.other-parameters", "name", operation.name(), "parts", shown(request)));
    }
    List<Part> answer = elements.getOrDefault(operation.name() + "Response", List.of());
    List<Part> expected = operation.result().map(List::of).orElse(List.of());
    return answer.equals(expected)
        ? Optional.empty()
        : Optional.of(
            Text.of("wsdl.other-answer", "name", operation.name(), "parts", shown(answer)));
  }

  private static Text shown(List<Part> parts) {
    return parts.isEmpty()
        ? Text.of("wsdl.no-parts")
        : Text.verbatim(
            String.join(
                ", ", parts.stream().map(part -> part.name() + ":" + part.type()).toList()));
  }
}
