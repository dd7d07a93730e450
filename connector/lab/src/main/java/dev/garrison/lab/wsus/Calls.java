package dev.garrison.lab.wsus;

import java.util.ArrayList;
import java.util.List;

/** Requests that an update server received since the last reset, in order. Thread-safe. */
public final class Calls {
  private final List<ServedCall> served = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private int now;
  private int most;

  synchronized void add(ServedCall call) {
    served.add(call);
  }

  /** A request in progress. */
  final class Visit {
    private boolean over;

    /** It is over; saying so twice is harmless. */
    void end() {
      synchronized (Calls.this) {
        if (!over) {
          over = true;
          now--;
        }
      }
    }
  }

  synchronized Visit begin() {
    now++;
    most = Math.max(most, now);
    return new Visit();
  }

  synchronized void violation(String text) {
    violations.add(text);
  }

  /** All of them. */
  public synchronized List<ServedCall> all() {
    return List.copyOf(served);
  }

  /** Names of all operations asked for. */
  public synchronized List<String> operations() {
    return served.stream().map(ServedCall::operation).toList();
  }

  /** Those that asked for a change. */
  public synchronized List<ServedCall> writes() {
    return served.stream().filter(ServedCall::write).toList();
  }

  /** Those that the contract has and the stand-in does not carry out. */
  public synchronized List<String> notCarriedOut() {
    return served.stream()
        .filter(call -> call.outcome() == ServedCall.Outcome.NOT_CARRIED_OUT)
        .map(ServedCall::operation)
        .toList();
  }

  /** What did not fit the contract. A client that is right leaves this empty. */
  public synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  /** How many requests were under way at the same time, at most. */
  public synchronized int mostAtOnce() {
    return most;
  }

  /** Forgets all. */
  public synchronized void reset() {
    served.clear();
    violations.clear();
    most = now;
  }
}
