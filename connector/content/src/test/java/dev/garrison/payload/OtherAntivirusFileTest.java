package dev.garrison.payload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.SmallManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the manifest says of other antivirus products, as the scripts on servers read it. */
final class OtherAntivirusFileTest {
  private static final String STATED =
      ", otherAntivirus: [{server: FILE03, product: Contoso Antivirus, reason: r, owner: o, until:"
          + " 2027-01-31}, {collection: C, service: FabrikamSvc, product: Fabrikam, reason: r,"
          + " owner: o, until: 2026-01-31}]";
  private static final String PRODUCTS =
      "antivirusProducts: [{service: NwSvc*, product: Northwind, kind: antivirus},"
          + " {service: NwSensor, product: Northwind EDR, kind: sensor},"
          + " {program: Northwind, product: Northwind, kind: antivirus}]";

  private static Manifest manifest(String root, String ring) {
    return SmallManifest.ofRings(
        """
          - {name: r, collections: [Servers], maxDevices: 500, deadline: "+3d 22:00"%s}
        %s
        """
            .formatted(ring, root));
  }

  private static String text(Manifest manifest) throws IOException {
    try (InputStream stream = OtherAntivirusFile.of(manifest).orElseThrow().bytes().open()) {
      return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void productsInTheirOrderAndThenStatementsOfPassiveRingsAreLines() throws IOException {
    assertThat(text(manifest(PRODUCTS, ", antivirus: passive" + STATED)))
        .isEqualTo(
            """
            service;NwSvc*;Northwind;antivirus;\r
            service;NwSensor;Northwind EDR;sensor;\r
            program;Northwind;Northwind;antivirus;\r
            server;FILE03;Contoso Antivirus;antivirus;2027-01-31\r
            service;FabrikamSvc;Fabrikam;antivirus;2026-01-31\r
            lines;5\r
            """);
  }

  @Test
  void aServiceThatIsStatedForAServerIsCheckedOnTheServer() throws IOException {
    assertThat(
            text(
                manifest(
                    "",
                    ", antivirus: passive, otherAntivirus: [{server: FILE03, service: FabrikamSvc,"
                        + " product: Fabrikam, reason: r, owner: o, until: 2027-01-31}]")))
        .isEqualTo("service;FabrikamSvc;Fabrikam;antivirus;2027-01-31\r\nlines;1\r\n");
  }

  @Test
  void whereNoRingIsPassiveThereAreProductsAndNoStatements() throws IOException {
    assertThat(text(manifest(PRODUCTS, ", antivirus: active" + STATED)))
        .isEqualTo(
            """
            service;NwSvc*;Northwind;antivirus;\r
            service;NwSensor;Northwind EDR;sensor;\r
            program;Northwind;Northwind;antivirus;\r
            lines;3\r
            """);
  }

  @Test
  void whereNothingIsToBeSaidThereIsNoFile() {
    assertThat(OtherAntivirusFile.of(manifest("", ", antivirus: passive"))).isEmpty();
    assertThat(OtherAntivirusFile.of(manifest("", ", antivirus: active" + STATED))).isEmpty();
  }
}
