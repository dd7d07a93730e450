package dev.garrison.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.PackedProgram.Result;
import dev.garrison.trial.TrialSite;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server does, a person reads one diagnostic and no stack trace. */
final class DiagnosticsIT {
  private static final int MANY = 50;

  @TempDir Path folder;

  static Stream<Arguments> faults() {
    RequestMatcher any = RequestMatcher.any();
    return Stream.of(
        fault(
            "HTML",
            faults -> repeat(() -> faults.html(any)),
            "did not answer like an administration service",
            "[GAR-0207]"),
        fault(
            "truncated JSON",
            faults -> repeat(() -> faults.truncateBody(RequestMatcher.of("GET", "SMS_Site"))),
            "sent a broken answer",
            "[GAR-0208]"),
        fault(
            "401",
            faults -> faults.status(any, 401, MANY),
            "did not accept the sign-in",
            "[GAR-0203]"),
        fault("403", faults -> faults.status(any, 403, MANY), "denied access", "[GAR-0202]"),
        fault("404 access denied", Faults::denyWmi, "denied access", "[GAR-0202]"),
        fault("500", faults -> faults.status(any, 500, MANY), "refused the request", "[GAR-0204]"),
        fault("503", faults -> faults.status(any, 503, MANY), "cannot be reached", "[GAR-0206]"));
  }

  private static Arguments fault(String name, Consumer<Faults> plan, String phrase, String code) {
    return Arguments.of(name, plan, phrase, code);
  }

  private static void repeat(Runnable plan) {
    for (int i = 0; i < MANY; i++) {
      plan.run();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultOfTheServerIsOneDiagnostic(
      String name, Consumer<Faults> plan, String phrase, String code) throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      plan.accept(site.lab().faults());
      Result result = PackedProgram.run(folder, "plan");
      assertThat(result.exit()).as("%s: %s", name, result).isEqualTo(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .startsWith("error  The administration service on 127.0.0.1")
          .contains(phrase, code)
          .doesNotContain("\tat ", "Exception");
      assertThat(result.err().split("(?m)^error ", -1)).as("one diagnostic").hasSize(2);
    }
  }

  @Test
  void aWrongAddressIsOneDiagnostic() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      site.manifest().replace("/AdminService\"]", "/Nowhere\"]");
      Result result = PackedProgram.run(folder, "plan");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err())
          .startsWith("error  ")
          .contains("which does not end in /AdminService.", "[GAR-0109]")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aServerThatIsNotThereIsOneDiagnostic() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      int nobody;
      try (ServerSocket socket = new ServerSocket(0)) {
        nobody = socket.getLocalPort();
      }
      site.manifest().replace(":" + site.lab().adminService().getPort() + "/", ":" + nobody + "/");
      Result result = PackedProgram.run(folder, "plan");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err())
          .startsWith("error  The administration service on 127.0.0.1")
          .contains("cannot be reached", "[GAR-0206]")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aWrongSiteCodeIsOneDiagnostic() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      site.manifest().replace("code: PS1", "code: XX9");
      Result result = PackedProgram.run(folder, "plan");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).startsWith("error  ").contains("XX9", "PS1").doesNotContain("\tat ");
    }
  }

  @Test
  void anObjectLockedInAConsoleIsNamedAndTheRestGoesOn() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      assertThat(site.converge()).isEmpty();
      site.manifest().replace("sampleSharing: none", "sampleSharing: all");
      site.lab().faults().lockedInConsole(Edits.modelName(site, "Defender for Endpoint 2019"));
      Result result = PackedProgram.run(folder, "apply", "--yes");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.out() + result.err())
          .contains("holds the object locked", "GAR-0205")
          .doesNotContain("\tat ");
      site.lab().faults().clear();
      assertThat(site.converge()).isEmpty();
      assertThat(site.plan().converged()).isTrue();
    }
  }

  @Test
  void withDebugTheStackTraceIsShownToo() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      site.lab().faults().status(RequestMatcher.any(), 403, MANY);
      Result result = PackedProgram.run(folder, "plan", "--debug");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).startsWith("error  ").contains("[GAR-0202]", "\tat dev.garrison.");
    }
  }
}
