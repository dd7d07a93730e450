package dev.garrison.lab;

import java.util.ArrayList;
import java.util.List;

/** Requests that the lab received since the last reset, in order of arrival. */
public final class Requests {
  private final List<ServedRequest> served = new ArrayList<>();

  synchronized void add(ServedRequest request) {
    served.add(request);
  }

  /** Number of requests. */
  public synchronized int count() {
    return served.size();
  }

  /** All requests. */
  public synchronized List<ServedRequest> all() {
    return List.copyOf(served);
  }

  /**
   * Requests for a change, in order. The request at index n is write number n + 1 since the last
   * reset.
   */
  public synchronized List<ServedRequest> writes() {
    return served.stream().filter(ServedRequest::isWrite).toList();
  }

  /** Clears the list. */
  public synchronized void reset() {
    served.clear();
  }
}
