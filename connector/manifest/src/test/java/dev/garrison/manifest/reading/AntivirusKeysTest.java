package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.AntivirusProduct;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.OtherAntivirus;
import dev.garrison.manifest.value.RingGate;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a manifest says of other antivirus products and of antivirus modes. */
final class AntivirusKeysTest {
  private static List<String> warnings(String text) {
    return Examples.read(text).warnings().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void aStatementThatHasEndedIsAWarningAndStaysInTheManifest() throws IOException {
    String text = Examples.text("every-key.yaml").replaceFirst("2098-06-30", "2026-11-23");
    assertThat(warnings(text))
        .containsExactly(
            "The statement that Contoso Antivirus protects \"FILE03\" expired on 2026-11-23 and no"
                + " longer applies (garrison.yaml:85). Agree on a new date with Security team, or"
                + " remove the entry. [OTHER_ANTIVIRUS_EXPIRED GAR-0144]");
    assertThat(Examples.read(text).manifest().rings().getFirst().otherAntivirus()).hasSize(2);
    assertThat(warnings(text.replace("2026-11-23", "2026-11-24"))).isEmpty();
  }

  @Test
  void otherAntivirusAndItsProductsAreRead() throws IOException {
    Manifest manifest = Examples.read(Examples.text("every-key.yaml")).manifest();
    assertThat(manifest.rings().getFirst().otherAntivirus())
        .containsExactly(
            new OtherAntivirus(
                Optional.of("FILE03"),
                Optional.empty(),
                "Contoso Antivirus",
                Optional.empty(),
                "Its service has a name of its own on each server",
                "Security team",
                LocalDate.of(2098, 6, 30)),
            new OtherAntivirus(
                Optional.empty(),
                Optional.of("Servers with Fabrikam"),
                "Fabrikam Antivirus",
                Optional.of("FabrikamSvc"),
                "Inventory does not send the state of services",
                "Security team",
                LocalDate.of(2098, 6, 30)));
    assertThat(manifest.antivirusProducts())
        .containsExactly(
            new AntivirusProduct(
                AntivirusProduct.Sign.SERVICE,
                "FabrikamSvc*",
                "Fabrikam Antivirus",
                AntivirusProduct.Kind.ANTIVIRUS),
            new AntivirusProduct(
                AntivirusProduct.Sign.PROGRAM,
                "Contoso Endpoint Sensor*",
                "Contoso Endpoint Sensor",
                AntivirusProduct.Kind.SENSOR));
  }

  @Test
  void aGateAsksNoServerUnlessItSaysHowMany() throws IOException {
    String text = Examples.text("every-key.yaml");
    assertThat(gate(text.replace(", modeSample: 0", "")).modeSample()).isZero();
    assertThat(gate(text.replace("modeSample: 0", "modeSample: 5")).modeSample()).isEqualTo(5);
  }

  private static RingGate gate(String text) throws IOException {
    return Examples.read(text).manifest().rings().getFirst().gate();
  }
}
