package dev.garrison.manifest.reading;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.fuzz.FuzzRun;
import dev.garrison.fuzz.Mutator;
import dev.garrison.fuzz.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Damaged manifests end in a manifest or in diagnostics; see {@link FuzzRun} for long runs. */
final class ManifestFuzzTest {
  private static final List<String> WORDS =
      List.of(
          "*a",
          "&a ",
          "&a [*a]",
          "<<: *a\n",
          "? ",
          "- ",
          ": ",
          "[",
          "]",
          "{",
          "}",
          "|\n",
          ">-\n",
          "'",
          "\"",
          "#",
          "%YAML 9.9\n",
          "---\n",
          "...\n",
          "!!java.net.URL ",
          "!<x> ",
          "\"\\uD800\"",
          "\"\\U0011FFFF\"",
          "\"\\x0\"",
          "0x1F",
          ".nan",
          "~",
          "env:",
          "file:",
          "smb://",
          "http://[::1",
          "+99d 99:99",
          "2026-02-30",
          "0000-00-00..9999-99-99",
          // Few aliases, many values.
          "a: &a [x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n");

  @Test
  void aDamagedManifestEndsInAManifestOrInDiagnostics() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (Path file : Examples.files()) {
      samples.add(Sample.yaml(Files.readString(file)));
    }
    new FuzzRun("manifest", new Mutator(samples, WORDS, "[", "]"))
        .check("read", ManifestFuzzTest::outcome);
  }

  private static String outcome(byte[] input) {
    try {
      Examples.read(input);
      return "read";
    } catch (RefusalException e) {
      return FuzzRun.refused(e);
    }
  }
}
