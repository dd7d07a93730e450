package dev.garrison.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.files.SecondProcess;
import dev.garrison.history.ServiceFolder;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process sees of the service's lock. */
final class ServiceLockIT {
  @TempDir private Path state;

  @Test
  void aLockThatThisProcessIsRefusedStaysTakenForOtherProcesses() throws Exception {
    ServiceFolder folder = ServiceFolder.in(new StateFolder(state));
    Path file = folder.path().resolve("service.lock");
    try (ServiceLock _ = ServiceLock.take(folder, "anna").orElseThrow()) {
      assertThat(SecondProcess.gets(file)).isFalse();
      assertThat(ServiceLock.take(folder, "bert")).isEmpty();
      assertThat(folder.holder()).isEqualTo("anna");
      assertThat(SecondProcess.gets(file)).isFalse();
    }
    assertThat(SecondProcess.gets(file)).isTrue();
  }
}
