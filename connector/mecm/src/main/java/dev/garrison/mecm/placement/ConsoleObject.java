package dev.garrison.mecm.placement;

import dev.garrison.language.Text;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kinds of objects in a console folder that Garrison makes. Keys are an application's ModelName and
 * a collection's CollectionID.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/console/sms_objectcontainernode-server-wmi-class">SMS_ObjectContainerNode,
 *     ObjectType</a>
 */
public enum ConsoleObject {
  APPLICATION(
      "application", 6000, "console-place.applications", "Get-CMApplication -Fast", "Application"),
  COLLECTION(
      "collection",
      5000,
      "console-place.collections",
      "Get-CMDeviceCollection",
      "DeviceCollection");

  private final String kind;
  private final int folderNumber;
  private final String console;
  private final String cmdlet;
  private final String drive;

  ConsoleObject(String kind, int folderNumber, String console, String cmdlet, String drive) {
    this.kind = kind;
    this.folderNumber = folderNumber;
    this.console = console;
    this.cmdlet = cmdlet;
    this.drive = drive;
  }

  /** The kind in the addresses of such objects. */
  String kind() {
    return kind;
  }

  /** ObjectType of folders that hold such objects. */
  int folderNumber() {
    return folderNumber;
  }

  /** The path to the root of such folders in the console. */
  Text console() {
    return Text.of(console);
  }

  /** The cmdlet that gets such an object. */
  String cmdlet() {
    return cmdlet;
  }

  /** The folder of such objects on a site's PowerShell drive. */
  String drive() {
    return drive;
  }

  static Optional<ConsoleObject> ofKind(String kind) {
    return Stream.of(values()).filter(each -> each.kind.equals(kind)).findFirst();
  }

  static Optional<ConsoleObject> ofFolder(long number) {
    return Stream.of(values()).filter(each -> each.folderNumber == number).findFirst();
  }
}
