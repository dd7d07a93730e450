package dev.garrison.record;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileLeaseTest {
  @TempDir Path folder;

  @Test
  void theSecondWriterIsToldWhoTheFirstIs() {
    Path file = folder.resolve("lease-PS1");
    try (FileLease _ = FileLease.take(file, "root on adm01, process 42, since 21:07")) {
      assertThatThrownBy(() -> FileLease.take(file, "root on adm02"))
          .hasMessageStartingWith(
              "Another Garrison is writing to this site: root on adm01, process 42, since 21:07. Wait until it is done;");
    }
  }

  @Test
  void aLeaseGivenBackIsFree() {
    Path file = folder.resolve("lease-PS1");
    FileLease.take(file, "root on adm01").close();
    assertThatCode(() -> FileLease.take(file, "root on adm02").close()).doesNotThrowAnyException();
  }
}
