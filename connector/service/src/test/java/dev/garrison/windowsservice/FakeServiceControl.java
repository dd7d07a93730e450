package dev.garrison.windowsservice;

import dev.garrison.files.acl.Sid;
import dev.garrison.language.Text;
import dev.garrison.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A service control manager in memory, which writes down what is changed. */
final class FakeServiceControl implements ServiceControl {
  private final Map<String, Sid> accounts = new HashMap<>();
  private final Set<Sid> allowed = new HashSet<>();
  private final List<String> written = new ArrayList<>();
  private @Nullable InstalledService service;
  private boolean forgetful;
  private String command = "\"C:\\g\\prunsrv.exe\" //RS//garrison";

  FakeServiceControl with(InstalledService there) {
    service = there;
    return this;
  }

  FakeServiceControl knows(String account, String sid) {
    accounts.put(account, new Sid(sid));
    return this;
  }

  /** It answers that all went well, and leaves the service as it is. */
  FakeServiceControl forgetful() {
    forgetful = true;
    return this;
  }

  /** It leaves the program of an earlier place. */
  FakeServiceControl keepsProgram(String kept) {
    command = kept;
    return this;
  }

  List<String> written() {
    return List.copyOf(written);
  }

  @Override
  public Optional<InstalledService> find(String name) {
    return Optional.ofNullable(service);
  }

  @Override
  public Optional<Sid> sid(ServiceAccount account) {
    return account.name().equals("LocalSystem")
        ? Optional.of(Sid.SYSTEM)
        : Optional.ofNullable(accounts.get(account.name()));
  }

  @Override
  public boolean mayLogOn(Sid account) {
    return allowed.contains(account);
  }

  @Override
  public void allowLogOn(Sid account) {
    written.add("allow " + account);
    allowed.add(account);
  }

  @Override
  public void register(List<String> arguments) {
    written.add(arguments.getFirst());
    if (service == null) {
      service =
          new InstalledService(
              "LocalSystem", "C:\\g\\prunsrv.exe //RS//garrison", ServiceStart.MANUAL, false);
    }
  }

  @Override
  public void configure(
      String name,
      Optional<ServiceAccount> account,
      Optional<Secret> password,
      Optional<ServiceStart> start) {
    written.add(
        "configure %s %s %s"
            .formatted(
                account.map(ServiceAccount::name).orElse("-"),
                password
                    .map(each -> each.use(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                    .orElse("-"),
                start.map(ServiceStart::word).orElse("-")));
    InstalledService before = there();
    if (!forgetful) {
      service =
          new InstalledService(
              account.map(ServiceAccount::name).orElse(before.account()),
              command,
              start.orElse(before.start()),
              before.running());
    }
  }

  private InstalledService there() {
    if (service == null) {
      throw new IllegalStateException("no service");
    }
    return service;
  }

  @Override
  public void openState(Path state) {
    written.add("state " + state);
  }

  @Override
  public List<Text> complete(String name) {
    written.add("complete");
    return List.of();
  }

  @Override
  public void start(String name) {
    written.add("start");
    running(true);
  }

  @Override
  public void stop(String name) {
    written.add("stop");
    running(false);
  }

  private void running(boolean running) {
    InstalledService now = there();
    service = new InstalledService(now.account(), now.command(), now.start(), running);
  }

  @Override
  public void remove(String name) {
    written.add("remove");
    service = null;
  }
}
