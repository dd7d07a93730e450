package dev.garrison.lab.adminservice;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.odata.ODataQuery;
import dev.garrison.lab.adminservice.schema.ClassTable;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Spelling;
import dev.garrison.lab.http.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Writes a list, row by row, as {@code {"@odata.context":..,"value":[..]}}. A selection without all
 * keys drops rows that look alike.
 *
 * @see <a href="https://github.com/MicrosoftDocs/SCCMdocs/issues/1735">SCCMdocs issue 1735</a>
 */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "MicrosoftDocs/SCCMdocs issue 1735",
    says = "$select without all keys drops rows that look alike.")
final class ListAnswer {
  private final ClassTable table;
  private final RowShape shape;
  private final ODataQuery query;
  private final String base;
  private final JsonMapper mapper;
  private final Spelling spelling;

  ListAnswer(
      ClassTable table, ODataQuery query, Request request, JsonMapper mapper, Spelling spelling) {
    this.table = table;
    this.shape = new RowShape(table, "LAB");
    this.query = query;
    this.base = request.base();
    this.mapper = mapper;
    this.spelling = spelling;
  }

  /** Rows that the query selects, before paging. */
  Stream<ObjectNode> rows(Stream<ObjectNode> all) {
    Stream<ObjectNode> rows = all.map(shape::withoutLazy);
    if (query.filter().isPresent()) {
      rows = rows.filter(query.filter().get()::matches);
    }
    if (!query.orderBy().isEmpty()) {
      rows = rows.sorted(order());
    }
    if (query.leavesOutKey(table)) {
      rows = rows.filter(unseen());
    }
    rows = rows.skip(query.skip());
    return query.top().isPresent() ? rows.limit(query.top().get()) : rows;
  }

  /**
   * Answer with the rows that the query selects.
   *
   * @param pageSize rows per page if the site pages its lists
   * @param next the address of the next page
   */
  Answer of(Stream<ObjectNode> all, Optional<Integer> pageSize, String next) {
    return new Answer(
        200,
        Answer.JSON,
        out -> {
          try (Stream<ObjectNode> rows = rows(all)) {
            write(out, rows.iterator(), pageSize.orElse(Integer.MAX_VALUE), next);
          }
        });
  }

  private void write(OutputStream out, Iterator<ObjectNode> rows, int most, String next)
      throws IOException {
    JsonGenerator json = mapper.createGenerator(out);
    json.writeStartObject();
    json.writeStringField("@odata.context", context());
    json.writeArrayFieldStart("value");
    int written = 0;
    while (written < most && rows.hasNext()) {
      ObjectNode row = rows.next();
      json.writeTree(
          spelling.object(
              query.select().isEmpty() ? shape.whole(row) : shape.selected(row, query.select())));
      written++;
    }
    json.writeEndArray();
    if (rows.hasNext()) {
      json.writeStringField("@odata.nextLink", next);
    }
    json.writeEndObject();
    json.flush();
  }

  private String context() {
    String selected = query.select().isEmpty() ? "" : "(" + String.join(",", query.select()) + ")";
    return base + "/wmi/$metadata#" + table.name() + selected;
  }

  private Predicate<ObjectNode> unseen() {
    Set<JsonNode> seen = new HashSet<>();
    return row -> {
      ObjectNode selected = shape.selected(row, query.select());
      selected.remove("@odata.etag");
      return seen.add(selected);
    };
  }

  private Comparator<ObjectNode> order() {
    Comparator<ObjectNode> order = null;
    for (ODataQuery.Ordering key : query.orderBy()) {
      Comparator<ObjectNode> next =
          (a, b) -> compare(a.path(key.property()), b.path(key.property()));
      Comparator<ObjectNode> directed = key.descending() ? next.reversed() : next;
      order = order == null ? directed : order.thenComparing(directed);
    }
    if (order == null) {
      throw new IllegalStateException("nothing to order by");
    }
    return order;
  }

  private static int compare(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    }
    boolean emptyA = a.isNull() || a.isMissingNode();
    boolean emptyB = b.isNull() || b.isMissingNode();
    return emptyA || emptyB
        ? Boolean.compare(!emptyA, !emptyB)
        : a.asText().compareToIgnoreCase(b.asText());
  }
}
