package dev.garrison.payload.judge;

import dev.garrison.payload.judge.Authority.Identity;
import dev.garrison.payload.judge.Authority.Use;
import dev.garrison.payload.signature.TrustedPublishers;
import dev.garrison.payload.signature.TrustedRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files signed by osslsigncode, and what it says of them. */
public final class Signing {
  /** The publisher that tests trust. */
  public static final String PUBLISHER = "Test Publisher";

  private static final Duration BEFORE = Duration.ofDays(30);

  private final Path folder;
  private final Judge judge;
  private final Authority authority;
  private final Instant now;
  private int number;

  /**
   * @param now when files are signed, as osslsigncode sees it: the system's time
   */
  public Signing(Path folder, Instant now) throws Exception {
    this(folder, now, Authority.around(now, "Test Root"));
  }

  /** The same under this root. */
  public Signing(Path folder, Instant now, Authority authority) throws Exception {
    this.folder = folder;
    this.judge = new Judge(folder);
    this.now = now;
    this.authority = authority;
    authority.writeRoot(folder);
    stamper("Test Time", Use.TIME).write(folder, "time");
  }

  /** The root of this test, for the one publisher. */
  public TrustedPublishers trust() {
    return new TrustedPublishers(
        List.of(new TrustedRoot(authority.root(), Optional.empty(), Set.of(PUBLISHER))));
  }

  public Authority authority() {
    return authority;
  }

  /** A publisher certified for a year around now. */
  public Identity publisher() throws Exception {
    return publisher(PUBLISHER, Use.CODE);
  }

  public Identity publisher(String name, Use use) throws Exception {
    return authority.certify(name, use, now.minus(BEFORE), 365);
  }

  /** A publisher whose certificate was valid for some days and is no more. */
  public Identity expired() throws Exception {
    return expired(Use.CODE);
  }

  public Identity expired(Use use) throws Exception {
    return authority.certify(PUBLISHER, use, now.minus(Duration.ofDays(20)), 10);
  }

  /** Somebody of the test's authority, certified for long around now. */
  public Identity stamper(String name, Use use) throws Exception {
    return authority.certify(name, use, now.minus(Duration.ofDays(3000)), 6000);
  }

  /** The file, signed; other options of osslsigncode come last. */
  public Path signed(Path file, Identity publisher, String... options) throws Exception {
    List<Path> pem = publisher.write(folder, "publisher");
    Path signed = folder.resolve(++number + "-" + file.getFileName());
    List<String> command =
        new ArrayList<>(
            List.of(
                "osslsigncode",
                "sign",
                "-certs",
                pem.getLast().toString(),
                "-key",
                pem.getFirst().toString(),
                "-h",
                "sha256"));
    command.addAll(List.of(options));
    command.addAll(List.of("-in", file.toString(), "-out", signed.toString()));
    judge.run(command.toArray(String[]::new));
    return signed;
  }

  /** Options for a timestamp of the test's own authority at that time. */
  public String[] stamped(Instant at) {
    return stamped("time", at);
  }

  /** Options for a timestamp of an authority that nobody trusts. */
  public String[] stampedByAStranger(Instant at) throws Exception {
    return stampedBy(
        Authority.around(now, "Another Root")
            .certify("Another Time", Use.TIME, now.minus(Duration.ofDays(3000)), 6000),
        at);
  }

  /** Options for a timestamp of anybody. */
  public String[] stampedBy(Identity stamper, Instant at) throws Exception {
    stamper.write(folder, "stamper");
    return stamped("stamper", at);
  }

  private String[] stamped(String stamper, Instant at) {
    return new String[] {
      "-TSA-certs", folder.resolve(stamper + ".pem").toString(),
      "-TSA-key", folder.resolve(stamper + ".key").toString(),
      "-TSA-time", String.valueOf(at.getEpochSecond())
    };
  }

  /** Whether osslsigncode takes the file, with this root for both chains. */
  public boolean judged(Path file) throws Exception {
    String root = folder.resolve("root.pem").toString();
    return judge
            .ask(
                "osslsigncode",
                "verify",
                "-CAfile",
                root,
                "-TSA-CAfile",
                root,
                "-in",
                file.toString())
            .exit()
        == 0;
  }

  /** A copy of the file with the lowest bit of one byte turned. */
  public Path turned(Path file, int place) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[place] ^= 1;
    return Files.write(folder.resolve(++number + "-turned-" + file.getFileName()), bytes);
  }
}
