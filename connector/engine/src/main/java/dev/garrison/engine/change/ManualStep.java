package dev.garrison.engine.change;

/**
 * Manual step in the console or in PowerShell, because no API of this site offers it.
 *
 * @param console the path in the console, for example {@code Administration > Client Settings >
 *     Servers}
 * @param powershell one command that does the same
 */
public record ManualStep(String console, String powershell) {}
