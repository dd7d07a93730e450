package dev.garrison.mecm.adminservice;

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
  private final List<URI> all;
  private final Set<URI> proven = new HashSet<>();
  private @Nullable URI writer;
  private URI reader;

  Providers(List<URI> all) {
    this.all = List.copyOf(all);
    this.reader = all.getFirst();
  }

  synchronized List<URI> forReads() {
    List<URI> order = new ArrayList<>(all);
    order.remove(reader);
    order.addFirst(reader);
    return order;
  }

  /** One provider once one has answered; before that all, of which the first to be reached wins. */
  synchronized List<URI> forWrites() {
    return Optional.ofNullable(writer).map(List::of).orElse(all);
  }

  /** This provider gave an answer of an administration service, be it a refusal. */
  synchronized void answered(URI provider) {
    proven.add(provider);
    reader = provider;
    if (writer == null) {
      writer = provider;
    }
  }

  synchronized boolean isProven(URI provider) {
    return proven.contains(provider);
  }
}
