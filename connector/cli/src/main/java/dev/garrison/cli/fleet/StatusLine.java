package dev.garrison.cli.fleet;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.Verdict;

/** One server with its state. */
record StatusLine(Server server, Verdict verdict) {}
