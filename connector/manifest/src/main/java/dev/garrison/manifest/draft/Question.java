package dev.garrison.manifest.draft;

/** Questions to be answered before a first manifest can be written, in the order of asking. */
enum Question {
  NAME("--name", "Name of this manifest; it cannot change later", "", "contoso-prod"),
  SITE_CODE("--site-code", "Site code", "", "PS1"),
  PROVIDER(
      "--provider",
      "Address of the AdminService, such as https://cm01.contoso.example/AdminService",
      "",
      "https://cm01.contoso.example/AdminService"),
  PUBLISH_TO(
      "--publish-to",
      "Where Garrison writes content: smb://HOST/SHARE/FOLDER or folder:PATH",
      "",
      "smb://fs01.contoso.example/mde$"),
  CONTENT_SOURCE(
      "--content-source",
      "The same place as the site server reads it, such as \\\\fs01.contoso.example\\mde$",
      "",
      "\\\\fs01.contoso.example\\mde$"),
  ORG_ID(
      "--org-id",
      "Organisation id of the Defender for Endpoint tenant",
      "",
      "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2"),
  LIMITING_COLLECTION(
      "--limiting-collection",
      "Existing collection that limits those of Garrison",
      "",
      "limiting collection"),
  DISTRIBUTION_GROUP(
      "--distribution-group", "Distribution point group for the content", "", "group"),
  RING_NAME("--ring-name", "Name of the first ring", "pilot", "pilot"),
  RING_COLLECTION(
      "--ring-collection",
      "Existing collection with the servers of this ring",
      "",
      "collection of the ring"),
  MAX_DEVICES("--max-devices", "The ring never holds more servers than", "25", "25"),
  DEADLINE("--deadline", "Deadline after the ring opens", "+3d 22:00", "+3d 22:00"),
  ANTIVIRUS(
      "--antivirus",
      "Microsoft Defender Antivirus on these servers: active or passive",
      "",
      "active"),
  SAMPLE_SHARING(
      "--sample-sharing",
      "May servers send suspicious files to Microsoft: none or all",
      "",
      "none");

  private final String flag;
  private final String words;
  private final String suggestion;
  private final String sample;

  Question(String flag, String words, String suggestion, String sample) {
    this.flag = flag;
    this.words = words;
    this.suggestion = suggestion;
    this.sample = sample;
  }

  /** Command-line option that answers the question. */
  String flag() {
    return flag;
  }

  String words() {
    return words;
  }

  /** Default answer; empty if the user must decide. */
  String suggestion() {
    return suggestion;
  }

  /** Answer that the reader accepts, used while other answers are tried. */
  String sample() {
    return sample;
  }
}
