package dev.garrison.manifest.reading;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ContentSection;
import dev.garrison.manifest.DistributionSection;
import dev.garrison.manifest.Exemption;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.NamingSection;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.manifest.RolloutSection;
import dev.garrison.manifest.TenantSection;
import dev.garrison.manifest.service.ListenAddress;
import dev.garrison.manifest.service.ServerSection;
import dev.garrison.manifest.service.ServerSection.TlsFiles;
import dev.garrison.manifest.value.ClientNotice;
import dev.garrison.manifest.value.ClientSettingNames;
import dev.garrison.manifest.value.PublishTarget;
import dev.garrison.manifest.value.RelativeDeadline;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import dev.garrison.manifest.yaml.Reading;
import dev.garrison.manifest.yaml.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the small sections. */
final class SectionForms {
  static final Form<ContentSection> CONTENT =
      Form.section(Text.of("manifest-form.content"), SectionForms::content);
  static final Form<TenantSection> TENANT =
      Form.section(Text.of("manifest-form.tenant"), SectionForms::tenant);
  static final Form<NamingSection> NAMING =
      Form.section(Text.of("manifest-form.naming"), SectionForms::naming);
  static final Form<DistributionSection> DISTRIBUTION =
      Form.section(Text.of("manifest-form.distribution"), SectionForms::distribution);
  static final Form<RolloutSection> ROLLOUT =
      Form.section(Text.of("manifest-form.rollout"), SectionForms::rollout);
  private static final Form<ClientNotice> CLIENT_NOTICE =
      Form.section(Text.of("manifest-form.client-notice"), SectionForms::clientNotice);
  static final Form<Exemption> EXEMPTION =
      Form.section(Text.of("manifest-form.exemption"), SectionForms::exemption);

  static final Form<OffboardSection> OFFBOARD =
      Form.section(Text.of("manifest-form.offboard"), SectionForms::offboard);

  static final Form<ServerSection> SERVICE =
      Form.section(Text.of("manifest-form.server-section"), SectionForms::server);

  private static final Form<ListenAddress> LISTEN =
      Scalars.meant(
          Text.of("manifest-form.listen"),
          text -> ListenAddress.parse(text).filter(address -> address.port() > 0));
  private static final Form<ListenAddress> HEALTH =
      Scalars.meant(
          Text.of("manifest-form.health"),
          text ->
              ListenAddress.parse(text)
                  .filter(address -> address.port() > 0 && address.isLoopback()));
  private static final Form<TenantSection.Geography> GEOGRAPHY =
      Scalars.word(TenantSection.Geography.class);
  private static final Form<RolloutSection.Method> METHOD =
      Scalars.word(RolloutSection.Method.class);
  private static final Form<ContentSection.SmbAdapter> SMB_ADAPTER =
      Scalars.word(ContentSection.SmbAdapter.class);
  private static final String DNS_LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
  static final Form<String> SERVER =
      Scalars.text(
          Text.of("manifest-form.server"),
          Pattern.compile(DNS_LABEL + "(?:\\." + DNS_LABEL + "){0,20}"));
  private static final Form<OffboardSection.AfterOffboarding> AFTER_OFFBOARDING =
      Scalars.word(OffboardSection.AfterOffboarding.class);
  private static final int KEPT_VERSIONS = 3;
  private static final int MOST_OFFBOARDED = 1000;
  private static final RelativeDeadline OFFBOARD_DEADLINE =
      new RelativeDeadline.OnDay(2, LocalTime.of(22, 0));
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*\\}|[{}]");

  private static final Form<List<String>> NAMES = Form.listOf(Scalars.NAME, 0);

  private SectionForms() {}

  private static Optional<ContentSection> content(Mapping content) {
    Optional<PublishTarget> target = content.required("publishTo", Addresses.PUBLISH_TARGET);
    Optional<String> source = content.required("contentSource", Addresses.CONTENT_SOURCE);
    Optional<SignIn> signIn =
        Accounts.signInToShare(
            content, target.filter(PublishTarget.SmbShare.class::isInstance).isPresent());
    Optional<Integer> keep =
        content.optional("keepVersions", Scalars.integer(1, 100), KEPT_VERSIONS);
    Optional<ContentSection.SmbAdapter> smb =
        content.optional("smb", SMB_ADAPTER, ContentSection.SmbAdapter.AUTO);
    if (signIn.filter(way -> way.method() != SignIn.Method.NONE).isPresent()
        && target.filter(PublishTarget.Folder.class::isInstance).isPresent()) {
      boolean account = content.has("user");
      String key = account ? "user" : "authentication";
      content.contradiction(
          ManifestCode.ACCOUNT_INCOMPLETE,
          key,
          new Message(
              Text.of("manifest-section.nothing-to-sign-in", "path", content.path(key)),
              Text.of(
                  account ? "manifest-section.remove-account" : "manifest-section.remove-method")));
    }
    return content.complete(() ->
        new ContentSection(
            target.orElseThrow(),
            source.orElseThrow(),
            signIn.orElseThrow(),
            smb.orElseThrow(),
            keep.orElseThrow()));
  }

  private static Optional<TenantSection> tenant(Mapping tenant) {
    Optional<UUID> orgId = tenant.required("orgId", Scalars.GUID);
    Optional<TenantSection.Geography> geo = tenant.optional("geo", GEOGRAPHY);
    return tenant.complete(() -> new TenantSection(orgId.orElseThrow(), geo));
  }

  private static Optional<NamingSection> naming(Mapping naming) {
    NamingSection otherwise = NamingSection.DEFAULT;
    Optional<String> application =
        template(naming, "application", otherwise.application(), "{os} {name}");
    Optional<String> collection =
        template(naming, "collection", otherwise.collection(), "{os} {ring} {name}");
    Optional<String> deployment =
        template(naming, "deployment", otherwise.deployment(), "{os} {ring} {name}");
    return naming.complete(() ->
        new NamingSection(
            application.orElseThrow(), collection.orElseThrow(), deployment.orElseThrow()));
  }

  private static Optional<String> template(
      Mapping naming, String key, String otherwise, String known) {
    Optional<String> template = naming.optional(key, Scalars.NAME, otherwise);
    Matcher placeholder = PLACEHOLDER.matcher(template.orElse(""));
    while (placeholder.find()) {
      if (!List.of(known.split(" ", -1)).contains(placeholder.group())) {
        naming.contradiction(
            ManifestCode.VALUE_REFUSED,
            key,
            Message.of(
                "manifest-section.placeholder",
                "path",
                naming.path(key),
                "value",
                Reading.shortened(placeholder.group()),
                "known",
                List.of(known.split(" ", -1))));
      }
    }
    return template;
  }

  private static Optional<DistributionSection> distribution(Mapping distribution) {
    Optional<List<String>> groups =
        distribution.optional("groups", Form.listOf(Scalars.NAME, 0), List.of());
    Optional<Integer> threshold =
        distribution.optional(
            "threshold", Scalars.integer(1, 100), DistributionSection.DEFAULT.threshold());
    return distribution.complete(
        () -> new DistributionSection(groups.orElseThrow(), threshold.orElseThrow()));
  }

  private static Optional<RolloutSection> rollout(Mapping rollout) {
    RolloutSection otherwise = RolloutSection.DEFAULT;
    Optional<RolloutSection.Method> method =
        rollout.optional("method", method(), otherwise.method());
    Optional<Boolean> migrate =
        rollout.optional("migrateRoute", Scalars.TRUTH, otherwise.migrateRoute());
    if (method.equals(Optional.of(RolloutSection.Method.AUTO)) && migrate.orElse(false)) {
      rollout.contradiction(
          ManifestCode.ROUTE_CONTRADICTED,
          "migrateRoute",
          Message.of("manifest-section.migrate-auto"));
    }
    Optional<ClientSettingNames> names = clientSetting(rollout, method);
    OptionalLong agent =
        rollout.optional("defenderAgent", Scalars.integer(0, 255)).stream()
            .mapToLong(Integer::longValue)
            .findFirst();
    Optional<List<String>> holdBack = rollout.optional("holdBack", NAMES, List.of());
    Optional<List<String>> keepApart = rollout.optional("keepApart", NAMES, List.of());
    Optional<UUID> workspace = rollout.optional("removeWorkspace", Scalars.GUID);
    Optional<ClientNotice> notice = rollout.optional("notifyClients", CLIENT_NOTICE);
    return rollout.complete(() ->
        new RolloutSection(
            method.orElseThrow(),
            migrate.orElseThrow(),
            names,
            agent,
            holdBack.orElseThrow(),
            keepApart.orElseThrow(),
            workspace,
            notice));
  }

  private static Optional<ClientNotice> clientNotice(Mapping notice) {
    Optional<Integer> minutes = notice.optional("minutes", Scalars.integer(0, 480), 30);
    Optional<Integer> most = notice.optional("maxDevices", Scalars.integer(1, 100_000), 1000);
    return notice.complete(() -> new ClientNotice(minutes.orElseThrow(), most.orElseThrow()));
  }

  private static Optional<ClientSettingNames> clientSetting(
      Mapping rollout, Optional<RolloutSection.Method> method) {
    boolean needed = method.equals(Optional.of(RolloutSection.Method.CLIENT_SETTING));
    Optional<String> setting =
        needed
            ? rollout.required("clientSetting", Scalars.NAME)
            : rollout.optional("clientSetting", Scalars.NAME);
    Optional<String> policy =
        needed || setting.isPresent()
            ? rollout.required("onboardingPolicy", Scalars.NAME)
            : rollout.optional("onboardingPolicy", Scalars.NAME);
    return setting.flatMap(
        name -> policy.map(onboarding -> new ClientSettingNames(name, onboarding)));
  }

  /** Form of the deployment method; a word reserved for a later method gets its own message. */
  private static Form<RolloutSection.Method> method() {
    return new Form<>() {
      @Override
      public Text expected() {
        return METHOD.expected();
      }

      @Override
      public Optional<RolloutSection.Method> read(Value value) {
        if (value.isText("group-policy")) {
          value.refuseText(
              ManifestCode.ROUTE_RESERVED,
              "group-policy",
              Text.of("manifest-value.method-reserved"),
              Text.of("manifest.write", "expected", expected()));
          return Optional.empty();
        }
        return METHOD.read(value);
      }
    };
  }

  private static Optional<Exemption> exemption(Mapping entry) {
    Optional<String> server = entry.required("server", SERVER);
    Optional<String> reason = entry.required("reason", Scalars.NAME);
    Optional<String> ticket = entry.optional("ticket", Scalars.NAME);
    Optional<String> owner = entry.required("owner", Scalars.NAME);
    Optional<LocalDate> until = entry.required("until", Scalars.DATE);
    Optional<Exemption> exemption =
        entry.complete(() ->
            new Exemption(
                server.orElseThrow(),
                reason.orElseThrow(),
                ticket,
                owner.orElseThrow(),
                until.orElseThrow()));
    exemption
        .filter(known -> known.expiredOn(entry.reading().today()))
        .ifPresent(known -> expired(entry, known));
    return exemption;
  }

  private static Optional<OffboardSection> offboard(Mapping entry) {
    Optional<String> name = entry.required("name", RingForm.NAME);
    Optional<String> collection =
        entry.has("servers")
            ? entry.optional("collection", Scalars.NAME)
            : entry.required("collection", Scalars.NAME);
    Optional<List<String>> servers = entry.optional("servers", Form.listOf(SERVER, 1), List.of());
    if (collection.isPresent() && entry.has("servers")) {
      entry.contradiction(
          ManifestCode.OFFBOARDING_CONTRADICTED,
          "servers",
          Message.of("manifest-section.names-and-collection", "path", entry.path("servers")));
    }
    Optional<Path> packageFile = entry.optional("package", Addresses.FILE);
    Optional<RelativeDeadline> deadline =
        entry.optional("deadline", Scalars.DEADLINE, OFFBOARD_DEADLINE);
    Optional<Boolean> soon = entry.optional("shortDeadline", Scalars.TRUTH, false);
    Optional<Integer> most =
        entry.optional(
            "maxDevices", Scalars.integer(1, MOST_OFFBOARDED), OffboardSection.MOST_DEVICES);
    Optional<Boolean> uninstall = entry.optional("uninstall", Scalars.TRUTH, false);
    Optional<OffboardSection.AfterOffboarding> after =
        entry.optional("afterOffboarding", AFTER_OFFBOARDING);
    Optional<List<String>> bare =
        entry.optional("withoutAntivirus", Form.listOf(SERVER, 0), List.of());
    uninstall
        .filter(Boolean::booleanValue)
        .flatMap(_ -> after)
        .filter(word -> word != OffboardSection.AfterOffboarding.UNINSTALL_AGENT)
        .ifPresent(word -> contradicted(entry, word));
    Optional<String> reason = entry.required("reason", Scalars.NAME);
    RingForm.checkDeadline(
        entry, deadline, soon, false, "manifest-section.deadline-short-offboard");
    return entry.complete(() ->
        new OffboardSection(
            name.orElseThrow(),
            collection,
            servers.orElseThrow(),
            packageFile,
            deadline.orElseThrow(),
            soon.orElseThrow(),
            most.orElseThrow(),
            uninstall.orElseThrow(),
            after,
            bare.orElseThrow(),
            reason.orElseThrow()));
  }

  private static void contradicted(Mapping entry, OffboardSection.AfterOffboarding after) {
    entry.contradiction(
        ManifestCode.OFFBOARDING_CONTRADICTED,
        "afterOffboarding",
        Message.of(
            "manifest-section.after-uninstall",
            "path",
            entry.path("afterOffboarding"),
            "value",
            after.word()));
  }

  private static void expired(Mapping entry, Exemption exemption) {
    entry
        .reading()
        .warning(
            ManifestCode.EXCEPTION_EXPIRED,
            entry.path("until"),
            Message.of(
                "manifest-section.exception-expired",
                "server",
                Reading.shortened(exemption.server()),
                "date",
                exemption.until(),
                "owner",
                exemption.owner()));
  }

  private static Optional<ServerSection> server(Mapping server) {
    Optional<ListenAddress> listen = server.optional("listen", LISTEN, ListenAddress.DEFAULT);
    Optional<Path> certificate = server.optional("certificate", Addresses.FILE);
    Optional<Path> key = server.optional("key", Addresses.FILE);
    Optional<Path> logFolder = server.optional("logFolder", Addresses.FILE);
    Optional<ListenAddress> health = server.optional("health", HEALTH);
    Optional<Integer> connections =
        server.optional(
            "connectionsPerAddress",
            Scalars.integer(10, 2000),
            ServerSection.CONNECTIONS_PER_ADDRESS);
    boolean half = server.has("certificate") != server.has("key");
    if (half) {
      String present = server.has("certificate") ? "certificate" : "key";
      String missing = server.has("certificate") ? "key" : "certificate";
      server.contradiction(
          ManifestCode.KEY_MISSING,
          present,
          Message.of(
              "manifest-section.certificate-pair",
              "missing",
              server.path(missing),
              "present",
              server.path(present)));
    }
    boolean unsafe =
        listen
            .filter(address -> !ServerSection.isSafe(address, server.has("certificate")))
            .isPresent();
    if (unsafe && !half) {
      server.contradiction(
          ManifestCode.SERVER_WITHOUT_TLS,
          "listen",
          Message.of("manifest-section.without-tls", "address", listen.orElseThrow().toString()));
    }
    return server.complete(() ->
        new ServerSection(
            listen.orElseThrow(),
            certificate.flatMap(file -> key.map(secret -> new TlsFiles(file, secret))),
            logFolder,
            health,
            connections.orElseThrow()));
  }
}
