package dev.garrison.connection.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests' Java for Windows has no module jdk.crypto.mscapi. */
final class MachineStoreOnWindows {
  @Test
  void withoutItsModuleTheAuthoritiesOfWindowsAreNotReplacedByThoseOfJava() {
    assertThat(ModuleLayer.boot().findModule("jdk.crypto.mscapi")).isEmpty();
    assertThatThrownBy(
            () -> TlsSettings.check(new Trust(List.of(new Trust.Anchor.SystemAuthorities()))))
        .hasMessageEndingWith("[MACHINE_STORE_MISSING GAR-0287]");
  }
}
