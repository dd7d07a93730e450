package dev.garrison.lab.adminservice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.odata.ODataQuery;
import dev.garrison.lab.adminservice.odata.QueryString;
import dev.garrison.lab.adminservice.odata.ResourcePath;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.schema.ClassTable;
import dev.garrison.lab.adminservice.schema.Csdl;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.http.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Handles GET requests: the service document, metadata, lists, counts, and single objects. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "azitc-ac/SCCM-RightClickTools, AZITC-Toolkit",
    says = "A keyed GET answers a list of one and fills lazy properties; lists leave them null.")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "dustinestes/MECM_Toolkit, Administration Service",
    says = "Class/$count answers a plain number; $count=true is refused.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "monoeagle/lucent-job-mecm-ps-connect (low weight)",
    says = "A site may page its lists; then @odata.nextLink names the next page by $skip.")
final class ReadRequests {
  private final Provider provider;
  private final JsonText json;
  private final boolean lenient;
  private final Optional<Integer> pageSize;

  ReadRequests(Provider provider, JsonText json, boolean lenient, Optional<Integer> pageSize) {
    this.provider = provider;
    this.json = json;
    this.lenient = lenient;
    this.pageSize = pageSize;
  }

  Answer serviceDocument(Request request) {
    ObjectNode document =
        Rows.row().set("@odata.context", request.base() + "/wmi/$metadata").done();
    ArrayNode sets = document.putArray("value");
    provider
        .schema()
        .entities()
        .forEach(table ->
            sets.add(
                Rows.row()
                    .set("name", table.name())
                    .set("kind", "EntitySet")
                    .set("url", table.name())
                    .done()));
    return Answer.text(200, Answer.JSON, json.text(document));
  }

  Answer metadata() {
    return Answer.text(200, "application/xml", Csdl.of(provider.schema(), provider.spelling()));
  }

  Answer list(Request request, ResourcePath.EntitySet set) {
    ClassTable table = provider.schema().require(set.type());
    Map<String, String> options = QueryString.decode(request.query(), lenient);
    ODataQuery query = ODataQuery.of(table, options);
    Stream<ObjectNode> rows =
        provider.alone(() -> provider.behaviour(set.type()).rows(query::mayFit));
    String next = pageSize.map(size -> nextLink(request, options, query, size)).orElse("");
    return answer(table, query, request).of(rows, pageSize, next);
  }

  Answer count(Request request, ResourcePath.Count set) {
    ClassTable table = provider.schema().require(set.type());
    ODataQuery query = ODataQuery.of(table, QueryString.decode(request.query(), lenient));
    Stream<ObjectNode> rows =
        provider.alone(() -> provider.behaviour(set.type()).rows(query::mayFit));
    long count = answer(table, query, request).rows(rows).count();
    return Answer.text(200, "text/plain", String.valueOf(count));
  }

  /**
   * Answers with one object in a list of one, as recorded; only here lazy properties are filled.
   */
  Answer single(Request request, ResourcePath.Keyed path) {
    ClassTable table = provider.schema().require(path.type());
    ODataQuery query = ODataQuery.of(table, QueryString.decode(request.query(), lenient));
    ObjectNode row = provider.alone(() -> provider.find(table, path.key()));
    RowShape shape = new RowShape(table, "LAB");
    ObjectNode answer =
        Rows.row().set("@odata.context", request.base() + "/wmi/$metadata#" + table.name()).done();
    answer
        .putArray("value")
        .add(
            provider
                .spelling()
                .object(
                    query.select().isEmpty()
                        ? shape.whole(row)
                        : shape.selected(shape.withoutLazy(row), query.select())));
    return Answer.text(200, Answer.JSON, json.text(answer));
  }

  private ListAnswer answer(ClassTable table, ODataQuery query, Request request) {
    return new ListAnswer(table, query, request, json.mapper(), provider.spelling());
  }

  private static String nextLink(
      Request request, Map<String, String> options, ODataQuery query, int size) {
    Map<String, String> next = new LinkedHashMap<>(options);
    next.put("$skip", String.valueOf(query.skip() + size));
    query.top().ifPresent(top -> next.put("$top", String.valueOf(Math.max(0, top - size))));
    List<String> parts = new ArrayList<>();
    next.forEach((name, value) -> parts.add(name + "=" + PercentText.encode(value)));
    return request.base() + request.path() + "?" + String.join("&", parts);
  }
}
