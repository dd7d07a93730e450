package dev.garrison.lab.adminservice.digest;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Arguments of an action, which determine what a client runs. A missing argument has its default.
 *
 * @see <a href="https://github.com/dustinestes/MECM_Toolkit">MECM_Toolkit: recorded digest</a>
 */
final class InstallArguments {
  private static final Map<String, String> CLASSES =
      Map.of(
          "SuccessExitCodes", "Success",
          "RebootExitCodes", "SoftReboot",
          "HardRebootExitCodes", "HardReboot",
          "FastRetryExitCodes", "FastRetry");

  private final Map<String, XmlElement> arguments = new TreeMap<>();

  InstallArguments(XmlElement action) {
    for (XmlElement argument : action.at("Args").children()) {
      String name = argument.attribute("Name");
      if (arguments.put(name, argument) != null && !name.isEmpty()) {
        throw new DigestException(action.name() + " has the argument " + name + " twice");
      }
    }
  }

  String text(String name) {
    return Optional.ofNullable(arguments.get(name))
        .map(XmlElement::text)
        .or(() -> LibraryForm.defaultOf(name))
        .orElse("");
  }

  int number(String name) {
    String text = text(name);
    if (!text.matches("\\d{1,9}")) {
      throw new DigestException("argument " + name + " is not a number: '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  /** Class by exit code. */
  Map<Integer, String> exitCodes() {
    Map<Integer, String> codes = new TreeMap<>();
    CLASSES.forEach((name, meaning) -> {
      XmlElement list = arguments.get(name);
      if (list != null) {
        list.children().forEach(item -> codes.put(code(name, item.text()), meaning));
      }
    });
    return codes;
  }

  private static int code(String name, String text) {
    if (!text.matches("-?\\d{1,10}")) {
      throw new DigestException("argument " + name + " has '" + text + "', which is no exit code");
    }
    return (int) Long.parseLong(text);
  }
}
