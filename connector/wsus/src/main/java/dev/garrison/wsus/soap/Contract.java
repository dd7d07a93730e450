package dev.garrison.wsus.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Operations that Garrison calls, from a file of names, order, and types. An operation that is not
 * in the file cannot be called.
 *
 * @see <a href="https://github.com/huner2/go-wsus">a WSDL that a real server served</a>
 */
public final class Contract {
  /** Namespace of every element of the service. */
  public static final String NAMESPACE =
      "http://www.microsoft.com/SoftwareDistribution/Server/ApiRemotingWebService";

  private static final String FILE = "ApiRemoting30.contract";
  private static final Pattern OPERATION =
      Pattern.compile("(read|write) (\\w+)\\(([^)]*)\\)(?: -> (\\w+:\\w+))?");
  private static final Pattern TYPE = Pattern.compile("(type|list) (\\w+)\\(([^)]+)\\)");

  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Map<String, Shape> shapes = new LinkedHashMap<>();

  private Contract() {}

  /** Element and the name of its type. */
  public record Part(String name, String type) {}

  /**
   * Type with parts.
   *
   * @param isList whether it repeats its only part
   */
  record Shape(List<Part> parts, boolean isList) {
    Shape {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One operation.
   *
   * @param isWrite whether it changes the server
   * @param parameters in the order in which they are sent
   * @param result the element that holds the answer; empty where there is none
   */
  public record Operation(
      String name, boolean isWrite, List<Part> parameters, Optional<Part> result) {
    public Operation {
      parameters = List.copyOf(parameters);
    }

    /** Value of the SOAPAction header, quotes included. */
    public String action() {
      return "\"" + NAMESPACE + "/" + name + "\"";
    }
  }

  /** Reads the file that is part of Garrison. */
  public static Contract load() {
    try (InputStream file = Contract.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Contract parse(String text) {
    Contract contract = new Contract();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(contract::add);
    return contract;
  }

  private void add(String line) {
    Matcher operation = OPERATION.matcher(line);
    Matcher type = TYPE.matcher(line);
    if (operation.matches()) {
      operations.put(
          operation.group(2),
          new Operation(
              operation.group(2),
              operation.group(1).equals("write"),
              parts(operation.group(3)),
              Optional.ofNullable(operation.group(4)).map(Contract::part)));
    } else if (type.matches()) {
      shapes.put(type.group(2), new Shape(parts(type.group(3)), type.group(1).equals("list")));
    } else {
      throw new IllegalStateException("not a line of a contract: " + line);
    }
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (!part.isBlank()) {
        parts.add(part(part.strip()));
      }
    }
    return parts;
  }

  private static Part part(String text) {
    int colon = text.indexOf(':');
    return new Part(text.substring(0, colon), text.substring(colon + 1));
  }

  /** All operations, in the order of the file. */
  public Collection<Operation> operations() {
    return Collections.unmodifiableCollection(operations.values());
  }

  /**
   * Returns one operation.
   *
   * @throws IllegalArgumentException if it is not one that Garrison may call
   */
  public Operation operation(String name) {
    Operation operation = operations.get(name);
    if (operation == null) {
      throw new IllegalArgumentException(name + " is not an operation that Garrison may call");
    }
    return operation;
  }

  /** Parts of each type that has any, by its name. */
  Map<String, List<Part>> types() {
    Map<String, List<Part>> types = new LinkedHashMap<>();
    shapes.forEach((name, shape) -> types.put(name, shape.parts()));
    return types;
  }

  Optional<Shape> shape(String type) {
    return Optional.ofNullable(shapes.get(type));
  }
}
