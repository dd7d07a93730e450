package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.content.staged.StagedContent;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Dependency;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.Program.Experience;
import dev.garrison.mecm.application.model.Program.Uninstall;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.clientsetting.EndpointProtectionSetting;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import dev.garrison.mecm.distribution.ContentDistribution;
import dev.garrison.mecm.placement.ConsoleFolder;
import dev.garrison.mecm.placement.ConsoleObject;
import dev.garrison.mecm.placement.FolderPlacement;
import dev.garrison.mecm.placement.ScopeMembership;
import dev.garrison.share.ContentFile;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a journal holds of an object is what taking the run back reads from it. */
final class StateRecordsTest {
  private final Json json = new Json();

  static Stream<Record> states() {
    LocalDateTime start = LocalDateTime.parse("2026-11-24T21:00");
    return Stream.of(
        new StagedContent("contoso-prod", List.of(new ContentFile("a.msi", 1, Sha256.of("a")))),
        application(Content.none()),
        application(
            Content.downloaded(
                "Content_1", "\\\\fs01\\mde$\\1\\", List.of(new Content.ContentFile("a.msi", 1)))),
        new DeviceCollection(
            "MDE pilot",
            "Made by Garrison.",
            "All Servers",
            Set.of(new QueryRule("web", "select Name from SMS_R_System")),
            Set.of("Pilot servers"),
            Set.of("Not these"),
            Set.of(new DirectRule("SRV01", 16777220)),
            DeviceCollection.PERIODIC),
        ContentDistribution.to("ScopeId_1/Application_1", List.of("All points")),
        ApplicationDeployment.requiredInstall(
            "MDE pilot",
            "Made by Garrison.",
            "ScopeId_1/Application_1",
            "MDE pilot",
            new Schedule(start, start.plusDays(1), true)),
        new ConsoleFolder(ConsoleObject.COLLECTION, "Garrison"),
        new FolderPlacement(Application.address("Defender"), "Garrison"),
        new ScopeMembership(Application.address("Defender"), Set.of("Servers")),
        new EndpointProtectionSetting(Set.of("Default Client Agent Settings")));
  }

  private static Application application(Content content) {
    Program program =
        new Program(
            "install.cmd", Uninstall.none(), ExitCodes.ofTheWrapper(), Experience.hidden(10, 60));
    return new Application(
        "Application_1",
        "Defender",
        "Made by Garrison.",
        "Microsoft",
        "1.0",
        new DeploymentType(
            "DeploymentType_1",
            "Install",
            "",
            content,
            program,
            new TreeSet<>(Set.of("Windows/All_x64_Windows_Server_2012_R2")),
            List.of(new Dependency("Application_2", "DeploymentType_2", true)),
            RegistryClause.onboardedTo("5d1f0000-0000-4000-8000-0000000000c2")));
  }

  @ParameterizedTest
  @MethodSource("states")
  void eachStateIsReadBackFromItsTree(Record state) {
    assertThat((Object) json.read(json.tree(state), state.getClass())).isEqualTo(state);
  }
}
