package dev.garrison.recipe.application;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.RingVariants;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Dependency;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.site.ServerPlatform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Onboarding applications: one per operating system and group of rings with like settings. Their
 * detection method checks that the server is onboarded to this tenant.
 */
public final class ApplicationRecipe {
  private final Manifest manifest;
  private final Mark mark;
  private final ContentRecipe content;
  private final AntivirusModeRecipe modes;
  private final Scope scope;
  private final RingVariants variants;

  /**
   * @param modes the applications that passive onboarding depends on
   * @param scope the hierarchy in which the applications are created
   */
  public ApplicationRecipe(
      Manifest manifest, Mark mark, ContentRecipe content, AntivirusModeRecipe modes, Scope scope) {
    this.manifest = manifest;
    this.mark = mark;
    this.content = content;
    this.modes = modes;
    this.scope = scope;
    this.variants = new RingVariants(manifest.rings());
  }

  /** The identity of an application, the same through all its revisions. */
  public String modelName(Application application) {
    return scope.modelName(application);
  }

  /** The version that each application will point to. */
  public List<RetentionRecipe.Kept> kept() {
    return each((system, ring) -> scope.kept(application(system, ring), content.of(system)));
  }

  /** All applications. */
  public List<Wanted<?>> wanted() {
    return each(this::wanted);
  }

  private <T> List<T> each(BiFunction<OperatingSystem, Ring, T> one) {
    return manifest.operatingSystems().stream()
        .flatMap(system -> variants.distinct().stream().map(ring -> one.apply(system, ring)))
        .toList();
  }

  private Wanted<?> wanted(OperatingSystem system, Ring ring) {
    Application application = application(system, ring);
    Set<Address> after = new HashSet<>();
    after.add(content.of(system).address());
    modes.neededBy(ring).map(mode -> Application.address(mode.title())).ifPresent(after::add);
    return new Wanted<>(
        Application.address(application.title()), new Desired.Present<>(application), after);
  }

  /** The application for a ring's servers of an operating system. */
  public Application application(OperatingSystem system, Ring ring) {
    Optional<String> word = variants.wordFor(ring);
    Identifiers identifiers =
        scope
            .generations()
            .of(manifest.name(), system.word() + word.map(it -> " " + it).orElse(""));
    ContentRecipe.Version version = content.of(system);
    String title = manifest.naming().applicationFor(manifest.name(), system, word);
    DeploymentType type =
        new DeploymentType(
            identifiers.deploymentType(),
            title,
            "",
            content.content(identifiers, version),
            program(system, ring),
            requirement(system),
            modes.neededBy(ring).map(Dependency::on).stream().toList(),
            detection(system));
    return new Application(
        identifiers.application(),
        title,
        mark.after(
            "Onboards Windows Server " + system.title() + " to Microsoft Defender for Endpoint."),
        "Microsoft",
        version.version(),
        type);
  }

  private List<RegistryClause> detection(OperatingSystem system) {
    List<RegistryClause> clauses =
        new ArrayList<>(RegistryClause.onboardedTo(manifest.tenant().orgId().toString()));
    if (system.needsInstaller()) {
      clauses.add(RegistryClause.unifiedAgent());
    }
    return clauses;
  }

  private Program program(OperatingSystem system, Ring ring) {
    int minutes = system.maximumMinutes();
    return new Program(
        commandLine(system, ring),
        Program.Uninstall.none(),
        ExitCodes.ofTheWrapper(),
        Program.Experience.hidden(minutes / 3, minutes));
  }

  private String commandLine(OperatingSystem system, Ring ring) {
    StringBuilder line =
        new StringBuilder(
            "powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File Install-DefenderForEndpoint.ps1");
    line.append(" -OrgId ").append(manifest.tenant().orgId());
    line.append(" -Antivirus ").append(ring.antivirus().word());
    SettingsRecipe.sampleSharing(line, manifest);
    SettingsRecipe.proxies(line, ring);
    // Later releases have the sensor in Windows: none of theirs ever came with that agent.
    manifest
        .rollout()
        .removeWorkspace()
        .filter(_ -> system.needsInstaller())
        .ifPresent(workspace -> line.append(" -Workspace ").append(workspace));
    if (system.needsInstaller()) {
      line.append(content.installerHashes());
      line.append(content.mayRestart() ? " -AllowRestart" : "");
    }
    return line.toString();
  }

  /**
   * Requirement in addition to the collection's query, which alone decides if no rule is public.
   */
  private static SortedSet<String> requirement(OperatingSystem system) {
    Optional<String> rule = ServerPlatform.ofBuild(system.build()).rule();
    return new TreeSet<>(rule.map(Set::of).orElse(Set.of()));
  }
}
