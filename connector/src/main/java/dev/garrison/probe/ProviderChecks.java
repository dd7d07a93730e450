package dev.garrison.probe;

import dev.garrison.connection.ServerInspection;
import dev.garrison.connection.ServerInspection.Greeting;
import dev.garrison.connection.TransportException;
import dev.garrison.connection.tls.Handshake;
import dev.garrison.connection.tls.ServerCertificate;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.site.SiteReader;
import dev.garrison.probe.outcome.Ledger;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.SiteNames;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One SMS Provider: from its name to whom it takes us for. */
final class ProviderChecks {
  static final String SIGN_IN = "sign-in";
  private static final String NAME = "name";
  private static final String PORT = "port";
  private static final String CERTIFICATE = "certificate";
  private static final String IDENTIFICATION = "SMS_Identification";

  private final ProbeAccess access;
  private final URI address;
  private final SiteNames names;
  private final CertificateView certificates;
  private boolean bound;
  private String offers = "";
  private @Nullable HttpAdminService service;
  private @Nullable Row identification;

  ProviderChecks(ProbeAccess access, URI address, SiteNames names, InstantSource clock) {
    this.access = access;
    this.address = address;
    this.names = names;
    this.certificates = new CertificateView(clock);
  }

  List<ProbeLine> run() {
    names.knowServer(address.getHost());
    return new Ledger("provider")
        .check(NAME, this::name)
        .check(PORT, List.of(NAME), this::port)
        .check(CERTIFICATE, List.of(PORT), this::certificate)
        .check("clock", List.of(CERTIFICATE), this::clock)
        .check(SIGN_IN, List.of(CERTIFICATE), this::signIn)
        .check("site", List.of(SIGN_IN), this::site)
        .lines();
  }

  /** The account that writes reads who it is, and nothing more. */
  private Outcome writer(HttpAdminService opened, SignIn signIn, String reader) {
    Account writer = signIn.writer().orElseThrow();
    names.knowUser(writer.user());
    String seen = new SiteReader(opened).writer().orElse("as whom the site does not say");
    names.knowUser(seen);
    return new Outcome.Passed("%s reads, %s writes (%s)".formatted(reader, seen, method(signIn)));
  }

  /** The provider's service, open, once somebody was let in. */
  Optional<HttpAdminService> service() {
    return Optional.ofNullable(service).filter(_ -> identification != null);
  }

  /** Ends what {@link #service} gave. */
  void close() {
    Optional.ofNullable(service).ifPresent(HttpAdminService::close);
  }

  private Outcome name() {
    try {
      List<String> addresses =
          access.inspection().resolve(address).stream().map(InetAddress::getHostAddress).toList();
      addresses.forEach(each -> names.know(SiteNames.Kind.SERVER, each));
      return new Outcome.Passed(
          addresses.equals(List.of(address.getHost()))
              ? "given as an address" + named()
              : String.join(", ", addresses));
    } catch (TransportException e) {
      return failed(
          ProbeCode.NAME_UNRESOLVED,
          "The name %s cannot be resolved.".formatted(address.getHost()),
          "Check the address under 'site.providers', and the DNS of this computer.");
    }
  }

  /** A service ticket is for a name. */
  private String named() {
    SignIn signIn = access.manifest().site().access().signIn();
    return signIn.method() == SignIn.Method.KERBEROS && signIn.servicePrincipal().isEmpty()
        ? ", which Kerberos cannot name"
        : "";
  }

  private Outcome port() {
    try {
      ServerInspection.OpenPort open = access.inspection().open(address);
      return new Outcome.Passed(
          "%d, %d ms".formatted(open.address().getPort(), open.took().toMillis()));
    } catch (TransportException e) {
      return failed(
          ProbeCode.PORT_CLOSED,
          "%s:%d takes no connection (%s)."
              .formatted(address.getHost(), ServerInspection.port(address), e.getMessage()),
          "Check the address under 'site.providers', that the SMS_REST_PROVIDER component runs there, and the firewalls in between.");
    }
  }

  private static Outcome failed(ProbeCode code, String problem, String remedy) {
    return new Outcome.Failed("", List.of(Diagnostic.error(code, problem, remedy)));
  }

  private Outcome certificate() {
    if (ServerInspection.isPlain(address)) {
      return plain();
    }
    Handshake handshake;
    try {
      handshake = access.inspection().handshake(address);
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
    Optional<Diagnostic> objection = access.inspection().objection(address);
    if (objection.isPresent()) {
      return new Outcome.Failed("", List.of(objection.get()));
    }
    return access.inspection().isThisMachine(address)
        ? new Outcome.Passed("none: http, and it does not leave this computer")
        : new Outcome.Warned(
            "none: http",
            List.of(
                Diagnostic.warning(
                    ProbeCode.CONNECTION_NOT_ENCRYPTED,
                    "Everything sent to this server and read from it can be seen and changed on the way.",
                    "Use https, and take 'allowPlainHttp' out of the manifest.")));
  }

  private Outcome silent(TransportException cause) {
    return failed(
        ProbeCode.SERVER_SILENT,
        "%s:%d takes a connection and does not answer (%s)."
            .formatted(address.getHost(), ServerInspection.port(address), cause.getMessage()),
        "Check that this is the port of the administration service, and what stands in between.");
  }

  private Outcome clock() {
    Greeting greeting;
    try {
      greeting = access.inspection().greet(URI.create(address + "/"));
    } catch (TransportException e) {
      return silent(e);
    }
    offers = greeting.offers();
    return greeting
        .ahead()
        .map(ClockView::outcome)
        .orElseGet(() -> new Outcome.Skipped("the server does not tell its time"));
  }

  private Outcome signIn() {
    SignIn signIn = access.manifest().site().access().signIn();
    signIn.account().ifPresent(account -> names.knowUser(account.user()));
    signIn
        .servicePrincipal()
        .ifPresent(principal -> names.knowServer(principal.substring(principal.indexOf('/') + 1)));
    try {
      HttpAdminService opened = access.service(address);
      service = opened;
      identification =
          opened.list(ODataQuery.of(IDENTIFICATION)).stream()
              .findFirst()
              .map(Row::new)
              .orElseThrow(ProviderChecks::nameless);
      String user = user(opened);
      return signIn.writer().isPresent()
          ? writer(opened, signIn, user)
          : new Outcome.Passed("%s (%s)".formatted(user, method(signIn)));
    } catch (RefusalException refusal) {
      return new Outcome.Failed(
          offers.isEmpty() || offers.equals("nothing") ? "" : "the server offers " + offers,
          refusal.diagnostics());
    }
  }

  private static RefusalException nameless() {
    return new RefusalException(
        Diagnostic.error(
            ProbeCode.RIGHT_MISSING,
            "The site let us in and shows nothing of itself (SMS_Identification).",
            "Give the account an administrative user with the role Read-only Analyst or more (Administration > Security > Administrative Users)."));
  }

  private String user(HttpAdminService opened) {
    try {
      String user = new Row(opened.readStatic(IDENTIFICATION, "GetCurrentUser")).text("UserName");
      names.knowUser(user);
      return user.isEmpty() ? "as whom the site does not say" : user;
    } catch (AdminServiceException e) {
      if (e.kind() == FailureKind.NOT_FOUND || e.kind() == FailureKind.REFUSED) {
        return "as whom the site does not say";
      }
      throw e;
    }
  }

  private String method(SignIn signIn) {
    return switch (signIn.method()) {
      case KERBEROS -> "Kerberos" + binding();
      case NTLM -> "NTLM" + binding();
      case BASIC -> "Basic";
      case NONE -> "without signing in";
    };
  }

  private String binding() {
    return bound ? ", channel bound" : ", not channel bound";
  }

  private Outcome site() {
    Manifest manifest = access.manifest();
    Row row = Optional.ofNullable(identification).orElseThrow();
    String code = row.text("ThisSiteCode");
    names.know(SiteNames.Kind.SITE, code);
    names.know(SiteNames.Kind.NAME, row.text("ThisSiteName"));
    names.knowServer(row.text("SMSProviderServer"));
    names.knowServer(row.text("SMSSiteServer"));
    if (!code.equalsIgnoreCase(manifest.site().code())) {
      return failed(
          ProbeCode.PROVIDER_OF_OTHER_SITE,
          "This provider belongs to site %s; the manifest says %s."
              .formatted(code, manifest.site().code()),
          "Correct 'site.code', or take this provider out of 'site.providers'.");
    }
    String version =
        new Row(
                Optional.ofNullable(service)
                    .orElseThrow()
                    .readStatic(IDENTIFICATION, "GetProviderVersion"))
            .text("VersionString");
    return new Outcome.Passed(
        version.isEmpty() ? code : "%s, SMS Provider %s".formatted(code, version));
  }
}
