package dev.garrison.cli.lab;

import dev.garrison.cli.Printed;
import org.junit.jupiter.api.Test;

final class ServedDemoTest {
  @Test
  void addressAndTokenAreAsTheyWereWrittenBefore() {
    Printed.asBefore(
        ServedDemoTest.class,
        "served-demo.json",
        new ServedAddress("http://127.0.0.1:40123", "garrison_0123-abcd").text());
  }
}
