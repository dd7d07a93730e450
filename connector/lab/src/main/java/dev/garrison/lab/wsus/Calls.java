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

    /** Ends the request; a second call has no effect. */
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

  /** All requests. */
  public synchronized List<ServedCall> all() {
    return List.copyOf(served);
  }

  /** Names of all requested operations. */
  public synchronized List<String> operations() {
    return served.stream().map(ServedCall::operation).toList();
  }

  /** Requests for a change. */
  public synchronized List<ServedCall> writes() {
    return served.stream().filter(ServedCall::write).toList();
  }

  /** Operations that the contract has and the simulated server does not carry out. */
  public synchronized List<String> notCarriedOut() {
    return served.stream()
        .filter(call -> call.outcome() == ServedCall.Outcome.NOT_CARRIED_OUT)
        .map(ServedCall::operation)
        .toList();
  }

  /** Violations of the contract. A correct client leaves this empty. */
  public synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  /** Highest number of requests in progress at the same time. */
  public synchronized int mostAtOnce() {
    return most;
  }

  /** Clears all records. */
  public synchronized void reset() {
    served.clear();
    violations.clear();
    most = now;
  }
}
