package dev.garrison.lab.adminservice.client;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Schedule of the devices' contact with the site. Each device requests policy every hour and sends
 * hardware inventory every day, at its own minute; it also requests policy when it is notified. A
 * device that is off does neither.
 */
public final class Polling {
  private static final Duration POLICY = Duration.ofHours(1);
  private static final Duration INVENTORY = Duration.ofDays(1);

  private final Instant origin;
  private final Map<Integer, Instant> off = new HashMap<>();

  /** Last request out of turn, or last request before a device was turned off. */
  private final Map<Integer, Instant> requests = new HashMap<>();

  /** Time from which a device's regular requests count again. */
  private final Map<Integer, Instant> on = new HashMap<>();

  /** Inventory of real servers. */
  private final Map<Integer, Instant> inventories = new HashMap<>();

  /**
   * Creates a schedule with all devices on.
   *
   * @param origin the start of the site's time
   */
  public Polling(Instant origin) {
    this.origin = origin;
  }

  /** Next regular request for policy. */
  public Instant policy(int device, Instant after) {
    return next(Duration.ofMinutes(device * 7L % 60), POLICY, after);
  }

  /** Next regular inventory. */
  public Instant inventory(int device, Instant after) {
    return next(Duration.ofMinutes(device * 37L % 1440), INVENTORY, after);
  }

  /** Start of the site's time. */
  public Instant origin() {
    return origin;
  }

  /** Records that a real server sent inventory; its regular ones no longer count. */
  public void inventoried(int device, Instant now) {
    inventories.put(device, now);
  }

  /** Last inventory up to that time; the origin before the first one. */
  public Instant lastInventory(int device, Instant now) {
    Instant sent = inventories.get(device);
    if (sent != null) {
      return sent;
    }
    Instant last = inventory(device, now).minus(INVENTORY);
    return last.isBefore(origin) ? origin : last;
  }

  private Instant next(Duration offset, Duration every, Instant after) {
    Instant first = origin.plus(offset);
    if (after.isBefore(first)) {
      return first;
    }
    long passed = Duration.between(first, after).dividedBy(every) + 1;
    return first.plus(every.multipliedBy(passed));
  }

  /** Whether a device is on. */
  public boolean isOn(int device) {
    return !off.containsKey(device);
  }

  /** Turns a device off; it sends no requests from now on. */
  public void turnOff(int device, Instant now) {
    lastRequest(device, now).ifPresent(last -> requests.put(device, last));
    off.putIfAbsent(device, now);
  }

  /** Turns a device on; it sends its regular requests again. */
  public void turnOn(int device, Instant now) {
    off.remove(device);
    on.put(device, now);
  }

  /** Records a request for policy out of turn. */
  public void requested(int device, Instant now) {
    requests.put(device, now);
  }

  /**
   * Time of the last request for policy (LastPolicyRequest).
   *
   * @return empty if there was none
   */
  public Optional<Instant> lastRequest(int device, Instant now) {
    Optional<Instant> outOfTurn = Optional.ofNullable(requests.get(device));
    if (!isOn(device)) {
      return outOfTurn;
    }
    Instant turn = policy(device, now).minus(POLICY);
    boolean taken = !turn.isBefore(origin) && !turn.isBefore(on.getOrDefault(device, origin));
    return taken && outOfTurn.filter(turn::isBefore).isEmpty() ? Optional.of(turn) : outOfTurn;
  }
}
