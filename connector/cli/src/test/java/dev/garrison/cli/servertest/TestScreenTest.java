package dev.garrison.cli.servertest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TestScreenTest {
  @Test
  void whoEndsTheProgramIsToldWhatGoesOn() {
    assertThat(TestScreen.ended())
        .hasToString(
            "Garrison was stopped during the test. Servers that received the script run it anyway. Check Monitoring > Script Status in the console before you run the test again. \"garrison journal show\" lists the servers. [ENDED_WHILE_TESTING"
                + " GAR-1033]");
  }
}
