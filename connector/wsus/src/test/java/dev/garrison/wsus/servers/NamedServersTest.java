package dev.garrison.wsus.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.sensor.KnownProduct;
import dev.garrison.wsus.sensor.SensorCatalogue;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The servers that a command is about, and the product on them. */
final class NamedServersTest {
  private final FakeAccess access = new FakeAccess();

  private List<String> of(Optional<String> only) {
    return NamedServers.of(access.manifest(), only).stream().map(WsusServer::name).toList();
  }

  @Test
  void allAreMeantWhereNoneIsNamed() {
    access.add(NamedServer.at("wsus02").server());
    access.add(NamedServer.at("wsus01").server());

    assertThat(of(Optional.empty())).containsExactly("wsus02:8531", "wsus01:8531");
  }

  @ParameterizedTest
  @CsvSource({"wsus01", "WSUS01", "wsus01:8531", "WSUS01:8531"})
  void oneIsNamedWithItsPortOrWithout(String name) {
    access.add(NamedServer.at("wsus02").server());
    access.add(NamedServer.at("wsus01").server());

    assertThat(of(Optional.of(name))).containsExactly("wsus01:8531");
  }

  @Test
  void aServerThatTheManifestDoesNotNameIsRefused() {
    access.add(NamedServer.at("wsus02").server());
    access.add(NamedServer.at("wsus01").server());

    assertThatThrownBy(() -> of(Optional.of("wsus0")))
        .hasMessage(
            "The manifest has no WSUS server \"wsus0\". Specify one of these servers: wsus02:8531, wsus01:8531. [UPDATE_SERVER_UNKNOWN GAR-0932]");
  }

  @Test
  void aManifestWithoutServersIsRefused() {
    assertThatThrownBy(() -> of(Optional.empty()))
        .hasMessage(
            "No WSUS servers are configured. Add \"wsus\" with \"servers\" to the manifest, and set \"url\" and \"owner\" for each server. See docs/manifest.md. [NO_UPDATE_SERVERS GAR-0931]");
  }

  @Test
  void aProductThatIsNotThereOnceIsRefused() {
    FakeUpdateServer fake = new FakeUpdateServer("wsus01:8531");
    fake.has().categories.add(fake.has().categories.getFirst());
    assertThatThrownBy(() -> KnownProduct.of(SensorCatalogue.of(fake), "wsus01:8531"))
        .hasMessageStartingWith("WSUS server wsus01:8531 has 2 products");

    fake.has().categories.clear();
    assertThatThrownBy(() -> KnownProduct.of(SensorCatalogue.of(fake), "wsus01:8531"))
        .hasMessageStartingWith("WSUS server wsus01:8531 has no product");
  }
}
