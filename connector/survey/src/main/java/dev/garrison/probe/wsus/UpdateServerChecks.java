package dev.garrison.probe.wsus;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.probe.ServerChecks;
import dev.garrison.probe.outcome.CheckRun;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.problem.OtherServer;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.servers.WsusAccess;
import dev.garrison.wsus.soap.Contract;
import dev.garrison.wsus.soap.WsdlXml;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.UpdateServer;
import dev.garrison.wsus.updateserver.UpdateServerException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks one WSUS server: its identity, and its operations. */
final class UpdateServerChecks implements AutoCloseable {
  static final String SIGN_IN = "sign-in";
  private static final String CONFIGURATION = "configuration";
  private static final int MOST_SHOWN = 5;

  private final WsusAccess access;
  private final WsusServer server;
  private final SiteNames names;
  private final InstantSource clock;
  private final ServerChecks before;
  private @Nullable UpdateServer opened;

  UpdateServerChecks(WsusAccess access, WsusServer server, SiteNames names, InstantSource clock) {
    this.access = access;
    this.server = server;
    this.names = names;
    this.clock = clock;
    SignIn signIn = server.access().signIn();
    this.before =
        new ServerChecks(
            access.inspection(server),
            new ServerChecks.Subject(
                server.url(),
                "wsus.servers",
                List.of("    - url: " + server.url(), "      trust:", "        - "),
                Text.of("probe.wsus-component"),
                Text.of("probe.wsus-service"),
                signIn.isKerberos() && signIn.servicePrincipal().isEmpty()),
            names,
            clock);
  }

  List<ProbeLine> run() {
    CheckRun ledger =
        before
            .look(new CheckRun("wsus"))
            .check(SIGN_IN, List.of(ServerChecks.CERTIFICATE), this::signIn)
            .check("version", List.of(SIGN_IN), this::version)
            .check("operations", List.of(SIGN_IN), this::operations)
            .check(CONFIGURATION, List.of(SIGN_IN), this::configuration);
    if (ledger.holds(SIGN_IN)) {
      new CatalogueChecks(service(), server, names, clock).look(ledger, SIGN_IN);
    }
    return ledger.lines();
  }

  private UpdateServer service() {
    return Objects.requireNonNull(opened);
  }

  Outcome signIn() {
    SignIn signIn = server.access().signIn();
    signIn.account().ifPresent(account -> names.knowUser(account.user()));
    signIn.writer().ifPresent(account -> names.knowUser(account.user()));
    try {
      opened = access.open(server);
      UserRole role = opened.role();
      Text text =
          Text.of("probe.account", "account", role.words(), "method", before.method(signIn));
      return role == UserRole.UNAUTHORIZED
          ? new Outcome.Failed(
              text,
              List.of(
                  Diagnostic.error(
                      WsusCode.UPDATE_SERVER_ROLE_MISSING,
                      Message.of("wsus-probe.no-role", "server", server.name()))))
          : new Outcome.Passed(text);
    } catch (RefusalException refusal) {
      return new Outcome.Failed(before.offers(), refusal.diagnostics());
    }
  }

  Outcome version() {
    return new Outcome.Passed(
        Text.of(
            "probe-wsus.version",
            "version",
            service().version(),
            "protocol",
            service().protocolVersion()));
  }

  Outcome operations() {
    Contract contract = Contract.load();
    WsdlXml offered;
    try {
      offered = service().description();
    } catch (UpdateServerException unread) {
      return undescribed(unread);
    }
    List<Text> differences = offered.differences(contract);
    Text text = operations(offered, contract, differences.isEmpty());
    if (differences.isEmpty()) {
      return new Outcome.Passed(text);
    }
    Text shown =
        differences.stream()
            .limit(MOST_SHOWN)
            .reduce((first, next) -> Text.of("stale.both", "first", first, "next", next))
            .orElseThrow();
    int more = differences.size() - MOST_SHOWN;
    return new Outcome.Failed(
        text,
        List.of(
            Diagnostic.error(
                WsusCode.OPERATIONS_DIFFER,
                Message.of(
                    "wsus-probe.operations",
                    "server",
                    server.name(),
                    "differences",
                    more > 0
                        ? Text.of(
                            "wsus-probe.differences-more", "differences", shown, "count", more)
                        : shown))));
  }

  private static Text operations(WsdlXml offered, Contract contract, boolean expected) {
    return Text.of(
        expected ? "probe-wsus.operations-expected" : "probe-wsus.operations",
        "offered",
        offered.operations(),
        "used",
        contract.operations().size());
  }

  /**
   * Outcome where the server does not describe its operations. It has already answered as WSUS, so
   * this is no failure.
   */
  private Outcome undescribed(UpdateServerException unread) {
    if (unread.kind() != FailureKind.NOT_WSUS) {
      throw unread;
    }
    return Outcome.of(
        Text.of("probe-wsus.undescribed"),
        List.of(
            Diagnostic.warning(
                WsusCode.OPERATIONS_NOT_DESCRIBED,
                Message.of(
                    "wsus-probe.undescribed",
                    "server",
                    server.name(),
                    "detail",
                    unread.detail()))));
  }

  Outcome configuration() {
    ServerConfiguration configuration = service().configuration();
    names.know(SiteNames.Kind.NAME, configuration.serverId().toString());
    names.knowServer(configuration.upstream());
    Text text =
        Text.of(
            "probe-wsus.configuration",
            "id",
            configuration.serverId(),
            "role",
            Text.of(configuration.isReplica() ? "probe-wsus.replica" : "probe-wsus.autonomous"),
            "source",
            configuration.syncsFromMicrosoft()
                ? Text.of("probe-wsus.from-microsoft")
                : Text.of("probe-wsus.from-server", "server", configuration.upstream()),
            "files",
            Text.of(
                configuration.keepsFiles() ? "probe-wsus.files-here" : "probe-wsus.files-clients"),
            "approvals",
            Text.of(
                configuration.refreshesApprovals()
                    ? "probe-wsus.approvals-follow"
                    : "probe-wsus.approvals-stay"));
    Optional<Diagnostic> other = OtherServer.problem(server, configuration);
    if (other.isPresent()) {
      return Outcome.of(text, List.of(other.get()));
    }
    return configuration.isSetUp()
        ? new Outcome.Passed(text)
        : Outcome.of(
            text,
            List.of(
                Diagnostic.warning(
                    WsusCode.NOT_SET_UP,
                    Message.of("wsus-probe.not-set-up", "server", server.name()))));
  }

  @Override
  public void close() {
    Optional.ofNullable(opened).ifPresent(UpdateServer::close);
  }
}
