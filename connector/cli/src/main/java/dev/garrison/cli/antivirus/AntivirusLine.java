package dev.garrison.cli.antivirus;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.PlannedProtection;
import dev.garrison.manifest.Ring;

/**
 * One server with what protects it.
 *
 * @param wanted mode that its ring wants
 */
record AntivirusLine(
    Server server, Ring.Antivirus wanted, AntivirusState today, PlannedProtection after) {}
