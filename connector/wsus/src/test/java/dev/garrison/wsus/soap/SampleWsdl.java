package dev.garrison.wsus.soap;

import java.util.List;

/** A WSDL as a server writes it. */
public final class SampleWsdl {
  private SampleWsdl() {}

  /** One that offers all that Garrison uses, just as it uses it. */
  public static String whole() {
    Contract contract = Contract.load();
    StringBuilder schema = new StringBuilder();
    StringBuilder port = new StringBuilder();
    for (Contract.Operation each : contract.operations()) {
      schema.append(element(each.name(), each.parameters()));
      schema.append(
          element(each.name() + "Response", each.result().map(List::of).orElse(List.of())));
      port.append("<operation name=\"%s\"/>".formatted(each.name()));
    }
    contract
        .types()
        .forEach((name, parts) ->
            schema.append(
                "<complexType name=\"%s\">%s</complexType>".formatted(name, sequence(parts))));
    return "<definitions xmlns=\"http://schemas.xmlsoap.org/wsdl/\"><types><schema>%s</schema></types><portType>%s</portType></definitions>"
        .formatted(schema, port);
  }

  private static String element(String name, List<Contract.Part> parts) {
    return "<element name=\"%s\"><complexType>%s</complexType></element>"
        .formatted(name, sequence(parts));
  }

  private static String sequence(List<Contract.Part> parts) {
    StringBuilder text = new StringBuilder("<sequence>");
    parts.forEach(part ->
        text.append("<element name=\"%s\" type=\"tns:%s\"/>".formatted(part.name(), part.type())));
    return text.append("</sequence>").toString();
  }
}
