package dev.garrison.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class ProgramRunTest {
  private static final Duration ENOUGH = Duration.ofMinutes(1);

  private static ProgramRun run(Duration most, String script) throws IOException {
    return ProgramRun.of(List.of("/bin/sh", "-c", script), most);
  }

  @Test
  void bothOutputsAndTheExitCodeComeBack() throws IOException {
    assertThat(run(ENOUGH, "echo one; echo two >&2; exit 3"))
        .isEqualTo(new ProgramRun(3, "one\ntwo\n"));
  }

  @Test
  void aProgramThatAsksGetsNoAnswer() throws IOException {
    assertThat(run(ENOUGH, "read answer || echo none")).isEqualTo(new ProgramRun(0, "none\n"));
  }

  @Test
  void aProgramThatDoesNotEndIsEnded() {
    assertThatThrownBy(() -> run(Duration.ofMillis(1), "exec sleep 600"))
        .isInstanceOf(IOException.class)
        .hasMessage("it was not done within 0 seconds, and was ended");
  }

  @Test
  void aProgramThatOnlyClosesItsOutputIsEnded() {
    assertThatThrownBy(() -> run(Duration.ofSeconds(1), "exec >&- 2>&-; exec sleep 600"))
        .isInstanceOf(IOException.class)
        .hasMessage("it was not done within 1 second, and was ended");
  }

  @Test
  void aProgramThatPrintsWithoutEndIsEnded() {
    assertThatThrownBy(() -> run(ENOUGH, "exec yes"))
        .isInstanceOf(IOException.class)
        .hasMessage("it printed more than 64 KiB, and was ended");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ProgramRun.of(List.of("/nowhere/at all"), ENOUGH))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/nowhere/at all");
  }
}
