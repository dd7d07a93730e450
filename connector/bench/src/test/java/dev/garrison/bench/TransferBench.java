package dev.garrison.bench;

import dev.garrison.bench.Samples.Times;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.share.ContentShare;
import dev.garrison.share.FileSource;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.smbj.SmbjShare;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sending files beside smbclient, to one server in one run, in a heap of 64 MiB. Ours is timed
 * twice: until the server has taken every block, which is what smbclient's put does, and until it
 * is proven, that is read back, compared by SHA-256 and renamed; beside that stand a put and a get
 * of the same bytes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TransferBench {
  private static final String PASSWORD = "Bench!Passw0rd";
  private static final int MIB = 1 << 20;
  private static final int SMALL = 4096;
  private static final int FILES = 1000;

  private Samples samples;
  private Programs programs;
  private Path settings;

  @TempDir private Path folder;

  @BeforeAll
  void demandSigning(@TempDir Path own) throws IOException {
    samples =
        new Samples(
            "transfer",
            "| case | ours, sent | smbclient put | ratio | ours, proven | smbclient put and get | ratio |");
    programs = new Programs(own);
    settings =
        Files.writeString(
            own.resolve("client.conf"),
            "[global]\nclient min protocol = SMB3_11\nclient signing = required\n");
  }

  private Path file(String name, int size, int seed) throws IOException {
    Path file = folder.resolve(name);
    byte[] piece = new byte[Math.min(size, MIB)];
    Random random = new Random(seed);
    try (OutputStream stream = Files.newOutputStream(file)) {
      for (int sent = 0; sent < size; sent += piece.length) {
        random.nextBytes(piece);
        stream.write(piece);
      }
    }
    return file;
  }

  private static SambaServer server(String encrypt) throws Exception {
    return SambaServer.start(
            SambaSettings.in(Path.of(System.getProperty("java.io.tmpdir")), PASSWORD)
                .withGlobal("smb encrypt = " + encrypt))
        .orElseThrow();
  }

  private static SmbjShare share(SambaServer server, int port) {
    return new SmbjShare(
        new ShareAddress.Smb(server.host(), port, SambaServer.SHARE, SharePath.ROOT),
        new ShareAccount.Ntlm("", server.user(), server.password()));
  }

  private void measure(String name, String encrypt, int mebibytes, int roundTrip) throws Exception {
    Path file = file("file", mebibytes * MIB, mebibytes);
    FileSource source = FileSource.of(file);
    SharePath sent = SharePath.of(source.file().name());
    try (SambaServer server = server(encrypt);
        SlowWay way = new SlowWay(server.port(), roundTrip);
        ContentShare share = share(server, roundTrip == 0 ? server.port() : way.port())) {
      int port = roundTrip == 0 ? server.port() : way.port();
      Sent ours = new Sent(share);
      row(
          name,
          (long) mebibytes * MIB,
          ours,
          Samples.inTurn(
              () -> {
                share.delete(sent);
                ours.put(List.of(source));
              },
              () -> smbclient(server, port, encrypt, "put " + file + " peer"),
              () -> smbclient(server, port, encrypt, "put " + file + " peer; get peer /dev/null")));
    }
  }

  private void row(String name, long bytes, Sent ours, List<Times> times) throws IOException {
    Times sent = ours.times();
    Times proven = times.getFirst();
    samples.row(
        name,
        sent.rate(bytes),
        times.get(1).rate(bytes),
        sent.against(times.get(1)),
        proven.rate(bytes),
        times.get(2).rate(bytes),
        proven.against(times.get(2)));
  }

  /** Puts files, and times how long until each was sent, before it is read back. */
  private static final class Sent {
    private final ContentShare share;
    private final List<Duration> all = new ArrayList<>();

    private Sent(ContentShare share) {
      this.share = share;
    }

    void put(List<FileSource> sources) {
      AtomicLong total = new AtomicLong();
      for (FileSource source : sources) {
        long begin = System.nanoTime();
        share.put(
            SharePath.ROOT,
            source,
            (done, size) -> {
              if (done == size) {
                total.addAndGet(System.nanoTime() - begin);
              }
            });
      }
      all.add(Duration.ofNanos(total.get()));
    }

    /** Without the first, which warmed up. */
    Times times() {
      return new Times(all.subList(1, all.size()));
    }
  }

  private void smbclient(SambaServer server, int port, String encrypt, String commands)
      throws IOException, InterruptedException {
    programs.run(
        "smbclient",
        "-s",
        settings.toString(),
        "//" + server.host() + "/" + SambaServer.SHARE,
        "-p",
        "" + port,
        "-U",
        server.user() + "%" + server.password(),
        "--client-protection=" + (encrypt.equals("required") ? "encrypt" : "sign"),
        "-c",
        commands);
  }

  @Test
  void encryptionOffered() throws Exception {
    measure("500 MiB, encryption offered: ours encrypts, smbclient signs", "if_required", 500, 0);
  }

  @Test
  void signedOnly() throws Exception {
    measure("500 MiB, no encryption: both sign", "off", 500, 0);
  }

  @Test
  void encryptionRequired() throws Exception {
    measure("500 MiB, encryption required", "required", 500, 0);
  }

  @Test
  void tenMillisecondsAway() throws Exception {
    measure("50 MiB, round trip 10 ms, encryption offered", "if_required", 50, 10);
  }

  @Test
  void aThousandSmallFiles() throws Exception {
    List<FileSource> sources = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      sources.add(FileSource.of(file("small-" + i, SMALL, i)));
    }
    try (SambaServer server = server("if_required");
        ContentShare share = share(server, server.port())) {
      Sent ours = new Sent(share);
      String send = "prompt OFF; lcd " + folder + "; mput small-*";
      row(
          "1,000 files of 4 KiB, encryption offered",
          (long) FILES * SMALL,
          ours,
          Samples.inTurn(
              () -> {
                for (FileSource source : sources) {
                  share.delete(SharePath.of(source.file().name()));
                }
                ours.put(sources);
              },
              () -> smbclient(server, server.port(), "if_required", send),
              () ->
                  smbclient(
                      server,
                      server.port(),
                      "if_required",
                      send
                          + "; lcd "
                          + Files.createTempDirectory(folder, "got")
                          + "; mget small-*")));
    }
  }
}
