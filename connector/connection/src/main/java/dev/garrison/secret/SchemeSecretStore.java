package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets by the scheme of their reference: {@code env:NAME}, {@code file:PATH}, {@code
 * command:/PATH ARGUMENT...} or {@code prompt:TEXT}. Variables and files are read anew each time; a
 * command is run and a person asked once for each reference, until the store is closed.
 */
public final class SchemeSecretStore implements SecretStore, AutoCloseable {
  private static final Duration COMMAND_DEADLINE = Duration.ofSeconds(30);

  private final Map<String, SecretSource> sources;
  private final List<RememberedSource> remembered;

  /**
   * A store over the environment, the file system, programs and a person.
   *
   * @param environment the process's variables
   * @param folder what relative paths start from: the folder of the manifest
   * @param question how a person is asked
   */
  public SchemeSecretStore(Map<String, String> environment, Path folder, Question question) {
    RememberedSource command =
        new RememberedSource(new CommandSource(environment, COMMAND_DEADLINE));
    RememberedSource prompt = new RememberedSource(new PromptSource(question));
    this.remembered = List.of(command, prompt);
    this.sources =
        Map.of(
            "env",
            new EnvironmentSource(environment),
            "file",
            new SecretFile(folder),
            "command",
            command,
            "prompt",
            prompt);
  }

  @Override
  public Secret read(String reference) {
    int colon = reference.indexOf(':');
    String scheme = colon < 0 ? "" : reference.substring(0, colon);
    String place = reference.substring(colon + 1);
    SecretSource source =
        Optional.ofNullable(sources.get(scheme)).orElseThrow(SchemeSecretStore::unknown);
    char[] characters = place.isEmpty() ? new char[0] : source.read(place);
    if (characters.length == 0) {
      throw new RefusalException(
          Diagnostic.error(
              SecretCode.SECRET_EMPTY,
              "The secret '" + reference + "' is empty.",
              "Put the value there; without a password leave the whole entry out."));
    }
    try {
      return new Secret(characters);
    } finally {
      Arrays.fill(characters, '\0');
    }
  }

  /** Prints nothing of the reference: whoever forgot the scheme wrote the password itself. */
  private static RefusalException unknown() {
    return new RefusalException(
        Diagnostic.error(
            SecretCode.SECRET_SCHEME_UNKNOWN,
            "A secret is given without a source that Garrison knows.",
            "Refer to it as 'env:NAME' (environment variable), 'file:PATH', 'command:/PATH' or"
                + " 'prompt'. Never write the secret itself into the manifest."));
  }

  /** Forgets what was remembered. */
  @Override
  public void close() {
    remembered.forEach(RememberedSource::close);
  }
}
