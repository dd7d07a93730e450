package dev.garrison.lab.adminservice.installer;

import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.Antiviruses;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Registry;
import dev.garrison.lab.device.Sensors;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs an install command on a device. No script runs: what it does follows from the onboarding
 * file in its content and from the word behind {@code -Antivirus} in its command line.
 *
 * @param sensors what onboarding changes
 * @param antiviruses what the antivirus mode changes
 */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "this project, mecm-scripts: what the scripts say that they do",
    says =
        "Content with an onboarding file onboards; with -Antivirus passive it ends with 20011 while ForceDefenderPassiveMode is not 1. Content without one, called with -Antivirus, sets that value.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source =
        "learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-windows-server-configure",
    says =
        "ForceDefenderPassiveMode counts once the sensor is onboarded; under tamper protection an antivirus that is active stays so, whatever it is set to.")
public record Installer(Sensors sensors, Antiviruses antiviruses) {
  private static final Pattern MODE = Pattern.compile("(?i)\\s-Antivirus\\s+(active|passive)\\b");
  private static final OnboardingFile FILE = new OnboardingFile();
  private static final int PASSIVE_MODE_NOT_SET = 20011;
  private static final int RESTART = 3010;
  private static final int SHORT = 1;

  /** The registry as an installation finds or left it. */
  public Registry registry(Device device) {
    return new Registry(device, sensors.orgId(device.index()), antiviruses.asked(device.index()));
  }

  /**
   * How long it runs.
   *
   * @param folder its content, as far as it has any
   */
  public int minutes(Digest.Kind kind, Optional<Path> folder, Device device) {
    return setsMode(kind, folder) ? SHORT : device.traits().minutes();
  }

  /**
   * Runs it to its end.
   *
   * @param attempt which one this is, from 1
   * @return the exit code
   */
  public int run(Digest.Kind kind, Optional<Path> folder, Device device, int attempt) {
    if (setsMode(kind, folder)) {
      antiviruses.ask(device.index(), isPassive(kind) ? 1 : 0);
      return 0;
    }
    if (device.traits().exitCode() != 0) {
      return device.traits().exitCode();
    }
    if (device.traits().needsReboot() && attempt == 1) {
      return RESTART;
    }
    Optional<String> orgId = orgId(kind, folder);
    if (orgId.isPresent()
        && isPassive(kind)
        && !antiviruses.asked(device.index()).equals(Optional.of(1))) {
      return PASSIVE_MODE_NOT_SET;
    }
    orgId.ifPresent(organisation -> {
      sensors.onboard(device.index(), organisation);
      antiviruses.onboarded(device.index());
    });
    return 0;
  }

  private static boolean setsMode(Digest.Kind kind, Optional<Path> folder) {
    return mode(kind).isPresent() && orgId(kind, folder).isEmpty();
  }

  private static boolean isPassive(Digest.Kind kind) {
    return mode(kind).filter("passive"::equalsIgnoreCase).isPresent();
  }

  private static Optional<String> mode(Digest.Kind kind) {
    Matcher word = MODE.matcher(kind.installCommand());
    return word.find() ? Optional.of(word.group(1)) : Optional.empty();
  }

  private static Optional<String> orgId(Digest.Kind kind, Optional<Path> folder) {
    return folder.flatMap(path -> kind.content().flatMap(content -> FILE.orgId(path, content)));
  }
}
