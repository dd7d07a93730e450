package dev.garrison.cli.takeover;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the site may not say. Asked for only where it is missing. */
final class ImportAnswers {
  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the manifest: of the one to rebuild, or a new one.")
  private @Nullable String name;

  @Option(names = "--site-code", paramLabel = "CODE", description = "Refuse any other site.")
  private @Nullable String siteCode;

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
      description = "The tenant, instead of the one that is found.")
  private @Nullable String orgId;

  @Option(
      names = "--limiting-collection",
      paramLabel = "NAME",
      description = "Collection that limits those of Garrison.")
  private @Nullable String limitingCollection;

  @Option(
      names = "--distribution-group",
      paramLabel = "NAME",
      description = "Distribution point group for the content.")
  private @Nullable String distributionGroup;

  @Option(
      names = "--ring-collection",
      paramLabel = "NAME",
      description = "Collection of the first ring, where nothing is deployed yet.")
  private @Nullable String ringCollection;

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

  @Option(
      names = "--client-setting",
      paramLabel = "NAME",
      description = "The client setting that brings the MDE client.")
  private @Nullable String clientSetting;

  @Option(
      names = "--onboarding-policy",
      paramLabel = "NAME",
      description = "The policy that onboards.")
  private @Nullable String onboardingPolicy;

  /** What was given, by option. */
  Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "--name", name);
    put(given, "--site-code", siteCode);
    put(given, "--publish-to", publishTo);
    put(given, "--content-source", contentSource);
    put(given, "--org-id", orgId);
    put(given, "--limiting-collection", limitingCollection);
    put(given, "--distribution-group", distributionGroup);
    put(given, "--ring-collection", ringCollection);
    put(given, "--antivirus", antivirus);
    put(given, "--sample-sharing", sampleSharing);
    put(given, "--client-setting", clientSetting);
    put(given, "--onboarding-policy", onboardingPolicy);
    return given;
  }

  private static void put(Map<String, String> given, String option, @Nullable String value) {
    if (value != null) {
      given.put(option, value);
    }
  }
}
