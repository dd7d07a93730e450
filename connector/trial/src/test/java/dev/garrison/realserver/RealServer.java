package dev.garrison.realserver;

import dev.garrison.windows.WineMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The server under Wine, put into the state of a fresh one before each play. What stands in for
 * Windows there is in {@code mecm-scripts/src/test/server}.
 *
 * @param machine as its client sees it
 */
record RealServer(WineMachine machine) {
  private static final String WINDOWS = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
  private static final String TEST = "SOFTWARE\\Garrison Test";
  static final String STATUS = "SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status";
  static final String POLICY = "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";
  private static final String SERVICES = "SYSTEM\\CurrentControlSet\\Services\\";
  private static final String CLIENT = "SOFTWARE\\Microsoft\\CCM\\Logging\\@Global";
  private static final String LOGS = "C:\\Windows\\CCM\\Logs";
  private static final Map<String, String> BUILDS = Map.of("2016", "14393", "2019", "17763");

  /** What onboarding, its settings and its tests leave behind. */
  private static final List<String> LEFT =
      List.of(
          "SOFTWARE\\Microsoft\\Windows Advanced Threat Protection",
          "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection",
          "SOFTWARE\\Policies\\Microsoft\\Windows Defender",
          "SOFTWARE\\Policies\\Microsoft\\Windows\\DataCollection",
          "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{AAAAAAAA-2222-4333-8444-555555555555}",
          "SOFTWARE\\Garrison",
          TEST);

  /** Makes it a fresh server of a system. */
  void become(String system) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    Stream.of("powershell.exe", "pwsh.exe").forEach(program -> lines.add("kill\t" + program));
    Stream.of("Sense", "ekrn").forEach(service -> lines.add("stop\t" + service));
    LEFT.forEach(key -> lines.add("forget\t" + key));
    lines.add(
        write(WINDOWS, "CurrentBuildNumber", "string", Objects.requireNonNull(BUILDS.get(system))));
    lines.add(write(WINDOWS, "InstallationType", "string", "Server"));
    lines.add(write(WINDOWS, "EditionID", "string", "ServerStandard"));
    lines.add(write(SERVICES + "Sense", "Start", "dword", "3"));
    lines.add(
        write(
            SERVICES + "WinDefend", "ImagePath", "string", "\"C:\\Garrison Test\\platform.exe\""));
    lines.add(write(CLIENT, "LogDirectory", "string", LOGS));
    lines.add(write(TEST + "\\Feature", "Windows-Defender", "string", "Enabled"));
    lines.add(write(TEST + "\\Antivirus", "AMRunningMode", "string", "Normal"));
    lines.add(write(TEST + "\\Antivirus", "AMProductVersion", "string", "4.18.26030.3011"));
    lines.add(write(TEST + "\\Antivirus", "RealTimeProtectionEnabled", "dword", "1"));
    Stream.of("ekrn", "xagt", "HealthService", "WdNisSvc").forEach(name -> lines.add(hide(name)));
    if (system.equals("2016")) {
      lines.add(hide("Sense"));
    }
    lines.add("start\tWinDefend");
    machine.change(lines);
    if (system.equals("2016")) {
      Path kernel = machine.path("C:\\Garrison Test\\kernel-2016.exe");
      for (String part : List.of("ntoskrnl.exe", "tdh.dll")) {
        Path target = machine.path("C:\\windows\\system32").resolve(part);
        Files.copy(kernel, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    empty(machine.path("C:\\Windows\\ccmcache"));
    empty(machine.path(LOGS));
    Files.createDirectories(machine.path(LOGS));
    Files.deleteIfExists(machine.path("C:\\msiexec.txt"));
  }

  /** Restarts it: keys that live until then go, and services start anew. */
  void restart(int boots) throws IOException, InterruptedException {
    machine.change(
        List.of(
            "stop\tSense",
            "stop\tWinDefend",
            "forget\tSOFTWARE\\Garrison\\DefenderForEndpoint\\RestartPending",
            write(TEST, "Boots", "dword", String.valueOf(boots)),
            "start\tWinDefend"));
  }

  static String write(String key, String name, String kind, String value) {
    return String.join("\t", "write", key, name, kind, value);
  }

  private static String hide(String service) {
    return write(TEST + "\\Hidden", service, "string", "");
  }

  /** Makes it one whose sensor reports to a tenant already. */
  void onboard(String tenant) throws IOException, InterruptedException {
    machine.change(
        List.of(
            write(
                POLICY,
                "OnboardingInfo",
                "string",
                "{\"body\":\"{\\\"orgId\\\":\\\"" + tenant + "\\\"}\"}"),
            "start\tSense",
            write(STATUS, "OrgId", "string", tenant),
            write(STATUS, "OnboardingState", "dword", "1")));
  }

  /** A value of its registry; empty text if there is none. */
  String value(String key, String name) throws IOException, InterruptedException {
    return machine.registry(List.of(key)).value(key, name).orElse("");
  }

  /** Another antivirus runs on it. */
  void otherAntivirus() throws IOException, InterruptedException {
    machine.change(List.of("forget\t" + TEST + "\\Hidden", "start\tekrn"));
  }

  /** A wish of the test, such as an exit code of the installer. */
  void wish(String part, String name, String kind, String value)
      throws IOException, InterruptedException {
    machine.change(List.of(write(TEST + "\\" + part, name, kind, value)));
  }

  void stop(String service) throws IOException, InterruptedException {
    machine.change(List.of("stop\t" + service));
  }

  private static void empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
