package dev.garrison.mecm.application.sdmpackage;

import static dev.garrison.mecm.application.sdmpackage.DigestXmlWriter.element;
import static dev.garrison.mecm.application.sdmpackage.DigestXmlWriter.leaf;

import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.ExitCodes.Meaning;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.Program.Experience;
import dev.garrison.mecm.application.model.Program.Uninstall;
import dev.garrison.mecm.application.model.Program.UserInteractionMode;
import dev.garrison.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The program part of a digest. {@code InstallAction} and {@code UninstallAction} are run by the
 * client; {@code CustomData} has the same values, as edited in the console.
 */
final class InstallerXml {
  private static final Map<String, Meaning> CODE_LISTS =
      new TreeMap<>(
          Map.of(
              "SuccessExitCodes", Meaning.Success,
              "RebootExitCodes", Meaning.SoftReboot,
              "HardRebootExitCodes", Meaning.HardReboot,
              "FastRetryExitCodes", Meaning.FastRetry));

  /** Minutes that an absent run time means to the console. */
  private static final int USUAL_MOST_MINUTES = 120;

  private InstallerXml() {}

  static XmlElement install(DeploymentType type) {
    XmlElement action =
        element("InstallAction")
            .containing(
                leaf("Provider", "Script"),
                args(type.program().installCommandLine(), type.program()));
    return type.content().isNone()
        ? action
        : action.containing(element("Contents").containing(reference("Content", type.content())));
  }

  /** Writes the uninstall action; its command, too, is in the argument InstallCommandLine. */
  static XmlElement uninstall(DeploymentType type) {
    XmlElement action =
        element("UninstallAction")
            .containing(
                leaf("Provider", "Script"),
                args(type.program().uninstall().commandLine(), type.program()));
    return usesContentToUninstall(type)
        ? action.containing(element("Contents").containing(reference("Content", type.content())))
        : action;
  }

  private static boolean usesContentToUninstall(DeploymentType type) {
    Uninstall uninstall = type.program().uninstall();
    return !type.content().isNone()
        && !uninstall.commandLine().isEmpty()
        && uninstall.setting() == Uninstall.Setting.SameAsInstall;
  }

  private static XmlElement args(String commandLine, Program program) {
    Experience experience = program.experience();
    return element("Args")
        .containing(
            arg("InstallCommandLine", "String", commandLine),
            arg("WorkingDirectory", "String", ""),
            arg("ExecutionContext", "String", "System"),
            arg("RequiresLogOn", "String", ""),
            arg("RequiresElevatedRights", "Boolean", "false"),
            arg("RequiresUserInteraction", "Boolean", "false"),
            arg("RequiresReboot", "Boolean", "false"),
            arg("UserInteractionMode", "String", experience.userInteractionMode().name()),
            arg("PostInstallBehavior", "String", experience.postInstallBehavior().name()),
            arg("ExecuteTime", "Int32", Integer.toString(experience.executeTime())),
            arg("MaxExecuteTime", "Int32", Integer.toString(experience.maxExecuteTime())),
            arg("RunAs32Bit", "Boolean", "false"),
            codes("SuccessExitCodes", program.exitCodes()),
            codes("RebootExitCodes", program.exitCodes()),
            codes("HardRebootExitCodes", program.exitCodes()),
            codes("FastRetryExitCodes", program.exitCodes()));
  }

  static XmlElement arg(String name, String type, String value) {
    return leaf("Arg", value).with("Name", name).with("Type", type);
  }

  private static XmlElement codes(String list, ExitCodes exitCodes) {
    XmlElement arg = arg(list, "Int32[]", "");
    Meaning meaning = Optional.ofNullable(CODE_LISTS.get(list)).orElseThrow();
    for (int code : exitCodes.with(meaning)) {
      arg = arg.containing(leaf("Item", Integer.toString(code)));
    }
    return arg;
  }

  /** A reference to the content, or the start of its description. */
  static XmlElement reference(String name, Content content) {
    return element(name).with("ContentId", content.contentId()).with("Version", "1");
  }

  static XmlElement customData(DeploymentType type, XmlElement method) {
    Program program = type.program();
    XmlElement custom =
        element("CustomData")
            .containing(
                leaf("DetectionMethod", "Enhanced"),
                method,
                leaf("InstallCommandLine", program.installCommandLine()));
    if (!type.content().isNone()) {
      custom = custom.containing(reference("InstallContent", type.content()));
    }
    if (usesContentToUninstall(type)) {
      custom = custom.containing(reference("UninstallContent", type.content()));
    }
    XmlElement exitCodes = element("ExitCodes");
    for (Map.Entry<Integer, Meaning> entry : program.exitCodes().meanings().entrySet()) {
      exitCodes =
          exitCodes.containing(
              element("ExitCode")
                  .with("Code", Integer.toString(entry.getKey()))
                  .with("Class", entry.getValue().name()));
    }
    Experience experience = program.experience();
    return custom.containing(
        leaf("UninstallSetting", program.uninstall().setting().name()),
        element("InstallFolder"),
        leaf("UninstallCommandLine", program.uninstall().commandLine()),
        element("UninstallFolder"),
        element("RepairCommandLine"),
        element("RepairFolder"),
        leaf("ExecuteTime", Integer.toString(experience.executeTime())),
        leaf("MaxExecuteTime", Integer.toString(experience.maxExecuteTime())),
        exitCodes,
        leaf("UserInteractionMode", experience.userInteractionMode().name()),
        leaf("PostInstallBehavior", experience.postInstallBehavior().name()),
        leaf("AllowUninstall", "true"));
  }

  /**
   * Reads the program that the client would run. If the client's copy has a gap, the console's copy
   * is used.
   */
  static Program read(XmlElement installer) {
    XmlElement none = element("CustomData");
    XmlElement custom = installer.child("CustomData").orElse(none);
    Optional<XmlElement> install = installer.find("InstallAction", "Args");
    Optional<XmlElement> uninstall = installer.find("UninstallAction", "Args");
    return new Program(
        value(install, "InstallCommandLine").orElse(custom.textOf("InstallCommandLine")),
        new Uninstall(
            DigestXmlReader.named(Uninstall.Setting.class, custom.textOf("UninstallSetting"))
                .orElse(Uninstall.Setting.NoneRequired),
            value(uninstall, "InstallCommandLine").orElse(custom.textOf("UninstallCommandLine"))),
        exitCodes(custom, install),
        new Experience(
            minutes(value(install, "ExecuteTime").orElse(custom.textOf("ExecuteTime")), 0),
            minutes(
                value(install, "MaxExecuteTime").orElse(custom.textOf("MaxExecuteTime")),
                USUAL_MOST_MINUTES),
            DigestXmlReader.named(
                    UserInteractionMode.class,
                    value(install, "UserInteractionMode")
                        .orElse(custom.textOf("UserInteractionMode")))
                .orElse(UserInteractionMode.Normal),
            DigestXmlReader.named(
                    Program.PostInstallBehavior.class,
                    value(install, "PostInstallBehavior")
                        .orElse(custom.textOf("PostInstallBehavior")))
                .orElse(Program.PostInstallBehavior.BasedOnExitCode)));
  }

  private static int minutes(String text, int absent) {
    return (int) Math.max(0, DigestXmlReader.number(text).orElse((long) absent));
  }

  private static Optional<XmlElement> named(Optional<XmlElement> args, String name) {
    return args.flatMap(list ->
        list.all("Arg").stream().filter(arg -> arg.attribute("Name").equals(name)).findFirst());
  }

  private static Optional<String> value(Optional<XmlElement> args, String name) {
    return named(args, name).map(XmlElement::text);
  }

  /**
   * Reads the exit codes. The client's lists take precedence; only the console's copy can name a
   * code that means failure.
   */
  private static ExitCodes exitCodes(XmlElement custom, Optional<XmlElement> install) {
    SortedMap<Integer, Meaning> meanings = new TreeMap<>();
    boolean listed =
        CODE_LISTS.keySet().stream().anyMatch(list -> named(install, list).isPresent());
    custom
        .child("ExitCodes")
        .map(list -> list.all("ExitCode"))
        .orElse(List.of())
        .forEach(code -> {
          Optional<Meaning> meaning =
              DigestXmlReader.named(Meaning.class, code.attribute("Class"))
                  .filter(its -> !listed || its == Meaning.Failure);
          DigestXmlReader.number(code.attribute("Code"))
              .ifPresent(
                  number -> meaning.ifPresent(its -> meanings.putIfAbsent(number.intValue(), its)));
        });
    CODE_LISTS.forEach((list, meaning) ->
        named(install, list)
            .map(arg -> arg.all("Item"))
            .orElse(List.of())
            .forEach(item ->
                DigestXmlReader.number(item.text())
                    .ifPresent(number -> meanings.put(number.intValue(), meaning))));
    return new ExitCodes(meanings);
  }
}
