package dev.garrison.wsus.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.trial.TrialUpdates;
import dev.garrison.wsus.soap.Contract;
import dev.garrison.wsus.updateserver.SoapUpdateServer;
import dev.garrison.wsus.updateserver.UpdateServerSettings;
import dev.garrison.xml.HardenedXml;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate before writes, and the clock of the server behind it. */
final class WriteGateClockIT {
  @TempDir private Path folder;
  private TrialUpdates trial;
  private WsusServer named;
  private UpdateServerPool pool;

  @BeforeEach
  void start() {
    trial = new TrialUpdates(folder);
    named =
        new ManifestReader()
            .read(trial.manifest(), LocalDate.of(2026, 11, 2))
            .manifest()
            .wsus()
            .servers()
            .getFirst();
    pool =
        new UpdateServerPool(
            List.of(named),
            server ->
                new SoapUpdateServer(
                    new UpdateServerSettings(
                        server.url(),
                        new ConnectionPolicy(
                            new Authentication.Anonymous(), false, Timeouts.DEFAULT),
                        Optional.empty(),
                        "wsus.servers[0]"),
                    Contract.load(),
                    new HardenedXml(),
                    new Tempo(trial.lab().clock(), _ -> {}, () -> 0.5)));
  }

  @AfterEach
  void stop() {
    pool.close();
    trial.close();
  }

  @Test
  void aServerWhoseClockIsRightIsOpened() {
    assertThat(new WritePermission(pool).open(named).name()).isEqualTo(named.name());
  }

  @Test
  void aServerWhoseClockIsWrongIsNotOpenedAndNotTriedAgain() {
    WritePermission gate = new WritePermission(pool);
    trial.server("wsus01").time().runAhead(Duration.ofMinutes(6));
    assertThatThrownBy(() -> gate.open(named))
        .hasMessageStartingWith(
            "The clock of %s showed 2026-11-02T08:06:00Z when the clock of this computer showed 2026-11-02T08:00:00Z"
                .formatted(named.name()));
    assertThat(pool.stopped(named)).isPresent();
  }
}
