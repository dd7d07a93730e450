package dev.garrison.mecm.distribution;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.Collection;
import java.util.function.Consumer;

/** Reads rows by the text of one property, in as few requests as the length of addresses allows. */
record Lookup(AdminService site) {
  /** The rows that have one of these texts. */
  void rows(ODataQuery query, String property, Collection<String> texts, Consumer<Row> each) {
    for (ODataFilter some : ODataFilter.batchesOfTexts(property, texts)) {
      site.query(query.where(some), node -> each.accept(new Row(node)));
    }
  }

  /** The same; no rows if the site does not offer the class with these properties. */
  void offeredRows(
      ODataQuery query, String property, Collection<String> texts, Consumer<Row> each) {
    if (!texts.isEmpty() && query.members().stream().allMatch(site.capabilities()::offers)) {
      rows(query, property, texts, each);
    }
  }
}
