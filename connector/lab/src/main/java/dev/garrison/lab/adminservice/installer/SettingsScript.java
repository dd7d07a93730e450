package dev.garrison.lab.adminservice.installer;

import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.Sensors;
import java.util.Optional;

/** Sets sample sharing and proxies as a command line specifies them. */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "this project, mecm-scripts: the help of the scripts",
    says =
        "Set-DefenderSettings.ps1 writes AllowSampleCollection, TelemetryProxyServer with DisableEnterpriseAuthProxy, and ProxyServer, and notes each proxy; one that is no longer given is removed where it is still what was noted. The wrapper writes them before it onboards, without a note. Values that a policy holds end with 20031.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com/defender-endpoint/configure-proxy-internet",
    says = "The sensor takes TelemetryProxyServer, the antivirus ProxyServer, from these keys.")
final class SettingsScript {
  private static final String NAME = "Set-DefenderSettings.ps1";
  private static final String POLICY =
      "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";
  private static final String DATA = "SOFTWARE\\Policies\\Microsoft\\Windows\\DataCollection";
  private static final String DEFENDER = "SOFTWARE\\Policies\\Microsoft\\Windows Defender";
  private static final String NOTES = "SOFTWARE\\Garrison\\DefenderSettings";
  private static final String SENSOR_PROXY = "TelemetryProxyServer";
  private static final String NO_USER_PROXY = "DisableEnterpriseAuthProxy";
  private static final String ANTIVIRUS_PROXY = "ProxyServer";
  private static final String SAMPLES = "AllowSampleCollection";
  private static final int NOT_SET = 20031;

  private final ScriptCall call;

  SettingsScript(ScriptCall call) {
    this.call = call;
  }

  static boolean isCalled(Digest.Kind kind) {
    return kind.installCommand().contains(NAME);
  }

  private Optional<String> samples() {
    return call.value("SampleSharing").map(word -> word.equals("all") ? "1" : "0");
  }

  /** Writes the settings as the wrapper does before onboarding. */
  void writeBeforeOnboarding(int device, Sensors sensors) {
    samples().ifPresent(value -> sensors.write(device, POLICY, SAMPLES, value));
    call.value("SensorProxy")
        .ifPresent(server -> sensors.write(device, DATA, SENSOR_PROXY, server));
    call.value("AntivirusProxy")
        .ifPresent(server -> sensors.write(device, DEFENDER, ANTIVIRUS_PROXY, server));
    sensors.write(device, DATA, NO_USER_PROXY, "1");
  }

  /** Runs the script, and returns the exit code. */
  int run(int device, Sensors sensors) {
    if (sensors.isHeld(device)) {
      return NOT_SET;
    }
    samples().ifPresent(value -> sensors.write(device, POLICY, SAMPLES, value));
    Proxy sensor = new Proxy(device, sensors, DATA, SENSOR_PROXY, "SensorProxy");
    sensor.become(call.value("SensorProxy"));
    if (call.value("SensorProxy").isPresent()) {
      sensors.write(device, DATA, NO_USER_PROXY, "1");
    }
    new Proxy(device, sensors, DEFENDER, ANTIVIRUS_PROXY, "AntivirusProxy")
        .become(call.value("AntivirusProxy"));
    return 0;
  }

  /** A proxy setting, and the note about it in the registry. */
  private record Proxy(int device, Sensors sensors, String key, String name, String note) {
    void become(Optional<String> server) {
      if (server.isPresent()) {
        sensors.write(device, NOTES, note, server.get());
        sensors.write(device, key, name, server.get());
        sensors.write(device, NOTES, note + "Set", "1");
        return;
      }
      Optional<String> noted = sensors.written(device, NOTES, note);
      if (noted.isEmpty()) {
        return;
      }
      if (sensors.written(device, key, name).equals(noted)) {
        sensors.remove(device, key, name);
      }
      sensors.write(device, NOTES, note + "Set", "0");
      sensors.remove(device, NOTES, note);
    }
  }
}
