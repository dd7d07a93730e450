package dev.garrison.lab.adminservice.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.DeviceInventory;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.Snapshot;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Classes from which a site knows services, programs, and antivirus of its devices. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source =
        "learn.microsoft.com/intune/configmgr/core/clients/manage/inventory/resource-explorer-classes",
    says =
        "Services come from Win32_Service with their state, programs from the uninstall entries. No class that a site has by default tells the mode in which Microsoft Defender Antivirus runs.")
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "public views of a site's database and COM models of its provider",
    says =
        "SMS_G_System_AntimalwareHealthStatus and the EP columns of SMS_CombinedDeviceResources come from clients that Endpoint Protection manages; without that role there is no row and every column is null.")
@KnownFrom(
    mark = Mark.INFERRED,
    source =
        "learn.microsoft.com/intune/configmgr/core/clients/manage/inventory/extend-hardware-inventory",
    says =
        "An administrator who adds MSFT_MpComputerStatus of"
            + " root\\Microsoft\\Windows\\Defender to hardware inventory gets"
            + " SMS_G_System_MSFT_MPCOMPUTERSTATUS with AMRunningMode. Real-time protection"
            + " is off in passive mode. All of these values are from the last inventory.")
public final class AntivirusRows {
  /** The class that an administrator adds to inventory. */
  public static final String MODE = "SMS_G_System_MSFT_MPCOMPUTERSTATUS";

  private static final String PLATFORM = "4.18.26030.3011";
  private static final int MANAGED = 3;
  private static final Provenance SERVICES =
      Provenance.documented(
          "learn.microsoft.com/intune/configmgr/core/clients/manage/inventory/resource-explorer-classes");
  private static final Provenance ADDED =
      new Provenance(
          Mark.INFERRED,
          "learn.microsoft.com/intune/configmgr/core/clients/manage/inventory/extend-hardware-inventory");
  private static final Provenance READ =
      new Provenance(Mark.WORKING_CODE, "public scripts that read it through the AdminService");
  private static final Provenance HEALTH =
      new Provenance(
          Mark.WORKING_CODE, "public views of a site's database and COM models of its provider");

  private final Fleet fleet;
  private final DeviceInventory inventory;
  private final boolean role;

  /**
   * Creates the classes of a fleet.
   *
   * @param role whether Endpoint Protection manages the clients
   */
  public AntivirusRows(Fleet fleet, DeviceInventory inventory, boolean role) {
    this.fleet = fleet;
    this.inventory = inventory;
    this.role = role;
  }

  Stream<FixedRows> classes() {
    return Stream.of(
        of("SMS_G_System_SERVICE", SERVICES, this::services),
        of("SMS_G_System_ADD_REMOVE_PROGRAMS", SERVICES, _ -> List.of()),
        of("SMS_G_System_ADD_REMOVE_PROGRAMS_64", SERVICES, this::programs),
        of("SMS_G_System_INSTALLED_SOFTWARE", READ, this::software),
        of(MODE, ADDED, this::mode),
        new FixedRows(
            "SMS_G_System_AntimalwareHealthStatus",
            HEALTH,
            () -> InventoryRows.devices(fleet).filter(this::isManaged).map(this::health)));
  }

  private FixedRows of(String type, Provenance source, Function<Device, List<Rows>> rows) {
    return new FixedRows(type, source, () -> InventoryRows.rows(fleet, rows));
  }

  private Snapshot last(Device device) {
    return inventory.last(device.index());
  }

  private List<Rows> services(Device device) {
    return last(device).services().stream()
        .map(service ->
            Rows.row()
                .set("Name", service.name())
                .set("DisplayName", service.name())
                .set("StartMode", service.startMode())
                .set("State", service.state()))
        .toList();
  }

  private List<Rows> programs(Device device) {
    return last(device).programs().stream()
        .map(name -> Rows.row().set("DisplayName", name).set("ProdID", name))
        .toList();
  }

  private List<Rows> software(Device device) {
    return last(device).programs().stream()
        .map(name ->
            Rows.row()
                .set("ARPDisplayName", name)
                .set("ProductName", name)
                .set("SoftwareCode", name))
        .toList();
  }

  private List<Rows> mode(Device device) {
    Snapshot last = last(device);
    return last.runningMode().stream()
        .map(mode ->
            Rows.row()
                .set("AMRunningMode", mode)
                .set("AMProductVersion", PLATFORM)
                .set("AntivirusEnabled", true)
                .set("RealTimeProtectionEnabled", last.realTime()))
        .toList();
  }

  /** Whether Endpoint Protection manages a device that has an antivirus of Microsoft's. */
  private boolean isManaged(Device device) {
    return role && last(device).runningMode().isPresent();
  }

  private ObjectNode health(Device device) {
    boolean realTime = last(device).realTime();
    return Rows.row()
        .set("ResourceID", device.resourceId())
        .set("Enabled", true)
        .set("Version", PLATFORM)
        .set("RtpEnabled", realTime)
        .set("OnAccessProtectionEnabled", realTime)
        .set("AntivirusEnabled", true)
        .set("AntispywareEnabled", true)
        .done();
  }

  /** Sets the columns of SMS_CombinedDeviceResources on Endpoint Protection. */
  void columns(Device device, Rows row) {
    if (device.isInventoried() && isManaged(device)) {
      row.set("EPEnabled", true)
          .set("EPAntivirusEnabled", true)
          .set("EPAntispywareEnabled", true)
          .set("EPClientVersion", PLATFORM)
          .set("EPDeploymentState", MANAGED);
    }
  }
}
