package dev.garrison.lab.adminservice.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.client.Contacts;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.PropertyTable;
import dev.garrison.lab.adminservice.schema.Provenance;
import dev.garrison.lab.adminservice.schema.Schema;
import dev.garrison.lab.adminservice.wql.WqlSource;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.Sensors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Provider classes that show discovery and inventory data of devices, to callers and to WQL. */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference: SMS_R_System server WMI class",
    says = "ResourceNames holds a device's full DNS name; the page documents only its type.")
public final class DeviceRows implements WqlSource {
  private static final String SYSTEM = "SMS_R_System";
  private static final String OS = "SMS_G_System_OPERATING_SYSTEM";
  private static final String SENSOR = "SMS_G_System_AdvancedThreatProtectionHealthStatus";
  private static final String COMBINED = "SMS_CombinedDeviceResources";

  /** Time since Windows was installed, at the start of a site. */
  private static final Duration AGE = Duration.ofDays(400);

  private static final Duration SILENCE = Duration.ofDays(40);
  private static final Provenance SOURCE =
      Provenance.documented("MicrosoftDocs/SCCMdocs, sccm/develop/reference/core/clients");

  private final Schema schema;
  private final Fleet fleet;
  private final Sensors sensors;
  private final Contacts contacts;
  private final List<String> primaries;
  private final AntivirusRows antivirus;

  /**
   * Creates the classes for a fleet and its sensors.
   *
   * @param primaries the sites to which clients are assigned, in turn
   * @param contacts times of the devices' contact with the site
   * @param antivirus the classes on services, programs, and antivirus
   */
  public DeviceRows(
      List<String> primaries,
      Schema schema,
      Fleet fleet,
      Sensors sensors,
      Contacts contacts,
      AntivirusRows antivirus) {
    this.antivirus = antivirus;
    this.contacts = contacts;
    this.primaries = List.copyOf(primaries);
    this.schema = schema;
    this.fleet = fleet;
    this.sensors = sensors;
  }

  /** The classes to serve. */
  public List<ProviderClass> classes() {
    return Stream.concat(
            Stream.of(SYSTEM, OS, SENSOR, COMBINED)
                .map(type -> new FixedRows(type, SOURCE, () -> rows(type))),
            Stream.concat(new InventoryRows(fleet).classes(), antivirus.classes()))
        .<ProviderClass>map(rows -> rows)
        .filter(rows -> schema.find(rows.name()).isPresent())
        .toList();
  }

  private Stream<ObjectNode> rows(String type) {
    return IntStream.range(0, fleet.size())
        .mapToObj(index -> row(type, index))
        .flatMap(Optional::stream);
  }

  @Override
  public int devices() {
    return fleet.size();
  }

  @Override
  public Optional<String> type(String name) {
    return Stream.of(SYSTEM, OS, SENSOR).filter(name::equalsIgnoreCase).findFirst();
  }

  @Override
  public Optional<String> property(String type, String property) {
    return schema.require(type).queried(property).map(PropertyTable::name);
  }

  @Override
  public boolean isNumber(String type, String property) {
    return schema
        .require(type)
        .property(property)
        .filter(table -> table.edm().name().startsWith("Edm.Int"))
        .isPresent();
  }

  @Override
  public Optional<ObjectNode> row(String type, int index) {
    Device device = fleet.at(index);
    return switch (type) {
      case SYSTEM -> Optional.of(system(device));
      case OS -> device.isInventoried() ? Optional.of(operatingSystem(device)) : Optional.empty();
      case SENSOR -> report(device).map(report -> sensor(device, report));
      case COMBINED -> Optional.of(combined(device));
      default -> throw new IllegalStateException("no rows for " + type);
    };
  }

  /** Last inventory report of the sensor; at the start, the state in the registry. */
  private Optional<Sensors.Report> report(Device device) {
    return device.isInventoried()
        ? sensors
            .reported(device.index())
            .or(() ->
                device
                    .onboardedTo()
                    .map(tenant -> new Sensors.Report(tenant, true, true, contacts.origin())))
        : Optional.empty();
  }

  private ObjectNode system(Device device) {
    boolean client = device.clientVersion().isPresent();
    return Rows.row()
        .set("ResourceId", device.resourceId())
        .set("ResourceType", 5)
        .set("Name", device.name())
        .set("NetbiosName", device.name())
        .set("ResourceDomainORWorkgroup", "LAB")
        .set("ResourceNames", List.of(device.name().toLowerCase(Locale.ROOT) + "." + Device.DOMAIN))
        .set("Active", device.polls() && contacts.isActive(device.index()) ? 1 : 0)
        .set("Client", client ? 1 : 0)
        .set("ClientType", 1)
        .set("ClientVersion", device.clientVersion().orElse(null))
        .set("Decommissioned", 0)
        .set("Obsolete", device.contact().obsolete() ? 1 : 0)
        .set("Unknown", 0)
        .set("OperatingSystemNameandVersion", device.os().discovered())
        .set("BuildExt", client ? device.fullBuild() : null)
        .set("SMSUniqueIdentifier", client ? guid(device) : null)
        .set("SMSAssignedSites", client ? List.of(primary(device)) : List.of())
        .done();
  }

  private String primary(Device device) {
    return siteOf(device.index());
  }

  /** Primary site to which a device is assigned. */
  public String siteOf(int index) {
    return primaries.get(index % primaries.size());
  }

  private static String guid(Device device) {
    return "GUID:"
        + String.format("%08X-0000-4000-8000-%012X", device.index() + 1, device.resourceId());
  }

  private ObjectNode operatingSystem(Device device) {
    return Rows.row()
        .set("GroupID", 1)
        .set("ResourceID", device.resourceId())
        .set("Caption", device.os().caption())
        .set("BuildNumber", device.os().build())
        .set("Version", device.os().version())
        .setTime("InstallDate", Optional.of(contacts.origin().minus(AGE)))
        .done();
  }

  /** A sensor that runs has connected again by the last inventory. */
  private Instant connected(Device device, Sensors.Report report) {
    return inventoried(device)
        .filter(scan -> report.running() && scan.isAfter(report.lastConnected()))
        .orElse(report.lastConnected());
  }

  private ObjectNode sensor(Device device, Sensors.Report report) {
    return Rows.row()
        .set("ResourceID", device.resourceId())
        .set("OnboardingState", report.onboarded() ? 1 : 0)
        .set("OrgId", report.orgId())
        .set("SenseIsRunning", report.running())
        .set("LastConnected", connected(device, report))
        .done();
  }

  private ObjectNode combined(Device device) {
    boolean client = device.clientVersion().isPresent();
    Rows row = Rows.row();
    antivirus.columns(device, row);
    return row.set("ResourceID", device.resourceId())
        .set("ResourceType", 5)
        .set("Name", device.name())
        .set("Domain", "LAB")
        .set("SiteCode", primary(device))
        .set("IsClient", client)
        .set("IsActive", device.polls() && contacts.isActive(device.index()))
        .set("IsObsolete", device.contact().obsolete())
        .setTime("LastHardwareScan", inventoried(device))
        .set("ClientVersion", device.clientVersion().orElse(null))
        .set("DeviceOS", device.os().discovered())
        .set("ClientState", client ? device.condition().restart() : 0)
        .setTime("LastDDR", client ? contacts.heartbeat(device.index()) : Optional.empty())
        .setTime("LastPolicyRequest", client ? contacts.policy(device.index()) : Optional.empty())
        .set("SMSID", client ? guid(device) : null)
        .done();
  }

  private Optional<Instant> inventoried(Device device) {
    if (!device.isInventoried()) {
      return Optional.empty();
    }
    return Optional.of(
        device.polls() ? contacts.inventory(device.index()) : contacts.origin().minus(SILENCE));
  }
}
