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

  /** Answers the next {@code times} matching requests with this status; they have no effect. */
  public void status(RequestMatcher matcher, int code, int times) {
    plan(matcher, new Fault.Status(code), times);
  }

  /** Cuts the next matching request before it has an effect. */
  public void cutBeforeEffect(RequestMatcher matcher) {
    plan(matcher, new Fault.CutBeforeEffect(), 1);
  }

  /** Answers the next matching request with this status although it has its effect. */
  public void statusAfterEffect(RequestMatcher matcher, int code) {
    plan(matcher, new Fault.StatusAfterEffect(code), 1);
  }

  /** Loses the answer of the next matching request, which has its effect. */
  public void cutAfterEffect(RequestMatcher matcher) {
    plan(matcher, new Fault.CutAfterEffect(), 1);
  }

  /**
   * Loses the answer of the {@code number}-th write from now (1 is the next one), after its effect.
   */
  public void cutAfterWrite(int number) {
    onWrite(number, new Fault.CutAfterEffect());
  }

  /** Cuts the {@code number}-th write from now (1 is the next one) before it has an effect. */
  public void cutBeforeWrite(int number) {
    onWrite(number, new Fault.CutBeforeEffect());
  }

  /**
   * Runs an action after the effect of the {@code number}-th write from now (1 is the next one).
   * The client still waits for an answer, which never comes.
   */
  public void actAfterWrite(int number, Runnable action) {
    onWrite(number, new Fault.ActAfterEffect(action));
  }

  /**
   * Runs an action on the next matching request, after its effect. The client waits for an answer,
   * which never comes.
   */
  public void actOn(RequestMatcher matcher, Runnable action) {
    plan(matcher, new Fault.ActAfterEffect(action), 1);
  }

  /**
   * Runs an action before the answer of the {@code number}-th write from now (1 is the next one).
   * The write is answered as usual. So the state can change in the middle of a client's work.
   */
  public void afterWrite(int number, Runnable action) {
    onWrite(number, new Fault.ActBeforeAnswer(action));
  }

  /** Answers every matching request with this status from now on; they have no effect. */
  public void statusFromNowOn(RequestMatcher matcher, int code) {
    plan(matcher, new Fault.Status(code), FOREVER);
  }

  /** Ends every matching answer in the middle from now on. */
  public void truncateFromNowOn(RequestMatcher matcher) {
    plan(matcher, new Fault.TruncatedBody(), FOREVER);
  }

  /** Answers every matching request with a proxy's HTML page from now on. */
  public void htmlFromNowOn(RequestMatcher matcher) {
    plan(matcher, new Fault.Html(), FOREVER);
  }

  /** Removes this property from the objects in every matching answer from now on. */
  public void withoutPropertyFromNowOn(RequestMatcher matcher, String name) {
    plan(matcher, new Fault.WithoutProperty(name), FOREVER);
  }

  /** Removes the rows from every matching list from now on. */
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

  /** Sends the next matching answer in sixteen pieces, with a pause of real time before each. */
  public void slowBody(RequestMatcher matcher, Duration pause) {
    plan(matcher, new Fault.SlowBody(pause), 1);
  }

  /** Ends the next matching answer in the middle. */
  public void truncateBody(RequestMatcher matcher) {
    plan(matcher, new Fault.TruncatedBody(), 1);
  }

  /** Answers the next matching request with an HTML page and status 200. */
  public void html(RequestMatcher matcher) {
    plan(matcher, new Fault.Html(), 1);
  }

  /** Refuses writes to the object with this key from now on, as if a console had it open. */
  public void lockedInConsole(String objectKey) {
    locked.add(objectKey);
  }

  /** Denies every request from now on, as for an account without WMI rights. */
  public void denyWmi() {
    plan(RequestMatcher.any(), new Fault.WmiDenied(), FOREVER);
  }

  /**
   * Lets a percentage of the requests fail at random from now on. Each fault is one that networks
   * and servers have: an error before or after the effect, an overload, a refused sign-in, a
   * connection that is cut before or after the effect, an answer that is slow or ends in the
   * middle.
   */
  public synchronized void randomly(long seed, int percent) {
    random = new Random(seed);
    randomPercent = percent;
  }

  /** Removes all faults and locks. */
  public synchronized void clear() {
    randomPercent = 0;
    planned.clear();
    locked.clear();
    writesUntilFault = 0;
  }

  /** Whether a console holds this object open. */
  public boolean isLocked(String objectKey) {
    return locked.contains(objectKey);
  }

  /** Returns the fault for a request, and uses it up. */
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
