package dev.garrison.cli.fleet;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.fleet.ServerState;

/** Reads a server's state from the command line. */
final class StateConverter extends WordConverter<ServerState> {
  StateConverter() {
    super(ServerState.values());
  }
}
