package dev.garrison.mecm.refresh;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Times at which device collections were evaluated and at which they or their members changed. Read
 * from class SMS_Collection, properties LastRefreshTime, LastChangeTime, LastMemberChangeTime and
 * CurrentStatus. One list read.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/clients/collections/sms_collection-server-wmi-class">SMS_Collection</a>
 */
public final class CollectionTimes {
  /** Query that reads the times. */
  public static final ODataQuery QUERY =
      ODataQuery.of("SMS_Collection")
          .keys("CollectionID")
          .select(
              "Name", "LastChangeTime", "LastMemberChangeTime", "LastRefreshTime", "CurrentStatus");

  private static final int DEVICES = 2;
  private static final int READY = 1;

  private final Map<String, Row> byName = new HashMap<>();

  private CollectionTimes() {}

  /** Reads the times of all device collections. */
  public static CollectionTimes read(AdminService site) {
    CollectionTimes times = new CollectionTimes();
    site.query(
        QUERY.where(ODataFilter.equal("CollectionType", DEVICES)),
        node -> {
          Row row = new Row(node);
          times.byName.put(key(row.text("Name")), row);
        });
    return times;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Optional<Row> row(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  Optional<String> id(String name) {
    return row(name).map(row -> row.textKey("CollectionID"));
  }

  /**
   * Whether it was evaluated after the last change of its rules and of the others' members. Also,
   * no new evaluation may be due.
   */
  boolean evaluatedAfter(String name, Collection<String> others) {
    Optional<Instant> evaluated =
        row(name)
            .filter(row -> row.number("CurrentStatus", READY) == READY)
            .flatMap(row -> row.time("LastRefreshTime"));
    return evaluated.isPresent()
        && row(name)
            .flatMap(row -> row.time("LastChangeTime"))
            .filter(change -> change.isAfter(evaluated.get()))
            .isEmpty()
        && lastChange(others).filter(change -> !change.isBefore(evaluated.get())).isEmpty();
  }

  /**
   * Last time at which the members of any of these changed. A collection that does not exist is
   * ignored.
   */
  public Optional<Instant> lastChange(Collection<String> names) {
    return names.stream()
        .flatMap(name -> row(name).stream())
        .flatMap(row -> row.time("LastMemberChangeTime").stream())
        .max(Instant::compareTo);
  }
}
