package dev.garrison.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Command;

/**
 * A command that is made when it is needed: making all of them costs more time than most of them
 * take.
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
