package dev.garrison.payload.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package is whole in the folder or not there. */
final class IntakeCopyTest {
  private static final String REMEDY =
      " Make sure that \"packages.intake\" is set to a folder that you can write to, and that the disk has enough free space."
          + " [INTAKE_NOT_WRITTEN GAR-0464]";

  @TempDir private Path folder;

  private Path file() throws IOException {
    return Files.writeString(folder.resolve("md4ws.msi"), "msi");
  }

  @Test
  void aFileThatChangedWhileItWasCopiedIsNotKept() throws IOException {
    Path intake = folder.resolve("intake");
    Path file = file();
    assertThatThrownBy(() -> new IntakeCopy(intake).of(file, "md4ws.msi", Sha256.of("MSI")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "\"%s\" can't be copied to the package folder \"%s\": the file changed during copying.%s"
                .formatted(file, intake, REMEDY));
    assertThat(intake).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsNoneIsNotWrittenTo() throws IOException {
    Path file = file();
    assertThatThrownBy(() -> new IntakeCopy(file).of(file, "md4ws.msi", Sha256.of("msi")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "\"%s\" can't be copied to the package folder \"%s\": %s.%s"
                .formatted(file, file, file, REMEDY));
    assertThat(file).hasContent("msi");
  }

  @Test
  void aFileIsKeptUnderItsDigest() throws IOException {
    Path intake = folder.resolve("intake");
    new IntakeCopy(intake).of(file(), "md4ws.msi", Sha256.of("msi"));
    assertThat(intake.resolve(Sha256.of("msi").hex()).resolve("md4ws.msi")).hasContent("msi");
  }
}
