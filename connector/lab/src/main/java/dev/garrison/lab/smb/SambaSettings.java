package dev.garrison.lab.smb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of the lab's file server.
 *
 * @param parent the folder in which the server makes a folder of its own; every user of this
 *     machine must be able to pass through it
 * @param password the password of the only user
 * @param globalOptions further lines of {@code [global]}, see smb.conf(5)
 * @param shareOptions further lines of the share
 */
public record SambaSettings(
    Path parent, String password, List<String> globalOptions, List<String> shareOptions) {
  public SambaSettings {
    if (password.isEmpty() || password.contains("\n")) {
      throw new IllegalArgumentException("a password is one line");
    }
    globalOptions = List.copyOf(globalOptions);
    shareOptions = List.copyOf(shareOptions);
  }

  /**
   * Settings with mandatory signing, SMB 2.1 or later, and one share that its user can write to.
   */
  public static SambaSettings in(Path parent, String password) {
    return new SambaSettings(parent, password, List.of(), List.of());
  }

  /** Adds a line to {@code [global]}; a later line replaces an earlier one. */
  public SambaSettings withGlobal(String line) {
    return new SambaSettings(parent, password, with(globalOptions, line), shareOptions);
  }

  /** Adds a line to the share. */
  public SambaSettings withShare(String line) {
    return new SambaSettings(parent, password, globalOptions, with(shareOptions, line));
  }

  private static List<String> with(List<String> lines, String line) {
    List<String> longer = new ArrayList<>(lines);
    longer.add(line);
    return longer;
  }
}
