package dev.garrison.cli;

import dev.garrison.diagnostic.Worded;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Answers that a first manifest needs, as options of {@code garrison init} and {@code garrison
 * import}. Their values are not judged here.
 */
public enum FirstAnswer implements Worded {
  NAME(
      "NAME",
      "Name of the manifest, in a to z, 0 to 9 and dashes. It cannot change later.",
      "Name of the manifest: of the one to rebuild, or a new one."),
  SITE_CODE("CODE", "Site code.", "Refuse any other site."),
  PROVIDER("URL", "Address of the AdminService.", ""),
  PUBLISH_TO("PLACE", "How Garrison writes content: smb://HOST/SHARE/FOLDER or folder:PATH."),
  CONTENT_SOURCE("UNC", "The same place as the site server reads it."),
  ORG_ID(
      "GUID",
      "Organisation id of the Defender for Endpoint tenant.",
      "The tenant, instead of the one that is found."),
  LIMITING_COLLECTION(
      "NAME",
      "Existing collection that limits those of Garrison.",
      "Collection that limits those of Garrison."),
  DISTRIBUTION_GROUP("NAME", "Distribution point group for the content."),
  RING_NAME("NAME", "Name of the first ring; pilot unless given.", ""),
  RING_COLLECTION(
      "NAME",
      "Existing collection with the servers of this ring.",
      "Collection of the first ring, where nothing is deployed yet."),
  MAX_DEVICES("COUNT", "The ring never holds more servers; 25 unless given.", ""),
  DEADLINE("WHEN", "After the ring opens: +3d 22:00 unless given.", ""),
  ANTIVIRUS("MODE", "Microsoft Defender Antivirus on these servers: active or passive."),
  SAMPLE_SHARING("SAMPLES", "May servers send suspicious files to Microsoft: none or all."),
  CLIENT_SETTING("NAME", "", "The client setting that brings the MDE client."),
  ONBOARDING_POLICY("NAME", "", "The policy that onboards.");

  private final String label;
  private final String ofInit;
  private final String ofImport;

  FirstAnswer(String label, String description) {
    this(label, description, description);
  }

  /** An answer that the two commands describe differently; empty for a command without it. */
  FirstAnswer(String label, String ofInit, String ofImport) {
    this.label = label;
    this.ofInit = ofInit;
    this.ofImport = ofImport;
  }

  /** The options of {@code garrison init}. */
  static final class OfInit implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      return added(command, answer -> answer.ofInit);
    }
  }

  /** The options of {@code garrison import}: what cannot be read from the site. */
  public static final class OfImport implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      return added(command, answer -> answer.ofImport);
    }
  }

  private static CommandSpec added(CommandSpec command, Function<FirstAnswer, String> description) {
    for (FirstAnswer answer : values()) {
      String text = description.apply(answer);
      if (!text.isEmpty()) {
        command.addOption(
            OptionSpec.builder(answer.flag())
                .paramLabel(answer.label)
                .description(text)
                .type(String.class)
                .build());
      }
    }
    return command;
  }

  private String flag() {
    return "--" + word();
  }

  /** The answers given to a command, by option. */
  public static Map<String, String> given(CommandSpec command) {
    Map<String, String> given = new LinkedHashMap<>();
    for (FirstAnswer answer : values()) {
      OptionSpec option = command.findOption(answer.flag());
      String value = option == null ? null : option.getValue();
      if (value != null) {
        given.put(answer.flag(), value);
      }
    }
    return given;
  }
}
