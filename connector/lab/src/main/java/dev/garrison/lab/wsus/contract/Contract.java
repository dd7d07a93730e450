package dev.garrison.lab.wsus.contract;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contract of the administration service, read from the lab's file of it. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "huner2/go-wsus, docs/WebService.xml (WSDL served by Windows Server 2022)",
    says =
        "WSUS: 172 operations at /ApiRemoting30/WebService.asmx, their parameters with"
            + " order and type, and their results; ?WSDL describes them.")
public final class Contract {
  /** Namespace of operations and types. */
  public static final String NAMESPACE =
      "http://www.microsoft.com/SoftwareDistribution/Server/ApiRemotingWebService";

  /** Namespace of the answer to Ping. */
  public static final String MONITORABLE =
      "http://www.microsoft.com/SoftwareDistribution/Server/IMonitorable";

  private static final String RESOURCE = "/dev/garrison/lab/wsus/contract.txt";
  private static final String OVERLOADS = " overloads ";
  private final Map<String, OperationShape> operations = new LinkedHashMap<>();
  private final Map<String, ComplexShape> shapes = new LinkedHashMap<>();

  private Contract() {}

  /** Reads the contract. */
  public static Contract read() {
    Contract contract = new Contract();
    try (InputStream in = Contract.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the lab lacks " + RESOURCE);
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(contract::line);
    } catch (IOException e) {
      throw new UncheckedIOException("the lab cannot read " + RESOURCE, e);
    }
    return contract;
  }

  private void line(String line) {
    if (line.startsWith("op ")) {
      int open = line.indexOf('(');
      int shut = line.indexOf(')');
      String name = line.substring(3, open);
      String rest = line.substring(shut + 1);
      boolean overload = rest.startsWith(OVERLOADS);
      operations.put(
          name,
          new OperationShape(
              name,
              overload ? rest.substring(OVERLOADS.length()) : name,
              fields(line.substring(open + 1, shut), false),
              overload ? List.of() : fields(rest, false)));
    } else if (line.startsWith("type ")) {
      String text = line.substring(5);
      int space = text.indexOf(' ');
      String name = space < 0 ? text : text.substring(0, space);
      shapes.put(
          name,
          new ComplexShape(
              name,
              space < 0 ? List.of() : fields(text.substring(space), name.startsWith("ArrayOf"))));
    }
  }

  private static List<Field> fields(String text, boolean many) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(part -> Field.read(part, many))
        .toList();
  }

  /** All operations, in the contract's order. */
  public Collection<OperationShape> operations() {
    return Collections.unmodifiableCollection(operations.values());
  }

  /** Operation by name. Names are case-sensitive. */
  public Optional<OperationShape> operation(String name) {
    return Optional.ofNullable(operations.get(name));
  }

  /** All complex values. */
  public Collection<ComplexShape> shapes() {
    return Collections.unmodifiableCollection(shapes.values());
  }

  /** Complex value by type; empty for a simple one. */
  public Optional<ComplexShape> shape(String type) {
    return Optional.ofNullable(shapes.get(type));
  }

  /** Kind of a simple value; an enumeration whose values are not published counts as text. */
  public SimpleKind simple(String type) {
    return SimpleKind.named(type).orElse(SimpleKind.STRING);
  }
}
