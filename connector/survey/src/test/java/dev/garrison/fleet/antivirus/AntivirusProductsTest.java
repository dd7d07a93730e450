package dev.garrison.fleet.antivirus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.manifest.AntivirusProduct;
import dev.garrison.manifest.AntivirusProduct.Kind;
import dev.garrison.manifest.AntivirusProduct.Sign;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which product a service or a program is of. */
final class AntivirusProductsTest {
  private static final AntivirusProduct OWN =
      new AntivirusProduct(Sign.SERVICE, "FabrikamSvc*", "Fabrikam Antivirus", Kind.ANTIVIRUS);

  @ParameterizedTest
  @CsvSource({
    "SERVICE, csfalconservice, CrowdStrike Falcon, ANTIVIRUS",
    "SERVICE, AVP21.3, Kaspersky Endpoint Security, ANTIVIRUS",
    "SERVICE, xagt, Trellix Endpoint Security (HX), SENSOR",
    "SERVICE, FA_Scheduler, FortiClient, SENSOR",
    "SERVICE, AVKWCtl, G DATA, ANTIVIRUS",
    "SERVICE, fsulhoster, WithSecure, ANTIVIRUS",
    "SERVICE, CybereasonActiveProbe, Cybereason, SENSOR",
    "PROGRAM, ESET Server Security 11, ESET, ANTIVIRUS"
  })
  void thePackedListKnowsProductsAndTheirKinds(Sign sign, String name, String product, Kind kind) {
    assertThat(AntivirusProducts.with(List.of()).of(sign, name))
        .hasValueSatisfying(known -> {
          assertThat(known.product()).isEqualTo(product);
          assertThat(known.kind()).isEqualTo(kind);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"WinDefend", "CSFalconServiceHelper", "ESET Server Security 11"})
  void anotherServiceIsOfNoProduct(String name) {
    assertThat(AntivirusProducts.with(List.of()).of(Sign.SERVICE, name)).isEmpty();
  }

  @Test
  void aProductOfTheManifestIsKnownToo() {
    assertThat(AntivirusProducts.with(List.of(OWN)).of(Sign.SERVICE, "fabrikamsvc2")).contains(OWN);
  }

  @Test
  void theManifestMaySayAnotherKindOfAListedProduct() {
    AntivirusProduct own =
        new AntivirusProduct(Sign.SERVICE, "FA_Scheduler", "FortiClient", Kind.ANTIVIRUS);

    assertThat(AntivirusProducts.with(List.of(own)).of(Sign.SERVICE, "FA_Scheduler")).contains(own);
  }

  @Test
  void namesAndBeginningsAreAskedForApart() {
    AntivirusProducts products = AntivirusProducts.with(List.of(OWN));

    assertThat(products.beginnings(Sign.SERVICE)).contains("fabrikamsvc", "ciscoamp", "avp");
    assertThat(products.names(Sign.SERVICE)).contains("ekrn").doesNotContain("fabrikamsvc*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "service;Fabrikam;Fabrikam Antivirus",
        "driver;Fabrikam;Fabrikam Antivirus;antivirus;https://fabrikam.example/",
        "service;Fabrikam;Fabrikam Antivirus;scanner;https://fabrikam.example/",
        "service;;Fabrikam Antivirus;antivirus;https://fabrikam.example/"
      })
  void aLineThatIsNotUnderstoodIsRefused(String line) {
    assertThatThrownBy(() -> AntivirusProducts.in(line + "\nlines;1\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a line of the product list: " + line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lines;0", "%s", "%s\nlines;2", "%s\nlines;1\n%s", "lines;1\n%s"})
  void aListThatWasCutOffIsRefused(String list) {
    String line = "service;F;Fabrikam Antivirus;antivirus;https://fabrikam.example/";
    assertThatThrownBy(() -> AntivirusProducts.in(list.replace("%s", line)))
        .hasMessage("the product list does not end with its number of lines");
  }
}
