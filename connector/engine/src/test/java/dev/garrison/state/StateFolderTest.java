package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.files.Exposure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class StateFolderTest {
  @Test
  void aStateFolderIntoWhichManyCanLookIsRefusedWithTheCommandThatClosesIt() {
    assertThat(
            StateFolder.open(
                Path.of("state"),
                new Exposure(
                    Exposure.Kind.OPEN_TO_OTHERS,
                    "is open to others (Users (S-1-5-32-545): read)",
                    "Run as an administrator: icacls ...")))
        .hasToString(
            "The state folder state is open to others (Users (S-1-5-32-545): read). Run as an"
                + " administrator: icacls .... What others may have changed in it proves nothing."
                + " [STATE_FOLDER_OPEN GAR-0611]");
  }
}
