package dev.garrison.lab.adminservice.client;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Schedule of the devices' contact with the site. Each device requests policy every hour, sends
 * hardware inventory every day and a heartbeat every week, at its own minute; it also requests
 * policy when it is notified. A device that is off does nothing of that.
 */
public final class Polling {
  private static final Duration POLICY = Duration.ofHours(1);
  private static final Duration INVENTORY = Duration.ofDays(1);
  private static final Duration HEARTBEAT = Duration.ofDays(7);
  private static final Duration INACTIVE = Duration.ofDays(7);

  private final Instant origin;
  private final Map<Integer, Instant> off = new HashMap<>();

  /** Last request out of turn, or last request before a device was turned off. */
  private final Map<Integer, Instant> requests = new HashMap<>();

  /** Last inventory before a device was turned off. */
  private final Map<Integer, Instant> scans = new HashMap<>();

  /** Last heartbeat before a device was turned off. */
  private final Map<Integer, Instant> heartbeats = new HashMap<>();

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
    return sent != null
        ? sent
        : last(scans, device, inventory(device, now).minus(INVENTORY)).orElse(origin);
  }

  /** Last heartbeat (LastDDR); empty if there was none. */
  public Optional<Instant> lastHeartbeat(int device, Instant now) {
    Duration offset = Duration.ofMinutes(device * 53L % HEARTBEAT.toMinutes());
    return last(heartbeats, device, next(offset, HEARTBEAT, now).minus(HEARTBEAT));
  }

  /** Last regular contact, or the one before the device was turned off, or out of turn. */
  private Optional<Instant> last(Map<Integer, Instant> before, int device, Instant turn) {
    Optional<Instant> other = Optional.ofNullable(before.get(device));
    boolean taken =
        isOn(device) && !turn.isBefore(origin) && !turn.isBefore(on.getOrDefault(device, origin));
    return taken && other.filter(turn::isBefore).isEmpty() ? Optional.of(turn) : other;
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

  /** Whether the site shows a device as active: a week after it was turned off it does not. */
  public boolean isActive(int device, Instant now) {
    return now.isBefore(off.getOrDefault(device, now).plus(INACTIVE));
  }

  /** Turns a device off; it sends nothing from now on. */
  public void turnOff(int device, Instant now) {
    lastRequest(device, now).ifPresent(last -> requests.put(device, last));
    lastHeartbeat(device, now).ifPresent(last -> heartbeats.put(device, last));
    scans.put(device, lastInventory(device, now));
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
    return last(requests, device, policy(device, now).minus(POLICY));
  }
}
