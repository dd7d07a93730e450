package dev.garrison.lab.wsus.contract;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the contract as WSDL 1.1, document/literal over SOAP 1.1. A real server also binds SOAP
 * 1.2.
 */
public final class Wsdl {
  private static final String SOAP_HTTP = "http://schemas.xmlsoap.org/soap/http";
  private static final String PORT = "ApiRemotingSoap";
  private final Contract contract;
  private final XMLStreamWriter out;

  private Wsdl(Contract contract, XMLStreamWriter out) {
    this.contract = contract;
    this.out = out;
  }

  /**
   * Writes the document.
   *
   * @param address the address of the service
   */
  public static void write(Contract contract, String address, XMLStreamWriter out)
      throws XMLStreamException {
    new Wsdl(contract, out).document(address);
  }

  private void document(String address) throws XMLStreamException {
    out.writeStartDocument("utf-8", "1.0");
    open("wsdl:definitions", "targetNamespace", Contract.NAMESPACE);
    namespace("wsdl", "http://schemas.xmlsoap.org/wsdl/");
    namespace("soap", "http://schemas.xmlsoap.org/wsdl/soap/");
    namespace("s", "http://www.w3.org/2001/XMLSchema");
    namespace("s1", SimpleKind.GUIDS);
    namespace("s2", Contract.MONITORABLE);
    namespace("tns", Contract.NAMESPACE);
    open("wsdl:types");
    schemas();
    shut();
    messages();
    port();
    binding();
    open("wsdl:service", "name", "ApiRemoting");
    open("wsdl:port", "name", PORT, "binding", "tns:" + PORT);
    leaf("soap:address", "location", address);
    shut();
    shut();
    shut();
    out.writeEndDocument();
  }

  private void schemas() throws XMLStreamException {
    schema(Contract.NAMESPACE);
    leaf("s:import", "namespace", SimpleKind.GUIDS);
    leaf("s:import", "namespace", Contract.MONITORABLE);
    for (OperationShape operation : contract.operations()) {
      element(operation.name(), operation.parameters());
      element(operation.name() + "Response", operation.results());
    }
    for (ComplexShape shape : contract.shapes()) {
      if (!isMonitorable(shape.name())) {
        complex(shape);
      }
    }
    shut();
    schema(SimpleKind.GUIDS);
    open("s:simpleType", "name", "guid");
    open("s:restriction", "base", "s:string");
    leaf(
        "s:pattern",
        "value",
        "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    shut();
    shut();
    shut();
    schema(Contract.MONITORABLE);
    for (ComplexShape shape : contract.shapes()) {
      if (isMonitorable(shape.name())) {
        complex(shape);
      }
    }
    shut();
  }

  private static boolean isMonitorable(String type) {
    return type.equals("MonitoredServicesResponse");
  }

  private void schema(String namespace) throws XMLStreamException {
    open("s:schema", "elementFormDefault", "qualified", "targetNamespace", namespace);
  }

  private void element(String name, List<Field> fields) throws XMLStreamException {
    open("s:element", "name", name);
    open("s:complexType");
    sequence(fields);
    shut();
    shut();
  }

  private void complex(ComplexShape shape) throws XMLStreamException {
    open("s:complexType", "name", shape.name());
    sequence(shape.fields());
    shut();
  }

  private void sequence(List<Field> fields) throws XMLStreamException {
    if (fields.isEmpty()) {
      return;
    }
    open("s:sequence");
    for (Field field : fields) {
      out.writeStartElement("s:element");
      out.writeAttribute("minOccurs", field.optional() || field.many() ? "0" : "1");
      out.writeAttribute("maxOccurs", field.many() ? "unbounded" : "1");
      out.writeAttribute("name", field.name());
      if (field.nillable()) {
        out.writeAttribute("nillable", "true");
      }
      if (!field.type().equals(SimpleKind.ANY.wireName())) {
        out.writeAttribute("type", prefixed(field.type()));
      }
      out.writeEndElement();
    }
    shut();
  }

  private String prefixed(String type) {
    if (contract.shape(type).isPresent()) {
      return (isMonitorable(type) ? "s2:" : "tns:") + type;
    }
    SimpleKind kind = contract.simple(type);
    return (kind == SimpleKind.GUID ? "s1:" : "s:") + kind.wireName();
  }

  private void messages() throws XMLStreamException {
    for (OperationShape operation : contract.operations()) {
      message(operation.name() + "SoapIn", operation.name());
      message(operation.name() + "SoapOut", operation.name() + "Response");
    }
  }

  private void message(String name, String element) throws XMLStreamException {
    open("wsdl:message", "name", name);
    leaf("wsdl:part", "name", "parameters", "element", "tns:" + element);
    shut();
  }

  private void port() throws XMLStreamException {
    open("wsdl:portType", "name", PORT);
    for (OperationShape operation : contract.operations()) {
      open("wsdl:operation", "name", operation.portName());
      end("input", operation, "SoapIn");
      end("output", operation, "SoapOut");
      shut();
    }
    shut();
  }

  private void end(String direction, OperationShape operation, String suffix)
      throws XMLStreamException {
    out.writeStartElement("wsdl:" + direction);
    if (!operation.name().equals(operation.portName())) {
      out.writeAttribute("name", operation.name());
    }
    out.writeAttribute("message", "tns:" + operation.name() + suffix);
    out.writeEndElement();
  }

  private void binding() throws XMLStreamException {
    open("wsdl:binding", "name", PORT, "type", "tns:" + PORT);
    leaf("soap:binding", "transport", SOAP_HTTP);
    for (OperationShape operation : contract.operations()) {
      open("wsdl:operation", "name", operation.portName());
      leaf(
          "soap:operation",
          "soapAction",
          Contract.NAMESPACE + "/" + operation.name(),
          "style",
          "document");
      for (String direction : List.of("input", "output")) {
        open("wsdl:" + direction);
        leaf("soap:body", "use", "literal");
        shut();
      }
      shut();
    }
    shut();
  }

  private void open(String name, String... attributes) throws XMLStreamException {
    out.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void namespace(String prefix, String uri) throws XMLStreamException {
    out.writeAttribute("xmlns:" + prefix, uri);
  }

  private void leaf(String name, String... attributes) throws XMLStreamException {
    open(name, attributes);
    shut();
  }

  private void shut() throws XMLStreamException {
    out.writeEndElement();
  }
}
