package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.util.Map;

/** Reads secrets from the process's variables. Only root and the same user can see them. */
final class EnvironmentSource implements SecretSource {
  private final Map<String, String> environment;

  EnvironmentSource(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public char[] read(String place) {
    String value = environment.get(place);
    if (value == null) {
      throw new RefusalException(
          Diagnostic.error(
              SecretCode.SECRET_VARIABLE_MISSING,
              "The environment variable " + place + " is not set, but a secret is to come from it.",
              "Set it in the service's environment file, or refer to another source."));
    }
    return value.toCharArray();
  }
}
