package dev.garrison.manifest.draft;

import dev.garrison.diagnostic.Worded;
import java.util.Arrays;
import java.util.List;

/**
 * Answers that a first manifest needs, in the order of asking. {@code garrison init} takes them
 * from options or asks, and {@code garrison import} takes those that the site doesn't give.
 */
public enum FirstAnswer implements Worded {
  NAME(
      "NAME",
      "Name of the manifest, in a to z, 0 to 9 and dashes; it cannot change later",
      "",
      "contoso-prod",
      "Name of the manifest: of the one to rebuild, or a new one"),
  SITE_CODE("CODE", "Site code", "", "PS1", "Refuse any other site"),
  PROVIDER(
      "URL",
      "Address of the AdminService, such as https://cm01.contoso.example/AdminService",
      "",
      "https://cm01.contoso.example/AdminService",
      ""),
  PUBLISH_TO(
      "PLACE",
      "Where Garrison writes content: smb://HOST/SHARE/FOLDER or folder:PATH",
      "smb://fs01.contoso.example/mde$"),
  CONTENT_SOURCE(
      "UNC",
      "The same place as the site server reads it, such as \\\\fs01.contoso.example\\mde$",
      "\\\\fs01.contoso.example\\mde$"),
  ORG_ID(
      "GUID",
      "Organisation id of the Defender for Endpoint tenant",
      "",
      "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2",
      "The tenant, instead of the one that is found"),
  LIMITING_COLLECTION(
      "NAME", "Existing collection that limits those of Garrison", "limiting collection"),
  DISTRIBUTION_GROUP("NAME", "Distribution point group for the content", "group"),
  RING_NAME("NAME", "Name of the first ring", "pilot", "pilot", ""),
  RING_COLLECTION(
      "NAME",
      "Existing collection with the servers of this ring",
      "",
      "collection of the ring",
      "Collection of the first ring, where nothing is deployed yet"),
  MAX_DEVICES("COUNT", "Most servers that the ring may hold", "25", "25", ""),
  DEADLINE("WHEN", "Deadline after the ring opens", "+3d 22:00", "+3d 22:00", ""),
  ANTIVIRUS("MODE", "Microsoft Defender Antivirus on these servers: active or passive", "active"),
  SAMPLE_SHARING("SAMPLES", "May servers send suspicious files to Microsoft: none or all", "none"),
  CLIENT_SETTING("NAME", "", "", "", "The client setting that brings the MDE client"),
  ONBOARDING_POLICY("NAME", "", "", "", "The policy that onboards");

  private final String label;
  private final String ofInit;
  private final String suggestion;
  private final String sample;
  private final String ofImport;

  /** An answer without a suggestion, in the same words for both commands. */
  FirstAnswer(String label, String words, String sample) {
    this(label, words, "", sample, words);
  }

  /** An answer with words for each command, empty for a command that doesn't take it. */
  FirstAnswer(String label, String ofInit, String suggestion, String sample, String ofImport) {
    this.label = label;
    this.ofInit = ofInit;
    this.suggestion = suggestion;
    this.sample = sample;
    this.ofImport = ofImport;
  }

  /** The answers that {@code garrison init} needs. */
  static List<FirstAnswer> asked() {
    return Arrays.stream(values()).filter(answer -> !answer.ofInit.isEmpty()).toList();
  }

  /** The option that gives the answer, such as {@code --site-code}. */
  public String flag() {
    return "--" + word();
  }

  /** The placeholder of the option's value. */
  public String label() {
    return label;
  }

  /** The words of {@code garrison init}, without a full stop; empty if it doesn't take it. */
  public String ofInit() {
    return ofInit;
  }

  /** The words of {@code garrison import}, without a full stop; empty if it doesn't take it. */
  public String ofImport() {
    return ofImport;
  }

  /** The answer that {@code garrison init} takes if none is given; empty if one must be given. */
  public String suggestion() {
    return suggestion;
  }

  /** An answer that the reader accepts, used while other answers are tried. */
  String sample() {
    return sample;
  }
}
