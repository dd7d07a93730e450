package dev.garrison.survey.fleet;

import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Text;
import dev.garrison.manifest.operatingsystem.OtherWindows;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.survey.antivirus.AntivirusReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Reads the site's inventory of the servers, by one streamed request for each class. Rows of other
 * devices are skipped. A class that the site does not collect is reported.
 */
final class InventoryReader implements FactSource {
  static final ODataQuery DEVICES =
      ODataQuery.of("SMS_CombinedDeviceResources")
          .keys("ResourceID")
          .select("IsClient", "IsActive", "IsObsolete", "ClientVersion", "LastHardwareScan");
  static final ODataQuery SYSTEMS =
      ODataQuery.of("SMS_G_System_OPERATING_SYSTEM")
          .keys("ResourceID")
          .select("Caption", "BuildNumber");
  static final ODataQuery SENSORS =
      ODataQuery.of("SMS_G_System_AdvancedThreatProtectionHealthStatus")
          .keys("ResourceID")
          .select("OnboardingState", "OrgId", "SenseIsRunning", "LastConnected");

  /** Times at which the site heard from a client, besides that of its inventory. */
  static final List<String> HEARD = List.of("LastDDR", "LastPolicyRequest", "LastStatusMessage");

  static final ODataQuery BUILDS =
      ODataQuery.of("SMS_R_System").keys("ResourceId").select("BuildExt");

  static final String REVISION = "SMS_R_System.BuildExt";

  private static final String INSTALL_DATE = "InstallDate";

  /** Property that tells whether Windows was installed after a deployment reported. */
  static final String INSTALLED = "SMS_G_System_OPERATING_SYSTEM." + INSTALL_DATE;

  private final AdminService service;
  private final Fleet fleet;
  private final List<String> notes = new ArrayList<>();

  InventoryReader(AdminService service, Fleet fleet) {
    this.service = service;
    this.fleet = fleet;
  }

  @Override
  public List<String> read() {
    List<String> heard =
        HEARD.stream()
            .filter(one -> service.capabilities().offers(DEVICES.className() + "." + one))
            .toList();
    each(
        AntivirusReader.withAntivirus(service, DEVICES).also(heard.toArray(String[]::new)),
        (server, row) -> presence(server, row, heard));
    if (offered(SYSTEMS, Text.of("fleet-note.systems"))) {
      boolean installed = service.capabilities().offers(INSTALLED);
      each(
          installed ? SYSTEMS.also(INSTALL_DATE) : SYSTEMS,
          (server, row) ->
              fleet.system(
                  server,
                  OtherWindows.named(row.text("Caption"), row.text("BuildNumber")),
                  installed ? row.time(INSTALL_DATE) : Optional.empty()));
    }
    if (offered(SENSORS, Text.of("fleet-note.sensors"))) {
      each(SENSORS, this::sensor);
    }
    if (service.capabilities().offers(REVISION)) {
      each(
          BUILDS,
          (server, row) ->
              revision(row.text("BuildExt"))
                  .ifPresent(number -> fleet.facts().revision(server, number)));
    }
    fleet.findTwins();
    return notes;
  }

  /** Last part of a build, such as 2515 of 10.0.14393.2515. */
  private static OptionalInt revision(String build) {
    return build.matches("[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{1,6}[.][0-9]{1,6}")
        ? OptionalInt.of(Integer.parseInt(build.substring(build.lastIndexOf('.') + 1)))
        : OptionalInt.empty();
  }

  private boolean offered(ODataQuery query, Text fact) {
    boolean offered = service.capabilities().offers(query.className());
    if (!offered) {
      notes.add(missing(query, fact));
    }
    return offered;
  }

  /** Note on a class that inventory does not collect. */
  static String missing(ODataQuery query, Text fact) {
    return Text.of("fleet-note.class-missing", "class", query.className(), "fact", fact).toString();
  }

  private void presence(int server, Row row, List<String> heard) {
    Optional<Instant> inventoried = row.time("LastHardwareScan");
    fleet.presence(
        server,
        new Presence(
            row.flag("IsClient"),
            row.flag("IsActive"),
            row.flag("IsObsolete"),
            row.text("ClientVersion"),
            inventoried,
            Optional.empty(),
            Stream.concat(
                    inventoried.stream(), heard.stream().flatMap(one -> row.time(one).stream()))
                .max(Comparator.naturalOrder())));
    AntivirusReader.device(fleet, server, row);
  }

  /** Records a sensor; a row without a state is ignored. */
  private void sensor(int server, Row row) {
    row.number("OnboardingState")
        .ifPresent(state ->
            fleet.sensor(
                server,
                new Sensor(
                    state,
                    row.text("OrgId"),
                    row.flag("SenseIsRunning"),
                    row.time("LastConnected"))));
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
