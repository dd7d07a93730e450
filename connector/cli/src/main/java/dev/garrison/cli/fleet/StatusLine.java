package dev.garrison.cli.fleet;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.antivirus.ServerAntivirus;
import java.util.function.Supplier;

/**
 * One server with its state.
 *
 * @param protection determines its antivirus, which only some answers show
 */
record StatusLine(Server server, Verdict verdict, Supplier<ServerAntivirus> protection) {
  ServerAntivirus antivirus() {
    return protection.get();
  }
}
