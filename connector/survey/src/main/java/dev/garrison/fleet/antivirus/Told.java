package dev.garrison.fleet.antivirus;

import dev.garrison.diagnostic.Worded;
import java.time.Instant;
import java.util.Optional;

/**
 * Fact about a server's antivirus, with its source and its age.
 *
 * @param at time for which the source says so; empty where it does not say
 */
public record Told<T>(T value, Source source, Optional<Instant> at) {
  /** Source of a fact. */
  public enum Source implements Worded {
    /** The server itself answered a live question. */
    LIVE("live question"),
    /** Hardware inventory of MSFT_MpComputerStatus, which an administrator adds. */
    CUSTOM_CLASS("custom inventory class"),
    /** State that the Endpoint Protection client sends. */
    ENDPOINT_PROTECTION("Endpoint Protection"),
    /** Services and programs in hardware inventory, with the product list. */
    INVENTORY("hardware inventory"),
    /** The manifest's {@code otherAntivirus}: stated, not seen. */
    MANIFEST("manifest");

    private final String title;

    Source(String title) {
      this.title = title;
    }

    /** Name for people. */
    public String title() {
      return title;
    }
  }
}
