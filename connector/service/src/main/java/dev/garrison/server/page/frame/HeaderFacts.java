package dev.garrison.server.page.frame;

import java.time.Instant;
import java.util.Optional;

/**
 * Facts about the data of all pages, which their header shows.
 *
 * @param checked when the servers were checked last; empty where no check has ended
 * @param stale warning about data that is older than its schedule
 * @param plans number of plans that can be approved
 */
public record HeaderFacts(Optional<Instant> checked, Optional<String> stale, int plans) {
  /** Facts of a service without any data. */
  public static final HeaderFacts NONE = new HeaderFacts(Optional.empty(), Optional.empty(), 0);
}
