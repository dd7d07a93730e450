package dev.garrison.lab.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Planned faults. Each affects the next matching request, and is used up unless its method says
 * otherwise.
 */
public final class Faults {
  private static final int FOREVER = Integer.MAX_VALUE;
  private static final int WHOLE = 100;
  private static final Duration A_MOMENT = Duration.ofMillis(1);
  private final List<Planned> planned = new ArrayList<>();
  private final Set<String> locked = ConcurrentHashMap.newKeySet();
  private int writesUntilFault;
  private Random random = new Random(0);
  private int randomPercent;
  private Fault onWrite = new Fault.CutAfterEffect();

  private record Planned(RequestMatcher matcher, Fault fault, int times) {
    Planned used() {
      return new Planned(matcher, fault, times == FOREVER ? FOREVER : times - 1);
    }
  }

  /** The next {@code times} matching requests get this status and have no effect. */
  public void status(RequestMatcher matcher, int code, int times) {
    plan(matcher, new Fault.Status(code), times);
  }

  /** The next matching request is cut before it has an effect. */
  public void cutBeforeEffect(RequestMatcher matcher) {
    plan(matcher, new Fault.CutBeforeEffect(), 1);
  }

  /** The next matching request has its effect, and is answered with this status all the same. */
  public void statusAfterEffect(RequestMatcher matcher, int code) {
    plan(matcher, new Fault.StatusAfterEffect(code), 1);
  }

  /** The next matching request has its effect, and its answer is lost. */
  public void cutAfterEffect(RequestMatcher matcher) {
    plan(matcher, new Fault.CutAfterEffect(), 1);
  }

  /**
   * The {@code number}-th write from now (1 is the next one) has its effect; its answer is lost.
   */
  public void cutAfterWrite(int number) {
    onWrite(number, new Fault.CutAfterEffect());
  }

  /** The {@code number}-th write from now (1 is the next one) is cut before it has an effect. */
  public void cutBeforeWrite(int number) {
    onWrite(number, new Fault.CutBeforeEffect());
  }

  /**
   * The {@code number}-th write from now (1 is the next one) has its effect; then this is done
   * while the client still waits for an answer, which never comes.
   */
  public void actAfterWrite(int number, Runnable action) {
    onWrite(number, new Fault.ActAfterEffect(action));
  }

  /** The next matching request is met by this, while the client waits for an answer in vain. */
  public void actOn(RequestMatcher matcher, Runnable action) {
    plan(matcher, new Fault.ActAfterEffect(action), 1);
  }

  /**
   * The {@code number}-th write from now (1 is the next one) is answered as usual; just before,
   * this is done. So the world can change in the middle of what a client does.
   */
  public void afterWrite(int number, Runnable action) {
    onWrite(number, new Fault.ActBeforeAnswer(action));
  }

  /** From now on every matching request gets this status and has no effect. */
  public void statusFromNowOn(RequestMatcher matcher, int code) {
    plan(matcher, new Fault.Status(code), FOREVER);
  }

  /** From now on every matching answer ends in the middle. */
  public void truncateFromNowOn(RequestMatcher matcher) {
    plan(matcher, new Fault.TruncatedBody(), FOREVER);
  }

  /** From now on a proxy answers every matching request with an HTML page. */
  public void htmlFromNowOn(RequestMatcher matcher) {
    plan(matcher, new Fault.Html(), FOREVER);
  }

  /** From now on objects in every matching answer lack this property. */
  public void withoutPropertyFromNowOn(RequestMatcher matcher, String name) {
    plan(matcher, new Fault.WithoutProperty(name), FOREVER);
  }

  /** From now on every matching list has no rows. */
  public void noRowsFromNowOn(RequestMatcher matcher) {
    plan(matcher, new Fault.NoRows(), FOREVER);
  }

  private synchronized void onWrite(int number, Fault fault) {
    if (number < 1) {
      throw new IllegalArgumentException("writes are counted from 1, not " + number);
    }
    writesUntilFault = number;
    onWrite = fault;
  }

  /** The next matching answer comes in sixteen pieces with a pause of real time before each. */
  public void slowBody(RequestMatcher matcher, Duration pause) {
    plan(matcher, new Fault.SlowBody(pause), 1);
  }

  /** The next matching answer ends in the middle. */
  public void truncateBody(RequestMatcher matcher) {
    plan(matcher, new Fault.TruncatedBody(), 1);
  }

  /** The next matching request is answered by an HTML page with status 200. */
  public void html(RequestMatcher matcher) {
    plan(matcher, new Fault.Html(), 1);
  }

  /** From now on writes to the object with this key are refused: a console has it open. */
  public void lockedInConsole(String objectKey) {
    locked.add(objectKey);
  }

  /** From now on every request is denied as by missing WMI rights. */
  public void denyWmi() {
    plan(RequestMatcher.any(), new Fault.WmiDenied(), FOREVER);
  }

  /**
   * From now on so many percent of the requests meet something, each one of what networks and
   * servers have: an error before the effect and after it, an overload, a sign-in that is not
   * taken, a connection that is cut before the effect and after it, an answer that is slow or ends
   * in the middle.
   */
  public synchronized void randomly(long seed, int percent) {
    random = new Random(seed);
    randomPercent = percent;
  }

  /** Takes all faults and locks back. */
  public synchronized void clear() {
    randomPercent = 0;
    planned.clear();
    locked.clear();
    writesUntilFault = 0;
  }

  /** Whether a console holds this object. */
  public boolean isLocked(String objectKey) {
    return locked.contains(objectKey);
  }

  /** The fault for a request, which it uses up. */
  public synchronized Optional<Fault> next(String method, String path) {
    if (!method.equals("GET") && writesUntilFault > 0 && --writesUntilFault == 0) {
      return Optional.of(onWrite);
    }
    for (int i = 0; i < planned.size(); i++) {
      Planned candidate = planned.get(i);
      if (candidate.matcher().matches(method, path)) {
        if (candidate.times() <= 1) {
          planned.remove(i);
        } else {
          planned.set(i, candidate.used());
        }
        return Optional.of(candidate.fault());
      }
    }
    return random();
  }

  private Optional<Fault> random() {
    if (randomPercent == 0 || random.nextInt(WHOLE) >= randomPercent) {
      return Optional.empty();
    }
    return Optional.of(
        switch (random.nextInt(8)) {
          case 0 -> new Fault.Status(500);
          case 1 -> new Fault.Status(503);
          case 2 -> new Fault.Status(401);
          case 3 -> new Fault.StatusAfterEffect(500);
          case 4 -> new Fault.CutBeforeEffect();
          case 5 -> new Fault.CutAfterEffect();
          case 6 -> new Fault.SlowBody(A_MOMENT);
          default -> new Fault.TruncatedBody();
        });
  }

  private synchronized void plan(RequestMatcher matcher, Fault fault, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("a fault happens at least once, not " + times + " times");
    }
    planned.add(new Planned(matcher, fault, times));
  }
}
