package dev.garrison.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A demonstration that cannot start. */
@Tag("first")
final class DemoServiceIT {
  private static final Pattern PROVIDER = Pattern.compile("http://127[.]0[.]0[.]1:[0-9]+");

  private final AtomicReference<Path> manifest = new AtomicReference<>();
  private final AtomicReference<URI> site = new AtomicReference<>();

  private void fail(Path file) {
    try {
      Matcher address = PROVIDER.matcher(Files.readString(file));
      assertThat(address.find()).isTrue();
      site.set(URI.create(address.group()));
      manifest.set(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    throw new NoClassDefFoundError("no/such/Type");
  }

  @Test
  void aDemonstrationThatCannotStartLeavesNoFolderAndNoSite() {
    DemoService.Parts parts =
        new DemoService.Parts(
            (_, _) ->
                (file, _) -> {
                  fail(file);
                  throw new AssertionError("it goes no further");
                },
            () -> "a password",
            Clock.fixed(Instant.parse("2026-11-24T21:00:00Z"), ZoneOffset.UTC),
            new SecureRandom(),
            "1.2.3",
            Optional::empty);
    assertThatThrownBy(
            () -> DemoService.start(parts, Optional.of("mixed"), false, _ -> {}, _ -> {}))
        .isInstanceOf(NoClassDefFoundError.class);
    assertThat(manifest.get().getParent()).doesNotExist();
    assertThatThrownBy(
            () -> new Socket(InetAddress.getLoopbackAddress(), site.get().getPort()).close())
        .isInstanceOf(ConnectException.class);
  }
}
