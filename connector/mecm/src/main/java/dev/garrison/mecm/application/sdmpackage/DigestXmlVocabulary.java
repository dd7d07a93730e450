package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.mecm.application.sdmpackage.Unmodelled.Fate;
import dev.garrison.mecm.application.sdmpackage.XmlDifference.Kind;
import dev.garrison.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Vocabulary of application digests. It defines namespaces, keys of siblings, the order of
 * elements, defaults, and the fate of unmodeled parts.
 */
final class DigestXmlVocabulary {
  static final String DIGEST =
      "http://schemas.microsoft.com/SystemCenterConfigurationManager/2009/AppMgmtDigest";
  static final String RULES =
      "http://schemas.microsoft.com/SystemsCenterConfigurationManager/2009/06/14/Rules";
  static final String SETTINGS =
      "http://schemas.microsoft.com/SystemsCenterConfigurationManager/2009/07/10/DesiredConfiguration";

  private static final String INSTALLER = "DeploymentType/Installer/";
  private static final String EXIT_CODE = INSTALLER + "CustomData/ExitCodes/ExitCode";
  private static final String ACTION = "Provider Args Contents";
  private static final String FALSE = "false";

  /** Order in which Microsoft's library for applications reads and writes elements. */
  private static final Map<String, List<String>> ORDER =
      Map.ofEntries(
          order("AppMgmtDigest", "Application DeploymentType PostConfigurationItems Resources"),
          order(
              "Application",
              "SourceId DisplayInfo CustomProperties Features DeploymentTypes Title Description"
                  + " Publisher SoftwareVersion ReleaseDate CustomId Enabled Recommended AutoInstall"
                  + " DisplaySupersedes Tags Owners Contacts PreferredSender HighPriority"
                  + " AutoDistribute DownloadDelta SendToProtectedDP IsMigrated"),
          order(
              "Info",
              "Title Description Publisher Version ReleaseDate Icon InfoUrl InfoUrlText PrivacyUrl"
                  + " UserCategories Tags"),
          order(
              "DeploymentType",
              "SourceId Title Description Tags Languages Requirements Dependencies Supersedes"
                  + " PostConfigurationItem DeploymentTechnology Technology Hosting Installer"
                  + " Functionality Enabled"),
          order(
              "Installer",
              "ExecutionContext RequiresLogOn Contents DetectAction InstallAction UninstallAction"
                  + " RepairAction CustomData"),
          order(
              "Content",
              "File Location PinOnClient PeerCache FallbackToUnprotectedDP OnFastNetwork"
                  + " OnSlowNetwork"),
          order("DetectAction", ACTION),
          order("InstallAction", ACTION),
          order("UninstallAction", ACTION),
          order("RepairAction", ACTION),
          order(
              "Args",
              "InstallCommandLine WorkingDirectory ExecutionContext RequiresLogOn"
                  + " RequiresElevatedRights RequiresUserInteraction RequiresReboot"
                  + " UserInteractionMode PostInstallBehavior ExecuteTime MaxExecuteTime RunAs32Bit"
                  + " SuccessExitCodes RebootExitCodes HardRebootExitCodes FastRetryExitCodes"
                  + " MethodBody"),
          order(
              "CustomData",
              "DetectionMethod EnhancedDetectionMethod DetectionScript ProductCode ProductVersion"
                  + " InstallCommandLine RedirectCommandLine InstallContent UninstallContent"
                  + " UninstallSetting InstallFolder UninstallCommandLine UninstallFolder"
                  + " RepairCommandLine RepairFolder RequiresElevatedRights RequiresUserInteraction"
                  + " RequiresReboot ExecuteTime MaxExecuteTime ExitCodes InstallProcessDetection"
                  + " UserInteractionMode PostInstallBehavior AllowUninstall"
                  + " SourceUpdateProductCode"));

  private static Map.Entry<String, List<String>> order(String parent, String children) {
    return Map.entry(parent, List.of(children.split(" ", -1)));
  }

  /**
   * Value of an absent element to the console and its library, which omit elements of that value.
   * Recorded from the library of current branch 2111.
   */
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("Enabled", "true"),
          Map.entry("Recommended", FALSE),
          Map.entry("AutoInstall", FALSE),
          Map.entry("DisplaySupersedes", FALSE),
          Map.entry("AutoDistribute", FALSE),
          Map.entry("DownloadDelta", FALSE),
          Map.entry("SendToProtectedDP", FALSE),
          Map.entry("IsMigrated", FALSE),
          Map.entry("PinOnClient", FALSE),
          Map.entry("PeerCache", FALSE),
          Map.entry("FallbackToUnprotectedDP", FALSE),
          Map.entry("AllowUninstall", FALSE),
          Map.entry("RedirectCommandLine", FALSE),
          Map.entry("RequiresElevatedRights", FALSE),
          Map.entry("RequiresUserInteraction", FALSE),
          Map.entry("RequiresReboot", FALSE),
          Map.entry("HighPriority", "2"),
          Map.entry("ExecutionContext", "Any"),
          Map.entry("ExecuteTime", "0"),
          Map.entry("MaxExecuteTime", "120"),
          Map.entry("UserInteractionMode", "Normal"),
          Map.entry("PostInstallBehavior", "BasedOnExitCode"));

  private static final Pattern MEANINGLESS =
      Pattern.compile(
          ".*/@ResourceId|DeploymentType/Requirements/Rule/Annotation/DisplayName/@Text"
              + "|DeploymentType/Dependencies/DeploymentTypeRule/Annotation/DisplayName/@Text"
              + "|.*EnhancedDetectionMethod/Rule/@(id|Severity)"
              + "|.*EnhancedDetectionMethod/Rule/.*/SettingReference/@Version");

  /** Values that a digest contains twice, or that the site may spell in its own form. */
  private static final Pattern RESTATED =
      Pattern.compile(
          INSTALLER
              + "(Install|Uninstall)Action/Args/(InstallCommandLine|UserInteractionMode"
              + "|PostInstallBehavior|ExecuteTime|MaxExecuteTime|(Success|Reboot|HardReboot|FastRetry)"
              + "ExitCodes)|"
              + INSTALLER
              + "CustomData/(InstallCommandLine|UninstallCommandLine|InstallContent|ExecuteTime"
              + "|MaxExecuteTime|ExitCodes|UserInteractionMode|PostInstallBehavior)|"
              + INSTALLER
              + "Contents/Content/(PeerCache|OnFastNetwork|OnSlowNetwork)");

  private static final Pattern AT_RISK =
      Pattern.compile(
          "|@.*|Application|DeploymentType|Application/@AuthoringScopeId|Application/@LogicalName"
              + "|Application/DeploymentTypes(/.*)?"
              + "|DeploymentType/(@AuthoringScopeId|@LogicalName|DeploymentTechnology|Technology|Hosting)"
              + "|DeploymentType/Installer|"
              + INSTALLER
              + "(@Technology|ExecutionContext|DetectAction.*|Contents|Contents/Content"
              + "|Contents/Content/(@.*|File|File/.*|Location)"
              + "|(Install|Uninstall)Action/(Provider|Contents.*|Args/ExecutionContext)"
              + "|CustomData/(DetectionMethod|DetectionScript|ProductCode|EnhancedDetectionMethod"
              + "|UninstallContent|UninstallSetting)(/.*)?)");

  /** Key that distinguishes this element from siblings of the same name; empty if there is none. */
  String key(XmlElement element) {
    return switch (element.name().local()) {
      case "Info" -> element.attribute("Language");
      case "Arg" -> element.attribute("Name");
      case "File" -> element.attribute("Name") + element.attribute("LogicalName");
      case "ExitCode" -> element.attribute("Code");
      case "DeploymentType", "SimpleSetting", "RegistryKey", "Folder", "MSI" ->
          element.attribute("LogicalName");
      case "User", "Icon" -> element.attribute("Id");
      case "Rule" -> {
        String id = element.attribute("id");
        yield id.startsWith("Rule_") ? id : "";
      }
      case "DeploymentTypeRule" -> element.attribute("id");
      case "RuleExpression" -> element.attribute("RuleId");
      case "Item", "Tag", "Lang" -> element.text();
      case "Expression" ->
          element
              .find("Operands", "SettingReference")
              .map(reference -> reference.attribute("SettingLogicalName"))
              .orElse("");
      default -> "";
    };
  }

  /** The step in a plain path: the element's name, or for {@code Arg} its attribute Name. */
  String step(XmlElement element) {
    String local = element.name().local();
    return local.equals("Arg") ? element.attribute("Name") : local;
  }

  /** Position of a child among its siblings; negative if its order is not defined. */
  int rank(XmlElement parent, XmlElement child) {
    return ORDER.getOrDefault(parent.name().local(), List.of()).indexOf(step(child));
  }

  /** Whether the attribute at this plain path has no meaning for a comparison. */
  boolean isMeaningless(String plainPath) {
    return MEANINGLESS.matcher(plainPath).matches();
  }

  /** Value that the console assumes for an absent element; empty if there is none. */
  static Optional<String> defaultOf(XmlElement element) {
    return element.children().isEmpty()
        ? Optional.ofNullable(DEFAULTS.get(element.name().local()))
        : Optional.empty();
  }

  /**
   * Whether the element at this plain path is never merged from two sources. A list of exit codes
   * is merged: their names and descriptions come from the console.
   */
  boolean isIndivisible(String plainPath) {
    return (RESTATED.matcher(plainPath).matches() && !EXIT_CODE.startsWith(plainPath))
        || plainPath.equals(INSTALLER + "DetectAction")
        || plainPath.equals(INSTALLER + "CustomData/EnhancedDetectionMethod");
  }

  /**
   * Fate of an unmodeled part in a new revision.
   *
   * @param logicalName of the application: no part that refers to its settings may stay behind
   */
  Fate fate(XmlDifference difference, String logicalName) {
    if (difference.kind() == Kind.ABSENT) {
      return Fate.MISSING;
    }
    String path = difference.plainPath();
    if (path.equals(EXIT_CODE + "/@Name")
        || (path.equals(EXIT_CODE) && difference.kind() == Kind.DIFFERENT)) {
      return Fate.KEPT;
    }
    if (restated(path)) {
      return Fate.REWRITTEN;
    }
    boolean refers = difference.kind() == Kind.EXTRA && refersTo(difference.element(), logicalName);
    return refers || AT_RISK.matcher(path).matches() ? Fate.REFUSED : Fate.KEPT;
  }

  private static boolean restated(String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (RESTATED.matcher(path.substring(0, end)).matches()) {
        return true;
      }
    }
    return path.equals("Application/DeploymentTypes/DeploymentType/@Version");
  }

  private static boolean refersTo(XmlElement element, String logicalName) {
    boolean here =
        element.name().local().equals("SettingReference")
            && element.attribute("LogicalName").equals(logicalName);
    return here || element.children().stream().anyMatch(child -> refersTo(child, logicalName));
  }
}
