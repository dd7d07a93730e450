package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.share.samba.Samba;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialShare;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From its fifth write on, or for one request, the site fails the packed program, which publishes
 * to a real Samba. One diagnostic, no stack trace, and the next run comes to the same site.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SiteFaultIT {
  private static final RequestMatcher ALL = RequestMatcher.any();
  private static final RequestMatcher CREATE = RequestMatcher.of("POST", "^/wmi/SMS_Collection$");
  private static final String REFRESH =
      "POST wmi/SMS_Collection('PS100016')/AdminService.RequestRefresh ";

  /** The request that makes the first collection, and the one after it. */
  private static final int COLLECTION = 5;

  private final Instant now = Instant.now();
  private Optional<SambaServer> samba = Optional.empty();
  private String undisturbed = "";

  /**
   * One line of the table.
   *
   * @param problem what the person reads after the server's name; empty where nothing is wrong
   */
  record Fault(String name, int afterWrite, Consumer<Faults> plan, int exit, String problem) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  void applyUndisturbed(@TempDir Path folder) throws IOException, InterruptedException {
    samba = Optional.of(Samba.start(Samba.settings()));
    try (TrialSite site = new TrialSite("2107-rollup", folder, now)) {
      assertThat(site.converge()).isEmpty();
      undisturbed = site.lab().dump();
    }
  }

  @AfterAll
  void stopSamba() {
    samba.ifPresent(SambaServer::close);
  }

  static Stream<Fault> faults() {
    String denied =
        "Add an administrative user with the required security role for the account (Administration > Security > Administrative Users). After a server upgrade, also check the members of the group SMS Admins.";
    return Stream.of(
        lasting(
            "HTML instead of JSON",
            faults -> faults.htmlFromNowOn(ALL),
            "didn't answer like an administration service: "
                + REFRESH
                + "(HTTP 200: the answer is an HTML page). [GAR-0207] Fix: Check the address in \"site.providers\": it must end in /AdminService on a server with the SMS Provider role, without a proxy in between."),
        lasting(
            "truncated JSON",
            faults -> faults.truncateFromNowOn(ALL),
            "didn't confirm a change that was sent: "
                + REFRESH
                + "(the connection was cut in the middle of the answer). [GAR-0209] Fix: Run the command again. Garrison reads the site first, and detects whether the change took effect."),
        lasting(
            "401",
            faults -> faults.statusFromNowOn(ALL, 401),
            "didn't accept the sign-in: "
                + REFRESH
                + "(HTTP 401: The lab was told to fail here.). [GAR-0203] Fix: Check \"site.user\" and \"site.password\", and make sure that the account isn't locked."),
        lasting(
            "403",
            faults -> faults.statusFromNowOn(ALL, 403),
            "denied access: "
                + REFRESH
                + "(HTTP 403: The lab was told to fail here.). [GAR-0202] Fix: "
                + denied),
        lasting(
            "404 that means access denied",
            Faults::denyWmi,
            "denied access: "
                + REFRESH
                + "(HTTP 404: Access denied  WMI QUERY:). [GAR-0202] Fix: "
                + denied),
        lasting("500", faults -> faults.statusFromNowOn(ALL, 500), refused(REFRESH)),
        lasting(
            "503",
            faults -> faults.statusFromNowOn(ALL, 503),
            "can't be reached: "
                + REFRESH
                + "(HTTP 503: The lab was told to fail here.). [GAR-0206] Fix: Check the address in \"site.providers\" and the network, and make sure that the component SMS_REST_PROVIDER runs on the server."),
        once(
            "one create is refused",
            faults -> faults.status(CREATE, 500, 1),
            1,
            refused("POST wmi/SMS_Collection ")),
        once(
            "the connection is cut before one create",
            faults -> faults.cutBeforeEffect(CREATE),
            1,
            "didn't confirm a change that was sent: POST wmi/SMS_Collection (the connection was"
                + " closed without an answer). [GAR-0209] Fix: Run the command again. Garrison reads the site first, and detects whether the change took effect."),
        once(
            "the connection is cut after one create took effect",
            faults -> faults.cutAfterEffect(CREATE),
            3,
            ""));
  }

  private static String refused(String request) {
    return "refused the request: "
        + request
        + "(HTTP 500: The lab was told to fail here.). [GAR-0204] Fix: Check SMSProv.log and AdminService.log on that server, at the time of this message.";
  }

  private static Fault lasting(String name, Consumer<Faults> plan, String problem) {
    return new Fault(name + " from then on", COLLECTION, plan, 1, problem);
  }

  private static Fault once(String name, Consumer<Faults> plan, int exit, String problem) {
    return new Fault(name, COLLECTION - 1, plan, exit, problem);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aSiteThatFailsInTheMiddleIsOneDiagnosticAndTheNextRunComesToTheSameSite(
      Fault fault, @TempDir Path folder) throws InterruptedException {
    SambaServer server = samba.orElseThrow();
    TrialShare share = TrialShare.on(server, server.port(), folder);
    try (TrialSite site = new TrialSite("2107-rollup", folder, now, share)) {
      Faults faults = site.lab().faults();
      faults.afterWrite(fault.afterWrite(), () -> fault.plan().accept(faults));
      Result result = PackedProgram.run(folder, "apply", "--yes");
      faults.clear();
      assertThat(result.problems())
          .containsExactlyElementsOf(
              fault.problem().isEmpty()
                  ? List.of()
                  : List.of(
                      "error: The administration service on "
                          + site.lab().adminService().getAuthority()
                          + " "
                          + fault.problem()));
      assertThat(result.out()).doesNotContain("\tat ");
      assertThat(result.exit()).isEqualTo(fault.exit());

      assertThat(site.converge()).isEmpty();
      assertThat(site.lab().dump()).isEqualTo(undisturbed);
      assertThat(site.plan().converged()).isTrue();
    }
  }
}
