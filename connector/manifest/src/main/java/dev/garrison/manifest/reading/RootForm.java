package dev.garrison.manifest.reading;

import dev.garrison.language.Text;
import dev.garrison.manifest.AntivirusProduct;
import dev.garrison.manifest.ContentSection;
import dev.garrison.manifest.DistributionSection;
import dev.garrison.manifest.Exemption;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.NamingSection;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.manifest.PackageSection;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.RolloutSection;
import dev.garrison.manifest.SiteSection;
import dev.garrison.manifest.TenantSection;
import dev.garrison.manifest.job.JobsSection;
import dev.garrison.manifest.notification.Webhook;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.service.ServerSection;
import dev.garrison.manifest.value.BlackoutPeriod;
import dev.garrison.manifest.wsus.WsusSection;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the top level of a manifest. */
final class RootForm {
  static final Form<Manifest> FORM =
      Form.section(Text.of("manifest-form.manifest"), RootForm::read);

  private static final Form<String> API_VERSION =
      Scalars.word(List.of(Manifest.API_VERSION), word -> word, Tag.STR);
  private static final Form<String> NAME =
      Scalars.text(Text.of("manifest-form.manifest-name"), Pattern.compile("[a-z0-9-]{1,40}"));
  private static final Form<String> FOLDER =
      Scalars.text(
          Text.of("manifest-form.console-folder"),
          Pattern.compile("(?U)(?!\\s)[^\\u0000-\\u001f\\u007f/\\\\]{1,255}(?<!\\s)"));
  private static final Form<OperatingSystem> SYSTEM =
      Scalars.word(List.of(OperatingSystem.values()), OperatingSystem::word, Tag.STR, Tag.INT);
  private static final Form<Manifest.SampleSharing> SAMPLES =
      Scalars.word(Manifest.SampleSharing.class);

  private static final Form<List<String>> NAMES = Form.listOf(Scalars.NAME, 0);

  private final Mapping root;
  private final Optional<String> name;
  private final Optional<SiteSection> site;
  private final Optional<ContentSection> content;
  private final Optional<TenantSection> tenant;
  private final Optional<PackageSection> packages;
  private final Optional<NamingSection> naming;
  private final Optional<String> folder;
  private final Optional<List<String>> scopes;
  private final Optional<String> limit;
  private final Optional<Boolean> allSystems;
  private final Optional<DistributionSection> distribution;
  private final Optional<List<OperatingSystem>> systems;
  private final Optional<RolloutSection> rollout;
  private final Optional<List<Ring>> rings;
  private final Optional<List<OffboardSection>> offboard;
  private final Optional<Manifest.SampleSharing> samples;
  private final Optional<List<Exemption>> exemptions;
  private final Optional<List<AntivirusProduct>> products;
  private final Optional<List<BlackoutPeriod>> blackout;
  private final Optional<WsusSection> wsus;
  private final Optional<JobsSection> jobs;
  private final Optional<ServerSection> server;
  private final Optional<List<Webhook>> notifications;

  private RootForm(Mapping root) {
    this.root = root;
    root.required("apiVersion", API_VERSION);
    name = root.required("name", NAME);
    site = root.required("site", SiteForm.FORM);
    content = root.required("content", SectionForms.CONTENT);
    tenant = root.required("tenant", SectionForms.TENANT);
    packages = root.required("packages", PackageForm.PACKAGES);
    naming = root.optional("naming", SectionForms.NAMING, NamingSection.DEFAULT);
    folder = root.optional("consoleFolder", FOLDER);
    scopes = root.optional("securityScopes", NAMES, List.of());
    limit = root.required("limitingCollection", Scalars.NAME);
    allSystems = root.optional("allowAllSystems", Scalars.TRUTH, false);
    distribution =
        root.optional("distribution", SectionForms.DISTRIBUTION, DistributionSection.DEFAULT);
    systems =
        root.optional(
            "operatingSystems", Form.listOf(SYSTEM, 1), List.of(OperatingSystem.values()));
    rollout = root.optional("rollout", SectionForms.ROLLOUT, RolloutSection.DEFAULT);
    rings = root.required("rings", Form.listOf(RingForm.FORM, 1));
    offboard = root.optional("offboard", Form.listOf(SectionForms.OFFBOARD, 0), List.of());
    samples = root.required("sampleSharing", SAMPLES);
    exemptions = root.optional("exceptions", Form.listOf(SectionForms.EXEMPTION, 0), List.of());
    products = root.optional("antivirusProducts", Form.listOf(AntivirusForm.LISTED, 0), List.of());
    blackout = root.optional("blackout", Form.listOf(Scalars.BLACKOUT, 0), List.of());
    wsus = root.optional("wsus", WsusForm.FORM, WsusSection.NONE);
    jobs = root.optional("jobs", JobsForm.FORM, JobsSection.NONE);
    server = root.optional("server", SectionForms.SERVICE, ServerSection.DEFAULT);
    notifications = NotificationsForm.read(root);
  }

  private static Optional<Manifest> read(Mapping root) {
    RootForm form = new RootForm(root);
    form.check(new CrossChecks(root));
    return form.manifest();
  }

  /**
   * Checks the sections that could be read against each other, even if others could not be read.
   */
  private void check(CrossChecks checks) {
    List<Ring> ringList = rings.orElse(List.of());
    List<OperatingSystem> systemList = systems.orElse(List.of());
    Set<OperatingSystem> systemSet = EnumSet.noneOf(OperatingSystem.class);
    systemSet.addAll(systemList);
    limit.ifPresent(collection -> checks.limitingCollection(collection, allSystems.orElse(true)));
    checks.operatingSystems(systemList);
    boolean byClientSetting =
        rollout.filter(each -> each.method() == RolloutSection.Method.CLIENT_SETTING).isPresent();
    packages
        .filter(_ -> !byClientSetting) // Configuration Manager brings the agent itself.
        .ifPresent(files -> checks.packages(files, systemSet));
    checks.rings(ringList, limit.orElse(""));
    checks.offboard(offboard.orElse(List.of()), ringList, limit.orElse(""));
    distribution.ifPresent(
        section -> checks.offboardDistribution(offboard.orElse(List.of()), ringList, section));
    boolean sendsContent =
        ringList.stream()
            .anyMatch(
                ring -> ring.antivirus() == Ring.Antivirus.PASSIVE || ring.proxy().isPresent());
    distribution
        .filter(_ -> !byClientSetting || sendsContent)
        .ifPresent(section -> checks.distribution(ringList, section));
    rollout.ifPresent(section -> checks.route(ringList, systemSet, section));
    rollout.ifPresent(section -> checks.holdBack(ringList, section.holdBack()));
    if (name.isPresent() && naming.isPresent()) {
      checks.names(name.get(), naming.get(), systemSet, ringList, offboard.orElse(List.of()));
    }
    checks.exemptions(exemptions.orElse(List.of()));
    jobs.ifPresent(section -> wsus.ifPresent(servers -> checks.jobs(section, servers)));
  }

  private Optional<Manifest> manifest() {
    return root.complete(() ->
        new Manifest(
            name.orElseThrow(),
            site.orElseThrow(),
            content.orElseThrow(),
            tenant.orElseThrow(),
            packages.orElseThrow(),
            naming.orElseThrow(),
            folder,
            scopes.orElseThrow(),
            limit.orElseThrow(),
            allSystems.orElseThrow(),
            distribution.orElseThrow(),
            Set.copyOf(systems.orElseThrow()),
            rollout.orElseThrow(),
            rollout.orElseThrow().holdingBack(rings.orElseThrow()),
            offboard.orElseThrow(),
            samples.orElseThrow(),
            exemptions.orElseThrow(),
            products.orElseThrow(),
            blackout.orElseThrow(),
            wsus.orElseThrow(),
            jobs.orElseThrow(),
            server.orElseThrow(),
            notifications.orElseThrow()));
  }
}
