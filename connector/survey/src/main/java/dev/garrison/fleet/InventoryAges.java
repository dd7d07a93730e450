package dev.garrison.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Ages of the hardware inventory of many servers, at four bytes each. */
public final class InventoryAges {
  private int[] seconds = new int[256];
  private int servers;
  private int without;

  /**
   * Age of the hardware inventory.
   *
   * @param half median age
   * @param oldest the age of the oldest inventory
   * @param without servers that never sent any
   */
  public record Ages(Duration half, Duration oldest, int without) {}

  /** Counts one server. */
  public void add(Server server) {
    server.inventoried().ifPresentOrElse(time -> add((int) time.getEpochSecond()), () -> without++);
  }

  private void add(int time) {
    if (servers == seconds.length) {
      seconds = Arrays.copyOf(seconds, servers * 2);
    }
    seconds[servers++] = time;
  }

  /** Age of the inventory at that time; empty where there is none. */
  public Optional<Ages> at(Instant now) {
    int[] times = Arrays.copyOf(seconds, servers);
    Arrays.sort(times);
    return times.length == 0
        ? Optional.empty()
        : Optional.of(new Ages(age(now, times[times.length / 2]), age(now, times[0]), without));
  }

  private static Duration age(Instant now, int seconds) {
    Duration age = Duration.between(Instant.ofEpochSecond(Integer.toUnsignedLong(seconds)), now);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
