package dev.garrison.survey.fleet;

import dev.garrison.fleet.table.FactTable;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the maintenance windows of servers. It makes one request for the collections that have any,
 * and for each of these one for its windows, a lazy property, and a streamed one for its members.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/clients/collections/sms_collectionsettings-server-wmi-class">SMS_CollectionSettings</a>
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_servicewindow-server-wmi-class">SMS_ServiceWindow</a>
 */
final class WindowReader implements FactSource {
  static final String SETTINGS = "SMS_CollectionSettings";
  static final String COUNT = "SMS_Collection.ServiceWindowsCount";
  static final String WINDOWS = "ServiceWindows";

  private static final ODataQuery COLLECTIONS =
      ODataQuery.of("SMS_Collection")
          .keys("CollectionID")
          .select("ServiceWindowsCount")
          .where(ODataFilter.atLeast("ServiceWindowsCount", 1));
  private static final long GENERAL = 1;
  private static final long ONCE = 1;

  /** Margin for windows in the clients' local time, which differs from UTC by up to 14 hours. */
  private static final Duration ZONES = Duration.ofHours(14);

  private final AdminService service;
  private final Fleet fleet;
  private final Instant now;

  WindowReader(AdminService service, Fleet fleet, Instant now) {
    this.service = service;
    this.fleet = fleet;
    this.now = now;
  }

  /** Reason why windows cannot be read on this site; empty where they can. */
  static Optional<String> unseen(AdminService service) {
    return List.of(SETTINGS, COUNT).stream()
        .filter(member -> !service.capabilities().offers(member))
        .findFirst()
        .map(member -> Text.of("fleet-note.windows-unknown", "member", member).toString());
  }

  /** Reads windows of servers in the fleet; those of other devices are skipped. */
  @Override
  public List<String> read() {
    Optional<String> unseen = unseen(service);
    if (unseen.isPresent()) {
      return List.of(unseen.get());
    }
    List<String> ids = new ArrayList<>();
    service.query(COLLECTIONS, node -> ids.add(new Row(node).textKey("CollectionID")));
    for (String id : ids) {
      List<Row> windows =
          service.get(SETTINGS, ObjectKey.of(id)).stream()
              .flatMap(node -> new Row(node).rows(WINDOWS).stream())
              .filter(this::isOpenedAgain)
              .toList();
      if (!windows.isEmpty()) {
        members(id, windows);
      }
    }
    return List.of();
  }

  private void members(String collection, List<Row> windows) {
    int general =
        windows.stream()
            .filter(window -> window.number("ServiceWindowType", GENERAL) == GENERAL)
            .mapToInt(window -> Math.clamp(window.number("Duration", 0), 0, 100_000))
            .max()
            .orElse(0);
    boolean others =
        windows.stream().anyMatch(window -> window.number("ServiceWindowType", GENERAL) != GENERAL);
    FactTable facts = fleet.facts();
    service.query(
        MemberReader.MEMBERS.where(ODataFilter.equal("CollectionID", collection)),
        node ->
            fleet
                .find(new Row(node).numberKey("ResourceID"))
                .ifPresent(row -> {
                  facts.generalWindow(row, general);
                  if (others) {
                    facts.otherWindow(row);
                  }
                }));
  }

  /**
   * Checks for a window that is enabled, and recurs or is not over yet; others hold nothing back.
   */
  private boolean isOpenedAgain(Row window) {
    if (!window.flag("IsEnabled")) {
      return false;
    }
    if (window.number("RecurrenceType", ONCE) != ONCE) {
      return true;
    }
    Duration length = Duration.ofMinutes(window.number("Duration", 0));
    return window
        .time("StartTime")
        .filter(start -> start.plus(length).plus(ZONES).isAfter(now))
        .isPresent();
  }
}
