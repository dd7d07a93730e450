package dev.garrison.probe;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.site.SiteReader;
import dev.garrison.probe.outcome.CheckRun;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.SiteNames;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks one SMS Provider, from its name to the account that it recognizes. */
final class ProviderChecks {
  static final String SIGN_IN = "sign-in";
  private static final String IDENTIFICATION = "SMS_Identification";

  private final ProbeAccess access;
  private final URI address;
  private final SiteNames names;
  private final ServerChecks server;
  private @Nullable HttpAdminService service;
  private @Nullable Row identification;

  ProviderChecks(ProbeAccess access, URI address, SiteNames names, InstantSource clock) {
    this.access = access;
    this.address = address;
    this.names = names;
    this.server =
        new ServerChecks(
            access.inspection(),
            new ServerChecks.Subject(
                address,
                "site.providers",
                List.of("site:", "  trust:", "    - "),
                Text.of("probe.provider-component"),
                Text.of("probe.provider-service"),
                isByName(access.manifest().site().access().signIn())),
            names,
            clock);
  }

  List<ProbeLine> run() {
    return server
        .look(new CheckRun("provider"))
        .check(SIGN_IN, List.of(ServerChecks.CERTIFICATE), this::signIn)
        .check("site", List.of(SIGN_IN), this::site)
        .lines();
  }

  /** Reads the name of the account that writes, and nothing else. */
  private Outcome writer(HttpAdminService opened, SignIn signIn, Text reader) {
    Account writer = signIn.writer().orElseThrow();
    names.knowUser(writer.user());
    Optional<String> seen = new SiteReader(opened).writer();
    seen.ifPresent(names::knowUser);
    return new Outcome.Passed(
        Text.of(
            "probe.two-accounts",
            "reader",
            reader,
            "writer",
            seen.map(Text::verbatim).orElseGet(() -> Text.of("probe.account-unknown")),
            "method",
            server.method(signIn)));
  }

  /** Provider's service, open, after a sign-in succeeded. */
  Optional<HttpAdminService> service() {
    return Optional.ofNullable(service).filter(_ -> identification != null);
  }

  /** Closes the service that {@link #service} returned. */
  void close() {
    Optional.ofNullable(service).ifPresent(HttpAdminService::close);
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
      Text user = user(opened);
      return signIn.writer().isPresent()
          ? writer(opened, signIn, user)
          : new Outcome.Passed(
              Text.of("probe.account", "account", user, "method", server.method(signIn)));
    } catch (RefusalException refusal) {
      return new Outcome.Failed(server.offers(), refusal.diagnostics());
    }
  }

  private static RefusalException nameless() {
    return new RefusalException(
        Diagnostic.error(ProbeCode.RIGHT_MISSING, Message.of("probe.identification-missing")));
  }

  private Text user(HttpAdminService opened) {
    try {
      String user = new Row(opened.readStatic(IDENTIFICATION, "GetCurrentUser")).text("UserName");
      names.knowUser(user);
      return user.isEmpty() ? Text.of("probe.account-unknown") : Text.verbatim(user);
    } catch (AdminServiceException e) {
      if (e.kind() == FailureKind.NOT_FOUND || e.kind() == FailureKind.REFUSED) {
        return Text.of("probe.account-unknown");
      }
      throw e;
    }
  }

  /** Checks whether the sign-in needs a host name, because a service ticket is for a name. */
  private static boolean isByName(SignIn signIn) {
    return signIn.isKerberos() && signIn.servicePrincipal().isEmpty();
  }

  private Outcome site() {
    Manifest manifest = access.manifest();
    Row row = Optional.ofNullable(identification).orElseThrow();
    String code = row.text("ThisSiteCode");
    names.know(SiteNames.Kind.SITE, code);
    names.know(SiteNames.Kind.NAME, row.text("ThisSiteName"));
    names.knowServer(row.text("SMSProviderServer"));
    names.knowServer(row.text("SMSSiteServer"));
    Optional<Diagnostic> other = otherSite(code, manifest.site().code());
    if (other.isPresent()) {
      return new Outcome.Failed(List.of(other.get()));
    }
    String version =
        new Row(
                Optional.ofNullable(service)
                    .orElseThrow()
                    .readStatic(IDENTIFICATION, "GetProviderVersion"))
            .text("VersionString");
    return new Outcome.Passed(
        version.isEmpty()
            ? Text.verbatim(code)
            : Text.of("probe.provider", "site", code, "version", version));
  }

  /** The finding where the provider belongs to another site than the manifest's. */
  static Optional<Diagnostic> otherSite(String code, String wanted) {
    return code.equalsIgnoreCase(wanted)
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                ProbeCode.PROVIDER_OF_OTHER_SITE,
                Message.of("probe.other-site", "found", code, "expected", wanted)));
  }
}
