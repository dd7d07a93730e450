package dev.garrison.engine.change;

/**
 * A step that a person takes in the console or in PowerShell, because no API of this site offers
 * it.
 *
 * @param console the way through the console, for example {@code Administration > Client Settings >
 *     Servers}
 * @param powershell one command that does the same
 */
public record ManualStep(String console, String powershell) {}
