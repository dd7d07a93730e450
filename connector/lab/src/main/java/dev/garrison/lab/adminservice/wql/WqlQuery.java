package dev.garrison.lab.adminservice.wql;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * WQL of a query rule, checked and ready to run.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/core/understand/extended-wmi-query-language">Extended
 *     WMI Query Language</a>
 */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "dustinestes/MECM_Toolkit, Administration Service",
    says =
        "Query rules select from SMS_R_System, joined with inventory classes by ResourceID; comparisons, like, in, is null. Other queries are not valid.")
public final class WqlQuery {
  private final WqlSource source;
  private final List<String> classes;
  private final Optional<WqlCondition> condition;

  WqlQuery(WqlSource source, List<String> classes, Optional<WqlCondition> condition) {
    this.source = source;
    this.classes = List.copyOf(classes);
    this.condition = condition;
  }

  /** Parses a query; empty if it is not supported, or names an unknown class or property. */
  public static Optional<WqlQuery> parse(WqlSource source, String text) {
    try {
      return Optional.of(new WqlParser(source, text).query());
    } catch (WqlSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Runs the query, and returns the devices that it finds, by index. */
  public BitSet run() {
    BitSet found = new BitSet(source.devices());
    for (int device = 0; device < source.devices(); device++) {
      WqlRow row = new WqlRow(source, device);
      if (classes.stream().allMatch(row::has)
          && (condition.isEmpty() || condition.get().matches(row))) {
        found.set(device);
      }
    }
    return found;
  }
}
