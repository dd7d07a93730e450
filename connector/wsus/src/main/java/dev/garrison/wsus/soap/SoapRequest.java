package dev.garrison.wsus.soap;

import dev.garrison.wsus.soap.Contract.Operation;
import dev.garrison.wsus.soap.Contract.Part;
import dev.garrison.wsus.soap.Contract.Shape;
import dev.garrison.xml.XmlElement;
import dev.garrison.xml.XmlWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Request that is checked against the contract. The server treats an element that it does not know,
 * or that is misspelled, as missing, and uses a default: a misspelled {@code deploymentAction}
 * would be Install. So a request that differs from the contract is not made.
 *
 * @param operation the operation to call
 * @param envelope the complete document
 */
public record SoapRequest(Operation operation, String envelope) {
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

  /** Types whose elements must not be left out, because .NET would read a default. */
  private static final Set<String> VALUES =
      Set.of("int", "short", "long", "boolean", "guid", "dateTime");

  /**
   * Creates a request.
   *
   * @param arguments by the names of the contract; optional ones may be left out
   * @throws IllegalArgumentException if the contract knows no such operation or argument, one is
   *     missing or has another type
   */
  public static SoapRequest of(Contract contract, String name, Map<String, SoapValue> arguments) {
    Operation operation = contract.operation(name);
    XmlElement call =
        element(name)
            .withChildren(new Writing(contract, name).parts(operation.parameters(), arguments));
    XmlElement envelope =
        XmlElement.of(SOAP, "Envelope").containing(XmlElement.of(SOAP, "Body").containing(call));
    return new SoapRequest(operation, DECLARATION + XmlWriter.fragment(envelope));
  }

  private static XmlElement element(String name) {
    return XmlElement.of(Contract.NAMESPACE, name);
  }

  /** Writes one operation. */
  private record Writing(Contract contract, String operation) {
    List<XmlElement> parts(List<Part> known, Map<String, SoapValue> given) {
      Set<String> left = new HashSet<>(given.keySet());
      List<XmlElement> elements = new ArrayList<>();
      for (Part part : known) {
        SoapValue value = given.get(part.name());
        left.remove(part.name());
        if (value != null) {
          elements.add(written(part, value));
        } else if (VALUES.contains(part.type())) {
          throw refused(part.name() + " is missing");
        }
      }
      if (!left.isEmpty()) {
        throw refused(left + " is not known");
      }
      return elements;
    }

    private XmlElement written(Part part, SoapValue value) {
      XmlElement element = element(part.name());
      return switch (value) {
        case SoapValue.Text(String text) when is(part, "string") -> element.withText(text);
        case SoapValue.Truth(boolean truth) when is(part, "boolean") ->
            element.withText(String.valueOf(truth));
        case SoapValue.Guid(var id) when is(part, "guid") -> element.withText(id.toString());
        case SoapValue.Time time when is(part, "dateTime") -> element.withText(time.text());
        case SoapValue.Whole(long number) when fits(part.type(), number) ->
            element.withText(String.valueOf(number));
        case SoapValue.Parts(var values) when !shape(part).isList() ->
            element.withChildren(parts(shape(part).parts(), values));
        case SoapValue.Many(var values) when shape(part).isList() -> {
          Part entry = shape(part).parts().getFirst();
          yield element.withChildren(values.stream().map(each -> written(entry, each)).toList());
        }
        default -> throw refused(part.name() + " is not of type " + part.type());
      };
    }

    private static boolean is(Part part, String type) {
      return part.type().equals(type);
    }

    private static boolean fits(String type, long number) {
      return switch (type) {
        case "int" -> number == (int) number;
        case "short" -> number == (short) number;
        case "long" -> true;
        default -> false;
      };
    }

    private Shape shape(Part part) {
      return contract
          .shape(part.type())
          .orElseThrow(() -> refused(part.name() + " is not of type " + part.type()));
    }

    private IllegalArgumentException refused(String why) {
      return new IllegalArgumentException(operation + ": " + why);
    }
  }
}
