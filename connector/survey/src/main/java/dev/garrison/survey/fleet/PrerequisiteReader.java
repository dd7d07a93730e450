package dev.garrison.survey.fleet;

import dev.garrison.fleet.readiness.Update;
import dev.garrison.fleet.table.FactTable;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Reads the inventory of the prerequisites. It makes one streamed request for each class, for the
 * few rows that matter. Among them is one that every server with a client has, so that its other
 * rows can be known to be missing.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/core/clients/manage/inventory/resource-explorer-classes">Default
 *     inventory classes</a>
 */
final class PrerequisiteReader implements FactSource {
  static final ODataQuery SERVICES =
      ODataQuery.of("SMS_G_System_SERVICE").keys("ResourceID", "GroupID").select("Name");
  static final ODataQuery UPDATES =
      ODataQuery.of("SMS_G_System_QUICK_FIX_ENGINEERING")
          .keys("ResourceID", "GroupID")
          .select("HotFixID");
  static final ODataQuery DISKS =
      ODataQuery.of("SMS_G_System_LOGICAL_DISK")
          .keys("ResourceID", "GroupID")
          .select("DeviceID", "FreeSpace");
  static final ODataQuery RESTARTS =
      ODataQuery.of("SMS_CombinedDeviceResources").keys("ResourceID").select("ClientState");
  static final String RESTART = "SMS_CombinedDeviceResources.ClientState";

  private static final String SYSTEM_DRIVE = "C:";

  private final AdminService service;
  private final Fleet fleet;
  private final List<String> notes = new ArrayList<>();

  PrerequisiteReader(AdminService service, Fleet fleet) {
    this.service = service;
    this.fleet = fleet;
  }

  @Override
  public List<String> read() {
    FactTable facts = fleet.facts();
    offered(SERVICES, Text.of("fleet-note.services"));
    if (offered(UPDATES, Text.of("fleet-note.updates"))) {
      each(
          UPDATES.where(
              ODataFilter.oneOf(
                  "HotFixID", Arrays.stream(Update.values()).map(Update::name).toList())),
          (row, line) -> update(line.text("HotFixID")).ifPresent(one -> facts.update(row, one)));
    }
    if (offered(DISKS, Text.of("fleet-note.disks"))) {
      each(
          DISKS.where(ODataFilter.equal("DeviceID", SYSTEM_DRIVE)),
          (row, line) ->
              line.number("FreeSpace").ifPresent(free -> facts.freeMegabytes(row, free)));
    }
    if (service.capabilities().offers(RESTART)) {
      each(
          RESTARTS,
          (row, line) ->
              line.number("ClientState").ifPresent(state -> facts.restart(row, state != 0)));
    }
    return notes;
  }

  private static Optional<Update> update(String number) {
    return Arrays.stream(Update.values())
        .filter(update -> update.name().equalsIgnoreCase(number))
        .findFirst();
  }

  private boolean offered(ODataQuery query, Text fact) {
    boolean offered = service.capabilities().offers(query.className());
    if (!offered) {
      notes.add(InventoryReader.missing(query, fact));
    }
    return offered;
  }

  private void each(ODataQuery query, BiConsumer<Integer, Row> taker) {
    service.query(
        query,
        node -> {
          Row row = new Row(node);
          fleet.find(row.numberKey("ResourceID")).ifPresent(server -> taker.accept(server, row));
        });
  }
}
