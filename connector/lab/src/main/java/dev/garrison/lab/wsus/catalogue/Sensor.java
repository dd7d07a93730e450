package dev.garrison.lab.wsus.catalogue;

import java.util.Arrays;

/**
 * What an update of the EDR sensor is for. Servers do not know this; simulated computers do.
 *
 * @param family how its title begins; empty for the unified agent of 2012 R2 and 2016
 * @param version four numbers
 * @param channel how its title ends; empty for none
 */
public record Sensor(String family, String version, String channel) {
  /** Compares two versions number by number. */
  public static int compare(String one, String other) {
    return Arrays.compare(numbers(one), numbers(other));
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
