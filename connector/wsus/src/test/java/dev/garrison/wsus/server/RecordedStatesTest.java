package dev.garrison.wsus.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.recorded.RecordedStates;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final UpdateServerState SERVER =
      new UpdateServerState(
          true, false, Set.of("Servers", "Pilot"), "a replica approves what its upstream does");

  private static final RecordedStates<UpdateServerState> SERVERS =
      RecordedStates.of(
          RecordedStatesTest.class, UpdateServerState.KIND, RecordedUpdateServerState.FORM, 1);

  @Test
  void aServerOfTheFirstFormIsReadAsItWas() {
    assertThat(SERVERS.read()).containsExactly(SERVER);
  }

  @Test
  void aServerIsWrittenAsItWas() {
    assertThat(SERVERS.written(List.of(SERVER))).isEqualTo(SERVERS.lines());
  }
}
