package dev.garrison.lab.adminservice.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Fleet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Classes of hardware inventory that have several rows per device. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source =
        "learn.microsoft.com/intune/configmgr/core/clients/manage/inventory/resource-explorer-classes",
    says =
        "Installed updates and logical disks come from Win32_QuickFixEngineering and SMS_LogicalDisk; the lab has the properties that its devices know.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "learn.microsoft.com/previous-versions/system-center/developer/cc143232",
    says =
        "GroupID distinguishes the rows of one device, as in every such class; updates"
            + " are in the lab's inventory although a site does not collect them by default.")
final class InventoryRows {
  private static final Provenance SOURCE =
      Provenance.documented(
          "learn.microsoft.com/intune/configmgr/core/clients/manage/inventory/resource-explorer-classes");
  private static final int DISK_MEGABYTES = 81_920;
  private static final int FIXED = 3;

  private final Fleet fleet;

  InventoryRows(Fleet fleet) {
    this.fleet = fleet;
  }

  Stream<FixedRows> classes() {
    return Stream.of(
        of("SMS_G_System_QUICK_FIX_ENGINEERING", InventoryRows::updates),
        of("SMS_G_System_LOGICAL_DISK", InventoryRows::disks));
  }

  private FixedRows of(String type, Function<Device, List<Rows>> rows) {
    return new FixedRows(type, SOURCE, () -> rows(fleet, rows));
  }

  /** Devices that send inventory. */
  static Stream<Device> devices(Fleet fleet) {
    return IntStream.range(0, fleet.size()).mapToObj(fleet::at).filter(Device::isInventoried);
  }

  /** Rows of all devices that send inventory. */
  static Stream<ObjectNode> rows(Fleet fleet, Function<Device, List<Rows>> rows) {
    return devices(fleet)
        .flatMap(device -> {
          List<Rows> some = rows.apply(device);
          return IntStream.range(0, some.size())
              .mapToObj(index ->
                  some.get(index)
                      .set("ResourceID", device.resourceId())
                      .set("GroupID", index + 1)
                      .done());
        });
  }

  private static List<Rows> updates(Device device) {
    return device.condition().updates().stream()
        .map(number -> Rows.row().set("HotFixID", number).set("Description", "Update"))
        .toList();
  }

  private static List<Rows> disks(Device device) {
    return List.of(
        Rows.row()
            .set("DeviceID", "C:")
            .set("DriveType", FIXED)
            .set("FreeSpace", device.condition().freeMegabytes())
            .set("Size", DISK_MEGABYTES));
  }
}
