package dev.garrison.cli.lab;

import dev.garrison.cli.option.ValueRefusal;
import dev.garrison.cli.output.Console;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.diagnostic.SourceLocation;
import dev.garrison.files.AtomicMove;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.lab.adminservice.site.SiteFileException;
import dev.garrison.lab.wsus.UpdateServer;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a simulated site in the foreground until it is interrupted.
 *
 * @param clock the clock of this computer
 * @param faults from the start
 * @param portFile receives the address of the site
 */
record RunningLab(
    Console console, Clock clock, int speed, List<LabFault> faults, @Nullable Path portFile) {

  /** Runs a site that comes with the program. */
  void run(String site, Map<String, Path> shares) throws InterruptedException {
    LabOptions options = new LabOptions(clock.instant(), shares, Optional.empty());
    try (Lab lab = started(() -> Lab.start(site, options))) {
      caused(lab);
      serve(lab, Text.of("lab.site-answers", "site", site, "address", lab.adminService()));
    }
  }

  /** Runs the site of a folder. Other processes control it by the address that is kept there. */
  void run(LabFolder folder, SecureRandom random) throws InterruptedException {
    LabOptions options = folder.options(clock.instant());
    try (Lab lab = started(() -> started(folder.site(), options));
        LabControl control = new LabControl(lab, speed, caused(lab), random)) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> delete(folder.address()), "garrison-end"));
      control.address().write(folder.address());
      serve(
          lab,
          Text.of("lab.folder-answers", "folder", folder.path(), "address", lab.adminService()));
    }
  }

  private static Lab started(Path site, LabOptions options) {
    try {
      return Lab.start(site, options);
    } catch (SiteFileException mistake) {
      Message message =
          mistake
              .unknownKey()
              .map(key -> Message.of("lab.site-key", "key", key))
              .orElseGet(() -> Message.of("lab.site-unreadable", "reason", mistake));
      throw new RefusalException(
          Diagnostic.error(
              LabCode.LAB_CANNOT_START,
              new SourceLocation(site.toString(), mistake.line()),
              message),
          mistake);
    }
  }

  private static Lab started(Supplier<Lab> start) {
    try {
      return start.get();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof BindException taken) {
        throw new RefusalException(
            Diagnostic.error(
                LabCode.LAB_CANNOT_START, Message.of("lab.port-taken", "reason", taken)),
            e);
      }
      throw e;
    }
  }

  private LabFaults caused(Lab lab) {
    LabFaults caused = new LabFaults(lab);
    try {
      faults.forEach(caused::cause);
    } catch (ValueRefusal wrong) {
      throw new RefusalException(
          Diagnostic.error(
              LabCode.LAB_REFUSED, new Message(wrong.reason(), Text.of("lab.fault-refused"))),
          wrong);
    }
    return caused;
  }

  private void serve(Lab lab, Text started) throws InterruptedException {
    say(started);
    if (lab.hasUpdateServers()) {
      for (UpdateServer server : lab.updateServers().all()) {
        say(Text.of("lab.server-answers", "server", server.name(), "address", server.url()));
      }
    }
    say(pace());
    console.out().flush();
    writePortFile(lab);
    Thread pace = Thread.ofVirtual().start(new Pace(lab, clock, speed));
    try {
      new CountDownLatch(1).await();
    } finally {
      pace.interrupt();
    }
  }

  private void say(Text text) {
    console.out().println(text.shown());
  }

  private Text pace() {
    return switch (speed) {
      case 0 -> Text.of("lab.time-advanced");
      case 1 -> Text.of("lab.time-real");
      default -> Text.of("lab.time-fast", "speed", speed);
    };
  }

  private void writePortFile(Lab lab) {
    if (portFile == null) {
      return;
    }
    Path part = portFile.resolveSibling(portFile.getFileName() + ".part");
    try {
      Files.writeString(part, lab.adminService() + "\n");
      AtomicMove.replace(part, portFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A file that stays names an address at which nothing answers.
    }
  }
}
