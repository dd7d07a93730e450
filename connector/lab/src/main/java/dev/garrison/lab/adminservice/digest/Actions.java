package dev.garrison.lab.adminservice.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Creates the actions of an installer from CustomData. Microsoft's library does the same at each
 * write; it does not read existing actions.
 *
 * @param installer without actions
 */
record Actions(XmlElement installer, XmlElement data) {
  private static final String CONTEXT = "ExecutionContext";
  private static final String INSTALL_FOLDER = "InstallFolder";

  List<XmlElement> all() {
    List<XmlElement> actions = new ArrayList<>();
    actions.add(detect());
    Optional<XmlElement> install = data.child("InstallContent");
    actions.add(run("InstallAction", "InstallCommandLine", INSTALL_FOLDER, install));
    if (!data.textOf("UninstallCommandLine").isEmpty()) {
      Optional<XmlElement> own = data.child("UninstallContent");
      Optional<XmlElement> uninstall =
          own.isEmpty() && data.textOf("UninstallSetting").equals("SameAsInstall") ? install : own;
      actions.add(run("UninstallAction", "UninstallCommandLine", "UninstallFolder", uninstall));
    }
    if (!data.textOf("RepairCommandLine").isEmpty()) {
      String folder = data.textOf("RepairFolder").isEmpty() ? INSTALL_FOLDER : "RepairFolder";
      actions.add(run("RepairAction", "RepairCommandLine", folder, install));
    }
    return actions;
  }

  private XmlElement detect() {
    List<XmlElement> arguments = new ArrayList<>();
    arguments.add(argument(CONTEXT, "String", context()));
    return switch (data.textOf("DetectionMethod")) {
      case "Enhanced" -> {
        arguments.add(
            argument(
                "MethodBody", "String", XmlWriting.document(data.at("EnhancedDetectionMethod"))));
        yield action("DetectAction", "Local", arguments, Optional.empty());
      }
      case "Script" -> {
        XmlElement script = data.at("DetectionScript");
        arguments.add(argument("ScriptType", "Int32", type(script.attribute("Language"))));
        arguments.add(argument("ScriptBody", "String", script.text()));
        arguments.add(
            argument(
                "RunAs32Bit", "Boolean", script.attributes().getOrDefault("RunAs32Bit", "false")));
        yield action("DetectAction", "Script", arguments, Optional.empty());
      }
      default -> {
        arguments.add(argument("ProductCode", "String", data.at("ProductCode").text()));
        arguments.add(argument("PackageCode", "String", ""));
        arguments.add(argument("PatchCodes", "String[]", ""));
        yield action("DetectAction", "MSI", arguments, Optional.empty());
      }
    };
  }

  private static String type(String language) {
    return switch (language) {
      case "PowerShell" -> "0";
      case "VBScript" -> "1";
      default -> "2";
    };
  }

  private String context() {
    String context = installer.textOf(CONTEXT);
    return context.isEmpty() ? LibraryForm.defaultOf(CONTEXT).orElseThrow() : context;
  }

  private XmlElement run(String name, String command, String folder, Optional<XmlElement> content) {
    List<XmlElement> arguments = new ArrayList<>();
    arguments.add(argument("InstallCommandLine", "String", data.textOf(command)));
    arguments.add(argument("WorkingDirectory", "String", data.textOf(folder)));
    arguments.add(argument(CONTEXT, "String", context()));
    arguments.add(argument("RequiresLogOn", "String", capital(installer.textOf("RequiresLogOn"))));
    for (String part :
        List.of("RequiresElevatedRights", "RequiresUserInteraction", "RequiresReboot")) {
      arguments.add(argument(part, "Boolean", value(part)));
    }
    for (String part : List.of("UserInteractionMode", "PostInstallBehavior")) {
      arguments.add(argument(part, "String", value(part)));
    }
    for (String part : List.of("ExecuteTime", "MaxExecuteTime")) {
      arguments.add(argument(part, "Int32", value(part)));
    }
    arguments.add(argument("RunAs32Bit", "Boolean", value("RedirectCommandLine")));
    arguments.add(codes("SuccessExitCodes", "Success"));
    arguments.add(codes("RebootExitCodes", "SoftReboot"));
    arguments.add(codes("HardRebootExitCodes", "HardReboot"));
    arguments.add(codes("FastRetryExitCodes", "FastRetry"));
    return action(name, installer.attribute("Technology"), arguments, content);
  }

  private static String capital(String truth) {
    return truth.isEmpty()
        ? ""
        : truth.substring(0, 1).toUpperCase(Locale.ROOT) + truth.substring(1);
  }

  private String value(String part) {
    return data.child(part)
        .map(XmlElement::text)
        .or(() -> LibraryForm.defaultOf(part))
        .orElseThrow(() -> new IllegalStateException("no default of " + part));
  }

  private XmlElement codes(String name, String meaning) {
    return argument(name, "Int32[]", "")
        .withChildren(
            data.child("ExitCodes").stream()
                .flatMap(codes -> codes.children("ExitCode"))
                .filter(code -> code.attribute("Class").equals(meaning))
                .map(code -> XmlElement.of("Item", code.attribute("Code")))
                .toList());
  }

  private static XmlElement argument(String name, String type, String text) {
    return XmlElement.of("Arg", text).with("Name", name).with("Type", type);
  }

  private static XmlElement action(
      String name, String provider, List<XmlElement> arguments, Optional<XmlElement> content) {
    List<XmlElement> parts = new ArrayList<>();
    parts.add(XmlElement.of("Provider", provider));
    parts.add(XmlElement.of("Args", arguments));
    content.ifPresent(used ->
        parts.add(
            XmlElement.of(
                "Contents",
                List.of(
                    XmlElement.of("Content", "")
                        .with("ContentId", used.attribute("ContentId"))
                        .with("Version", used.attribute("Version"))))));
    return XmlElement.of(name, parts);
  }
}
