package dev.garrison.lab;

import java.util.ArrayList;
import java.util.List;

/** Requests that the lab received since the last reset, in order of arrival. */
public final class Requests {
  private final List<ServedRequest> served = new ArrayList<>();

  synchronized void add(ServedRequest request) {
    served.add(request);
  }

  /** How many. */
  public synchronized int count() {
    return served.size();
  }

  /** All of them. */
  public synchronized List<ServedRequest> all() {
    return List.copyOf(served);
  }

  /** Those that asked for a change; their place in this list is their number for a cut, from 0. */
  public synchronized List<ServedRequest> writes() {
    return served.stream().filter(ServedRequest::isWrite).toList();
  }

  /** Forgets all. */
  public synchronized void reset() {
    served.clear();
  }
}
