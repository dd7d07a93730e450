package dev.garrison.clocks;

import dev.garrison.lab.Lab;
import dev.garrison.servers.JavaProcess;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time that the servers of a lab tell: the lab's, which Garrison in this process goes by too,
 * and the machine's as long as a program in a process of its own runs, whose clock no test can
 * move.
 */
public final class ProgramTime extends Clock {
  private final Clock lab;
  private final Path folder;

  private ProgramTime(Clock lab, Path folder) {
    this.lab = lab;
    this.folder = folder;
  }

  /**
   * From now on all servers of the lab tell it.
   *
   * @param folder in which programs are started that speak with this lab
   */
  public static void tell(Lab lab, Path folder) {
    Clock time = new ProgramTime(lab.clock(), folder);
    lab.time().follow(time);
    if (lab.hasUpdateServers()) {
      lab.updateServers().all().forEach(server -> server.time().follow(time));
    }
  }

  @Override
  public Instant instant() {
    return JavaProcess.isRunning(folder) ? Instant.now() : lab.instant();
  }

  @Override
  public ZoneId getZone() {
    return lab.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new ProgramTime(lab.withZone(zone), folder);
  }
}
