package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
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
              Message.of("secret.variable-missing", "variable", place)));
    }
    return value.toCharArray();
  }
}
