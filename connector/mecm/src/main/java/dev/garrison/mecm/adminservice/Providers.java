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
 * Selects the SMS Provider to ask. Reads begin with the one that answered last and continue with
 * the others. Writes use the first one that ever answered and stay there, so that one run changes
 * the site through one provider only.
 */
final class Providers {
  /**
   * An SMS Provider.
   *
   * @param address of its service
   * @param server limits the requests to it, for all accounts
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

  /** All providers, in the order of the manifest. */
  List<Provider> all() {
    return all;
  }

  synchronized List<Provider> forReads() {
    List<Provider> order = new ArrayList<>(all);
    order.remove(reader);
    order.addFirst(reader);
    return order;
  }

  /**
   * Providers for writes. One, once one has answered; before that all, and the first that can be
   * reached is used.
   */
  synchronized List<Provider> forWrites() {
    return Optional.ofNullable(writer).map(List::of).orElse(all);
  }

  /** Records that this provider answered as an administration service, even if with a refusal. */
  synchronized void answered(Provider provider) {
    proven.add(provider);
    reader = provider;
    if (writer == null) {
      writer = provider;
    }
  }

  /** The provider that writes are sent to, or would be sent to first. */
  synchronized Provider forClock() {
    return Optional.ofNullable(writer).orElse(all.getFirst());
  }

  synchronized boolean isProven(Provider provider) {
    return proven.contains(provider);
  }
}
