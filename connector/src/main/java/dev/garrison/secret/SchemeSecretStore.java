package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Secrets by the scheme of their reference: {@code env:NAME} or {@code file:PATH}. */
public final class SchemeSecretStore implements SecretStore {
  private final Map<String, SecretSource> sources;

  /**
   * A store over the environment and the file system.
   *
   * @param environment the process's variables
   * @param folder what relative paths start from: the folder of the manifest
   */
  public SchemeSecretStore(Map<String, String> environment, Path folder) {
    this.sources =
        Map.of("env", new EnvironmentSource(environment), "file", new FileSource(folder));
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
            "Refer to it as 'env:NAME' (environment variable) or 'file:PATH'. Never write the secret"
                + " itself into the manifest."));
  }
}
