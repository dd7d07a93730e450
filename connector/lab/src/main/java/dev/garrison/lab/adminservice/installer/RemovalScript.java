package dev.garrison.lab.adminservice.installer;

import dev.garrison.lab.device.Antiviruses;
import dev.garrison.lab.device.DefenderMode;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.OperatingSystem;
import dev.garrison.lab.device.Sensors;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Effect of the removal script on the antivirus and the agent of a device. Its {@code
 * -AfterOffboarding} decides.
 *
 * @param command the command line
 */
record RemovalScript(String command) {
  private static final Pattern AFTER =
      Pattern.compile("(?i)\\s-AfterOffboarding\\s+(keep-other|disable|uninstall-agent)\\b");
  private static final Pattern UNINSTALL = Pattern.compile("(?i)\\s-Uninstall\\b");
  private static final int PASSIVE_WITHOUT_ANSWER = 20046;
  private static final int INVALID_ARGUMENT = 20001;
  private static final int RESTART = 3010;

  private Optional<String> after() {
    Matcher word = AFTER.matcher(command);
    if (word.find()) {
      return Optional.of(word.group(1));
    }
    return UNINSTALL.matcher(command).find() ? Optional.of("uninstall-agent") : Optional.empty();
  }

  /** Exit code of a script that refuses the device before it changes anything. */
  Optional<Integer> refuses(Device device, Antiviruses antiviruses) {
    if (after().isEmpty() && isPassive(device, antiviruses)) {
      return Optional.of(PASSIVE_WITHOUT_ANSWER);
    }
    boolean noFeature = device.os() == OperatingSystem.SERVER_2012_R2;
    return after().equals(Optional.of("disable")) && noFeature
        ? Optional.of(INVALID_ARGUMENT)
        : Optional.empty();
  }

  private static boolean isPassive(Device device, Antiviruses antiviruses) {
    return antiviruses.asked(device.index()).equals(Optional.of(1));
  }

  /** Does what follows offboarding, and returns the exit code. */
  int run(Device device, Sensors sensors, Antiviruses antiviruses) {
    boolean passive = isPassive(device, antiviruses);
    int index = device.index();
    return switch (after().orElse("")) {
      case "keep-other" -> {
        antiviruses.release(index);
        yield 0;
      }
      case "disable" -> withoutFeature(index, antiviruses);
      case "uninstall-agent" -> {
        if (device.os().needsAgent()) {
          sensors.uninstall(index);
          antiviruses.agentRemoved(index);
        }
        yield passive && device.os() != OperatingSystem.SERVER_2012_R2
            ? withoutFeature(index, antiviruses)
            : 0;
      }
      default -> 0;
    };
  }

  private static int withoutFeature(int device, Antiviruses antiviruses) {
    if (antiviruses.mode(device) == DefenderMode.ABSENT) {
      return 0;
    }
    antiviruses.disableFeature(device);
    return RESTART;
  }
}
