package dev.garrison.windowsservice;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.ExposedFolderException;
import dev.garrison.files.OwnerOnly;
import dev.garrison.files.acl.Sid;
import dev.garrison.foreign.ForeignFunction.Result;
import dev.garrison.foreign.ProgramRun;
import dev.garrison.foreign.WideText;
import dev.garrison.foreign.WindowsFolder;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.secret.Secret;
import dev.garrison.state.StateFolder;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The service control manager of Windows, through advapi32.dll. */
@SuppressWarnings("restricted") // a library of C is trusted as a whole
final class WindowsServiceControl implements ServiceControl {
  private static final String EVENT_SOURCE =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\Garrison";
  private static final int CONNECT = 0x1;
  private static final int ALL_OF_SERVICE = 0xF01FF;
  private static final int QUERY = 0x1 | 0x4;
  private static final int NO_SUCH_SERVICE = 1060;
  private static final int NO_SUCH_ACCOUNT = 1332;
  private static final int UNKNOWN_LEVEL = 124;
  private static final int ALREADY_RUNNING = 1056;
  private static final int NO_CHANGE = -1;
  private static final int STOP = 1;
  private static final int RESTART = 1;
  private static final int DAY = 86_400;
  private static final List<Integer> RESTARTS_AFTER = List.of(60_000, 300_000, 900_000);
  private static final int LARGEST = 8192;
  private static final Duration MOST = Duration.ofMinutes(1);

  private static final String REGISTRY_TEXT = " REG_SZ ";
  private static final String LOG_KEY =
      "HKLM\\SOFTWARE\\WOW6432Node\\Apache Software Foundation\\ProcRun 2.0\\garrison\\Parameters\\Log";

  private final Path procrun;

  /**
   * @param procrun the program prunsrv.exe
   */
  WindowsServiceControl(Path procrun) {
    this.procrun = procrun;
  }

  /** Use of an open service. */
  private interface Use<T> {
    T of(Arena arena, MemorySegment service);
  }

  private static <T> Optional<T> using(String name, int rights, Use<T> use) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment manager =
          opened(
              Text.of("windows-service.do-connect"),
              ServiceFunctions.OPEN_MANAGER.call(MemorySegment.NULL, MemorySegment.NULL, CONNECT));
      try {
        Result result =
            ServiceFunctions.OPEN_SERVICE.call(manager, WideText.write(arena, name), rights);
        if (isNull(result) && result.error() == NO_SUCH_SERVICE) {
          return Optional.empty();
        }
        MemorySegment service = opened(Text.of("windows-service.do-open", "service", name), result);
        try {
          return Optional.of(use.of(arena, service));
        } finally {
          ServiceFunctions.CLOSE.call(service);
        }
      } finally {
        ServiceFunctions.CLOSE.call(manager);
      }
    }
  }

  private static boolean isNull(Result result) {
    return result.address().equals(MemorySegment.NULL);
  }

  private static MemorySegment opened(Text operation, Result result) {
    if (isNull(result)) {
      throw ServiceRefusal.refused(operation, result.error());
    }
    return result.address();
  }

  private static void require(Text operation, Result result) {
    if (result.number() == 0) {
      throw ServiceRefusal.refused(operation, result.error());
    }
  }

  @Override
  public Optional<InstalledService> find(String name) {
    return using(
        name,
        QUERY,
        (arena, service) -> {
          MemorySegment config = arena.allocate(LARGEST, 8);
          require(
              Text.of("windows-service.do-configuration"),
              ServiceFunctions.QUERY_CONFIG.call(
                  service, config, LARGEST, arena.allocate(JAVA_INT)));
          return new InstalledService(
              text(config.get(ADDRESS, 48)),
              text(config.get(ADDRESS, 16)),
              ServiceStart.of(config.get(JAVA_INT, 4)),
              status(arena, service).get(JAVA_INT, 4) != ServiceState.STOPPED.number());
        });
  }

  private static String text(MemorySegment address) {
    return address.equals(MemorySegment.NULL) ? "" : WideText.read(address.reinterpret(LARGEST));
  }

  /** SERVICE_STATUS_PROCESS. */
  private static MemorySegment status(Arena arena, MemorySegment service) {
    MemorySegment status = arena.allocate(36, 8);
    require(
        Text.of("windows-service.do-status"),
        ServiceFunctions.QUERY_STATUS.call(service, 0, status, 36, arena.allocate(JAVA_INT)));
    return status;
  }

  @Override
  public Optional<Sid> sid(ServiceAccount account) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment sid = arena.allocate(256);
      Result result =
          ServiceFunctions.LOOKUP.call(
              MemorySegment.NULL,
              WideText.write(arena, account.lookedUp()),
              sid,
              size(arena, 256),
              arena.allocate(1024),
              size(arena, 512),
              arena.allocate(JAVA_INT));
      if (result.number() == 0 && result.error() == NO_SUCH_ACCOUNT) {
        return Optional.empty();
      }
      require(Text.of("windows-service.do-look-up", "account", account.name()), result);
      return Optional.of(
          Sid.read(ByteBuffer.wrap(sid.toArray(JAVA_BYTE)).order(ByteOrder.LITTLE_ENDIAN), 0));
    }
  }

  private static MemorySegment size(Arena arena, int size) {
    MemorySegment place = arena.allocate(JAVA_INT);
    place.set(JAVA_INT, 0, size);
    return place;
  }

  @Override
  public boolean mayLogOn(Sid account) {
    try (LogOnRight right = new LogOnRight()) {
      return right.has(account);
    }
  }

  @Override
  public void allowLogOn(Sid account) {
    try (LogOnRight right = new LogOnRight()) {
      right.give(account);
    }
  }

  @Override
  public void register(List<String> arguments) {
    run(procrun, arguments);
    closeLog();
  }

  /** Takes back what procrun gives the account LocalService: to write in the folder of its log. */
  private static void closeLog() {
    Path registry = WindowsFolder.PATH.resolve("reg.exe");
    try {
      ProgramRun told =
          ProgramRun.of(List.of(registry.toString(), "query", LOG_KEY, "/v", "Path"), MOST);
      Optional<Path> log = logFolder(told);
      if (log.filter(Files::isDirectory).isPresent()) {
        run(
            WindowsFolder.PATH.resolve("icacls.exe"),
            List.of(log.get().toString(), "/remove:g", "*S-1-5-19"));
      }
    } catch (IOException e) {
      throw ServiceRefusal.failed(registry, e);
    }
  }

  /** The folder that reg.exe names, as {@code Path REG_SZ C:\ProgramData\...}. */
  static Optional<Path> logFolder(ProgramRun told) {
    return told.exit() == 0
        ? told.text()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("Path ") && line.contains(REGISTRY_TEXT))
            .map(line -> line.substring(line.indexOf(REGISTRY_TEXT) + REGISTRY_TEXT.length()))
            .map(folder -> Path.of(folder.strip()))
            .findFirst()
        : Optional.empty();
  }

  private static void run(Path program, List<String> arguments) {
    List<String> line = new ArrayList<>(List.of(program.toString()));
    line.addAll(arguments);
    try {
      ProgramRun run = ProgramRun.of(line, MOST);
      if (run.exit() != 0) {
        throw ServiceRefusal.failed(
            Message.of(
                "windows-service.program-ended",
                "program",
                program,
                "exit",
                String.valueOf(run.exit()),
                "output",
                run.text().strip()));
      }
    } catch (IOException e) {
      throw ServiceRefusal.failed(program, e);
    }
  }

  @Override
  public void configure(
      String name,
      Optional<ServiceAccount> account,
      Optional<Secret> password,
      Optional<ServiceStart> start) {
    change(
        name,
        (arena, service) -> {
          // Of a managed account it must be none, of Windows' own an empty one.
          MemorySegment secret =
              password
                  .map(each ->
                      each.use(bytes ->
                          WideText.write(arena, new String(bytes, StandardCharsets.UTF_8))))
                  .orElse(
                      account.filter(ServiceAccount::isOfWindows).isPresent()
                          ? WideText.write(arena, "")
                          : MemorySegment.NULL);
          Result result =
              ServiceFunctions.CHANGE_CONFIG.call(
                  service,
                  NO_CHANGE,
                  start.map(ServiceStart::number).orElse(NO_CHANGE),
                  NO_CHANGE,
                  // procrun never changes it, and the program may lie elsewhere by now.
                  WideText.write(arena, "\"%s\" //RS//%s".formatted(procrun, name)),
                  MemorySegment.NULL,
                  MemorySegment.NULL,
                  MemorySegment.NULL,
                  account
                      .map(each -> WideText.write(arena, each.name()))
                      .orElse(MemorySegment.NULL),
                  secret,
                  MemorySegment.NULL);
          secret.reinterpret(password.isPresent() ? secret.byteSize() : 0).fill((byte) 0);
          require(Text.of("windows-service.do-configure"), result);
        });
  }

  /** A change of an open service. */
  private interface Change {
    void of(Arena arena, MemorySegment service);
  }

  private static void change(String name, Change change) {
    boolean there =
        using(
                name,
                ALL_OF_SERVICE,
                (arena, service) -> {
                  change.of(arena, service);
                  return true;
                })
            .isPresent();
    if (!there) {
      throw ServiceRefusal.refused(
          Text.of("windows-service.do-find", "service", name), NO_SUCH_SERVICE);
    }
  }

  @Override
  public void openState(Path state) {
    try {
      OwnerOnly.folder(state);
    } catch (ExposedFolderException e) {
      throw new RefusalException(StateFolder.open(e.exposure()), e);
    } catch (IOException e) {
      throw ServiceRefusal.failed(state, e);
    }
    run(
        WindowsFolder.PATH.resolve("icacls.exe"),
        List.of(state.toString(), "/grant", "*%s:(OI)(CI)M".formatted(Sid.GARRISON_SERVICE)));
  }

  @Override
  public List<Text> complete(String name) {
    List<Text> remarks = new ArrayList<>();
    change(
        name,
        (arena, service) -> {
          MemorySegment actions = arena.allocate(8L * RESTARTS_AFTER.size(), 8);
          for (int i = 0; i < RESTARTS_AFTER.size(); i++) {
            actions.set(JAVA_INT, 8L * i, RESTART);
            actions.set(JAVA_INT, 8L * i + 4, RESTARTS_AFTER.get(i));
          }
          MemorySegment failure = arena.allocate(40, 8);
          failure.set(JAVA_INT, 0, DAY);
          failure.set(JAVA_INT, 24, RESTARTS_AFTER.size());
          failure.set(ADDRESS, 32, actions);
          require(
              Text.of("windows-service.do-recovery"),
              ServiceFunctions.CHANGE_CONFIG_2.call(service, 2, failure));
          Result own = ServiceFunctions.CHANGE_CONFIG_2.call(service, 5, size(arena, 1));
          if (own.number() == 0 && own.error() == UNKNOWN_LEVEL) {
            remarks.add(Text.of("windows-service.no-sid"));
          } else {
            require(Text.of("windows-service.do-sid"), own);
          }
        });
    run(
        WindowsFolder.PATH.resolve("reg.exe"),
        List.of(
            "add",
            EVENT_SOURCE,
            "/v",
            "EventMessageFile",
            "/t",
            "REG_EXPAND_SZ",
            "/d",
            "%SystemRoot%\\System32\\EventCreate.exe",
            "/f"));
    return List.copyOf(remarks);
  }

  @Override
  public void start(String name) {
    change(
        name,
        (arena, service) -> {
          Result started = ServiceFunctions.START.call(service, 0, MemorySegment.NULL);
          if (started.number() == 0 && started.error() != ALREADY_RUNNING) {
            throw ServiceRefusal.refused(Text.of("windows-service.do-start"), started.error());
          }
          ServiceState.await(ServiceState.RUNNING, () -> status(arena, service));
          ServiceState.requireLasting(() -> status(arena, service));
        });
  }

  @Override
  public void stop(String name) {
    change(
        name,
        (arena, service) -> {
          require(
              Text.of("windows-service.do-stop"),
              ServiceFunctions.CONTROL.call(service, STOP, arena.allocate(28, 8)));
          ServiceState.await(ServiceState.STOPPED, () -> status(arena, service));
        });
  }

  @Override
  public void remove(String name) {
    change(
        name,
        (_, service) ->
            require(Text.of("windows-service.do-remove"), ServiceFunctions.DELETE.call(service)));
  }
}
