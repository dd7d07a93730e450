package dev.garrison.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Command;

/**
 * A command that is created when it runs.
 *
 * <p>Creating all of them takes longer than most commands run.
 *
 * @param name as it is typed
 * @param command makes the object annotated with picocli's {@code Command}
 */
public record NamedCommand(String name, Supplier<Object> command) {
  /** A command that is there already. */
  static NamedCommand of(Object command) {
    return new NamedCommand(command.getClass().getAnnotation(Command.class).name(), () -> command);
  }
}
