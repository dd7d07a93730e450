package dev.garrison.lab;

import dev.garrison.lab.adminservice.site.SiteFile;
import dev.garrison.lab.wsus.site.WsusFile;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keys of site files, with their meanings. */
final class SiteKeys {
  private static final Map<Class<? extends Record>, Section> SECTIONS = sections();

  /**
   * Keys of one kind of entry.
   *
   * @param title of the entry, in the documents
   * @param keys meaning by key
   */
  record Section(String title, Map<String, String> keys) {}

  private SiteKeys() {}

  static Map<Class<? extends Record>, Section> all() {
    return SECTIONS;
  }

  /** Records of which a site file consists, and their keys as the reader knows them. */
  static Map<Class<?>, List<String>> read() {
    Map<Class<?>, List<String>> read = new LinkedHashMap<>();
    collect(SiteFile.class, read);
    return read;
  }

  private static void collect(Class<?> type, Map<Class<?>, List<String>> read) {
    if (!type.isRecord() || read.containsKey(type)) {
      return;
    }
    List<String> keys = new ArrayList<>();
    read.put(type, keys);
    for (RecordComponent component : type.getRecordComponents()) {
      keys.add(component.getName());
      types(component.getGenericType()).forEach(each -> collect(each, read));
    }
  }

  private static Stream<Class<?>> types(Type type) {
    return switch (type) {
      case Class<?> plain -> Stream.of(plain);
      case ParameterizedType generic ->
          Stream.of(generic.getActualTypeArguments()).flatMap(SiteKeys::types);
      default -> Stream.empty();
    };
  }

  private static Map<Class<? extends Record>, Section> sections() {
    Map<Class<? extends Record>, Section> all = new LinkedHashMap<>();
    all.put(
        SiteFile.class,
        section(
            "The site",
            """
            code: Site code of the site that answers, such as `PS1`. An entry of `sites` has it.
            id: GUID of the hierarchy.
            providerVersion: Version of the SMS Provider.
            pageSize: Rows per page. Without it, lists aren't paged.
            lenientQueries: Takes `%24filter`, `+` for a space, and `%27` in a query. Otherwise they are refused.
            replicationSeconds: Additional time until a collection has its members, as on a central administration site.
            digestsAsSent: Keeps applications as they were sent. Otherwise as Microsoft's library writes them.
            pausableDeployments: A deployment can be changed by PUT. Otherwise PUT is refused.
            scepInstall: The Endpoint Protection client setting installs the old agent.
            signedScripts: The client setting Computer Agent requires signed scripts.
            endpointProtection: The site has the Endpoint Protection role, and clients report their antivirus.
            modeInventory: Hardware inventory has the class MSFT_MpComputerStatus.
            uninventoried: Classes that hardware inventory doesn't collect.
            sites: Sites of the hierarchy.
            updates: Updates of Configuration Manager.
            devices: Servers and clients.
            generated: Sizes of a generated site, instead of `devices`.
            collections: Device collections.
            groups: Distribution point groups.
            folders: Console folders.
            others: Applications of other administrators.
            wsus: WSUS servers.
            updatePoint: The software update point.
            """));
    all.put(
        SiteFile.Member.class,
        section(
            "`sites`",
            """
            code: Site code.
            name: Name of the site.
            type: 2 for a primary site, 4 for a central administration site.
            build: Build, such as 9078 for 2203.
            version: Version, such as 5.00.9078.1000.
            parent: Site code of the parent site; empty for the top site.
            """));
    all.put(
        SiteFile.Update.class,
        section(
            "`updates`",
            """
            guid: GUID of the update.
            name: Name, such as Configuration Manager 2203.
            fullVersion: Version of the site after it.
            clientVersion: Version of the clients after it.
            state: State as the console has it; 196612 is installed.
            history: The update is in the update history.
            """));
    all.put(
        SiteFile.Computer.class,
        section(
            "`devices`",
            """
            name: Name of the device.
            os: `2012`, `2012R2`, `2016`, `2019`, `1809`, `2022`, `2025`, `10` or `11`.
            client: Version of its Configuration Manager client. Without it, it has no client.
            window: Start of a general maintenance window every night, such as `22:00`.
            windowHours: Length of that window (default: 4).
            windows: Other maintenance windows.
            onboardedTo: Organization ID of the tenant to which its sensor reports from the start.
            minutes: Duration of an installation (default: 3).
            reboot: An installation requires a restart.
            exitCode: Exit code with which installations fail; 0 for success.
            tamperProtection: Tamper protection is on (default: true).
            losesPassive: Microsoft Defender Antivirus becomes active in spite of passive mode.
            overruled: A Group Policy sets ForceDefenderPassiveMode to 0.
            edrBlock: EDR in block mode is on.
            realTimeOff: A policy turns real-time protection off.
            passive: ForceDefenderPassiveMode is 1 from the start.
            oldSensor: The onboarded sensor is that of the Microsoft Monitoring Agent.
            antivirus: Security products of other vendors.
            undetected: An installation succeeds, but the detection method doesn't find it.
            inactive: The client is inactive.
            obsolete: The record of the device is obsolete.
            noInventory: The site has no hardware inventory of it.
            has: Services or updates that such a device doesn't have by default.
            lacks: Services or updates that it lacks.
            disabled: Services that don't start.
            revision: Last part of its build number.
            freeMegabytes: Free space on its system drive.
            restart: ClientState; not 0 while a restart is pending.
            workspaces: Workspaces of its Microsoft Monitoring Agent.
            """));
    all.put(
        SiteFile.Window.class,
        section(
            "`windows` of a device",
            """
            start: Start, such as `22:00`.
            hours: Length in hours, in addition to the minutes.
            minutes: Length in minutes, in addition to the hours.
            day: Day of the week, such as `saturday`. Without it, every day.
            only: `updates` or `tasks`. Without it, a general window.
            """));
    all.put(
        SiteFile.Product.class,
        section(
            "`antivirus` of a device",
            """
            product: Name of the product.
            service: Name of its service.
            program: Name in the list of installed programs.
            stopped: Its service doesn't run.
            sensor: It is a sensor only, and doesn't protect the device.
            """));
    all.put(
        SiteFile.Generated.class,
        section(
            "`generated`",
            """
            devices: Number of devices.
            collections: Number of collections.
            tenant: Organization ID to which most sensors report.
            deployment: Name of a deployment that ran on every device.
            description: Description of that deployment.
            """));
    all.put(
        SiteFile.Gathering.class,
        section(
            "`collections`",
            """
            name: Name of the collection.
            query: Query that selects its members.
            members: Names of its members, if it has no query.
            """));
    all.put(
        SiteFile.PointGroup.class,
        section(
            "`groups`",
            """
            name: Name of the group.
            points: Number of its distribution points.
            dead: Number of a point that never gets content, counted from 1; 0 for none.
            """));
    all.put(
        SiteFile.Folder.class,
        section(
            "`folders`",
            """
            name: Name of the folder.
            objectType: 5000 for device collections, 6000 for applications.
            """));
    all.put(
        SiteFile.Other.class,
        section(
            "`others`",
            """
            digest: Number of one of the lab's applications, such as `0014`.
            collection: Collection to which it is deployed.
            required: The deployment is required.
            """));
    all.put(
        SiteFile.UpdatePoint.class,
        section(
            "`updatePoint`",
            """
            server: Server with that role.
            sensors: Sensor version by device name. A device without the agent has none.
            releases: Generated releases of the sensor.
            """));
    all.put(
        SiteFile.Releases.class,
        section(
            "`releases` of `updatePoint`",
            """
            families: Families.
            channels: Channels.
            each: Number of releases for each family and channel.
            """));
    wsus(all);
    return all;
  }

  private static void wsus(Map<Class<? extends Record>, Section> all) {
    all.put(
        WsusFile.class,
        section(
            "`wsus`",
            """
            servers: The servers, upstream servers first.
            sensors: Sensor updates that Microsoft published.
            others: Other updates that Microsoft published.
            generated: Sizes of a generated catalog.
            """));
    all.put(
        WsusFile.Server.class,
        section(
            "`servers` of `wsus`",
            """
            name: Full DNS name.
            id: Server ID.
            version: Version of WSUS.
            upstream: Name of its upstream server. Without it, Microsoft Update.
            replica: It is a replica of its upstream server.
            softwareUpdatePoint: Configuration Manager controls it.
            language: Language of its messages (default: `en`).
            languages: Languages of its titles (default: English and its own).
            initialized: Its first configuration was finished (default: true).
            products: Titles of its products.
            classifications: Titles of its classifications.
            groups: Computer groups.
            rules: Automatic approval rules.
            approvals: Approvals of other administrators.
            computers: Computers that report to it.
            differences: Deviations from the usual behavior.
            """));
    all.put(
        WsusFile.Differences.class,
        section(
            "`differences` of a WSUS server",
            """
            prefixes: Namespace prefixes in types, such as `DECLARED_EACH`.
            extraColumns: Number of additional columns at the end of each row.
            zonedTimes: Times of rows end with Z.
            upperCaseGuids: Update XML has GUIDs in upper case.
            refusesCategories: A search by categories is refused.
            silentFailures: A failed synchronization has no reason.
            staleApprovals: Approvals don't move to new revisions.
            reporter: The account has only read access.
            """));
    all.put(
        WsusFile.Group.class,
        section(
            "`groups` of a WSUS server",
            """
            name: Name of the computer group.
            id: Its GUID.
            parent: Name of the parent group. Without it, All Computers.
            """));
    all.put(
        WsusFile.Rule.class,
        section(
            "`rules` of a WSUS server",
            """
            name: Name of the rule.
            enabled: The rule runs.
            products: Titles of its products; empty for all.
            classifications: Titles of its classifications; empty for all.
            groups: Computer groups for which it approves.
            """));
    all.put(
        WsusFile.Approved.class,
        section(
            "`approvals` of a WSUS server",
            """
            family: Family of the sensor update.
            version: Its version.
            channel: Its channel.
            group: Computer group.
            admin: Name of the administrator.
            """));
    all.put(
        WsusFile.Machine.class,
        section(
            "`computers` of a WSUS server",
            """
            name: Full DNS name.
            os: Operating system, as for devices.
            group: Its computer group.
            sensor: Version of its sensor. Without it, it has no agent.
            silent: It stopped reporting before the site started.
            """));
    all.put(
        WsusFile.Line.class,
        section(
            "`sensors` of `wsus`",
            """
            family: Family; empty for the unified agent.
            channel: Channel; empty for none.
            versions: Versions, oldest first, a month apart. The newest is a week old.
            """));
    all.put(
        WsusFile.Other.class,
        section(
            "`others` of `wsus`",
            """
            title: Title of the update.
            article: Number of its article.
            product: Title of its product.
            classification: Title of its classification.
            age: Age in days.
            """));
    all.put(
        WsusFile.Generated.class,
        section(
            "`generated` of `wsus`",
            """
            updates: Number of updates.
            seed: Seed; the same seed makes the same updates.
            computers: Number of additional computers on each server.
            """));
  }

  private static Section section(String title, String lines) {
    Map<String, String> keys = new LinkedHashMap<>();
    lines.lines().map(line -> line.split(": ", 2)).forEach(line -> keys.put(line[0], line[1]));
    return new Section(title, keys);
  }
}
