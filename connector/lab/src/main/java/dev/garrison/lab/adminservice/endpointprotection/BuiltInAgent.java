package dev.garrison.lab.adminservice.endpointprotection;

import dev.garrison.lab.adminservice.client.Inventory;
import dev.garrison.lab.adminservice.client.Polling;
import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.Antiviruses;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.OperatingSystem;
import dev.garrison.lab.device.Sensors;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Installs and onboards the agent as a client's settings and onboarding policy require. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/memdocs, Microsoft Defender for Endpoint in Configuration Manager",
    says =
        "With the client setting 'MDE Client' a 2012 R2 or 2016 server with an"
            + " onboarding policy gets the agent and is onboarded; later systems need only"
            + " the policy. With the legacy agent, the policy has no effect on these servers.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/memdocs, about client settings: Endpoint Protection",
    says =
        "Of several settings the lowest priority number wins; the agent is installed without InstallSCEPClient too, in a maintenance window unless the setting overrides it; clients below 5.00.9088 do nothing.")
final class BuiltInAgent {
  private static final int[] OLDEST_CLIENT = {5, 0, 9088};

  private final Timeline timeline;
  private final Fleet fleet;
  private final Sensors sensors;
  private final Antiviruses antiviruses;
  private final Collections collections;
  private final Polling polling;
  private final Inventory inventory;
  private Function<Integer, Stream<AgentSetting>> settings = _ -> Stream.empty();
  private Function<Integer, Optional<OnboardingPolicies.Policy>> policy = _ -> Optional.empty();

  BuiltInAgent(EndpointProtection.Surroundings around) {
    this.timeline = around.site().timeline();
    this.fleet = around.fleet();
    this.sensors = around.sensors();
    this.antiviruses = around.antiviruses();
    this.collections = around.collections();
    this.polling = around.polling();
    this.inventory = around.inventory();
  }

  /** Sets the sources of a device's client settings and policy. */
  void follow(
      Function<Integer, Stream<AgentSetting>> assigned,
      Function<Integer, Optional<OnboardingPolicies.Policy>> deployed) {
    this.settings = assigned;
    this.policy = deployed;
  }

  /**
   * Called when a collection's settings, policies, or members changed. Its devices act at their
   * next poll.
   */
  void changed(String collection) {
    collections.members(collection).stream()
        .filter(device -> policy.apply(device).isPresent())
        .filter(device -> fleet.at(device).polls())
        .forEach(device -> timeline.at(polling.policy(device, timeline.now()), () -> look(device)));
  }

  private void look(int device) {
    if (!isMeant(device)) {
      return;
    }
    Instant start = start(fleet.at(device));
    timeline.at(
        start.plus(Duration.ofMinutes(fleet.at(device).traits().minutes())), () -> done(device));
  }

  /** Whether a device is to be onboarded. */
  private boolean isMeant(int device) {
    return polling.isOn(device)
        && !fleet.at(device).joined()
        && sensors.orgId(device).isEmpty()
        && policy.apply(device).isPresent()
        && isNewEnough(fleet.at(device))
        && (!needsAgent(fleet.at(device))
            || effective(device).filter(AgentSetting::bringsMdeClient).isPresent());
  }

  private Optional<AgentSetting> effective(int device) {
    return settings.apply(device).min(Comparator.comparingInt(AgentSetting::priority));
  }

  private static boolean needsAgent(Device device) {
    return device.os() == OperatingSystem.SERVER_2012_R2
        || device.os() == OperatingSystem.SERVER_2016;
  }

  private static boolean isNewEnough(Device device) {
    int[] client =
        device.clientVersion().stream()
            .flatMap(version -> Stream.of(version.split("\\.", -1)))
            .mapToInt(Integer::parseInt)
            .toArray();
    return Arrays.compare(client, OLDEST_CLIENT) >= 0;
  }

  private Instant start(Device device) {
    boolean anyTime =
        !needsAgent(device)
            || effective(device.index()).filter(AgentSetting::anyTime).isPresent()
            || device.generalWindows().isEmpty();
    Duration needed = Duration.ofMinutes(device.traits().minutes());
    return anyTime
        ? timeline.now()
        : device.generalWindows().stream()
            .map(window -> window.next(timeline.now(), needed))
            .min(Comparator.naturalOrder())
            .orElse(timeline.now());
  }

  private void done(int device) {
    if (isMeant(device) && fleet.at(device).traits().exitCode() == 0) {
      sensors.onboard(device, policy.apply(device).orElseThrow().orgId());
      if (sensors.isConnected(device)) {
        antiviruses.onboarded(device);
        inventory.follows(device);
      }
    }
  }
}
