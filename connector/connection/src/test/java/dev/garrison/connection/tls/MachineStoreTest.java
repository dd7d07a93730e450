package dev.garrison.connection.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Whose authorities 'system' means. */
final class MachineStoreTest {
  @Test
  void onWindowsItIsTheStoreOfTheComputerAndElsewhereThatOfJava() {
    assertThat(MachineStore.type('\\')).contains("Windows-ROOT-LOCALMACHINE");
    assertThat(MachineStore.type('/')).isEmpty();
  }

  /** As with a Java for Windows that was made without the module. */
  @Test
  void aJavaThatCannotReadTheStoreIsRefused() {
    assertThatThrownBy(() -> MachineStore.open("Windows-ROOT-LOCALMACHINE"))
        .hasMessage(
            "This Java runtime can't read which authorities Windows trusts (Windows-ROOT-LOCALMACHINE): the module jdk.crypto.mscapi is missing. Use the Java runtime that comes with Garrison, or a complete one. Or specify a certificate file or sha256:DIGEST in \"trust\" instead of system. [MACHINE_STORE_MISSING GAR-0287]");
  }
}
