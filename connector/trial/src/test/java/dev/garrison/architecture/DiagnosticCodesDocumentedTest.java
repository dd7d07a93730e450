package dev.garrison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever looks a code up finds it, under the number that was printed. */
final class DiagnosticCodesDocumentedTest {
  private static final Path BOOK =
      Path.of(System.getProperty("repository.root"), "docs/reference/diagnostic-codes.md");

  /** Code, name, meaning and remedy, none of them empty. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (GAR-\\d{4}) \\| `([A-Z0-9_]+)` \\| [^|]+ \\| [^|]+ \\|$");

  private static List<String> documented() throws IOException {
    List<String> rows = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(BOOK));
    while (row.find()) {
      rows.add(entry(row.group(1), row.group(2)));
    }
    return rows;
  }

  private static String entry(String label, String name) {
    return label + " " + name;
  }

  private static String entry(DiagnosticCode code) {
    return entry(code.label(), code.name());
  }

  @Test
  void everyCodeHasOneRowWithMeaningAndRemedyAndNoRowIsLeftOver() throws IOException {
    List<String> codes =
        DiagnosticCodesTest.codes().map(DiagnosticCodesDocumentedTest::entry).toList();
    assertThat(codes).isNotEmpty();
    assertThat(documented()).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void theRowsStandInTheOrderOfTheirNumbers() throws IOException {
    assertThat(documented()).isSorted();
  }
}
