package dev.garrison.lab.adminservice.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sixteen arguments of an install or uninstall action, which must say the same as CustomData.
 *
 * @see <a href="https://github.com/dustinestes/MECM_Toolkit">MECM_Toolkit: recorded digest</a>
 */
final class InstallArguments {
  private static final List<String> ORDER =
      List.of(
          "InstallCommandLine String",
          "WorkingDirectory String",
          "ExecutionContext String",
          "RequiresLogOn String",
          "RequiresElevatedRights Boolean",
          "RequiresUserInteraction Boolean",
          "RequiresReboot Boolean",
          "UserInteractionMode String",
          "PostInstallBehavior String",
          "ExecuteTime Int32",
          "MaxExecuteTime Int32",
          "RunAs32Bit Boolean",
          "SuccessExitCodes Int32[]",
          "RebootExitCodes Int32[]",
          "HardRebootExitCodes Int32[]",
          "FastRetryExitCodes Int32[]");
  private static final Map<String, String> CLASSES =
      Map.of(
          "SuccessExitCodes", "Success",
          "RebootExitCodes", "SoftReboot",
          "HardRebootExitCodes", "HardReboot",
          "FastRetryExitCodes", "FastRetry");

  private final Map<String, XmlElement> arguments = new TreeMap<>();

  InstallArguments(XmlElement action) {
    List<String> found = new ArrayList<>();
    for (XmlElement argument : action.at("Args").children()) {
      found.add(argument.attribute("Name") + " " + argument.attribute("Type"));
      arguments.put(argument.attribute("Name"), argument);
      checkValue(argument);
    }
    if (!found.equals(ORDER)) {
      throw new DigestException(
          "the arguments of " + action.name() + " are wrong or out of order: " + found);
    }
  }

  private static void checkValue(XmlElement argument) {
    String type = argument.attribute("Type");
    String text = argument.text();
    boolean fits =
        switch (type) {
          case "Boolean" -> text.equals("true") || text.equals("false");
          case "Int32" -> text.matches("-?\\d{1,9}");
          case "Int32[]" ->
              text.isBlank()
                  && argument.children().stream()
                      .allMatch(item -> item.text().matches("-?\\d{1,10}"));
          default -> argument.children().isEmpty();
        };
    if (!fits) {
      throw new DigestException(
          "argument " + argument.attribute("Name") + " is not of type " + type);
    }
  }

  /** Command, times and exit codes stand in CustomData a second time. */
  void agreeWith(XmlElement customData, String commandElement) {
    same("InstallCommandLine", customData.textOf(commandElement));
    for (String name : List.of("ExecuteTime", "MaxExecuteTime", "UserInteractionMode")) {
      same(name, customData.textOf(name));
    }
    Map<Integer, String> second = exitCodes(customData);
    second.values().removeIf(value -> value.equals("Failure"));
    if (!second.equals(exitCodes())) {
      throw new DigestException(
          "exit codes differ: Args say " + exitCodes() + " and CustomData says " + second);
    }
  }

  private XmlElement argument(String name) {
    XmlElement argument = arguments.get(name);
    if (argument == null) {
      throw new DigestException("there is no argument " + name);
    }
    return argument;
  }

  private void same(String name, String second) {
    String first = argument(name).text();
    if (!first.equals(second)) {
      throw new DigestException(
          name + " differs: Args say '" + first + "' and CustomData says '" + second + "'");
    }
  }

  private Map<Integer, String> exitCodes() {
    Map<Integer, String> codes = new TreeMap<>();
    CLASSES.forEach((name, meaning) ->
        argument(name)
            .children()
            .forEach(item -> codes.put((int) Long.parseLong(item.text()), meaning)));
    return codes;
  }

  /** The exit codes of CustomData. */
  static Map<Integer, String> exitCodes(XmlElement customData) {
    Map<Integer, String> codes = new TreeMap<>();
    for (XmlElement code : customData.at("ExitCodes").children()) {
      if (!code.attribute("Code").matches("-?\\d{1,10}")) {
        throw new DigestException("exit code '" + code.attribute("Code") + "' is not a number");
      }
      codes.put((int) Long.parseLong(code.attribute("Code")), code.attribute("Class"));
    }
    return codes;
  }
}
