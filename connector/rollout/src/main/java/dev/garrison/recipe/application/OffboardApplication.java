package dev.garrison.recipe.application;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.manifest.OffboardSection.AfterOffboarding;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.payload.Packages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Application that offboards the servers of one entry. Its detection method checks that the sensor
 * no longer reports. One application serves all operating systems, because the script distinguishes
 * them.
 */
public final class OffboardApplication {
  private static final int MINUTES_WITH_REMOVAL = 60;

  /** The script may watch for ten minutes that a server stays out, and then offboard it in ten. */
  private static final int MINUTES = 25;

  private final Manifest manifest;
  private final Mark mark;
  private final ContentRecipe content;
  private final Scope scope;

  /**
   * @param scope the hierarchy in which the applications are created
   */
  public OffboardApplication(Manifest manifest, Mark mark, ContentRecipe content, Scope scope) {
    this.manifest = manifest;
    this.mark = mark;
    this.content = content;
    this.scope = scope;
  }

  /** The identity of an application, the same through all its revisions. */
  public String modelName(Application application) {
    return scope.modelName(application);
  }

  /** The version that the application will point to. */
  public RetentionRecipe.Kept kept(OffboardSection entry, Packages.Offboarding found) {
    return scope.kept(of(entry, found), content.ofOffboarding(found));
  }

  /** The application's content on the share. */
  public Wanted<?> content(Packages.Offboarding found) {
    ContentRecipe.Version version = content.ofOffboarding(found);
    return Wanted.present(version.address(), version.state());
  }

  /** Address of the application's content. */
  public Address contentAddress(Packages.Offboarding found) {
    return content.ofOffboarding(found).address();
  }

  /** The application. */
  public Application of(OffboardSection entry, Packages.Offboarding found) {
    Identifiers identifiers =
        scope.generations().of(manifest.name(), "offboarding " + entry.name());
    ContentRecipe.Version version = content.ofOffboarding(found);
    String title = manifest.offboardingApplication(entry.name());
    return new Application(
        identifiers.application(),
        title,
        mark.after("Takes servers out of Microsoft Defender for Endpoint."),
        "Microsoft",
        version.version(),
        new DeploymentType(
            identifiers.deploymentType(),
            title,
            "",
            content.content(identifiers, version),
            program(entry),
            new TreeSet<>(),
            List.of(),
            detection(entry)));
  }

  private static List<RegistryClause> detection(OffboardSection entry) {
    List<RegistryClause> clauses = new ArrayList<>(RegistryClause.offboarded());
    if (entry.after().equals(Optional.of(AfterOffboarding.KEEP_OTHER))) {
      clauses.add(RegistryClause.notPassive());
    }
    return clauses;
  }

  private Program program(OffboardSection entry) {
    boolean removes =
        entry.after().filter(after -> after != AfterOffboarding.KEEP_OTHER).isPresent();
    int minutes = removes ? MINUTES_WITH_REMOVAL : MINUTES;
    return new Program(
        "powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "
            + ContentRecipe.OFFBOARD_SCRIPT
            + " -OrgId "
            + manifest.tenant().orgId()
            + entry.after().map(after -> " -AfterOffboarding " + after.word()).orElse("")
            + confirmed(entry),
        Program.Uninstall.none(),
        ExitCodes.ofTheRemoval(),
        Program.Experience.hidden(minutes / 3, minutes));
  }

  /** Computer names of the servers that may be left without any antivirus. */
  private static String confirmed(OffboardSection entry) {
    return entry.withoutAntivirus().isEmpty()
        ? ""
        : entry.withoutAntivirus().stream()
            .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
            .collect(Collectors.joining(",", " -WithoutAntivirus ", ""));
  }
}
