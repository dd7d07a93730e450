package dev.garrison.recipe.application;

import dev.garrison.content.share.SharePath;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.value.OperatingSystem;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.RegistryClause;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** One application per operating system; detection means onboarded to this tenant. */
public final class ApplicationRecipe {
  private static final int GENERATION = 1;
  private static final int MINUTES_WITH_MSI = 60;
  private static final int MINUTES_ONBOARDING_ONLY = 15;

  private final Manifest manifest;
  private final Mark mark;
  private final ContentRecipe content;
  private final String scopeId;

  /**
   * @param hierarchyId GUID of the site's hierarchy
   */
  public ApplicationRecipe(Manifest manifest, Mark mark, ContentRecipe content, String hierarchyId) {
    this.manifest = manifest;
    this.mark = mark;
    this.content = content;
    this.scopeId = "ScopeId_" + hierarchyId;
  }

  /** The identity of an application, the same through all its revisions. */
  public String modelName(Application application) {
    return scopeId + "/" + application.logicalName();
  }

  /** Which version each application will point to. */
  public List<RetentionRecipe.Kept> kept() {
    return manifest.operatingSystems().stream()
        .map(system -> {
          ContentRecipe.Version version = content.of(system);
          Application application = application(system);
          return new RetentionRecipe.Kept(
              modelName(application),
              Application.address(application.title()),
              SharePath.of(version.folder()).child(version.version()));
        })
        .toList();
  }

  /** All of them. */
  public List<Wanted<?>> wanted() {
    return manifest.operatingSystems().stream().<Wanted<?>>map(this::wanted).toList();
  }

  private Wanted<Application> wanted(OperatingSystem system) {
    Application application = application(system);
    return new Wanted<>(
        Application.address(application.title()),
        new Desired.Present<>(application),
        Set.of(content.of(system).address()));
  }

  /** The application for an operating system. */
  public Application application(OperatingSystem system) {
    Identifiers identifiers = new Identifiers(manifest.name(), system.word(), GENERATION);
    ContentRecipe.Version version = content.of(system);
    String title = manifest.naming().applicationFor(manifest.name(), system);
    String location = content.location(version);
    Content files =
        Content.downloaded(
            identifiers.content(version.digest(), location),
            location,
            version.state().files().stream()
                .map(file -> new Content.ContentFile(file.name(), file.size()))
                .toList());
    DeploymentType type =
        new DeploymentType(
            identifiers.deploymentType(),
            title,
            "",
            files,
            program(system),
            requirement(system),
            List.of(),
            RegistryClause.onboardedTo(manifest.tenant().orgId().toString()));
    return new Application(
        identifiers.application(),
        title,
        mark.after(
            "Onboards Windows Server " + system.title() + " to Microsoft Defender for Endpoint."),
        "Microsoft",
        version.version(),
        type);
  }

  private Program program(OperatingSystem system) {
    int minutes = system.needsInstaller() ? MINUTES_WITH_MSI : MINUTES_ONBOARDING_ONLY;
    return new Program(
        commandLine(),
        Program.Uninstall.none(),
        ExitCodes.ofTheWrapper(),
        Program.Experience.hidden(minutes / 3, minutes));
  }

  private String commandLine() {
    // All rings have one mode; see Fit.
    boolean passive = manifest.rings().getFirst().antivirus() == Ring.Antivirus.PASSIVE;
    return "powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File Install-DefenderForEndpoint.ps1"
        + " -OrgId "
        + manifest.tenant().orgId()
        + " -Antivirus "
        + (passive ? "passive -SetPassiveMode" : "active")
        + " -SampleSharing "
        + manifest.sampleSharing().word();
  }

  /**
   * A net under the collection's query. The rule for 2016 means "2016 and higher", so it separates
   * nothing by itself; for 2025 no rule is public, and the collection alone decides.
   */
  private static SortedSet<String> requirement(OperatingSystem system) {
    Optional<String> rule =
        switch (system) {
          case WINDOWS_SERVER_2012_R2 -> Optional.of("Windows/All_x64_Windows_Server_2012_R2");
          case WINDOWS_SERVER_2016 -> Optional.of("Windows/All_x64_Windows_Server_2016");
          case WINDOWS_SERVER_2019 -> Optional.of("Windows/All_x64_Windows_Server_2019_and_higher");
          case WINDOWS_SERVER_2022 -> Optional.of("Windows/All_x64_Windows_Server_2022_and_higher");
          case WINDOWS_SERVER_2025 -> Optional.empty();
        };
    return new TreeSet<>(rule.map(Set::of).orElse(Set.of()));
  }
}
