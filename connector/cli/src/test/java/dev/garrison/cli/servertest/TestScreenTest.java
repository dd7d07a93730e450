package dev.garrison.cli.servertest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TestScreenTest {
  @Test
  void whoEndsTheProgramIsToldWhatGoesOn() {
    assertThat(TestScreen.ended())
        .hasToString(
            "Garrison was ended while the test was under way. Servers that were sent it run it all"
                + " the same. Look in the console, Monitoring > Script Status, before you run this"
                + " again: 'garrison journal show' names the servers. [ENDED_WHILE_TESTING"
                + " GAR-1033]");
  }
}
