package dev.garrison.lab.adminservice.pivot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.Antiviruses;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.OperatingSystem;
import dev.garrison.lab.device.Registry;
import dev.garrison.lab.device.Sensors;
import dev.garrison.lab.device.Snapshot;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Data that a client can read on its own device. */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "learn.microsoft.com/powershell/module/defender/get-mpcomputerstatus",
    says =
        "EPStatus answers columns of Get-MpComputerStatus, among them AMRunningMode and AMProductVersion, and no row where Defender is not installed.")
final class ClientView {
  private static final String HIVE = "hklm:\\";
  private static final String DEFENDER_POLICY = "software\\policies\\microsoft\\windows defender";
  private static final String SENSOR_FILE =
      "c:\\program files\\windows defender advanced threat protection\\mssense.exe";
  private static final String MANY_FILES = "c:\\windows\\*";
  private static final int MANY = 2000;
  private static final String AGENT_SENSOR = "10.8760.27617.1006";
  private static final String BUILT_IN_SENSOR = "10.8797.25857.1000";
  private static final String PLATFORM = "4.18.26030.3011";

  private final Fleet fleet;
  private final Sensors sensors;
  private final Antiviruses antiviruses;

  ClientView(Fleet fleet, Sensors sensors, Antiviruses antiviruses) {
    this.fleet = fleet;
    this.sensors = sensors;
    this.antiviruses = antiviruses;
  }

  Stream<ObjectNode> rows(int index, PivotQuery query) {
    Device device = fleet.at(index);
    return rows(device, query).map(row -> row.set("Device", device.name()).done());
  }

  private Stream<Rows> rows(Device device, PivotQuery query) {
    return switch (query.entity()) {
      case DEVICE -> Stream.of(Rows.row());
      case REGISTRY -> registry(device, query.argument());
      case SERVICE -> services(device);
      case FILE -> files(device, query.argument());
      case EP_STATUS -> antivirus(device);
      case QUICK_FIX_ENGINEERING ->
          device.condition().updates().stream().map(number -> Rows.row().set("HotFixID", number));
      case OPERATING_SYSTEM ->
          Stream.of(
              Rows.row()
                  .set("Caption", device.os().caption())
                  .set("Version", device.os().version()));
    };
  }

  private Stream<Rows> registry(Device device, String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (!lower.startsWith(HIVE)) {
      return Stream.of();
    }
    String key = lower.substring(HIVE.length());
    Registry registry = new Registry(device, sensors, antiviruses.asked(device.index()));
    Stream<Rows> known =
        Stream.of(
                "OnboardingState",
                "OrgId",
                "ForceDefenderPassiveMode",
                "Start",
                Sensors.ONBOARDING_VALUE,
                Sensors.OFFBOARDING_VALUE)
            .flatMap(name -> registry.value(key, name).map(value -> value(name, value)).stream());
    if (key.equals(DEFENDER_POLICY) && antiviruses.isDisabled(device.index())) {
      return Stream.of(value("DisableAntiSpyware", "1"));
    }
    return known;
  }

  private static Rows value(String name, String value) {
    return Rows.row().set("Property", name).set("Value", value);
  }

  private Stream<Rows> services(Device device) {
    return now(device).services().stream()
        .map(service ->
            Rows.row()
                .set("Name", service.name())
                .set("State", service.state())
                .set("StartMode", service.startMode()));
  }

  private Snapshot now(Device device) {
    return Snapshot.of(device, sensors, antiviruses);
  }

  private Stream<Rows> files(Device device, String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (lower.equals(MANY_FILES)) {
      return IntStream.range(0, MANY)
          .mapToObj(
              number -> file("C:\\Windows\\a-file-of-windows-%04d.dll".formatted(number), ""));
    }
    return lower.equals(SENSOR_FILE)
        ? sensorVersion(device).map(version -> file(path, version)).stream()
        : Stream.of();
  }

  private static Rows file(String name, String version) {
    return Rows.row().set("FileName", name).set("Version", version).set("Size", 10_240);
  }

  private Optional<String> sensorVersion(Device device) {
    if (device.os().needsAgent()) {
      return sensors.hasAgent(device.index()) ? Optional.of(AGENT_SENSOR) : Optional.empty();
    }
    return device.os().isServer() && device.os() != OperatingSystem.SERVER_2012
        ? Optional.of(BUILT_IN_SENSOR)
        : Optional.empty();
  }

  private Stream<Rows> antivirus(Device device) {
    Snapshot now = now(device);
    return now.runningMode().stream()
        .map(mode ->
            Rows.row()
                .set("AMRunningMode", mode)
                .set("AMProductVersion", PLATFORM)
                .set("RealTimeProtectionEnabled", now.realTime()));
  }
}
