package dev.garrison.recipe.application;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.deployment.BesideNote;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.recipe.ring.RingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applications that set the antivirus mode (F5). Passive onboarding depends on the passive one, so
 * that the value exists before the sensor does. Configuration Manager does not check a dependency
 * on servers that are onboarded already, so the mode is also deployed to the ring, and a later
 * change reaches them.
 *
 * @see <a
 *     href="https://learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-windows-server-configure">Configure
 *     Microsoft Defender Antivirus on Windows Server</a>
 */
public final class AntivirusModeRecipe {
  private final Manifest manifest;
  private final ContentRecipe content;
  private final Scope scope;
  private final AntivirusModes names;
  private final CompanionDeployment beside;
  private final Set<Antivirus> modes = EnumSet.noneOf(Antivirus.class);

  /**
   * @param scope the hierarchy in which the applications are created
   */
  public AntivirusModeRecipe(Mark mark, ContentRecipe content, Scope scope, AntivirusModes names) {
    this.manifest = names.manifest();
    this.content = content;
    this.scope = scope;
    this.names = names;
    this.beside = new CompanionDeployment(manifest, mark, scope);
    if (names.areOurs()) {
      manifest.rings().forEach(ring -> modes.add(ring.antivirus()));
    }
  }

  /** The application that must be installed on a ring's servers before they are onboarded. */
  Optional<Application> neededBy(Ring ring) {
    return Optional.of(ring.antivirus())
        .filter(mode -> mode == Antivirus.PASSIVE)
        .map(this::application);
  }

  /** The version that each application will point to. */
  public List<RetentionRecipe.Kept> kept() {
    return modes.stream()
        .map(mode -> scope.kept(application(mode), content.ofAntivirusMode()))
        .toList();
  }

  /** The content, if there is an application for it. */
  public List<Wanted<?>> content() {
    ContentRecipe.Version version = content.ofAntivirusMode();
    return modes.isEmpty()
        ? List.of()
        : List.of(Wanted.present(version.address(), version.state()));
  }

  /** The applications, one for each mode. */
  public List<Wanted<?>> applications() {
    return modes.stream().<Wanted<?>>map(this::wanted).toList();
  }

  private Wanted<?> wanted(Antivirus mode) {
    return CompanionDeployment.wanted(application(mode), content.ofAntivirusMode());
  }

  private Application application(Antivirus mode) {
    return beside.application(
        new CompanionDeployment.Part(
            "antivirus " + mode.word(),
            manifest.naming().applicationFor(manifest.name(), mode),
            "Tells Microsoft Defender Antivirus to be " + mode.word() + ".",
            ContentRecipe.MODE_SCRIPT + " -Antivirus " + mode.word(),
            List.of(RegistryClause.passiveMode(mode == Antivirus.PASSIVE))),
        content,
        content.ofAntivirusMode());
  }

  /** The distributions of the content, as for all applications: to rings that open. */
  public List<Wanted<?>> distributions(List<RingPlan> rings) {
    return modes.stream().flatMap(mode -> distribution(mode, rings).stream()).toList();
  }

  private Optional<Wanted<?>> distribution(Antivirus mode, List<RingPlan> rings) {
    return beside.distribution(
        application(mode), rings.stream().filter(plan -> plan.ring().antivirus() == mode));
  }

  /**
   * Deployments of a ring's mode. Those of the other mode are deleted once these exist; in between
   * nothing is due, because the new ones have a deadline.
   */
  public List<Wanted<?>> deployments(RingPlan plan) {
    List<Wanted<?>> wanted = new ArrayList<>();
    if (!modes.contains(plan.ring().antivirus())) {
      return wanted;
    }
    for (OperatingSystem system : manifest.operatingSystems()) {
      Wanted<ApplicationDeployment> deployment = deployment(system, plan);
      wanted.add(deployment);
      if (!plan.halted()) {
        wanted.addAll(left(system, plan.ring(), deployment.address()));
      }
    }
    return wanted;
  }

  private List<Wanted<?>> left(OperatingSystem system, Ring ring, Address after) {
    return Arrays.stream(Antivirus.values())
        .filter(mode -> mode != ring.antivirus())
        .map(mode -> names.name(system, mode, ring))
        .filter(names::isThere)
        .<Wanted<?>>map(name ->
            new Wanted<>(
                ApplicationDeployment.address(name),
                new Desired.Absent<>(
                    Text.of("removal.mode", "ring", ring.name(), "mode", ring.antivirus().word())
                        .toString()),
                Set.of(after)))
        .toList();
  }

  private Wanted<ApplicationDeployment> deployment(OperatingSystem system, RingPlan plan) {
    Ring ring = plan.ring();
    String name = names.name(system, ring.antivirus(), ring);
    return beside.deployment(
        application(ring.antivirus()),
        new CompanionDeployment.Name(
            name, BesideNote.ofMode(ring.antivirus().word(), ring.name()), names.isThere(name)),
        system,
        plan);
  }
}
