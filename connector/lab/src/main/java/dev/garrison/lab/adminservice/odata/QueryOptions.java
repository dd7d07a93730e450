package dev.garrison.lab.adminservice.odata;

import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.schema.ClassTable;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the query options that the WMI route supports. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "SpecterOps/ConfigManBearPig, sample_data; autopkg/iancohn-recipes, McmApiProcessors",
    says =
        "$select and $filter find a property without regard to case, and the answer spells it as the class does: a $select of ResourceID on SMS_R_System answers ResourceId. That $orderby does the same is inferred.")
final class QueryOptions {
  private static final Set<String> KNOWN =
      Set.of("$filter", "$select", "$orderby", "$top", "$skip");

  private QueryOptions() {}

  static ODataQuery read(ClassTable table, Map<String, String> options) {
    options.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw Refusal.badRequest("The query parameter '" + name + "' is not supported.");
        });
    return new ODataQuery(
        Optional.ofNullable(options.get("$filter")).map(text -> FilterParser.parse(table, text)),
        select(table, options.get("$select") == null ? "" : options.get("$select")),
        orderings(table, options.get("$orderby") == null ? "" : options.get("$orderby")),
        Optional.ofNullable(options.get("$top")).map(text -> count("$top", text)),
        Optional.ofNullable(options.get("$skip")).map(text -> count("$skip", text)).orElse(0L));
  }

  private static List<String> select(ClassTable table, String text) {
    List<String> names = new ArrayList<>();
    if (text.isBlank()) {
      return names;
    }
    for (String part : text.split(",", -1)) {
      names.add(known(table, part.strip()));
    }
    return names;
  }

  private static List<ODataQuery.Ordering> orderings(ClassTable table, String text) {
    List<ODataQuery.Ordering> keys = new ArrayList<>();
    if (text.isBlank()) {
      return keys;
    }
    for (String part : text.split(",", -1)) {
      String[] words = part.strip().split("\\s+", -1);
      if (words.length > 2
          || (words.length == 2 && !words[1].equals("asc") && !words[1].equals("desc"))) {
        throw Refusal.badRequest("The $orderby '" + part.strip() + "' is not valid.");
      }
      keys.add(
          new ODataQuery.Ordering(
              known(table, words[0]), words.length == 2 && words[1].equals("desc")));
    }
    return keys;
  }

  private static String known(ClassTable table, String name) {
    return table
        .queried(name)
        .orElseThrow(() ->
            Refusal.badRequest(
                "Could not find a property named '"
                    + name
                    + "' on type 'AdminService."
                    + table.name()
                    + "'."))
        .name();
  }

  private static long count(String option, String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw invalidCount(option, text);
    }
    throw invalidCount(option, text);
  }

  private static Refusal invalidCount(String option, String text) {
    return Refusal.badRequest(
        "Invalid value '" + text + "' for " + option + " query option found.");
  }
}
