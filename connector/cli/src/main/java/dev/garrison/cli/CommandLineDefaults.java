package dev.garrison.cli;

import dev.garrison.language.Language;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Values of options that the user's environment sets.
 *
 * <p>An option on the command line comes before them, and they come before Garrison's own defaults.
 *
 * @param manifest for {@code --manifest}
 * @param state for {@code --state}
 * @param colored whether colors are allowed; {@code --color} still asks for them
 * @param language of screens and diagnostics, where {@code --lang} names none
 */
public record CommandLineDefaults(
    Optional<String> manifest, Optional<String> state, boolean colored, Language language) {
  /**
   * Command that takes no variable.
   *
   * <p>The service runs as another account, and a variable of the person who updates it must not
   * change what it serves.
   */
  static final String EXEMPT = "garrison service install";

  /** Environment variable with the manifest. */
  public static final String MANIFEST = "GARRISON_MANIFEST";

  /** Defaults without any variable. */
  public static CommandLineDefaults none() {
    return new CommandLineDefaults(Optional.empty(), Optional.empty(), true, Language.ENGLISH);
  }

  IDefaultValueProvider provider() {
    return this::value;
  }

  /** Whether a command line took its manifest from the environment. */
  boolean isManifestOf(ParseResult parsed) {
    return manifest.isPresent()
        && parsed.asCommandLineList().stream()
            .noneMatch(line -> line.getParseResult().hasMatchedOption("--manifest"));
  }

  private @Nullable String value(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)
        || option.command().qualifiedName().equals(EXEMPT)) {
      return null;
    }
    return switch (option.longestName()) {
      case "--manifest" -> manifest.orElse(null);
      case "--state" -> state.orElse(null);
      case "--color" -> colored ? null : "never";
      default -> null;
    };
  }
}
