package dev.garrison.lab.adminservice.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lists the scripts accept: one that was cut off would read as "no antivirus". */
final class ProductListTest {
  private static final String LINE = "service;Svc;Product;antivirus;";
  @TempDir Path folder;

  private boolean isUnderstood(String known, Optional<String> own) throws IOException {
    Files.writeString(folder.resolve("ThirdPartyAntivirus.txt"), known);
    if (own.isPresent()) {
      Files.writeString(folder.resolve("OtherAntivirus.txt"), own.get());
    }
    return ProductList.in(Optional.of(folder)).orElseThrow().isUnderstood();
  }

  @Test
  void aListThatEndsWithTheNumberOfItsLinesIsUnderstood() throws IOException {
    String whole = "# remark\r\n\r\n" + LINE + "\r\n" + LINE + "\r\nlines;2\r\n";
    assertThat(isUnderstood(whole, Optional.empty())).isTrue();
    assertThat(isUnderstood(whole, Optional.of("lines;0\n"))).isTrue();
    assertThat(isUnderstood(whole, Optional.of(LINE + "\nlines;1"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# remark\n",
        "%s\n",
        "%s\nlines;2\n",
        "%s\n%s\nlines;1\n",
        "%s\nlines;1\n%s\n",
        "%s\nlines;1\n# more\n",
        "%s\nlines;1\n\n",
        "%s\nlines;01\n",
        "%s\nlines;\n",
        "lines;0\n"
      })
  void aListThatWasCutOffOrAddedToIsNotUnderstood(String list) throws IOException {
    String text = list.replace("%s", LINE);
    assertThat(isUnderstood(text, Optional.empty())).as("ThirdPartyAntivirus.txt").isFalse();
    if (!text.equals("lines;0\n")) {
      assertThat(isUnderstood(LINE + "\nlines;1\n", Optional.of(text)))
          .as("OtherAntivirus.txt")
          .isFalse();
    }
  }

  @Test
  void scriptsThatDoNotLookForProductsHaveNoList() {
    assertThat(ProductList.in(Optional.of(folder))).isEmpty();
    assertThat(ProductList.in(Optional.empty())).isEmpty();
  }
}
