package dev.garrison.lab.adminservice.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A read-only class. */
public final class FixedRows implements ProviderClass {
  private final String name;
  private final Provenance provenance;
  private final Supplier<Stream<ObjectNode>> rows;

  /** Creates a read-only class whose rows are computed for each request. */
  public FixedRows(String name, Provenance provenance, Supplier<Stream<ObjectNode>> rows) {
    this.name = name;
    this.provenance = provenance;
    this.rows = rows;
  }

  /** Creates a read-only class whose rows never change. */
  public static FixedRows of(String name, Provenance provenance, List<ObjectNode> rows) {
    List<ObjectNode> copy = List.copyOf(rows);
    return new FixedRows(name, provenance, copy::stream);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public Stream<ObjectNode> rows() {
    return rows.get();
  }
}
