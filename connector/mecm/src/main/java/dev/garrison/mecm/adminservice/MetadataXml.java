package dev.garrison.mecm.adminservice;

import dev.garrison.connection.BoundedStream;
import dev.garrison.connection.HttpAnswer;
import dev.garrison.language.Text;
import dev.garrison.xml.HardenedXml;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code $metadata} element by element: several megabytes for more than 700 classes. See
 * OData Version 4.01, CSDL XML Representation.
 */
final class MetadataXml {
  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final String EDMX = "http://docs.oasis-open.org/odata/ns/edmx";

  private final HardenedXml xml;

  MetadataXml(HardenedXml xml) {
    this.xml = xml;
  }

  Capabilities read(HttpAnswer answer) throws IOException {
    BoundedStream body = new BoundedStream(answer.body(), MOST_BYTES);
    try {
      Collector collector = new Collector(xml.reader(body));
      if (!collector.isMetadata()) {
        throw AnswerFailure.lasting(
            FailureKind.NOT_ADMINSERVICE, answer.status(), Text.of("answer.no-metadata"));
      }
      return collector.collect();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException cut && !isOfTheText(cut)) {
        throw cut;
      }
      throw AnswerFailure.lasting(
          FailureKind.NOT_ADMINSERVICE, answer.status(), Text.of("answer.metadata-broken"));
    }
  }

  /** Whether the failure is in the bytes received, not in the connection. */
  private static boolean isOfTheText(IOException failure) {
    return failure instanceof BoundedStream.TooLong || failure instanceof CharacterCodingException;
  }

  /** Collects classes and methods while the document is read. */
  private static final class Collector {
    private final XMLStreamReader reader;
    private final Map<String, Optional<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> properties = new HashMap<>();
    private final Set<String> listed = new HashSet<>();
    private final Set<String> methods = new HashSet<>();
    private String owner = "";
    private String action = "";

    Collector(XMLStreamReader reader) {
      this.reader = reader;
    }

    boolean isMetadata() throws XMLStreamException {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          return EDMX.equals(reader.getNamespaceURI()) && "Edmx".equals(reader.getLocalName());
        }
      }
      return false;
    }

    Capabilities collect() throws XMLStreamException {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          start();
        }
      }
      Map<String, Capabilities.Shape> shapes = new HashMap<>();
      properties.forEach((name, own) ->
          shapes.put(
              name,
              new Capabilities.Shape(
                  parents.getOrDefault(name, Optional.empty()), listed.contains(name), own)));
      return new Capabilities(shapes, methods);
    }

    private void start() {
      String name = attribute("Name");
      switch (reader.getLocalName()) {
        case "EntityType", "ComplexType" -> {
          owner = name;
          properties.putIfAbsent(name, new HashSet<>());
          parents.put(name, base());
        }
        case "Property", "NavigationProperty" ->
            properties.computeIfAbsent(owner, _ -> new HashSet<>()).add(name);
        case "Action", "Function" ->
            action = Boolean.parseBoolean(attribute("IsBound")) ? name : "";
        case "Parameter" -> bind();
        case "EntitySet" -> listed.add(name);
        case "ActionImport", "FunctionImport" -> methods.add(name);
        default -> {}
      }
    }

    /** The first parameter of a bound action is the object it belongs to. */
    private void bind() {
      if (!action.isEmpty()) {
        methods.add(unqualified(attribute("Type")) + "." + action);
        action = "";
      }
    }

    private Optional<String> base() {
      String base = attribute("BaseType");
      return base.isEmpty() ? Optional.empty() : Optional.of(unqualified(base));
    }

    private String attribute(String name) {
      @Nullable String value = reader.getAttributeValue(null, name);
      return value == null ? "" : value;
    }

    private static String unqualified(String name) {
      String single =
          name.startsWith("Collection(") && name.endsWith(")")
              ? name.substring("Collection(".length(), name.length() - 1)
              : name;
      return single.substring(single.lastIndexOf('.') + 1);
    }
  }
}
