package dev.garrison.lab.wsus.catalogue;

import java.util.Arrays;

/**
 * Properties of an EDR sensor update. Servers do not know them; simulated computers do.
 *
 * @param family the start of its title; empty for the unified agent of 2012 R2 and 2016
 * @param version four numbers
 * @param channel the end of its title; empty for none
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
