package dev.garrison.probe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report takes nobody's place unless it is told to, and is its owner's alone. */
final class ReportFileTest {
  @TempDir private Path folder;

  @Test
  void aFileThatIsThereStays() throws IOException {
    Path file = Files.writeString(folder.resolve("report.html"), "theirs");
    assertThatThrownBy(() -> ReportFile.write(file, "mine", false))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The report "
                + file
                + " already exists. Specify another file name, or delete the file. Garrison doesn't overwrite files. [REPORT_EXISTS GAR-0820]");
    assertThat(file).hasContent("theirs");
    ReportFile.write(file, "mine", true);
    assertThat(file).hasContent("mine");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aLinkThatLeadsNowhereIsAFileThatIsThere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("report.html"), folder.resolve("nothing"));
    assertThatThrownBy(() -> ReportFile.refuseExisting(link))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The report "
                + link
                + " already exists. Specify another file name, or delete the file. Garrison doesn't overwrite files. [REPORT_EXISTS GAR-0820]");
  }

  @Test
  void aFolderThatIsNotThereIsNotMade() {
    Path file = folder.resolve("none/report.html");
    assertThatThrownBy(() -> ReportFile.write(file, "x"))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The report %s can't be written: %s. Specify an existing folder that you can write to. [REPORT_NOT_WRITTEN GAR-0821]"
                .formatted(file, file));
    assertThatThrownBy(() -> ReportFile.replace(file, "x"))
        .hasMessageStartingWith("The report " + file)
        .hasMessageEndingWith("[REPORT_NOT_WRITTEN GAR-0821]");
  }
}
