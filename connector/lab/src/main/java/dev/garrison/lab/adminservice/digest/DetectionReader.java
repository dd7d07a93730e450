package dev.garrison.lab.adminservice.digest;

import dev.garrison.lab.device.Comparison;
import dev.garrison.lab.device.Detection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Converts an EnhancedDetectionMethod to a test. A condition that the lab's devices cannot evaluate
 * is undecided; a reference to a missing setting and a comparison of different data types are
 * errors.
 */
final class DetectionReader {
  private static final String COUNT = "Count";
  private final XmlElement method;
  private final Map<String, XmlElement> settings = new HashMap<>();

  DetectionReader(XmlElement method) {
    this.method = method;
    for (XmlElement setting : method.at("Settings").children()) {
      if (settings.put(setting.attribute("LogicalName"), setting) != null) {
        throw new DigestException("two detection settings share one LogicalName");
      }
    }
  }

  Detection read() {
    return expression(method.at("Rule", "Expression"));
  }

  private Detection expression(XmlElement expression) {
    String operator = expression.at("Operator").text();
    XmlElement operands = expression.at("Operands");
    Optional<XmlElement> reference = operands.child("SettingReference");
    if (reference.isPresent()) {
      return clause(operator, reference.get(), operands.child("ConstantValue"));
    }
    List<Detection> parts = operands.children().stream().map(this::expression).toList();
    return switch (operator) {
      case "And" -> new Detection.AllOf(parts);
      case "Or" -> new Detection.OneOf(parts);
      default -> throw new DigestException("a group is And or Or, not " + operator);
    };
  }

  private Detection clause(String operator, XmlElement reference, Optional<XmlElement> constant) {
    String name = reference.attribute("SettingLogicalName");
    XmlElement setting =
        Optional.ofNullable(settings.get(name))
            .orElseThrow(() -> new DigestException("no detection setting is called " + name));
    String source = reference.attribute("SettingSourceType");
    String wanted = setting.name().equals("SimpleSetting") ? "Registry" : setting.name();
    if (!source.equals(wanted)) {
      throw new DigestException(
          "setting " + name + " is of type " + wanted + ", and the rule says " + source);
    }
    if (constant.isEmpty()) {
      return new Detection.Undecided();
    }
    if (!reference.attribute("DataType").equals(constant.get().attribute("DataType"))) {
      throw new DigestException("a clause and its constant have different data types");
    }
    String value = constant.get().attribute("Value");
    return switch (source) {
      case "Registry" -> registry(operator, reference, setting, value);
      case "RegistryKey" -> key(operator, reference, setting, value);
      default -> new Detection.Absent(operator.equals("Equals") && value.equals("0"));
    };
  }

  private static Detection registry(
      String operator, XmlElement reference, XmlElement setting, String constant) {
    XmlElement source = setting.at("RegistryDiscoverySource");
    if (!ofMachine(source)) {
      return new Detection.Undecided();
    }
    String key = source.at("Key").text();
    String valueName = source.at("ValueName").text();
    if (reference.attribute("Method").equals(COUNT)) {
      return constant.equals("0")
          ? presence(operator, true)
              .<Detection>map(wanted -> new Detection.ValueExists(key, valueName, !wanted))
              .orElse(new Detection.Undecided())
          : new Detection.Undecided();
    }
    if (reference.attribute("PropertyPath").equals("RegistryValueExists")) {
      return presence(operator, constant.equals("true"))
          .<Detection>map(wanted -> new Detection.ValueExists(key, valueName, wanted))
          .orElse(new Detection.Undecided());
    }
    if (!reference.attribute("DataType").equals(setting.attribute("DataType"))) {
      throw new DigestException("the data type of " + valueName + " differs in setting and rule");
    }
    return reference.attribute("PropertyPath").isEmpty()
        ? new Detection.ValueTest(
            key, valueName, new Comparison(operator, reference.attribute("DataType")), constant)
        : new Detection.Undecided();
  }

  private static Detection key(
      String operator, XmlElement reference, XmlElement setting, String constant) {
    boolean decided =
        ofMachine(setting) && reference.attribute("PropertyPath").equals("RegistryKeyExists");
    return presence(operator, constant.equals("true"))
        .filter(_ -> decided)
        .<Detection>map(wanted -> new Detection.KeyExists(setting.at("Key").text(), wanted))
        .orElse(new Detection.Undecided());
  }

  private static boolean ofMachine(XmlElement source) {
    return source.attribute("Hive").equals("HKEY_LOCAL_MACHINE");
  }

  /**
   * Presence that an operator and a constant require; empty for operators without a meaning here.
   */
  private static Optional<Boolean> presence(String operator, boolean constant) {
    return switch (operator) {
      case "Equals" -> Optional.of(constant);
      case "NotEquals" -> Optional.of(!constant);
      default -> Optional.empty();
    };
  }
}
