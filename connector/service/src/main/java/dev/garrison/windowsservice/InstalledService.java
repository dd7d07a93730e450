package dev.garrison.windowsservice;

/**
 * The service as it is registered.
 *
 * @param account it runs as, in Windows' own spelling
 * @param command the program and its arguments
 * @param running whether its process runs
 */
public record InstalledService(
    String account, String command, ServiceStart start, boolean running) {
  /** Whether the program of the service is the one that Garrison registers. */
  boolean isOurs() {
    return command.toLowerCase(java.util.Locale.ROOT).contains("\\prunsrv.exe");
  }
}
