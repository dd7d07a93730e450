package dev.garrison.cli.antivirus;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.PlannedProtection;
import dev.garrison.fleet.antivirus.ServerAntivirus;

/** One server with what protects it. */
record AntivirusLine(Server server, ServerAntivirus antivirus) {
  AntivirusState today() {
    return antivirus.today();
  }

  PlannedProtection after() {
    return antivirus.after();
  }
}
