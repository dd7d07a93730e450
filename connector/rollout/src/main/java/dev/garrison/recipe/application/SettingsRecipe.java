package dev.garrison.recipe.application;

import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Manifest.SampleSharing;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.RingVariants;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.value.ProxyServers;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.deployment.BesideNote;
import dev.garrison.recipe.ring.RingPlan;
import dev.garrison.recipe.ring.RingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Applications that write sample sharing and proxies (F5, F29, F30). They let a later change of the
 * manifest reach servers that are onboarded, and on the client-setting route they bring proxies to
 * all servers. Their detection method checks every value that the manifest states; where it states
 * no proxy, it checks that none written by Garrison is left.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/configure-proxy-internet">Configure
 *     your devices to connect using a proxy</a>
 */
public final class SettingsRecipe {
  private final Manifest manifest;
  private final ContentRecipe content;
  private final Scope scope;
  private final RingSettings settings;
  private final CompanionDeployment beside;

  /**
   * @param scope the hierarchy in which the applications are created
   */
  public SettingsRecipe(Mark mark, ContentRecipe content, Scope scope, RingSettings settings) {
    this.manifest = settings.manifest();
    this.content = content;
    this.scope = scope;
    this.settings = settings;
    this.beside = new CompanionDeployment(manifest, mark, scope);
  }

  /** The version that each application will point to. */
  public List<RetentionRecipe.Kept> kept() {
    return each(ring -> scope.kept(application(ring), content.ofSettings()));
  }

  /** The content, one for all applications, if there are any. */
  public List<Wanted<?>> content() {
    ContentRecipe.Version version = content.ofSettings();
    return settings.distinct().isEmpty()
        ? List.of()
        : List.of(Wanted.present(version.address(), version.state()));
  }

  /** The applications, one for rings with the same settings. */
  public List<Wanted<?>> applications() {
    return each(this::wanted);
  }

  private <T> List<T> each(Function<Ring, T> one) {
    return settings.distinct().stream().map(one).toList();
  }

  private Wanted<?> wanted(Ring ring) {
    return CompanionDeployment.wanted(application(ring), content.ofSettings());
  }

  private Application application(Ring ring) {
    Optional<String> word = settings.wordFor(ring);
    return beside.application(
        new CompanionDeployment.Part(
            "settings" + word.map(it -> " " + it).orElse(""),
            manifest.naming().settingsApplicationFor(manifest.name(), word),
            "Writes %s of Microsoft Defender for Endpoint."
                .formatted(settings.saySampleSharing() ? "sample sharing and proxies" : "proxies"),
            command(ring),
            detection(ring)),
        content,
        content.ofSettings());
  }

  private List<RegistryClause> detection(Ring ring) {
    List<RegistryClause> clauses = new ArrayList<>();
    if (settings.saySampleSharing()) {
      clauses.add(RegistryClause.sampleSharing(manifest.sampleSharing() == SampleSharing.ALL));
    }
    clauses.addAll(RegistryClause.sensorProxy(ring.proxy().flatMap(ProxyServers::sensor)));
    clauses.addAll(RegistryClause.antivirusProxy(ring.proxy().flatMap(ProxyServers::antivirus)));
    return clauses;
  }

  private String command(Ring ring) {
    StringBuilder line = new StringBuilder(ContentRecipe.SETTINGS_SCRIPT);
    if (settings.saySampleSharing()) {
      sampleSharing(line, manifest);
    }
    proxies(line, ring);
    return line.toString();
  }

  /** Appends sample sharing in the form that all of Garrison's scripts take. */
  static void sampleSharing(StringBuilder line, Manifest manifest) {
    line.append(" -SampleSharing ").append(manifest.sampleSharing().word());
  }

  /** Appends proxies in the form that all of Garrison's scripts take. */
  static void proxies(StringBuilder line, Ring ring) {
    ring.proxy()
        .ifPresent(proxy -> {
          proxy.sensor().ifPresent(server -> line.append(" -SensorProxy ").append(server));
          proxy.antivirus().ifPresent(server -> line.append(" -AntivirusProxy ").append(server));
        });
  }

  /** The distributions of the content, as for all applications: to rings that open. */
  public List<Wanted<?>> distributions(List<RingPlan> rings) {
    return settings.distinct().stream()
        .flatMap(first -> distribution(first, rings).stream())
        .toList();
  }

  private Optional<Wanted<?>> distribution(Ring first, List<RingPlan> rings) {
    return beside.distribution(
        application(first), rings.stream().filter(plan -> RingVariants.alike(first, plan.ring())));
  }

  /** A ring's deployments of its settings. */
  public List<Wanted<?>> deployments(RingPlan plan) {
    return settings.areFor(plan.ring())
        ? manifest.operatingSystems().stream()
            .<Wanted<?>>map(system -> deployment(system, plan))
            .toList()
        : List.of();
  }

  private Wanted<?> deployment(OperatingSystem system, RingPlan plan) {
    String name = settings.name(system, plan.ring());
    return beside.deployment(
        application(plan.ring()),
        new CompanionDeployment.Name(
            name, BesideNote.ofSettings(plan.ring().name()), settings.isThere(name)),
        system,
        plan);
  }
}
