package dev.garrison.wsus.updateserver;

import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.wsus.model.FoundUpdates;
import dev.garrison.wsus.soap.Contract;
import dev.garrison.xml.HardenedXml;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Searches the whole catalogue of one WSUS server, and prints how many updates came. */
final class LargeSearch {
  private LargeSearch() {}

  /**
   * Searches once.
   *
   * @param words the server's address
   */
  public static void main(String... words) {
    try (SoapUpdateServer server =
        new SoapUpdateServer(
            new UpdateServerSettings(
                URI.create(words[0]),
                new ConnectionPolicy(
                    new Authentication.Anonymous(), false, UpdateServerSettings.TIMEOUTS),
                Optional.empty(),
                "wsus.servers[0]"),
            Contract.load(),
            new HardenedXml(),
            new Tempo(Clock.systemUTC(), _ -> {}, () -> 0.5))) {
      FoundUpdates found = server.search(UpdateScope.ALL);
      System.out.println(
          found.updates().size() + " updates, " + found.articles().size() + " with articles");
    }
  }
}
