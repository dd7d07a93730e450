package dev.garrison.mecm.adminservice;

import dev.garrison.connection.ServerClock;
import dev.garrison.connection.resilience.GuardedServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which SMS Provider to ask. Reads begin with the one that answered last and go on to the others.
 * Writes go to the first that ever answered and stay there, so that one run changes the site
 * through one provider only.
 */
final class Providers {
  /**
   * One of them.
   *
   * @param address of its service
   * @param server spares it, whoever signs in
   * @param clock its own
   */
  record Provider(URI address, GuardedServer server, ServerClock clock) {}

  private final List<Provider> all;
  private final Set<Provider> proven = new HashSet<>();
  private @Nullable Provider writer;
  private Provider reader;

  Providers(List<Provider> all) {
    this.all = List.copyOf(all);
    this.reader = all.getFirst();
  }

  /** In the order of the manifest. */
  List<Provider> all() {
    return all;
  }

  synchronized List<Provider> forReads() {
    List<Provider> order = new ArrayList<>(all);
    order.remove(reader);
    order.addFirst(reader);
    return order;
  }

  /** One provider once one has answered; before that all, of which the first to be reached wins. */
  synchronized List<Provider> forWrites() {
    return Optional.ofNullable(writer).map(List::of).orElse(all);
  }

  /** This provider gave an answer of an administration service, be it a refusal. */
  synchronized void answered(Provider provider) {
    proven.add(provider);
    reader = provider;
    if (writer == null) {
      writer = provider;
    }
  }

  /** The one that writes go to, or would go to first. */
  synchronized Provider forClock() {
    return Optional.ofNullable(writer).orElse(all.getFirst());
  }

  synchronized boolean isProven(Provider provider) {
    return proven.contains(provider);
  }
}
