package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Reads secrets from the process's variables. Only root and the same user can see them. */
final class EnvironmentSource implements SecretSource {
  private final Map<String, String> environment;
  private final BooleanSupplier terminal;

  /**
   * @param terminal whether the operator sits at one; otherwise this is the service
   */
  EnvironmentSource(Map<String, String> environment, BooleanSupplier terminal) {
    this.environment = Map.copyOf(environment);
    this.terminal = terminal;
  }

  @Override
  public char[] read(String place) {
    String value = environment.get(place);
    if (value == null) {
      throw new RefusalException(
          Diagnostic.error(
              SecretCode.SECRET_VARIABLE_MISSING,
              Message.of(
                  terminal.getAsBoolean()
                      ? "secret.variable-missing-shell"
                      : "secret.variable-missing",
                  "variable",
                  place)));
    }
    return value.toCharArray();
  }
}
