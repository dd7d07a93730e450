package dev.garrison.cli.fleet;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.fleet.ServerState;
import java.util.List;

/** Reads a server's state from the command line. */
final class StateConverter extends WordConverter<ServerState> {
  StateConverter() {
    super(List.of(ServerState.values()), "'%s' is no state of a server. There are: %s.");
  }
}
