package dev.garrison.mecm.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.StandInSite;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.RegistryClause;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("first")
final class ApplicationResourceIT {
  private static final Identifiers IDENTIFIERS = new Identifiers("contoso-prod", "2022", 1);

  private static Application installedBy(String command) {
    String location = "\\\\files.lab.example\\mde$\\1\\";
    return new Application(
        IDENTIFIERS.application(),
        "Defender for Endpoint 2022",
        "Onboards.",
        "Microsoft",
        "1",
        new DeploymentType(
            IDENTIFIERS.deploymentType(),
            "Defender for Endpoint 2022",
            "",
            Content.downloaded(
                IDENTIFIERS.content(Sha256.of("files"), location),
                location,
                List.of(new Content.ContentFile("x.ps1", 18L))),
            new Program(
                command,
                Program.Uninstall.none(),
                ExitCodes.ofOneStep(),
                Program.Experience.hidden(5, 15)),
            new TreeSet<>(),
            List.of(),
            RegistryClause.onboardedTo("5d1f0000-0000-4000-8000-0000000000c2")));
  }

  private static Proposal proposed(Application application) {
    try (StandInSite site = new StandInSite("2207")) {
      return new ApplicationResource(
              site.service(), new Json(), new Mark("contoso-prod"), () -> "ScopeId_1", _ -> {})
          .propose(
              Wanted.present(Application.address(application.title()), application),
              new Observation.Missing<>());
    }
  }

  @Test
  void anApplicationThatTheConsoleCouldNotOpenIsRefusedBeforeItIsPlanned() {
    assertThat(proposed(installedBy("x".repeat(1025))))
        .isInstanceOf(Proposal.Refused.class)
        .asString()
        .contains(
            "the install command line has 1,025 characters, but the limit is 1,024",
            "APPLICATION_NOT_WRITABLE");
    assertThat(proposed(installedBy("x".repeat(1024)))).isInstanceOf(Proposal.Proposed.class);
  }
}
