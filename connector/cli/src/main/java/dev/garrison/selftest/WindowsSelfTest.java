package dev.garrison.selftest;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.connection.sspi.SecurityPackage;
import dev.garrison.connection.sspi.SecuritySupport;
import dev.garrison.connection.sspi.SspiScheme;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.eventlog.EventKind;
import dev.garrison.eventlog.EventLog;
import dev.garrison.files.AtomicMove;
import dev.garrison.files.OwnerOnly;
import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.PrivateAccess;
import dev.garrison.files.acl.Sid;
import dev.garrison.files.ntfs.NtfsAccess;
import dev.garrison.foreign.ProgramRun;
import dev.garrison.foreign.WindowsFolder;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.probe.outcome.CheckRun;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.outcome.ProbeSection;
import dev.garrison.probe.outcome.SiteNames;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Checks of this computer with Windows. They use a temporary folder, one entry in the Event Log,
 * and a ticket of Kerberos where a host is named; no server is asked for anything else.
 */
public final class WindowsSelfTest {
  private static final String NAMES = "Jürgen 日本語";
  private static final int LONG = 300;
  private static final Duration MOST = Duration.ofSeconds(30);

  private final EventLog events;
  private final Clock clock;

  public WindowsSelfTest(EventLog events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /**
   * Makes the checks.
   *
   * @param host whose service HTTP a ticket is asked for; empty for no ticket
   * @throws RefusalException where this is no Windows
   */
  public ProbeResult run(Optional<String> host) {
    if (File.separatorChar != '\\') {
      throw new RefusalException(
          Diagnostic.error(
              ProbeCode.SELFTEST_NOT_ON_WINDOWS,
              Message.of("selftest.not-windows", "system", System.getProperty("os.name"))));
    }
    SiteNames names = new SiteNames();
    names.knowUser(System.getProperty("user.name"));
    host.ifPresent(names::knowServer);
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "garrison-" + UUID.randomUUID());
    try {
      // In a folder of one account, such as its TEMP, OwnerOnly would hand that folder's list down.
      NtfsAccess.createFolder(folder, new PrivateAccess(NtfsAccess.ownAccount()).ofFolder());
      CheckRun checks = checks(folder, host);
      return new ProbeResult(
          "windows-selftest",
          "-",
          clock.instant(),
          List.of(new ProbeSection("Windows", System.getProperty("os.name"), checks.lines())),
          names);
    } catch (IOException e) {
      throw new RefusalException(differs(Text.of(e)), e);
    } finally {
      delete(folder.toFile());
    }
  }

  private CheckRun checks(Path folder, Optional<String> host) {
    CheckRun checks =
        new CheckRun("windows")
            .check("access list", () -> told(() -> accessList(folder)))
            .check("inherited list", () -> told(() -> inheritedList(folder)))
            .check("replaced file", () -> told(() -> replacedFile(folder)))
            .check("long path", () -> told(() -> longPath(folder)))
            .check("console", WindowsSelfTest::console)
            .check("event log", () -> told(this::eventLog));
    return host.isPresent()
        ? checks.check("ticket", () -> ticket(host.get()))
        : checks.skip("ticket", Text.of("selftest.no-host"));
  }

  /** A check that may fail as files do. */
  private interface Check {
    Outcome made() throws IOException;
  }

  private static Outcome told(Check check) {
    try {
      return check.made();
    } catch (IOException e) {
      return failed(Text.of(e));
    }
  }

  private static Outcome failed(Text problem) {
    return new Outcome.Failed(List.of(differs(problem)));
  }

  private static Diagnostic differs(Text problem) {
    return Diagnostic.error(
        ProbeCode.SELFTEST_DIFFERS, new Message(problem, Text.of("selftest.report")));
  }

  private static Outcome accessList(Path folder) throws IOException {
    return compared(NtfsAccess.read(folder), new PrivateAccess(NtfsAccess.ownAccount()).ofFolder());
  }

  private static Outcome inheritedList(Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("inherits"), "x");
    AccessList wanted = new PrivateAccess(NtfsAccess.ownAccount()).ofFolder();
    AccessList own = new AccessList(NtfsAccess.ownAccount(), false, List.of());
    return compared(NtfsAccess.read(file), own.below(wanted, false));
  }

  /**
   * Compares owner, protection and entries in any order. What an elevated administrator makes
   * belongs to Administrators.
   */
  static Outcome compared(AccessList read, AccessList wanted) {
    boolean same =
        (read.owner().equals(wanted.owner()) || read.owner().equals(Sid.ADMINISTRATORS))
            && read.closed() == wanted.closed()
            && entries(read).equals(entries(wanted));
    return same
        ? new Outcome.Passed(Text.verbatim(read.sddl()))
        : failed(Text.of("selftest.access-list", "read", read.sddl(), "wanted", wanted.sddl()));
  }

  private static Set<Object> entries(AccessList list) {
    return new HashSet<>(list.entries());
  }

  private static Outcome replacedFile(Path folder) throws IOException {
    Path from = Files.writeString(folder.resolve("a.part"), "new");
    Path to = Files.writeString(folder.resolve("a"), "old");
    boolean refused = false;
    try (RandomAccessFile _ = new RandomAccessFile(to.toFile(), "r")) {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException e) {
      refused = true;
    }
    if (refused) {
      AtomicMove.replace(from, to);
    }
    String now = Files.readString(to);
    return now.equals("new")
        ? new Outcome.Passed(
            Text.of(refused ? "selftest.replaced-later" : "selftest.replaced-at-once"))
        : failed(Text.of("selftest.replaced-file", "content", now));
  }

  private static Outcome longPath(Path folder) throws IOException {
    Path deep = folder;
    while (deep.toString().length() < LONG) {
      deep = deep.resolve(NAMES);
    }
    OwnerOnly.folder(deep);
    Path file = deep.resolve(NAMES + ".txt");
    OwnerOnly.writeClosed(file, NAMES.getBytes(StandardCharsets.UTF_8));
    return Files.readString(file).equals(NAMES) && Files.exists(file.toRealPath())
        ? new Outcome.Passed(Text.of("selftest.characters", "count", file.toString().length()))
        : failed(Text.of("selftest.long-path", "count", LONG));
  }

  private static Outcome console() {
    String name = System.getProperty("stdout.encoding", "");
    if (!Charset.isSupported(name)) {
      return failed(Text.of("selftest.encoding", "name", name));
    }
    Text text = Text.verbatim("%s: %s".formatted(name, NAMES));
    return Charset.forName(name).newEncoder().canEncode(NAMES)
        ? new Outcome.Passed(text)
        : new Outcome.Warned(
            text,
            List.of(
                Diagnostic.warning(ProbeCode.SELFTEST_DIFFERS, Message.of("selftest.console"))));
  }

  private Outcome eventLog() throws IOException {
    String sign = UUID.randomUUID().toString();
    events.write(EventKind.SELF_TEST, "Garrison looks whether this can be read back: " + sign);
    String answer =
        ProgramRun.of(
                List.of(
                    WindowsFolder.PATH.resolve("wevtutil.exe").toString(),
                    "qe",
                    "Application",
                    "/q:*[System[Provider[@Name='Garrison'] and EventID=%d]]"
                        .formatted(EventKind.SELF_TEST.number()),
                    "/c:1",
                    "/rd:true",
                    "/f:RenderedXml"),
                MOST)
            .text();
    return shows(answer, sign)
        ? new Outcome.Passed(
            Text.of("selftest.entry", "number", String.valueOf(EventKind.SELF_TEST.number())))
        : failed(Text.of("selftest.event", "answer", answer.strip()));
  }

  /** Whether the text of an entry is shown, and not only kept. */
  static boolean shows(String rendered, String text) {
    int message = rendered.indexOf("<Message>");
    int shown = rendered.indexOf(text, Math.max(message, 0));
    return message >= 0 && shown >= 0 && shown < rendered.indexOf('<', message + 1);
  }

  private static Outcome ticket(String host) {
    SecuritySupport support = SecuritySupport.ofSystem().orElseThrow();
    SspiScheme scheme = new SspiScheme(support, SecurityPackage.KERBEROS, Optional.empty());
    try (TokenExchange exchange = scheme.begin(new ContactedServer(host, host, Optional.empty()))) {
      return new Outcome.Passed(
          Text.of(
              "selftest.ticket", "count", exchange.next(Optional.empty()).length, "host", host));
    }
  }

  private static void delete(File place) {
    File[] inside = place.listFiles();
    if (inside != null) {
      for (File each : inside) {
        delete(each);
      }
    }
    if (!place.delete() && place.exists()) {
      place.deleteOnExit();
    }
  }
}
