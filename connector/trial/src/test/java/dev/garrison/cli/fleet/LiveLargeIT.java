package dev.garrison.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.fleet.MixedSite.Printed;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code garrison status --live} on a site with 300,000 devices. */
@Tag("campaign")
final class LiveLargeIT {
  @TempDir private Path folder;

  @Test
  void aRingOfAThousandIsAskedAndAllDevicesAreNot() {
    try (MixedSite site = new MixedSite("large", folder)) {
      site.site().manifest().replace("collections: [Pilot servers]", "collections: [Slice 001]");
      Printed some = site.run("status", "--live");
      assertThat(some.out())
          .contains("Asked live: 1484 of 1484 servers answered within 30 seconds.");
      site.site().lab().requests().reset();
      site.site().manifest().replace("collections: [Slice 001]", "collections: [Every device]");
      Printed all = site.run("status", "--live");
      assertThat(all.out()).contains("exceed the limit of 10,000", "[GAR-0957]");
      assertThat(site.site().lab().requests().writes()).isEmpty();
    }
  }
}
