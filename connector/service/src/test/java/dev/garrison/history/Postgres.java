package dev.garrison.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real PostgreSQL with an empty database; it listens on a socket in a folder of its own alone.
 */
final class Postgres implements AutoCloseable {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

  private final Path tools;
  private final Path place;

  private Postgres(Path tools, Path place) {
    this.tools = tools;
    this.place = place;
  }

  /** Whether this machine has one. */
  static boolean isThere() {
    return newest().isPresent();
  }

  private static Optional<Path> newest() {
    if (!Files.isDirectory(VERSIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.exists(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it: as its own user, for it does not run as root. */
  static Postgres start() throws IOException {
    Path place =
        Files.createTempDirectory(
            "garrison-postgres",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Postgres postgres = new Postgres(newest().orElseThrow(), place);
    run("chown", "postgres", place.toString());
    postgres.asOwner("initdb", "-D %s/data -A trust -U postgres --no-sync".formatted(place));
    postgres.asOwner(
        "pg_ctl",
        "-D %s/data -w -o \"-c listen_addresses='' -k %s\" -l %s/log start"
            .formatted(place, place, place));
    return postgres;
  }

  /** Runs psql, which ends with the first error, with these words; what it prints. */
  String sql(String... words) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                "psql", "-h", place.toString(), "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-qAt"));
    line.addAll(List.of(words));
    return run(line.toArray(String[]::new));
  }

  private void asOwner(String tool, String words) throws IOException {
    run("su", "-s", "/bin/sh", "postgres", "-c", tools.resolve(tool) + " " + words);
  }

  private static String run(String... words) throws IOException {
    Process process =
        new ProcessBuilder(words)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new AssertionError(String.join(" ", words) + ": " + said);
    }
    return said;
  }

  @Override
  public void close() throws IOException {
    asOwner("pg_ctl", "-D %s/data -m immediate -w stop".formatted(place));
    run("rm", "-r", place.toString());
  }
}
