package dev.garrison.wsus.soap;

import dev.garrison.language.Text;
import dev.garrison.xml.XmlElement;
import dev.garrison.xml.XmlFormatException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Result of an operation, or a part of it. Each method reads the current element to its end; call
 * at most one of them.
 */
public final class ResultXml {
  /** Type of an empty cell; no type of the schema has this name. */
  private static final String NIL = "nil";

  private static final String UNTYPED = "untyped";
  private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  /** Namespace of the type {@code guid} in ASP.NET. */
  private static final String MICROSOFT_TYPES = "http://microsoft.com/wsdl/types/";

  /** Maximum number of parts; a server for 300,000 computers has fewer of anything. */
  private static final int MOST_PARTS = 400_000;

  private final CursorXml cursor;
  private final RowsSeen seen;

  /** Types of the last row, so that a row records only new types. */
  private final List<String> last = new ArrayList<>();

  private @Nullable Class<?> lastColumns;

  ResultXml(CursorXml cursor, RowsSeen seen) {
    this.cursor = cursor;
    this.seen = seen;
  }

  /** Reads one part of a result. */
  @FunctionalInterface
  public interface PartReader {
    /**
     * Reads a child, from the start of its element; unread content is skipped.
     *
     * @param name name of the element
     */
    void read(String name, ResultXml part) throws IOException;
  }

  /** Reads the text; empty where it is nil. */
  public String text() throws IOException {
    return reading(cursor::text);
  }

  /** Reads a whole number. */
  public int number() throws IOException {
    String text = text();
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new SoapFormatException(Text.of("soap.text-for-number"));
    }
  }

  /** Reads the complete element, which must be small. */
  public XmlElement tree() throws IOException {
    return reading(cursor::element);
  }

  /** Reads the children, one after the other; too many of them are refused. */
  public void parts(PartReader part) throws IOException {
    reading(() -> {
      for (int count = 1; cursor.nextChild(); count++) {
        if (count > MOST_PARTS) {
          throw new SoapFormatException(
              Text.of(
                  "soap.too-many", "count", MOST_PARTS, "name", cursor.reader().getLocalName()));
        }
        int depth = cursor.depth();
        part.read(cursor.reader().getLocalName(), this);
        cursor.leaveTo(depth);
        cursor.released();
      }
      return true;
    });
  }

  /** Reads the rows, one after the other (the type ArrayOfGenericReadableRow). */
  public <C extends Enum<C>> void eachRow(Class<C> columns, Consumer<Row<C>> consumer)
      throws IOException {
    parts((name, _) -> {
      if (!name.equals("GenericReadableRow")) {
        throw new SoapFormatException(Text.of("soap.no-row", "name", name));
      }
      consumer.accept(
          row(columns)
              .orElseThrow(() -> new SoapFormatException(Text.of("soap.row-without-values"))));
    });
  }

  /**
   * Reads the rows that can be understood, and records the others in {@link RowsSeen}. Use it only
   * for objects that may be ignored while they are unknown.
   *
   * @throws SoapFormatException if there are rows and none can be understood
   */
  public <C extends Enum<C>> void eachUnderstood(Class<C> columns, Consumer<Row<C>> consumer)
      throws IOException {
    List<SoapFormatException> refused = new ArrayList<>();
    int[] understood = {0};
    eachRow(
        columns,
        row -> {
          try {
            consumer.accept(row);
            understood[0]++;
          } catch (SoapFormatException e) {
            seen.leftOut(columns, String.valueOf(e.getMessage()));
            if (refused.isEmpty()) {
              refused.add(e);
            }
          }
        });
    if (understood[0] == 0 && !refused.isEmpty()) {
      throw refused.getFirst();
    }
  }

  /** Reads all rows into a list. */
  public <C extends Enum<C>, R> List<R> rows(Class<C> columns, Function<Row<C>, R> reading)
      throws IOException {
    List<R> rows = new ArrayList<>();
    eachRow(
        columns,
        row -> {
          rows.add(reading.apply(row));
        });
    return rows;
  }

  /** Reads the row in it (the type GenericReadableRow); empty where it is nil. */
  public <C extends Enum<C>> Optional<Row<C>> row(Class<C> columns) throws IOException {
    return reading(() -> {
      Optional<Row<C>> row = Optional.empty();
      while (cursor.nextChild()) {
        if (cursor.is(Contract.NAMESPACE, "Values") && row.isEmpty()) {
          row = Optional.of(new Row<>(values(columns)));
        } else {
          cursor.skip();
        }
      }
      return row;
    });
  }

  private @Nullable Object[] values(Class<? extends Enum<?>> columns) throws XMLStreamException {
    int width = columns.getEnumConstants().length;
    @Nullable Object[] cells = new Object[width];
    int at = 0;
    while (cursor.nextChild()) {
      cursor.require(Contract.NAMESPACE, "anyType");
      String type = type(cursor.reader());
      told(columns, at, type);
      if (at < width && !type.equals(NIL)) {
        cells[at] = CellValue.of(type, cursor.text());
      } else {
        cursor.skip();
      }
      at++;
    }
    if (at < width) {
      throw new SoapFormatException(Text.of("soap.row-short", "count", at, "expected", width));
    }
    return cells;
  }

  private void told(Class<?> columns, int column, String type) {
    if (!columns.equals(lastColumns)) {
      lastColumns = columns;
      last.clear();
    }
    boolean isNew = last.size() <= column;
    if (isNew) {
      last.add(type);
    } else {
      isNew = !last.set(column, type).equals(type);
    }
    if (isNew) {
      seen.type(columns, column, type.isEmpty() ? UNTYPED : type);
    }
  }

  /** Name of a cell's type; namespace prefixes differ from server to server and have no meaning. */
  private static String type(XMLStreamReader reader) {
    String nil = reader.getAttributeValue(INSTANCE, "nil");
    if (nil != null && (nil.equals("true") || nil.equals("1"))) {
      return NIL;
    }
    String qualified = reader.getAttributeValue(INSTANCE, "type");
    if (qualified == null) {
      return "";
    }
    int colon = qualified.indexOf(':');
    String prefix = colon < 0 ? "" : qualified.substring(0, colon).strip();
    String namespace = reader.getNamespaceURI(prefix);
    String local = qualified.substring(colon + 1).strip();
    boolean known = SCHEMA.equals(namespace) || MICROSOFT_TYPES.equals(namespace);
    return known ? local : "{" + namespace + "}" + local;
  }

  /** Parses a GUID, in upper or lower case. */
  public static UUID id(String text) {
    return WireText.id(text);
  }

  /** Parses a time; without a zone it is UTC. */
  public static Instant time(String text) {
    return WireText.time(text);
  }

  private interface Step<R> {
    R take() throws XMLStreamException, XmlFormatException, IOException;
  }

  private static <R> R reading(Step<R> step) throws IOException {
    try {
      return step.take();
    } catch (XMLStreamException e) {
      throw AnswerXml.failure(e);
    } catch (XmlFormatException e) {
      throw new SoapFormatException(e.words());
    }
  }
}
