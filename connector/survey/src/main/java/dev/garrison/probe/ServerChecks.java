package dev.garrison.probe;

import dev.garrison.connection.ServerInspection;
import dev.garrison.connection.ServerInspection.Greeting;
import dev.garrison.connection.TransportException;
import dev.garrison.connection.tls.Handshake;
import dev.garrison.connection.tls.ServerCertificate;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.probe.outcome.CheckRun;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import dev.garrison.probe.outcome.SiteNames;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Checks one server before the sign-in, from its name to its clock. */
public final class ServerChecks {
  /** Label of the check on which the sign-in depends. */
  public static final String CERTIFICATE = "certificate";

  private static final String NAME = "name";
  private static final String PORT = "port";

  private final ServerInspection inspection;
  private final Subject subject;
  private final URI address;
  private final SiteNames names;
  private final CertificateView certificates;
  private boolean bound;
  private String offers = "";

  /**
   * Server to check.
   *
   * @param place of the address in the manifest
   * @param trust the lines above and before the digest that would make it trusted
   * @param component the component that must run there
   * @param service the service at that port
   * @param isByName whether the sign-in needs a name
   */
  public record Subject(
      URI address,
      String place,
      List<String> trust,
      Text component,
      Text service,
      boolean isByName) {
    public Subject {
      trust = List.copyOf(trust);
    }
  }

  public ServerChecks(
      ServerInspection inspection, Subject subject, SiteNames names, InstantSource clock) {
    this.inspection = inspection;
    this.subject = subject;
    this.address = subject.address();
    this.names = names;
    this.certificates = new CertificateView(clock, subject.trust());
  }

  /** Runs the checks and records them. */
  public CheckRun look(CheckRun ledger) {
    names.knowServer(address.getHost());
    return ledger
        .check(NAME, this::name)
        .check(PORT, List.of(NAME), this::port)
        .check(CERTIFICATE, List.of(PORT), this::certificate)
        .check("clock", List.of(CERTIFICATE), this::clock);
  }

  /** Sign-in methods that the server offers; empty where it did not report any. */
  public Text offers() {
    return offers.isEmpty() || offers.equals("nothing")
        ? Outcome.NONE
        : Text.of("probe.offers", "methods", offers);
  }

  /** Method of the sign-in, with its channel binding. */
  public Text method(SignIn signIn) {
    return switch (signIn.method()) {
      case KERBEROS -> bound("Kerberos");
      case WINDOWS -> bound("Windows, Kerberos");
      case NEGOTIATE -> bound("Windows, Negotiate");
      case NTLM -> bound("NTLM");
      case BASIC -> Text.verbatim("Basic");
      case NONE -> Text.of("probe.no-sign-in");
    };
  }

  private Text bound(String method) {
    return Text.of(bound ? "probe.bound" : "probe.not-bound", "method", method);
  }

  private Outcome name() {
    try {
      List<String> addresses =
          inspection.resolve(address).stream().map(InetAddress::getHostAddress).toList();
      addresses.forEach(each -> names.know(SiteNames.Kind.SERVER, each));
      return new Outcome.Passed(
          addresses.equals(List.of(address.getHost()))
              ? Text.of(subject.isByName() ? "probe.address-unnamed" : "probe.address")
              : Text.listed(addresses.stream().map(Text::verbatim).toList()));
    } catch (TransportException e) {
      return failed(
          ProbeCode.NAME_UNRESOLVED,
          Message.of("probe.name-unresolved", "host", address.getHost(), "place", subject.place()));
    }
  }

  private Outcome port() {
    try {
      ServerInspection.OpenPort open = inspection.open(address);
      return new Outcome.Passed(
          Text.of(
              "probe.port-open",
              "port",
              String.valueOf(open.address().getPort()),
              "milliseconds",
              open.took().toMillis()));
    } catch (TransportException e) {
      return failed(
          ProbeCode.PORT_CLOSED,
          Message.of(
              "probe.port-closed",
              "host",
              address.getHost(),
              "port",
              port(address),
              "reason",
              e,
              "place",
              subject.place(),
              "component",
              subject.component()));
    }
  }

  private static Outcome failed(ProbeCode code, Message message) {
    return new Outcome.Failed(List.of(Diagnostic.error(code, message)));
  }

  private static String port(URI address) {
    return String.valueOf(ServerInspection.port(address));
  }

  private Outcome certificate() {
    if (ServerInspection.isPlain(address)) {
      return plain();
    }
    Handshake handshake;
    try {
      handshake = inspection.handshake(address);
    } catch (TransportException e) {
      return silent(e);
    }
    bound = handshake.bindable();
    handshake.certificate().ifPresent(this::remember);
    return certificates.outcome(handshake);
  }

  private void remember(ServerCertificate met) {
    names.know(SiteNames.Kind.CERTIFICATE, met.sha256().toString());
    names.know(SiteNames.Kind.CERTIFICATE, met.subject());
    names.know(SiteNames.Kind.CERTIFICATE, met.issuer());
    met.names().forEach(names::knowServer);
  }

  private Outcome plain() {
    Optional<Diagnostic> objection = inspection.objection(address);
    if (objection.isPresent()) {
      return new Outcome.Failed(List.of(objection.get()));
    }
    return inspection.isThisMachine(address)
        ? new Outcome.Passed(Text.of("probe.http-local"))
        : new Outcome.Warned(
            Text.of("probe.http"),
            List.of(
                Diagnostic.warning(
                    ProbeCode.CONNECTION_NOT_ENCRYPTED,
                    Message.of("probe.not-encrypted", "host", address.getHost()))));
  }

  private Outcome silent(TransportException cause) {
    return failed(
        ProbeCode.SERVER_SILENT,
        Message.of(
            "probe.silent",
            "host",
            address.getHost(),
            "port",
            port(address),
            "reason",
            cause,
            "service",
            subject.service()));
  }

  private Outcome clock() {
    Greeting greeting;
    try {
      greeting = inspection.greet(URI.create(address + "/"));
    } catch (TransportException e) {
      return silent(e);
    }
    offers = greeting.offers();
    return greeting
        .clock()
        .map(ClockView::outcome)
        .orElseGet(() -> new Outcome.Skipped(Text.of("probe.no-time")));
  }
}
