package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads secrets from the source that the scheme of their reference names. The forms are {@code
 * env:NAME}, {@code file:PATH}, {@code command:/PATH ARGUMENT...}, and {@code prompt:TEXT}.
 * Variables and files are read again each time; a command is run and the operator asked once for
 * each reference, until the store is closed.
 */
public final class SchemeSecretStore implements SecretStore, AutoCloseable {
  private static final Duration COMMAND_DEADLINE = Duration.ofSeconds(30);

  private final Map<String, SecretSource> sources;
  private final List<RememberedSource> remembered;

  /**
   * Creates a store over the environment, the file system, programs, and a prompt.
   *
   * @param environment the process's variables
   * @param folder start of relative paths: the folder of the manifest
   * @param question asks the operator
   */
  public SchemeSecretStore(Map<String, String> environment, Path folder, Question question) {
    RememberedSource command =
        new RememberedSource(new CommandSource(environment, COMMAND_DEADLINE));
    RememberedSource prompt = new RememberedSource(new PromptSource(question));
    this.remembered = List.of(command, prompt);
    this.sources =
        Map.of(
            "env",
            new EnvironmentSource(environment, question::hasTerminal),
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
              SecretCode.SECRET_EMPTY, Message.of("secret.empty", "reference", reference)));
    }
    try {
      return new Secret(characters);
    } finally {
      Arrays.fill(characters, '\0');
    }
  }

  /**
   * Problem of an unknown scheme. It shows nothing of the reference, which may be the password
   * itself if the scheme was forgotten.
   */
  private static RefusalException unknown() {
    return new RefusalException(
        Diagnostic.error(SecretCode.SECRET_SCHEME_UNKNOWN, Message.of("secret.source-unknown")));
  }

  /** Overwrites the remembered secrets. */
  @Override
  public void close() {
    remembered.forEach(RememberedSource::close);
  }
}
