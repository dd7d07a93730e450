package dev.garrison.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.OwnPorts;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialSite;
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
  @TempDir Path folder;

  static Stream<Arguments> faults() {
    RequestMatcher any = RequestMatcher.any();
    String denied =
        " [GAR-0202] Fix: Add an administrative user with the required security role for the account (Administration > Security > Administrative Users). After a server upgrade, also check the members of the group SMS Admins.";
    return Stream.of(
        fault(
            "HTML",
            faults -> faults.htmlFromNowOn(any),
            "didn't answer like an administration service",
            "(HTTP 200: the answer is an HTML page). [GAR-0207] Fix: Check the address in \"site.providers\": it must end in /AdminService on a server with the SMS Provider role, without a proxy in between."),
        fault(
            "truncated JSON",
            faults -> faults.truncateFromNowOn(RequestMatcher.of("GET", "SMS_Site")),
            "sent a broken answer",
            "(the connection was cut in the middle of the answer). [GAR-0208] Fix: Run the command again. If the problem persists, check AdminService.log on that server."),
        fault(
            "401",
            faults -> faults.statusFromNowOn(any, 401),
            "didn't accept the sign-in",
            "(HTTP 401: The lab was told to fail here.). [GAR-0203] Fix: Check \"site.user\" and \"site.password\", and make sure that the account isn't locked."),
        fault(
            "403",
            faults -> faults.statusFromNowOn(any, 403),
            "denied access",
            "(HTTP 403: The lab was told to fail here.)." + denied),
        fault(
            "404 access denied",
            Faults::denyWmi,
            "denied access",
            "(HTTP 404: Access denied  WMI QUERY:)." + denied),
        fault(
            "500",
            faults -> faults.statusFromNowOn(any, 500),
            "refused the request",
            "(HTTP 500: The lab was told to fail here.). [GAR-0204] Fix: Check SMSProv.log and AdminService.log on that server, at the time of this message."),
        fault(
            "503",
            faults -> faults.statusFromNowOn(any, 503),
            "can't be reached",
            "(HTTP 503: The lab was told to fail here.). [GAR-0206] Fix: Check the address in \"site.providers\" and the network, and make sure that the component SMS_REST_PROVIDER runs on the server."));
  }

  private static Arguments fault(
      String name, Consumer<Faults> plan, String phrase, String meaning) {
    return Arguments.of(
        name,
        plan,
        phrase
            + ": GET wmi/SMS_Site?$select=SiteCode,Type,Status,Version,ReportingSiteCode "
            + meaning);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultOfTheServerIsOneDiagnostic(String name, Consumer<Faults> plan, String problem)
      throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      plan.accept(site.lab().faults());
      Result result = PackedProgram.run(folder, "plan");
      assertThat(result.exit()).as("%s: %s", name, result).isEqualTo(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.problems())
          .containsExactly(
              "error: The administration service on "
                  + site.lab().adminService().getAuthority()
                  + " "
                  + problem);
    }
  }

  @Test
  void aWrongAddressIsOneDiagnostic() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      site.manifest().replace("/AdminService\"]", "/Nowhere\"]");
      Result result = PackedProgram.run(folder, "plan");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err())
          .startsWith("error: ")
          .contains("the address doesn't end in /AdminService.", "[GAR-0109]")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aServerThatIsNotThereIsOneDiagnostic() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      int nobody = OwnPorts.take();
      site.manifest().replace(":" + site.lab().adminService().getPort() + "/", ":" + nobody + "/");
      Result result = PackedProgram.run(folder, "plan");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.problems())
          .containsExactly(
              "error: The administration service on 127.0.0.1:%d can't be reached: GET wmi/SMS_Site?$select=SiteCode,Type,Status,Version,ReportingSiteCode (the connection was refused). [GAR-0206] Fix: Check the address in \"site.providers\" and the network, and make sure that the component SMS_REST_PROVIDER runs on the server."
                  .formatted(nobody));
      assertThat(result.err())
          .startsWith("Requests to 127.0.0.1:%d: 3, 2 repeated.\n".formatted(nobody));
    }
  }

  @Test
  void whatPassesIsToldInOneLineAndTheRunGoesOn() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      site.lab().faults().status(RequestMatcher.any(), 503, 1);
      Result result = PackedProgram.run(folder, "plan");
      assertThat(result.exit()).as("%s", result).isEqualTo(2);
      assertThat(result.err())
          .matches("Requests to 127\\.0\\.0\\.1:[0-9]+: [0-9]+, 1 repeated\\.\n");
    }
  }

  @Test
  void aWrongSiteCodeIsOneDiagnostic() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      site.manifest().replace("code: PS1", "code: XX9");
      Result result = PackedProgram.run(folder, "plan");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.problems())
          .containsExactly(
              "error: The administration service belongs to site PS1, but the manifest has XX9. [GAR-0232] Fix: Correct \"site.code\", or set \"site.providers\" to the SMS Providers of site XX9.");
    }
  }

  @Test
  void anObjectLockedInAConsoleIsNamedAndTheRestGoesOn() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      assertThat(site.converge()).isEmpty();
      site.manifest().replace("sampleSharing: none", "sampleSharing: all");
      String model = Edits.modelName(site, "Defender for Endpoint 2019");
      site.lab().faults().lockedInConsole(model);
      Result result = PackedProgram.run(folder, "apply", "--yes");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.problems()).hasSize(1);
      assertThat(result.problems().getFirst())
          .matches(
              "error: The administration service on [0-9.:]+ holds a lock on the object: POST"
                  + " wmi/SMS_Application\\([0-9]+\\) \\(HTTP 500: An error has occurred. \\[The"
                  + " object "
                  + model
                  + " is locked for editing \\(SEDO\\): LAB\\\\administrator has it open in a"
                  + " console\\]\\). \\[GAR-0205\\] Fix: Close the object in the console that has it open, or wait until the lock expires, and run the command again\\.");
      site.lab().faults().clear();
      assertThat(site.converge()).isEmpty();
      assertThat(site.plan().converged()).isTrue();
    }
  }

  @Test
  void withDebugTheStackTraceIsShownToo() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      site.lab().faults().statusFromNowOn(RequestMatcher.any(), 403);
      Result result = PackedProgram.run(folder, "plan", "--debug");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).startsWith("error: ").contains("[GAR-0202]", "\tat dev.garrison.");
    }
  }
}
