package dev.garrison.manifest.reading;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.OtherAntivirus;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.value.BuiltInCollections;
import dev.garrison.manifest.value.ProxyServers;
import dev.garrison.manifest.value.RelativeDeadline;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import dev.garrison.manifest.yaml.Reading;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an entry of {@code rings}. */
final class RingForm {
  static final Form<Ring> FORM = Form.section(Text.of("manifest-form.ring"), RingForm::read);

  private static final int MOST_DEVICES = 1_000_000;

  /** Form of the name of a ring or of an entry of {@code offboard}. */
  static final Form<String> NAME =
      Scalars.text(
          Text.of("manifest-form.ring-name"),
          Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._-]{0,38}[\\p{L}\\p{N}])?"));

  private static final Form<Ring.Antivirus> ANTIVIRUS = Scalars.word(Ring.Antivirus.class);
  private static final Form<List<String>> NAMES = Form.listOf(Scalars.NAME, 0);
  private static final int MOST_SAMPLED = 50;
  private static final Form<RingGate> GATE =
      Form.section(Text.of("manifest-form.ring-gate"), RingForm::sampledGate);

  private static final String HOST_AND_PORT =
      "[A-Za-z0-9][A-Za-z0-9.-]{0,252}:(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}"
          + "|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";
  private static final Form<String> SENSOR_PROXY =
      Scalars.text(Text.of("manifest-form.host-and-port"), Pattern.compile(HOST_AND_PORT));
  private static final Form<String> ANTIVIRUS_PROXY =
      Scalars.text(
          Text.of("manifest-form.proxy-address"), Pattern.compile("https?://" + HOST_AND_PORT));
  private static final Form<ProxyServers> PROXY =
      Form.section(Text.of("manifest-form.proxy"), RingForm::proxy);

  private RingForm() {}

  private static Optional<Ring> read(Mapping ring) {
    Optional<String> name = ring.required("name", NAME);
    Optional<List<String>> collections = ring.required("collections", Form.listOf(Scalars.NAME, 1));
    Optional<List<String>> exclude = ring.optional("exclude", NAMES, List.of());
    Optional<Integer> most = ring.required("maxDevices", Scalars.integer(1, MOST_DEVICES));
    Optional<RelativeDeadline> deadline = ring.required("deadline", Scalars.DEADLINE);
    Optional<Boolean> soon = ring.optional("shortDeadline", Scalars.TRUTH, false);
    Optional<Boolean> local = ring.optional("localTime", Scalars.TRUTH, true);
    Optional<Ring.Antivirus> antivirus = ring.required("antivirus", ANTIVIRUS);
    Optional<Boolean> window = ring.optional("requireMaintenanceWindow", Scalars.TRUTH, true);
    Optional<List<String>> groups = ring.optional("distributionGroups", NAMES, List.of());
    Optional<RingGate> gate = ring.optional("gate", GATE, RingGate.DEFAULT);
    Optional<List<OtherAntivirus>> others =
        ring.optional("otherAntivirus", Form.listOf(AntivirusForm.STATED, 0), List.of());
    Optional<ProxyServers> proxy = ring.optional("proxy", PROXY);
    boolean own = local.orElse(true);
    checkDeadline(
        ring,
        deadline,
        soon,
        own,
        own ? "manifest-section.deadline-short-local" : "manifest-section.deadline-short-ring");
    checkCollections(ring, collections.orElse(List.of()), exclude.orElse(List.of()));
    return ring.complete(() ->
        new Ring(
            name.orElseThrow(),
            collections.orElseThrow(),
            exclude.orElseThrow(),
            most.orElseThrow(),
            deadline.orElseThrow(),
            soon.orElseThrow(),
            local.orElseThrow(),
            antivirus.orElseThrow(),
            window.orElseThrow(),
            groups.orElseThrow(),
            gate.orElseThrow(),
            others.orElseThrow(),
            proxy));
  }

  /**
   * Form of a ring's gate.
   *
   * @param done the key of the percentage of servers that must have reached the goal
   */
  static Form<RingGate> gate(String done) {
    return Form.section(Text.of("manifest-form.gate", "done", done), gate -> gate(gate, done));
  }

  private static Optional<RingGate> sampledGate(Mapping gate) {
    Optional<Integer> sample =
        gate.optional(
            "modeSample", Scalars.integer(0, MOST_SAMPLED), RingGate.DEFAULT.modeSample());
    return gate(gate, "onboarded").flatMap(read -> sample.map(read::sampling));
  }

  private static Optional<RingGate> gate(Mapping gate, String done) {
    RingGate otherwise = RingGate.DEFAULT;
    Optional<Integer> onboarded =
        gate.optional(done, Scalars.integer(1, 100), otherwise.onboarded());
    Optional<Integer> failed = gate.optional("failed", Scalars.integer(0, 100), otherwise.failed());
    Optional<Integer> reporting =
        gate.optional("reporting", Scalars.integer(0, 100), otherwise.reporting());
    Optional<Duration> soak = gate.optional("soak", Scalars.DURATION, otherwise.soak());
    Optional<Duration> stalled =
        gate.optional("stalledAfter", Scalars.DURATION, otherwise.stalledAfter());
    return gate.complete(() ->
        new RingGate(
            onboarded.orElseThrow(),
            failed.orElseThrow(),
            reporting.orElseThrow(),
            soak.orElseThrow(),
            stalled.orElseThrow()));
  }

  private static Optional<ProxyServers> proxy(Mapping proxy) {
    Optional<String> sensor = proxy.optional("sensor", SENSOR_PROXY);
    Optional<String> antivirus = proxy.optional("antivirus", ANTIVIRUS_PROXY);
    if (!proxy.has("sensor") && !proxy.has("antivirus")) {
      proxy.contradiction(
          ManifestCode.KEY_MISSING,
          "sensor",
          new Message(
              Text.of(
                  "manifest-section.both-missing",
                  "one",
                  proxy.path("sensor"),
                  "other",
                  proxy.path("antivirus")),
              Text.of("manifest-section.write-proxy")));
    }
    return proxy.complete(() -> new ProxyServers(sensor, antivirus));
  }

  /**
   * Refuses a deadline that can be less than 24 hours away, unless the manifest accepts that.
   *
   * @param local whether servers use their own clocks
   * @param problem the key of the problem, which names the event from which the deadline is counted
   */
  static void checkDeadline(
      Mapping ring,
      Optional<RelativeDeadline> deadline,
      Optional<Boolean> soon,
      boolean local,
      String problem) {
    if (deadline.isEmpty() || soon.isEmpty() || soon.get() || !deadline.get().canBeShort(local)) {
      return;
    }
    ring.contradiction(
        ManifestCode.DEADLINE_SHORT,
        "deadline",
        new Message(
            Text.of(problem, "path", ring.path("deadline"), "value", deadline.get()),
            Text.of("manifest-section.deadline-later")));
  }

  private static void checkCollections(
      Mapping ring, List<String> collections, List<String> exclude) {
    Set<String> excluded = new HashSet<>();
    exclude.forEach(name -> excluded.add(name.toLowerCase(Locale.ROOT)));
    for (int i = 0; i < collections.size(); i++) {
      String name = collections.get(i);
      String key = "collections[" + i + "]";
      if (BuiltInCollections.contains(name)) {
        ring.contradiction(
            ManifestCode.COLLECTION_BUILT_IN,
            key,
            CrossChecks.builtIn(ring.path(key), name, "manifest-check.own-ring"));
      }
      if (excluded.contains(name.toLowerCase(Locale.ROOT))) {
        ring.contradiction(
            ManifestCode.RINGS_OVERLAP,
            key,
            Message.of(
                "manifest-section.excluded-too",
                "path",
                ring.path(key),
                "value",
                Reading.shortened(name),
                "other",
                ring.path("exclude")));
      }
    }
  }
}
