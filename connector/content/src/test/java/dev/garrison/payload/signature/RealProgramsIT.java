package dev.garrison.payload.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.payload.Description;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.executable.PlatformUpdateKind;
import dev.garrison.payload.judge.Authority;
import dev.garrison.payload.judge.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every program and library that lies beside the project, most of them signed by Microsoft. */
final class RealProgramsIT {
  private static final Requirements REQUIREMENTS =
      new Requirements(Instant.parse("2026-11-28T00:00:00Z"), Optional.empty());

  private static final Map<String, Description> PROGRAMS = new TreeMap<>();

  @BeforeAll
  static void inspect() throws IOException {
    PackageInspector inspector =
        new PackageInspector(
            List.of(new PlatformUpdateKind(new Authenticode(TrustedPublishers.microsoft()))));
    Path tools = Judge.tools();
    try (Stream<Path> files = Files.walk(tools)) {
      files
          .filter(RealProgramsIT::isProgram)
          .forEach(file ->
              PROGRAMS.put(
                  tools.relativize(file).toString(),
                  inspector.inspect(file, REQUIREMENTS).description()));
    }
  }

  private static boolean isProgram(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".dll") || name.endsWith(".exe");
  }

  private static String verdict(Description description) {
    return description.signature().map(RealProgramsIT::words).orElse("no verdict");
  }

  private static String words(SignatureReport report) {
    return report.status().words() + ", by " + report.signer().orElse("nobody");
  }

  @Test
  void eachIsToldByItsPublisher() {
    Map<String, Integer> counts = new TreeMap<>();
    PROGRAMS.values().forEach(found -> counts.merge(verdict(found), 1, Integer::sum));

    assertThat(counts)
        .isEqualTo(
            Map.of(
                "valid, by Microsoft Corporation", 74,
                "wrong publisher, by .NET", 397,
                "wrong publisher, by Microsoft 3rd Party Application Component", 4,
                "untrusted root, by Eclipse Foundation", 46,
                "untrusted root, by Jakub Jareš", 2,
                "untrusted root, by Humanizer (.NET Foundation)", 1,
                "untrusted root, by Json.NET (.NET Foundation)", 1));
  }

  @Test
  void theRuntimeLibrariesAreMicrosoftsByTheirNestedSignature() {
    for (String name : List.of("msvcp140.dll", "vcruntime140.dll", "vcruntime140_1.dll")) {
      assertThat(signatures("windows-java/bin/" + name))
          .as(name)
          .containsExactly(
              "nested: valid, by Microsoft Corporation",
              "primary: wrong publisher, by Microsoft Windows Software Compatibility Publisher");
    }
  }

  @Test
  void whatMicrosoftSignedBesidesItsAuthorIsRefused() {
    assertThat(signatures("windows-powershell/app/Humanizer.dll"))
        .containsExactly(
            "primary: untrusted root, by Humanizer (.NET Foundation)",
            "nested: wrong publisher, by Microsoft 3rd Party Application Component");
    assertThat(signatures("windows-powershell/app/Newtonsoft.Json.dll"))
        .containsExactly(
            "primary: untrusted root, by Json.NET (.NET Foundation)",
            "nested: wrong publisher, by Microsoft 3rd Party Application Component");
  }

  /** What counts first. */
  private static List<String> signatures(String name) {
    SignatureReport report =
        Objects.requireNonNull(PROGRAMS.get(name), name).signature().orElseThrow();
    return Stream.concat(Stream.of(report), report.others().stream())
        .map(each -> each.place().words() + ": " + words(each))
        .toList();
  }

  /**
   * Chains and digests as osslsigncode sees them, with the same roots; publishers are ours alone.
   */
  @Test
  void theJudgeAgreesOnEachOfThem(@TempDir Path folder) throws Exception {
    Judge.need("osslsigncode");
    Judge judge = new Judge(folder);
    Path roots = folder.resolve("roots.pem");
    for (TrustedRoot root : TrustedPublishers.microsoft().roots()) {
      Files.writeString(
          roots,
          Authority.pem(root.certificate()),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    List<String> different = new ArrayList<>();
    for (Map.Entry<String, Description> program : PROGRAMS.entrySet()) {
      boolean judged =
          judge
                  .ask(
                      "osslsigncode",
                      "verify",
                      "-ignore-crl",
                      "-ignore-cdp",
                      "-CAfile",
                      roots.toString(),
                      "-TSA-CAfile",
                      roots.toString(),
                      "-in",
                      Judge.tools().resolve(program.getKey()).toString())
                  .exit()
              == 0;
      if (judged != provenForAnybody(program.getValue())) {
        different.add(program.getKey());
      }
    }
    assertThat(different).isEmpty();
  }

  private static boolean provenForAnybody(Description description) {
    SignatureReport report = description.signature().orElseThrow();
    return Stream.concat(Stream.of(report), report.others().stream())
        .anyMatch(each -> each.status() == Status.VALID || each.status() == Status.WRONG_PUBLISHER);
  }
}
