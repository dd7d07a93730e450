package dev.garrison.lab.adminservice.installer;

import dev.garrison.lab.device.Antiviruses;
import dev.garrison.lab.device.DefenderMode;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.OperatingSystem;
import dev.garrison.lab.device.Sensors;
import dev.garrison.lab.device.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Removal script on one device. Its {@code -AfterOffboarding} decides about the antivirus and the
 * agent, and its {@code -WithoutAntivirus} names servers that may be left without any.
 */
record RemovalScript(ScriptCall call, Device device, Sensors sensors, Antiviruses antiviruses) {
  private static final String DISABLE = "disable";
  private static final String UNINSTALL = "uninstall-agent";
  private static final Set<String> WORDS = Set.of("", "keep-other", DISABLE, UNINSTALL);
  private static final int INVALID_ARGUMENT = 20001;
  private static final int OTHER_TENANT = 20003;
  private static final int CONTENT_INCOMPLETE = 20009;
  private static final int NO_OTHER_ANTIVIRUS = 20014;
  private static final int WRONG_OFFBOARDING = 20040;
  private static final int OFFBOARDING_EXPIRED = 20041;
  private static final int NOT_OFFBOARDED = 20043;
  private static final int PASSIVE_WITHOUT_ANSWER = 20046;
  private static final int RESTART = 3010;

  private String after() {
    return call.value("AfterOffboarding").orElse("");
  }

  private boolean is2012() {
    return device.os() == OperatingSystem.SERVER_2012_R2;
  }

  private boolean isPassive() {
    return antiviruses.asked(device.index()).equals(Optional.of(1));
  }

  private boolean uninstalls() {
    return after().equals(UNINSTALL) && device.os().needsAgent();
  }

  private boolean disables() {
    return after().equals(DISABLE) || (after().equals(UNINSTALL) && !is2012() && isPassive());
  }

  /**
   * Runs the script, and returns the exit code.
   *
   * @param file the offboarding file of its content
   * @param products the lists of its content
   */
  int run(Optional<OnboardingFile.Offboarding> file, Optional<ProductList> products, Instant now) {
    Optional<String> tenant = sensors.orgId(device.index());
    return refusal(tenant)
        .or(() -> unguarded(products, now))
        .or(() -> tenant.flatMap(left -> refused(left, file, now)))
        .orElseGet(() -> leave(tenant.isPresent()));
  }

  private int leave(boolean onboarded) {
    if (!onboarded) {
      sensors.withdraw(device.index());
      return clear();
    }
    sensors.leave(device.index());
    if (!sensors.isConnected(device.index())) {
      return NOT_OFFBOARDED;
    }
    antiviruses.offboarded(device.index());
    return clear();
  }

  private Optional<Integer> refusal(Optional<String> tenant) {
    if (!WORDS.contains(after()) || (is2012() && after().equals(DISABLE))) {
      return Optional.of(INVALID_ARGUMENT);
    }
    if (tenant.isPresent() ? !tenant.equals(call.value("OrgId")) : joinsAnother()) {
      return Optional.of(OTHER_TENANT);
    }
    return tenant.isPresent() && isPassive() && after().isEmpty()
        ? Optional.of(PASSIVE_WITHOUT_ANSWER)
        : Optional.empty();
  }

  /** Whether the sensor was told to join another organization, and may yet do so. */
  private boolean joinsAnother() {
    return sensors
        .written(device.index(), Sensors.POLICY, Sensors.ONBOARDING_VALUE)
        .filter(value -> call.value("OrgId").filter(value::contains).isEmpty())
        .isPresent();
  }

  /** Refuses to take Defender away where no other antivirus runs, unless that was agreed. */
  private Optional<Integer> unguarded(Optional<ProductList> products, Instant now) {
    boolean takesDefender = disables() || (uninstalls() && is2012());
    if (!takesDefender || isAgreed() || products.isEmpty()) {
      return Optional.empty();
    }
    if (!products.get().isUnderstood()) {
      return Optional.of(CONTENT_INCOMPLETE);
    }
    return products
            .get()
            .isProtected(
                device.name(),
                Snapshot.of(device, sensors, antiviruses),
                LocalDate.ofInstant(now, ZoneOffset.UTC))
        ? Optional.empty()
        : Optional.of(NO_OTHER_ANTIVIRUS);
  }

  private boolean isAgreed() {
    return call.value("WithoutAntivirus").stream()
        .flatMap(names -> Stream.of(names.split(",")))
        .anyMatch(name -> ProductList.isServer(name, device.name()));
  }

  private static Optional<Integer> refused(
      String tenant, Optional<OnboardingFile.Offboarding> file, Instant now) {
    if (file.isEmpty() || !file.get().orgId().equals(tenant)) {
      return Optional.of(WRONG_OFFBOARDING);
    }
    return file.get().end().isAfter(now) ? Optional.empty() : Optional.of(OFFBOARDING_EXPIRED);
  }

  /** Does what follows offboarding, and returns the exit code. */
  private int clear() {
    int index = device.index();
    boolean disables = disables();
    if (uninstalls()) {
      sensors.uninstall(index);
      antiviruses.agentRemoved(index);
    }
    boolean restarts = disables && antiviruses.mode(index) != DefenderMode.ABSENT;
    if (restarts) {
      antiviruses.disableFeature(index);
    }
    if (!after().isEmpty()) {
      antiviruses.release(index);
    }
    return restarts ? RESTART : 0;
  }
}
