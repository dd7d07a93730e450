package dev.garrison.lab.adminservice.site;

import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.softwareupdate.SoftwareUpdates;
import dev.garrison.lab.device.AntivirusTraits;
import dev.garrison.lab.device.Contact;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.GeneratedFleet;
import dev.garrison.lab.device.InstallTraits;
import dev.garrison.lab.device.ListedFleet;
import dev.garrison.lab.device.MaintenanceWindow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Devices and collections that a site has at the start. */
public final class SiteStart {
  private final SiteFile file;
  private final List<Device> listed = new ArrayList<>();

  /**
   * Limit of rules of a collection, because half a million rules would use most of the site's
   * memory.
   */
  private static final int MOST_RULES = 1000;

  /** Reads the initial devices of a site. */
  public SiteStart(SiteFile file) {
    this.file = file;
    file.allDevices().forEach(computer -> listed.add(device(listed.size(), computer)));
  }

  private static Device device(int index, SiteFile.Computer computer) {
    Integer minutes = computer.minutes();
    Boolean tamper = computer.tamperProtection();
    return new Device(
        index,
        computer.name(),
        computer.os(),
        Optional.ofNullable(computer.client()),
        computer.allWindows(),
        Optional.ofNullable(computer.onboardedTo()),
        new Contact(!computer.inactive(), computer.obsolete(), !computer.noInventory()),
        new InstallTraits(
            minutes == null ? InstallTraits.COMMON.minutes() : minutes,
            computer.reboot(),
            computer.exitCode(),
            computer.undetected()),
        new AntivirusTraits(
            tamper == null ? AntivirusTraits.COMMON.tamperProtected() : tamper,
            computer.losesPassive(),
            computer.overruled(),
            computer.edrBlock(),
            computer.realTimeOff(),
            computer.passive(),
            computer.oldSensor()),
        computer.condition(),
        computer.others());
  }

  /** Devices that the file lists; none for a generated site. */
  public List<Device> listedDevices() {
    return List.copyOf(listed);
  }

  /** All devices. */
  public Fleet fleet() {
    return file.sizes()
        .<Fleet>map(
            sizes -> new GeneratedFleet(sizes.devices(), file.own().version(), sizes.tenant()))
        .orElseGet(() -> new ListedFleet(listed));
  }

  /** Adds the collections, already evaluated. */
  public void fill(Collections collections) {
    for (SiteFile.Gathering gathering : file.allCollections()) {
      if (gathering.wql().isPresent()) {
        collections.addReady(gathering.name(), gathering.wql().get());
      } else {
        BitSet members = members(gathering.members() == null ? List.of() : gathering.members());
        Map<String, Long> ids = new LinkedHashMap<>();
        members.stream()
            .mapToObj(listed::get)
            .forEach(device -> ids.put(device.name(), device.resourceId()));
        collections.addReady(gathering.name(), members, ids);
      }
    }
    file.sizes().ifPresent(sizes -> generate(collections, sizes));
    windows(fleet(), collections);
  }

  /** Adds one collection for each window, with the devices that have it. */
  private static void windows(Fleet fleet, Collections collections) {
    Map<MaintenanceWindow, BitSet> all = new LinkedHashMap<>();
    for (int index = 0; index < fleet.size(); index++) {
      for (MaintenanceWindow window : fleet.at(index).windows()) {
        all.computeIfAbsent(window, _ -> new BitSet()).set(index);
      }
    }
    all.forEach((window, members) -> {
      Map<String, Long> ids = new LinkedHashMap<>();
      members.stream()
          .limit(MOST_RULES)
          .mapToObj(fleet::at)
          .forEach(device -> ids.put(device.name(), device.resourceId()));
      collections.addReady(window, members, ids);
    });
  }

  /** Adds the updates that the software update point has synchronized. */
  public void fill(SoftwareUpdates updates) {
    if (file.softwareUpdatePoint().isEmpty()) {
      return;
    }
    file.updateServers()
        .ifPresent(servers ->
            servers
                .sensors()
                .forEach(line -> updates.line(line.family(), line.channel(), line.versions())));
    file.softwareUpdatePoint()
        .flatMap(SiteFile.UpdatePoint::more)
        .ifPresent(more ->
            more.families()
                .forEach(family ->
                    more.channels()
                        .forEach(channel -> updates.line(family, channel, versions(more.each())))));
  }

  private static List<String> versions(int count) {
    return IntStream.range(0, count).mapToObj("10.8700.%d.1000"::formatted).toList();
  }

  private BitSet members(List<String> names) {
    BitSet members = new BitSet();
    for (Device device : listed) {
      if (names.contains(device.name())) {
        members.set(device.index());
      }
    }
    return members;
  }

  /**
   * Adds a collection of all devices, and slices of the fleet. Device i is in collection i modulo
   * their number. Only the first device has a rule, because half a million rules would use most of
   * the site's memory.
   */
  private static void generate(Collections collections, SiteFile.Generated sizes) {
    for (int number = 0; number < sizes.collections(); number++) {
      BitSet members = new BitSet(sizes.devices());
      for (int index = number; index < sizes.devices(); index += sizes.collections()) {
        members.set(index);
      }
      String name = String.format(Locale.ROOT, "Slice %03d", number);
      collections.addReady(name, members, Map.of(name, Device.FIRST_RESOURCE_ID + number));
    }
    BitSet all = new BitSet(sizes.devices());
    all.set(0, sizes.devices());
    collections.addReady("Every device", all, Map.of("LAB000000", Device.FIRST_RESOURCE_ID));
  }
}
