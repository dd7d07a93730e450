package dev.garrison.lab.adminservice.pivot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** CMPivot entities that the lab supports, with their columns. */
enum PivotEntity {
  DEVICE("Device", false, "Device"),
  REGISTRY("Registry", true, "Device", "Property", "Value"),
  SERVICE("Service", false, "Device", "Name", "State", "StartMode"),
  FILE("File", true, "Device", "FileName", "Version", "Size"),
  EP_STATUS(
      "EPStatus",
      false,
      "Device",
      "AMRunningMode",
      "AMProductVersion",
      "RealTimeProtectionEnabled"),
  QUICK_FIX_ENGINEERING("QuickFixEngineering", false, "Device", "HotFixID"),
  OPERATING_SYSTEM("OperatingSystem", false, "Device", "Caption", "Version");

  private final String word;
  private final boolean argument;
  private final String columns;

  PivotEntity(String word, boolean argument, String... columns) {
    this.word = word;
    this.argument = argument;
    this.columns = String.join(" ", columns);
  }

  static Optional<PivotEntity> of(String word) {
    return Arrays.stream(values()).filter(entity -> entity.word.equals(word)).findFirst();
  }

  /** Name in queries. */
  String word() {
    return word;
  }

  /** Whether it takes a path. */
  boolean takesArgument() {
    return argument;
  }

  List<String> columns() {
    return List.of(columns.split(" ", -1));
  }
}
