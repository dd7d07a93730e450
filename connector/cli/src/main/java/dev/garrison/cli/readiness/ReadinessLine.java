package dev.garrison.cli.readiness;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.readiness.Readiness;
import dev.garrison.fleet.readiness.ServerFacts;

/** One server with its facts and its readiness. */
record ReadinessLine(Server server, ServerFacts facts, Readiness readiness) {}
