package dev.garrison.cli.fleet;

import dev.garrison.fleet.ServerState;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a server's state from the command line. */
final class StateConverter implements ITypeConverter<ServerState> {
  @Override
  public ServerState convert(String word) {
    return ServerState.of(word)
        .orElseThrow(() ->
            new TypeConversionException(
                "'%s' is no state of a server. There are: %s."
                    .formatted(word, ServerState.words())));
  }
}
