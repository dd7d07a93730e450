package dev.garrison.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The answers of {@code garrison init} that come as options. Their values are not judged here. */
final class InitOptions {
  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the manifest, in a to z, 0 to 9 and dashes. It cannot change later.")
  private @Nullable String name;

  @Option(names = "--site-code", paramLabel = "CODE", description = "Site code.")
  private @Nullable String siteCode;

  @Option(names = "--provider", paramLabel = "URL", description = "Address of the AdminService.")
  private @Nullable String provider;

  @Option(
      names = "--publish-to",
      paramLabel = "PLACE",
      description = "How Garrison writes content: smb://HOST/SHARE/FOLDER or folder:PATH.")
  private @Nullable String publishTo;

  @Option(
      names = "--content-source",
      paramLabel = "UNC",
      description = "The same place as the site server reads it.")
  private @Nullable String contentSource;

  @Option(
      names = "--org-id",
      paramLabel = "GUID",
      description = "Organisation id of the Defender for Endpoint tenant.")
  private @Nullable String orgId;

  @Option(
      names = "--limiting-collection",
      paramLabel = "NAME",
      description = "Existing collection that limits those of Garrison.")
  private @Nullable String limitingCollection;

  @Option(
      names = "--distribution-group",
      paramLabel = "NAME",
      description = "Distribution point group for the content.")
  private @Nullable String distributionGroup;

  @Option(
      names = "--ring-name",
      paramLabel = "NAME",
      description = "Name of the first ring; pilot unless given.")
  private @Nullable String ringName;

  @Option(
      names = "--ring-collection",
      paramLabel = "NAME",
      description = "Existing collection with the servers of this ring.")
  private @Nullable String ringCollection;

  @Option(
      names = "--max-devices",
      paramLabel = "COUNT",
      description = "The ring never holds more servers; 25 unless given.")
  private @Nullable String maxDevices;

  @Option(
      names = "--deadline",
      paramLabel = "WHEN",
      description = "After the ring opens: +3d 22:00 unless given.")
  private @Nullable String deadline;

  @Option(
      names = "--antivirus",
      paramLabel = "MODE",
      description = "Microsoft Defender Antivirus on these servers: active or passive.")
  private @Nullable String antivirus;

  @Option(
      names = "--sample-sharing",
      paramLabel = "SAMPLES",
      description = "May servers send suspicious files to Microsoft: none or all.")
  private @Nullable String sampleSharing;

  /** What was given, by option. */
  Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "--name", name);
    put(given, "--site-code", siteCode);
    put(given, "--provider", provider);
    put(given, "--publish-to", publishTo);
    put(given, "--content-source", contentSource);
    put(given, "--org-id", orgId);
    put(given, "--limiting-collection", limitingCollection);
    put(given, "--distribution-group", distributionGroup);
    put(given, "--ring-name", ringName);
    put(given, "--ring-collection", ringCollection);
    put(given, "--max-devices", maxDevices);
    put(given, "--deadline", deadline);
    put(given, "--antivirus", antivirus);
    put(given, "--sample-sharing", sampleSharing);
    return given;
  }

  private static void put(Map<String, String> given, String option, @Nullable String value) {
    if (value != null) {
      given.put(option, value);
    }
  }
}
