package dev.garrison.lab.wsus.soap;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.contract.OperationShape;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes answers and faults as SOAP 1.1 envelopes. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "huner2/go-wsus, docs/WebService.xml; jeremiaspala/ADeep, src/main/wsus",
    says =
        "WSUS: rows come by position, each value with xsi:type under any prefix, nothing as xsi:nil; a server may have more columns than published.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "[MS-WSUSAR] 3.1.4.1",
    says =
        "WSUS: a fault carries detail/Exception with Assembly, Type and Message. That these are attributes and that the status is 500 is inferred.")
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "jeremiaspala/ADeep, src/main/wsus",
    says =
        "WSUS: an unhandled exception of the server is only a faultstring: \"Server"
            + " was unable to process request. ---> type: message\".")
public final class Envelopes {
  private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String CLIENT = "soap:Client";
  private final Contract contract;
  private final XMLOutputFactory factory = XMLOutputFactory.newInstance();

  /** Creates a writer for a contract. */
  public Envelopes(Contract contract) {
    this.contract = contract;
  }

  /** Content of a document. */
  @FunctionalInterface
  public interface Document {
    /** Writes the content. */
    void write(XMLStreamWriter out) throws XMLStreamException;
  }

  /** Writes a document in UTF-8. */
  public void document(OutputStream to, Document document) throws IOException {
    try {
      XMLStreamWriter out;
      synchronized (factory) {
        out = factory.createXMLStreamWriter(to, "utf-8");
      }
      document.write(out);
      out.flush();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException lost) {
        throw lost;
      }
      throw new IOException("the answer cannot be written", e);
    }
  }

  /** Writes an answer. */
  public void answer(
      OutputStream to, OperationShape operation, WireStyle style, ResultWriter.Part results)
      throws IOException {
    document(
        to,
        out -> {
          open(out);
          out.writeStartElement(operation.name() + "Response");
          out.writeDefaultNamespace(Contract.NAMESPACE);
          results.write(new ResultWriter(contract, out, style));
          out.writeEndElement();
          shut(out);
        });
  }

  /** Writes a refusal of the server. */
  public void fault(OutputStream to, ServerFault fault) throws IOException {
    document(
        to,
        out -> {
          open(out);
          out.writeStartElement("soap:Fault");
          plain(out, "faultcode", "soap:Server");
          if (fault.handled()) {
            plain(out, "faultstring", fault.text());
            out.writeStartElement("detail");
            out.writeStartElement("Exception");
            out.writeAttribute("Assembly", fault.assembly());
            out.writeAttribute("Type", fault.type());
            out.writeAttribute("Message", fault.text());
            out.writeEndElement();
            out.writeEndElement();
          } else {
            plain(
                out,
                "faultstring",
                "System.Web.Services.Protocols.SoapException: Server was unable to process request."
                    + " ---> %s: %s".formatted(fault.type(), fault.text()));
            plain(out, "detail", "");
          }
          out.writeEndElement();
          shut(out);
        });
  }

  /** Writes the lab's own refusal of a request that does not fit the contract. */
  public void violation(OutputStream to, String text) throws IOException {
    document(
        to,
        out -> {
          open(out);
          out.writeStartElement("soap:Fault");
          plain(out, "faultcode", CLIENT);
          plain(out, "faultstring", text);
          out.writeEndElement();
          shut(out);
        });
  }

  private static void open(XMLStreamWriter out) throws XMLStreamException {
    out.writeStartDocument("utf-8", "1.0");
    out.writeStartElement("soap:Envelope");
    out.writeNamespace("soap", ENVELOPE);
    out.writeNamespace("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
    out.writeNamespace("xsd", XMLConstants.W3C_XML_SCHEMA_NS_URI);
    out.writeStartElement("soap:Body");
  }

  private static void shut(XMLStreamWriter out) throws XMLStreamException {
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndDocument();
  }

  private static void plain(XMLStreamWriter out, String name, String text)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(text);
    out.writeEndElement();
  }
}
