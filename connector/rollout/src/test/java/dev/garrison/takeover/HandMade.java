package dev.garrison.takeover;

import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Content.ContentFile;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.application.sdmpackage.SdmPackageXml;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An application as an administrator makes one: identities of the console, no mark.
 *
 * @param files names of its content
 */
record HandMade(String digest, List<String> files) {
  private static final String SCOPE = "ScopeId_9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214";

  /** One that is detected by the sensor's own state. */
  static HandMade detected(int number, String title, String tenant) {
    return of(
        number,
        title,
        "cmd.exe /c WindowsDefenderATPOnboardingScript.cmd",
        "WindowsDefenderATPOnboardingScript.cmd",
        RegistryClause.onboardedTo(tenant).subList(0, 2));
  }

  /** One that is detected by something that says nothing. */
  static HandMade named(int number, String title, String command, String file) {
    return of(
        number,
        title,
        command,
        file,
        List.of(
            new RegistryClause(
                "SOFTWARE\\Contoso",
                "Done",
                RegistryClause.DataType.Int64,
                RegistryClause.Operator.Equals,
                "1",
                true)));
  }

  private static HandMade of(
      int number, String title, String command, String file, List<RegistryClause> detection) {
    String guid = String.valueOf(number).repeat(8) + "-1111-4111-8111-111111111111";
    DeploymentType type =
        new DeploymentType(
            "DeploymentType_" + guid,
            title,
            "",
            Content.downloaded(
                "Content_" + guid,
                "\\\\files.lab.example\\mde$\\by-hand\\",
                List.of(new ContentFile(file, 1))),
            new Program(
                command,
                Program.Uninstall.none(),
                ExitCodes.ofTheWrapper(),
                Program.Experience.hidden(5, 15)),
            new TreeSet<>(Set.of("Windows/All_x64_Windows_Server_2019_and_higher")),
            List.of(),
            detection);
    Application application =
        new Application("Application_" + guid, title, "By hand", "Contoso", "1", type);
    return new HandMade(new SdmPackageXml().write(application, SCOPE), List.of(file));
  }

  static String deployment(
      long application, String name, String collection, String start, String deadline) {
    return """
    {"AssignmentName":"%s","AssignmentDescription":"by hand","AssignmentAction":2,"AssignmentType":2,\
    "AssignedCIs":[%d],"TargetCollectionID":"%s","DesiredConfigType":1,"OfferTypeID":0,"OfferFlags":0,"Priority":1,\
    "Enabled":true,"StartTime":"%s","EnforcementDeadline":"%s","UseGMTTimes":false,"NotifyUser":false,\
    "UserUIExperience":false,"OverrideServiceWindows":false,"RebootOutsideOfServiceWindows":false,"SuppressReboot":3,\
    "SoftDeadlineEnabled":false,"LogComplianceToWinEvent":false,"DisableMomAlerts":false,\
    "RaiseMomAlertsOnFailure":false,"SendDetailedNonComplianceStatus":false,"WoLEnabled":false,\
    "ApplyToSubTargets":false,"RequireApproval":false,"PersistOnWriteFilterDevices":false,\
    "UpdateSupersedence":false,"StateMessagePriority":5,"SourceSite":"PS1"}\
    """
        .formatted(name, application, collection, start, deadline);
  }

  static String policyDeployment(long policy, String name, String collection) {
    return """
    {"AssignmentName":"%s","AssignmentDescription":"","AssignedCIs":[%d],"AssignmentAction":2,\
    "AssignmentType":8,"DesiredConfigType":1,"DPLocality":80,"Enabled":true,"LimitStateMessageVerbosity":false,\
    "LogComplianceToWinEvent":false,"NotifyUser":false,"SendDetailedNonComplianceStatus":false,\
    "StartTime":"2026-11-24T21:00:30Z","SuppressReboot":3,"TargetCollectionID":"%s","UseGMTTimes":true,\
    "UserUIExperience":false}\
    """
        .formatted(name, policy, collection);
  }
}
