package dev.garrison.cli.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.wsus.snapshot.CatalogDifference;
import dev.garrison.wsus.snapshot.SnapshotHead;
import dev.garrison.wsus.snapshot.SnapshotUpdate;
import java.io.PrintWriter;
import java.util.List;

/** A comparison for programs. Keys are only ever added. */
final class CatalogJson implements CatalogListener {
  private static final String FORMAT = "garrison.catalog-compare/1";

  private final Json json = new Json();
  private final PrintWriter out;
  private final ObjectNode root = json.object();
  private final ArrayNode differences = json.array();

  CatalogJson(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(SnapshotHead first, SnapshotHead second) {
    root.put("format", FORMAT);
    root.set("first", json.tree(first));
    root.set("second", json.tree(second));
    root.set("differences", differences);
  }

  @Override
  public void differs(CatalogDifference difference) {
    ObjectNode object = json.object();
    object.set("update", json.tree(difference.update()));
    switch (difference) {
      case CatalogDifference.Missing _ -> object.put("kind", "missing");
      case CatalogDifference.Additional _ -> object.put("kind", "additional");
      case CatalogDifference.Other(_, SnapshotUpdate second, List<String> how) -> {
        object.put("kind", "other");
        object.set("second", json.tree(second));
        how.forEach(object.putArray("how")::add);
      }
    }
    differences.add(object);
  }

  @Override
  public boolean end() {
    out.print(json.pretty(root));
    return !differences.isEmpty();
  }
}
