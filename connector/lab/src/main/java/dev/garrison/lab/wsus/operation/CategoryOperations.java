package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.row.ObjectRows;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.StoredRevision;
import dev.garrison.lab.wsus.state.WsusHoldings;
import dev.garrison.lab.wsus.work.Message;
import dev.garrison.lab.wsus.work.ServerState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Operations on products and classifications. */
final class CategoryOperations {
  private final ServerState server;

  CategoryOperations(Workings workings) {
    this.server = workings.state();
  }

  List<Operation> all() {
    return List.of(
        Operation.read(
            "ExecuteSPGetCategories",
            "products with families and companies, or classifications, that came between two times",
            Sources.WSDL,
            this::between),
        Operation.read("ExecuteSPGetCategoryById", "one of them", Sources.WSDL, this::byId),
        Operation.read(
            "ExecuteSPGetTopLevelCategories",
            "companies",
            Sources.WSDL,
            given ->
                rows(
                    given,
                    "ExecuteSPGetTopLevelCategoriesResult",
                    kept ->
                        !kept.category().isClassification() && kept.category().parent().isEmpty())),
        Operation.read(
            "ExecuteSPGetSubcategories",
            "the children of a category",
            Sources.WSDL,
            given ->
                rows(
                    given,
                    "ExecuteSPGetSubcategoriesResult",
                    kept ->
                        kept.category()
                            .parent()
                            .filter(given.guid("categoryId")::equals)
                            .isPresent())),
        Operation.read(
            "ExecuteSPGetParentCategories",
            "the products of an update",
            Sources.WSDL,
            this::productsOf),
        Operation.read(
            "ExecuteSPGetParentUpdateClassification",
            "the classification of an update",
            Sources.WSDL,
            this::classificationOf));
  }

  private static String culture(Arguments given) {
    return given.text("preferredCulture").orElse("");
  }

  private ResultWriter.Part rows(
      Arguments given, String element, Predicate<WsusHoldings.KeptCategory> which) {
    List<Row> rows =
        server.holdings().categories().stream()
            .filter(which)
            .map(kept -> ObjectRows.of(kept, server, culture(given)))
            .toList();
    return out -> out.rows(element, rows.stream());
  }

  private ResultWriter.Part between(Arguments given) {
    Instant from = SqlTime.of(given, "fromSyncDate");
    Instant to = SqlTime.of(given, "toSyncDate");
    boolean classifications = given.flag("retrieveUpdateClassifications");
    return rows(
        given,
        "ExecuteSPGetCategoriesResult",
        kept ->
            kept.category().isClassification() == classifications
                && !kept.arrived().isBefore(from)
                && !kept.arrived().isAfter(to));
  }

  private Row row(UUID id, String culture) {
    return server
        .holdings()
        .category(id)
        .map(kept -> ObjectRows.of(kept, server, culture))
        .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_ITEM)));
  }

  private ResultWriter.Part byId(Arguments given) {
    Row row = row(given.guid("id"), culture(given));
    return out -> out.row("ExecuteSPGetCategoryByIdResult", row);
  }

  private StoredRevision child(Arguments given) {
    return server
        .holdings()
        .revision(
            new RevisionKey(given.guid("childUpdateId"), given.integer("childRevisionNumber")))
        .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_UPDATE)));
  }

  private ResultWriter.Part productsOf(Arguments given) {
    List<Row> rows =
        child(given).revision().relations().products().stream()
            .map(server.holdings()::category)
            .flatMap(Optional::stream)
            .map(kept -> ObjectRows.of(kept, server, culture(given)))
            .toList();
    return out -> out.rows("ExecuteSPGetParentCategoriesResult", rows.stream());
  }

  private ResultWriter.Part classificationOf(Arguments given) {
    Row row = row(child(given).revision().relations().classification(), culture(given));
    return out -> out.row("ExecuteSPGetParentUpdateClassificationResult", row);
  }
}
