package dev.garrison.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every socket at which the packed program listens: its owner and its address.
 *
 * @see <a
 *     href="https://www.kernel.org/doc/html/latest/networking/proc_net_tcp.html">/proc/net/tcp</a>
 */
final class ListeningIT {
  private static final String LISTENS = "0A";
  private static final String ACCEPTS = "00010000";
  private static final String LOOPBACK = "127.0.0.1 of its owner";
  private static final int MOST_LOOKS = 3000;

  @TempDir private Path folder;

  @BeforeEach
  void needsLinux() {
    assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "only Linux tells so");
  }

  @Test
  void theServiceListensForItsUsersAndForItsOwner() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      new TrialJobs(site).schedule("job: expiry, every: 6h");
      assertThat(listening("The log is in", "serve", "--listen", "127.0.0.1:0"))
          .containsExactly(LOOPBACK, "service.socket (rw-------) in service (rwx------)");
      assertThat(listening("The log is in", "serve", "--listen", "none"))
          .containsExactly("service.socket (rw-------) in service (rwx------)");
    }
  }

  @Test
  void theDemonstrationListensOnThisComputerAlone() throws Exception {
    assertThat(listening("Press Ctrl-C to stop", "demo", "--serve", "--folder"))
        .containsExactly(
            LOOPBACK,
            LOOPBACK,
            LOOPBACK,
            LOOPBACK,
            "service.socket (rw-------) in service (rwx------)");
  }

  @Test
  void theLabListensOnThisComputerAlone() throws Exception {
    assertThat(listening("answers at", "lab")).isNotEmpty().containsOnly(LOOPBACK);
  }

  /** Where it listens once it has said that. */
  private List<String> listening(String said, String... words) throws Exception {
    Running running = PackedProgram.start(folder, words);
    try {
      for (int look = 0; !Files.readString(running.out()).contains(said); look++) {
        assertThat(look)
            .as("%s: %s", running, Files.readString(running.err()))
            .isLessThan(MOST_LOOKS);
        assertThat(running.process().waitFor(20, TimeUnit.MILLISECONDS))
            .as("ended by itself: %s", Files.readString(running.err()))
            .isFalse();
      }
      List<String> sockets = new ArrayList<>();
      Stream<ProcessHandle> all =
          Stream.concat(
              Stream.of(running.process().toHandle()), running.process().toHandle().descendants());
      for (ProcessHandle each : all.toList()) {
        sockets.addAll(sockets(each.pid()));
      }
      return sockets.stream().sorted().toList();
    } finally {
      JavaProcess.interrupt(running.process());
    }
  }

  private static List<String> sockets(long process) throws IOException {
    Path proc = Path.of("/proc/" + process);
    Set<String> own;
    try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
      own = files.map(ListeningIT::target).collect(Collectors.toSet());
    }
    Object owner = Files.getAttribute(proc, "unix:uid");
    List<String> sockets = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String[] row : rows(proc.resolve("net/" + table))) {
        if (row[3].equals(LISTENS) && own.contains("socket:[%s]".formatted(row[9]))) {
          assertThat(row[7]).isEqualTo("" + owner);
          sockets.add(address(row[1]) + " of its owner");
        }
      }
    }
    for (String[] row : rows(proc.resolve("net/unix"))) {
      if (row[3].equals(ACCEPTS) && own.contains("socket:[%s]".formatted(row[6]))) {
        Path socket = Path.of(row[7]);
        assertThat(Files.getAttribute(socket, "unix:uid")).isEqualTo(owner);
        sockets.add(rights(socket) + " in " + rights(Objects.requireNonNull(socket.getParent())));
      }
    }
    return sockets;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static List<String[]> rows(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .skip(1)
        .map(line -> line.strip().split("\\s+"))
        .toList();
  }

  /** As the kernel writes it: 32 bits at a time, in the order of the processor. */
  private static String address(String hex) {
    String last = hex.substring(0, hex.indexOf(':'));
    boolean mapped = last.length() == 32;
    if (mapped) {
      assertThat(last).as("an address of IPv4").startsWith("0000000000000000FFFF0000");
    }
    byte[] bytes = HexFormat.of().parseHex(last.substring(last.length() - 8));
    return "%d.%d.%d.%d"
        .formatted(bytes[3] & 0xff, bytes[2] & 0xff, bytes[1] & 0xff, bytes[0] & 0xff);
  }

  private static String rights(Path file) throws IOException {
    return "%s (%s)"
        .formatted(
            file.getFileName(), PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
