package dev.garrison.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.service.ListenAddress;
import dev.garrison.manifest.service.ServerSection;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the service may listen when an option says so. */
final class ServeCommandTest {
  @Test
  void withoutTheOptionTheManifestsAddressIsTaken() {
    assertThat(ServeCommand.section(ServerSection.DEFAULT, null)).hasValue(ServerSection.DEFAULT);
  }

  @Test
  void noneIsNoAddressAtAll() {
    assertThat(ServeCommand.section(ServerSection.DEFAULT, "none")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0.0.0:8740 | Other computers can reach 0.0.0.0:8740, but the service has no certificate.",
        "8740 | \"8740\" isn't in the form HOST:PORT."
      })
  void anAddressThatOthersReachNeedsACertificate(String listen, String problem) {
    assertThatThrownBy(() -> ServeCommand.section(ServerSection.DEFAULT, listen))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            problem
                + " Listen on a loopback address, for example 127.0.0.1:8740, or set \"server.certificate\" and \"server.key\" in the manifest. [LISTEN_UNSAFE GAR-1095]");
  }

  @Test
  void withACertificateOthersMayReachIt() {
    ServerSection section =
        new ServerSection(
            ListenAddress.DEFAULT,
            Optional.of(new ServerSection.TlsFiles(Path.of("cert.pem"), Path.of("key.pem"))));
    assertThat(ServeCommand.section(section, "0.0.0.0:8740"))
        .map(ServerSection::listen)
        .isEqualTo(ListenAddress.parse("0.0.0.0:8740"));
  }
}
