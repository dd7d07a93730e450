package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.files.Exposure;
import dev.garrison.language.Text;
import org.junit.jupiter.api.Test;

final class StateFolderTest {
  @Test
  void aStateFolderIntoWhichManyCanLookIsRefusedWithTheCommandThatClosesIt() {
    assertThat(
            StateFolder.open(
                new Exposure(
                    Exposure.Kind.OPEN_TO_OTHERS,
                    Text.verbatim(
                        "C:\\state is open to other accounts (Users (S-1-5-32-545): read)"),
                    Text.verbatim("Run as an administrator: icacls ..."))))
        .hasToString(
            "The state folder isn't private: C:\\state is open to other accounts (Users (S-1-5-32-545): read). Run as an administrator: icacls ... Don't trust what the folder contains: other accounts may have changed it. [STATE_FOLDER_OPEN GAR-0611]");
  }
}
