package dev.garrison.fleet.standing;

import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.SmallManifest;
import dev.garrison.ring.RingAntivirus;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A passive and an active ring, whose servers are counted. */
abstract class CensusTrial {
  static final String TENANT = "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2";
  static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  static final int GUARDED = 0;
  static final int PLAIN = 1;

  final Fleet fleet = new Fleet(List.of("guarded", "plain"), Set.of("guarded"));

  static Manifest manifest() {
    return SmallManifest.ofRings(
        """
          - {name: guarded, collections: [A], maxDevices: 50, deadline: "+3d 22:00", antivirus: passive}
          - {name: plain, collections: [B], maxDevices: 50, deadline: "+3d 22:00", antivirus: active}
        """,
        start ->
            start
                .replace("[2019]", "[2016, 2019]")
                .replace(
                    "onboarding.zip}",
                    "onboarding.zip, installer: md4ws.msi, installScript: install.ps1,"
                        + " platformUpdate: UpdatePlatform.exe}"));
  }

  int server(int ring, long id) {
    int row = fleet.add(id, "SRV" + id);
    BitSet members = new BitSet();
    members.set(row);
    fleet.join(ring, members);
    fleet.system(row, "Microsoft Windows Server 2019 Standard");
    return row;
  }

  /** A server whose inventory shows the sensor onboarded. */
  int onboarded(int ring, long id) {
    int row = server(ring, id);
    fleet.sensor(row, new Sensor(1, TENANT, true, Optional.empty()));
    return row;
  }

  RingAntivirus of(String ring) {
    AntivirusCensus census =
        new AntivirusCensus(
            manifest(), new ExcludedServers(Map.of("SRV9", "left out")), Map.of("plain", NOW));
    for (int row : fleet.servers()) {
      census.add(fleet.server(row), fleet.facts().at(row));
    }
    return Objects.requireNonNull(census.rings().get(ring));
  }
}
