package dev.garrison.wsus.soap;

import dev.garrison.connection.BoundedStream;
import dev.garrison.language.Text;
import dev.garrison.wsus.soap.Contract.Operation;
import dev.garrison.xml.HardenedXml;
import dev.garrison.xml.XmlFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;

/**
 * Reads an answer of the service while it arrives, in bounded memory: SOAP 1.1, document/literal.
 * An incomplete answer is an {@link IOException} of the connection or a {@link
 * SoapFormatException}, never a shorter answer.
 */
public final class AnswerXml {
  /** Limit for a part that is held in memory at once: a row, or a text. */
  private static final long MOST_BYTES_OF_A_PIECE = 16L * 1024 * 1024;

  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

  private final HardenedXml xml;
  private final RowsSeen seen;

  public AnswerXml(HardenedXml xml) {
    this(xml, new RowsSeen());
  }

  /**
   * @param seen records the column types of the rows
   */
  public AnswerXml(HardenedXml xml, RowsSeen seen) {
    this.xml = xml;
    this.seen = seen;
  }

  /** Reads the content of the result element. */
  @FunctionalInterface
  public interface Reader<R> {
    /**
     * Reads the result, from the start of its element; unread content is skipped.
     *
     * @throws IOException if the connection fails
     */
    R read(ResultXml result) throws IOException;
  }

  /**
   * Reads the result of an operation.
   *
   * @param whenAbsent the value of an answer without a result element, which is how .NET writes a
   *     list that is null and an operation that returns nothing
   * @throws SoapFault if the service refused
   * @throws SoapFormatException if the answer is not that of this operation
   * @throws IOException if the connection fails
   */
  public <R> R read(InputStream body, Operation operation, Reader<R> reader, Supplier<R> whenAbsent)
      throws IOException {
    BoundedStream bounded = new BoundedStream(body, MOST_BYTES_OF_A_PIECE);
    try {
      CursorXml cursor = new CursorXml(xml.reader(bounded), bounded);
      cursor.enter(SOAP, "Envelope");
      while (cursor.nextChild()) {
        if (cursor.is(SOAP, "Body")) {
          R result = body(cursor, operation, reader, whenAbsent);
          cursor.finish();
          return result;
        }
        cursor.skip();
      }
      throw new SoapFormatException(Text.of("soap.no-body"));
    } catch (XMLStreamException e) {
      throw failure(e);
    } catch (XmlFormatException e) {
      throw new SoapFormatException(e.words());
    }
  }

  private <R> R body(
      CursorXml cursor, Operation operation, Reader<R> reader, Supplier<R> whenAbsent)
      throws XMLStreamException, XmlFormatException, IOException {
    if (!cursor.nextChild()) {
      throw new SoapFormatException(Text.of("soap.empty-body"));
    }
    if (cursor.is(SOAP, "Fault")) {
      throw FaultXml.read(cursor.element());
    }
    cursor.require(Contract.NAMESPACE, operation.name() + "Response");
    Optional<R> result = Optional.empty();
    while (cursor.nextChild()) {
      String name = operation.result().map(Contract.Part::name).orElse("");
      if (cursor.is(Contract.NAMESPACE, name)) {
        int depth = cursor.depth();
        result = Optional.of(reader.read(new ResultXml(cursor, seen)));
        cursor.leaveTo(depth);
      } else {
        cursor.skip();
      }
    }
    return result.orElseGet(whenAbsent);
  }

  /**
   * Converts a parser's exception to a failure of the connection (thrown) or of the text
   * (returned).
   */
  static SoapFormatException failure(XMLStreamException e) throws IOException {
    if (e.getNestedException() instanceof IOException cut) {
      if (cut instanceof BoundedStream.TooLong tooLong) {
        return new SoapFormatException(tooLong.words());
      }
      if (cut instanceof CharacterCodingException) {
        return new SoapFormatException(Text.of("soap.not-utf8"));
      }
      throw cut;
    }
    return new SoapFormatException(Text.of("soap.not-well-formed"));
  }
}
