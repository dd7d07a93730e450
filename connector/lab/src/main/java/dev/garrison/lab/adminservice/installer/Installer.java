package dev.garrison.lab.adminservice.installer;

import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.Antiviruses;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Registry;
import dev.garrison.lab.device.Sensors;
import dev.garrison.lab.device.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Simulates an install command on a device. No script runs: the effect follows from the onboarding
 * or offboarding file in the content, from the lists of products beside it, and from the command
 * line, whose parameters have to be those of the script. {@link SettingsScript} handles the command
 * lines for settings, and {@link RemovalScript} those that offboard.
 *
 * @param sensors changed by onboarding
 * @param antiviruses changed by the antivirus mode
 * @param workspaces changed when a device's Microsoft Monitoring Agent leaves one
 * @param now the time on the device
 */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "this project, mecm-scripts: the help of the scripts",
    says =
        "A parameter that the script in the content does not have results in exit code"
            + " 1. Content with an onboarding file onboards the server. It exits with 20003"
            + " if the sensor reports to another tenant, and, with -Antivirus passive, with"
            + " 20011 while ForceDefenderPassiveMode is not 1. If the content includes a list"
            + " of products, -Antivirus active exits with 20004 if an antivirus of the list"
            + " or of the manifest is installed (for the mode alone: if it runs), -Antivirus"
            + " passive with 20014 if none runs and none is stated, and both with 20009 if a"
            + " line is invalid or a list doesn't end with the number of its lines. With -Workspace, only that workspace is removed from the"
            + " Microsoft Monitoring Agent once the sensor is onboarded. Content without an"
            + " onboarding file, run with -Antivirus, sets that value. Content with an"
            + " offboarding file offboards the server. With any -AfterOffboarding,"
            + " ForceDefenderPassiveMode is removed. With disable, the feature is removed and"
            + " the exit code is 3010. With uninstall-agent, the agent is removed from 2012"
            + " R2 and 2016 and, if the value was 1, the feature as well. Without"
            + " -AfterOffboarding, an onboarded server where the value is 1 exits with 20046."
            + " If Defender would be removed and no other antivirus runs, it exits with 20014"
            + " unless -WithoutAntivirus names the server. Another tenant results in 20003,"
            + " another package in 20040, an expired package in 20041.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "this project, mecm-scripts: PendingOnboarding.ps1",
    says =
        "A sensor that doesn't reach its service does later what the registry then tells it."
            + " Until then onboarding exits with 20022 and offboarding with 20043. Offboarding"
            + " where onboarding is pending only removes OnboardingInfo. Onboarding where"
            + " offboarding is pending removes the offboarding value, and OnboardingPending"
            + " stays until a run in which the sensor has connected.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source =
        "learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-windows-server-configure",
    says =
        "ForceDefenderPassiveMode counts while the sensor is onboarded, and an offboarded server's antivirus is active; under tamper protection an antivirus that is active on an onboarded server stays so, whatever it is set to. FORCEPASSIVEMODE=1 counts until the sensor is onboarded. 2012 R2 has no Defender without the agent, and its Defender has no automatic exclusions. Since platform 4.18.2208.0 DisableAntiSpyware makes an onboarded server passive; set before onboarding, it turns the antivirus off.")
public record Installer(
    Sensors sensors, Antiviruses antiviruses, Workspaces workspaces, Supplier<Instant> now) {
  private static final Set<String> MODES = Set.of("active", "passive");
  private static final OnboardingFile FILE = new OnboardingFile();
  private static final String OFFBOARDING = ".offboarding";
  private static final int OTHER_TENANT = 20003;
  private static final int OTHER_ANTIVIRUS = 20004;
  private static final int NO_OTHER_ANTIVIRUS = 20014;
  private static final int PASSIVE_MODE_NOT_SET = 20011;
  private static final int POWERSHELL_FAILED = 1;
  private static final int INVALID_ARGUMENT = 20001;
  private static final int CONTENT_INCOMPLETE = 20009;
  private static final int NOT_PROVEN = 20022;
  private static final int RESTART = 3010;
  private static final String NOTES = "SOFTWARE\\Garrison\\DefenderForEndpoint";
  private static final String PENDING = "OnboardingPending";
  private static final int SHORT = 1;

  /** Effect of an install command on a sensor. */
  public enum Direction {
    ONBOARDS,
    OFFBOARDS,
    NEITHER
  }

  /** Determines the effect on the sensor from the file names of the content. */
  public static Direction direction(Digest.Kind kind) {
    if (hasFile(kind, OFFBOARDING)) {
      return Direction.OFFBOARDS;
    }
    return hasFile(kind, ".onboarding") ? Direction.ONBOARDS : Direction.NEITHER;
  }

  private static boolean hasFile(Digest.Kind kind, String ending) {
    return kind.content().stream()
        .flatMap(content -> content.files().keySet().stream())
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(ending));
  }

  /** Registry as an installation finds it or left it. */
  public Registry registry(Device device) {
    return new Registry(device, sensors, antiviruses.asked(device.index()));
  }

  /**
   * Run time of a command in minutes.
   *
   * @param folder its content, if it has any
   */
  public int minutes(Digest.Kind kind, Optional<Path> folder, Device device) {
    return setsMode(kind, folder) || SettingsScript.isCalled(kind)
        ? SHORT
        : device.traits().minutes();
  }

  /**
   * Runs a command to its end.
   *
   * @param attempt the number of the attempt, from 1
   * @return the exit code
   */
  public int run(Digest.Kind kind, Optional<Path> folder, Device device, int attempt) {
    ScriptCall call = ScriptCall.in(kind.installCommand());
    if (call.isRefused(folder)) {
      return POWERSHELL_FAILED;
    }
    if (SettingsScript.isCalled(kind)) {
      return new SettingsScript(call).run(device.index(), sensors);
    }
    if (mode(kind).filter(word -> !MODES.contains(word)).isPresent()) {
      return INVALID_ARGUMENT;
    }
    if (setsMode(kind, folder)) {
      Optional<Integer> refusal = products(kind, folder, device);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      antiviruses.ask(device.index(), isPassive(kind) ? 1 : 0);
      return 0;
    }
    if (direction(kind) == Direction.OFFBOARDS) {
      return new RemovalScript(call, device, sensors, antiviruses)
          .run(
              folder.flatMap(
                  path -> kind.content().flatMap(content -> FILE.offboarding(path, content))),
              ProductList.in(folder),
              now.get());
    }
    if (device.traits().exitCode() != 0) {
      return device.traits().exitCode();
    }
    Optional<String> orgId = orgId(kind, folder);
    if (orgId.isPresent() && reportsToAnother(device, orgId.get())) {
      return OTHER_TENANT;
    }
    Optional<Integer> refusal =
        orgId
            .flatMap(_ -> products(kind, folder, device))
            .or(() ->
                orgId
                    .filter(_ -> mode(kind).isPresent())
                    .flatMap(_ -> WindowsParts.refusal(device, isPassive(kind))));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (device.traits().undetected()) {
      return 0;
    }
    if (orgId.isPresent()
        && isPassive(kind)
        && !antiviruses.asked(device.index()).equals(Optional.of(1))) {
      return PASSIVE_MODE_NOT_SET;
    }
    if (device.traits().needsReboot() && attempt == 1) {
      if (device.os().needsAgent()) {
        sensors.install(device.index());
        antiviruses.agentInstalled(device.index(), isPassive(kind));
      }
      return RESTART;
    }
    return orgId.map(organisation -> onboard(call, device.index(), organisation)).orElse(0);
  }

  private int onboard(ScriptCall call, int device, String organisation) {
    boolean onboarded = sensors.orgId(device).isPresent();
    boolean leaving =
        onboarded
            && (sensors.written(device, Sensors.POLICY, Sensors.OFFBOARDING_VALUE).isPresent()
                || sensors.written(device, NOTES, PENDING).isPresent());
    new SettingsScript(call).writeBeforeOnboarding(device, sensors);
    if (leaving) {
      sensors.write(device, NOTES, PENDING, "0");
    }
    sensors.onboard(device, organisation);
    if (!sensors.isConnected(device) && (leaving || !onboarded)) {
      return NOT_PROVEN;
    }
    sensors.remove(device, NOTES, PENDING);
    antiviruses.onboarded(device);
    call.value("Workspace").ifPresent(workspace -> workspaces.remove(device, workspace));
    return 0;
  }

  /** Restarts a device, and returns its index. */
  public int restarted(Device device) {
    antiviruses.restarted(device.index());
    return device.index();
  }

  /** Exit code of a script that refuses a device because of the other products on it. */
  private Optional<Integer> products(Digest.Kind kind, Optional<Path> folder, Device device) {
    Optional<ProductList> list = ProductList.in(folder);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    if (mode(kind).isPresent() && !list.get().isUnderstood()) {
      return Optional.of(CONTENT_INCOMPLETE);
    }
    Snapshot found = Snapshot.of(device, sensors, antiviruses);
    if (isPassive(kind)) {
      LocalDate today = LocalDate.ofInstant(now.get(), ZoneOffset.UTC);
      return list.get().isProtected(device.name(), found, today)
          ? Optional.empty()
          : Optional.of(NO_OTHER_ANTIVIRUS);
    }
    boolean stands =
        setsMode(kind, folder) ? list.get().isRunning(found) : list.get().hasAntivirus(found);
    return mode(kind).isPresent() && stands ? Optional.of(OTHER_ANTIVIRUS) : Optional.empty();
  }

  private boolean reportsToAnother(Device device, String organisation) {
    return sensors
        .orgId(device.index())
        .filter(found -> !found.equalsIgnoreCase(organisation))
        .isPresent();
  }

  private static boolean setsMode(Digest.Kind kind, Optional<Path> folder) {
    return mode(kind).isPresent() && orgId(kind, folder).isEmpty();
  }

  private static boolean isPassive(Digest.Kind kind) {
    return mode(kind).filter("passive"::equals).isPresent();
  }

  private static Optional<String> mode(Digest.Kind kind) {
    return ScriptCall.in(kind.installCommand())
        .value("Antivirus")
        .map(word -> word.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> orgId(Digest.Kind kind, Optional<Path> folder) {
    return folder.flatMap(path -> kind.content().flatMap(content -> FILE.orgId(path, content)));
  }
}
