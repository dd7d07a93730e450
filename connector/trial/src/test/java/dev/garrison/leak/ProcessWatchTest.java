package dev.garrison.leak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProcessWatchTest {
  @Test
  void whatAChildIsHandedIsSeen() throws Exception {
    ProcessWatch watch = new ProcessWatch();
    watch.until(new ProcessBuilder("sh", "-c", "X=hunter2 sleep 0.3; sleep 0.3 & wait; :").start());
    assertThat(watch.seen()).anyMatch(each -> each.contains("X=hunter2"));
    assertThat(watch.seen()).anyMatch(each -> each.contains("sleep\0000.3"));
    assertThat(watch.seen()).contains("sleep\n");
  }
}
