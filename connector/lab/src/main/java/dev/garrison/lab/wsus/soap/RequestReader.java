package dev.garrison.lab.wsus.soap;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.contract.OperationShape;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads SOAP 1.1 envelopes, and refuses everything that is not in the contract. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "huner2/go-wsus, docs/WebService.xml and pkg/client",
    says =
        "WSUS: SOAP 1.1, document/literal, text/xml in UTF-8; SOAPAction may be missing, else it is the quoted namespace/operation. The service speaks SOAP 1.2 too, the lab does not.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "learn.microsoft.com/dotnet/api/system.xml.serialization.xmlserializer",
    says =
        "WSUS: an unknown, misspelt, misplaced or missing element, a wrong type or namespace and a date with an offset are refused loudly and listed as violations of the contract. A real server takes a default without a word, such as action 0 = Install.")
public final class RequestReader {
  private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
  private final Contract contract;
  private final XmlDocuments documents = new XmlDocuments();

  /** Creates a reader for a contract. */
  public RequestReader(Contract contract) {
    this.contract = contract;
  }

  /** Operation that a body requests, correctly or not; empty if none can be found. */
  public Optional<String> operationName(byte[] body) {
    try {
      return bodyOf(documents.read(new ByteArrayInputStream(body))).children().stream()
          .map(XmlNode::localName)
          .findFirst();
    } catch (XMLStreamException | ContractViolation e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a request.
   *
   * @throws ContractViolation for the first violation
   */
  public SoapRequest read(@Nullable String contentType, @Nullable String soapAction, byte[] body) {
    checkLabel(contentType);
    XmlNode root;
    try {
      root = documents.read(new ByteArrayInputStream(body));
    } catch (XMLStreamException e) {
      throw new ContractViolation("the request is not well-formed XML: " + e.getMessage());
    }
    List<XmlNode> parts = bodyOf(root).children();
    if (parts.size() != 1) {
      throw new ContractViolation(
          "soap:Body holds " + parts.size() + " elements, and one is wanted");
    }
    XmlNode part = parts.getFirst();
    OperationShape operation =
        contract
            .operation(part.localName())
            .orElseThrow(
                () -> new ContractViolation("there is no operation '" + part.localName() + "'"));
    if (!part.name().getNamespaceURI().equals(Contract.NAMESPACE)) {
      throw new ContractViolation(
          "%s is in namespace '%s'".formatted(part.localName(), part.name().getNamespaceURI()));
    }
    checkAction(soapAction, operation);
    new ValueCheck(contract).check(part, operation.name(), operation.parameters());
    return new SoapRequest(operation, new Arguments(part));
  }

  private static void checkLabel(@Nullable String contentType) {
    String label = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replace(" ", "");
    if (!label.startsWith("text/xml;") || !label.replace("\"", "").contains("charset=utf-8")) {
      throw new ContractViolation(
          "Content-Type is '%s', and text/xml; charset=utf-8 is wanted".formatted(contentType));
    }
  }

  private static void checkAction(@Nullable String soapAction, OperationShape operation) {
    String wanted = "\"" + Contract.NAMESPACE + "/" + operation.name() + "\"";
    if (soapAction != null && !soapAction.equals(wanted)) {
      throw new ContractViolation(
          "SOAPAction is %s, and %s is wanted".formatted(soapAction, wanted));
    }
  }

  private static XmlNode bodyOf(XmlNode root) {
    if (!root.name().equals(new QName(ENVELOPE, "Envelope"))) {
      throw new ContractViolation("the document is " + root.name() + ", no SOAP 1.1 envelope");
    }
    List<XmlNode> bodies =
        root.children().stream()
            .filter(child -> child.name().equals(new QName(ENVELOPE, "Body")))
            .toList();
    if (bodies.size() != 1) {
      throw new ContractViolation("the envelope has " + bodies.size() + " bodies");
    }
    return bodies.getFirst();
  }
}
