package dev.garrison.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenedTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void thingsAreClosedOnceAndTheLastFirst() {
    Opened opened = new Opened();
    opened.keep("first", closed::add);
    opened.keep("second", closed::add);
    opened.close();
    opened.close();
    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void whatFailsToCloseKeepsNothingElseOpen() {
    Opened opened = new Opened();
    opened.keep("first", closed::add);
    opened.keep("second", OpenedTest::fail);
    opened.keep("third", OpenedTest::fail);
    assertThatThrownBy(opened::close)
        .hasMessage("third")
        .hasSuppressedException(new IllegalStateException("second"));
    assertThat(closed).containsExactly("first");
  }

  private static void fail(String name) {
    throw new IllegalStateException(name);
  }
}
