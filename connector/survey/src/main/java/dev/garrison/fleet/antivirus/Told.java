package dev.garrison.fleet.antivirus;

import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;
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
    LIVE("antivirus-source.live"),
    /** Hardware inventory of MSFT_MpComputerStatus, which an administrator adds. */
    CUSTOM_CLASS("antivirus-source.class"),
    /** State that the Endpoint Protection client sends. */
    ENDPOINT_PROTECTION("antivirus-source.endpoint-protection"),
    /** Services and programs in hardware inventory, with the product list. */
    INVENTORY("antivirus-source.inventory"),
    /** The manifest's {@code otherAntivirus}: stated, not seen. */
    MANIFEST("antivirus-source.manifest");

    private final String key;

    Source(String key) {
      this.key = key;
    }

    /** Name for people, in English. */
    public String title() {
      return text().toString();
    }

    Text text() {
      return Text.of(key);
    }
  }
}
