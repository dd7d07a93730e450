package dev.garrison.manifest.reading;

import dev.garrison.catalog.declinepolicy.DeclinePolicy;
import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.value.RelativeDeadline;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.manifest.wsus.HeldVersion;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.ServedCollection;
import dev.garrison.manifest.wsus.UpdateRing;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the section {@code wsus.sensorUpdate}. */
final class SensorUpdateForm {
  static final Form<SensorUpdateSection> FORM =
      Form.section(Text.of("manifest-form.sensor-update"), SensorUpdateForm::read);

  private static final String UNIFIED_AGENT = "unified agent";
  private static final Form<ReleaseLine> RELEASE =
      Form.section(Text.of("manifest-form.release"), SensorUpdateForm::release);
  private static final Form<RingGate> GATE = RingForm.gate("installed");
  private static final Form<UpdateRing> RING =
      Form.section(Text.of("manifest-form.update-ring"), SensorUpdateForm::ring);
  private static final Form<String> VERSION =
      Scalars.text(
          Text.of("manifest-form.sensor-version"),
          Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9}){1,3}"));
  private static final Form<HeldVersion> HELD =
      Form.section(Text.of("manifest-form.held-version"), SensorUpdateForm::held);

  private static final Form<SensorUpdateSection.Subscription> SUBSCRIPTION =
      Scalars.word(SensorUpdateSection.Subscription.class);
  private static final Form<SensorUpdateSection.Decline> DECLINE =
      Scalars.word(SensorUpdateSection.Decline.class);

  private SensorUpdateForm() {}

  private static Optional<SensorUpdateSection> read(Mapping update) {
    Optional<List<ReleaseLine>> releases = update.required("releases", Form.listOf(RELEASE, 1));
    Optional<List<UpdateRing>> rings = update.required("rings", Form.listOf(RING, 1));
    Optional<RelativeDeadline> deadline = update.optional("deadline", Scalars.DEADLINE);
    Optional<Boolean> soon = update.optional("shortDeadline", Scalars.TRUTH, false);
    Optional<Boolean> licence = update.optional("acceptLicence", Scalars.TRUTH, false);
    Optional<Boolean> everybody = update.optional("allowAllComputers", Scalars.TRUTH, false);
    Optional<String> files = update.optional("deploymentPackage", Scalars.NAME);
    Optional<List<HeldVersion>> held = update.optional("hold", Form.listOf(HELD, 0), List.of());
    Optional<SensorUpdateSection.Subscription> subscription =
        update.optional("subscription", SUBSCRIPTION, SensorUpdateSection.Subscription.MANUAL);
    Optional<SensorUpdateSection.Decline> decline =
        update.optional("decline", DECLINE, SensorUpdateSection.Decline.REPORT);
    Optional<Duration> grace =
        update.optional("declineAfter", Scalars.DURATION, DeclinePolicy.LEAST_GRACE);
    grace.ifPresent(length -> checkGrace(update, length));
    Optional<List<Family>> leftOut =
        update
            .optional("leaveOut", Form.listOf(Scalars.NAME, 0), List.of())
            .map(names -> names.stream().map(SensorUpdateForm::family).toList());
    RingForm.checkDeadline(update, deadline, soon, false, "manifest-section.deadline-short-update");
    releases.ifPresent(all -> {
      checkReleases(update, all);
      leftOut.ifPresent(families -> checkLeftOut(update, all, families));
    });
    rings.ifPresent(all -> {
      checkRings(update, all);
      ServedCollectionForm.check(update, all);
    });
    return update.complete(() ->
        new SensorUpdateSection(
            new TreeSet<>(releases.orElseThrow()),
            new TreeSet<>(leftOut.orElseThrow()),
            rings.orElseThrow(),
            deadline,
            licence.orElseThrow(),
            everybody.orElseThrow(),
            held.orElseThrow(),
            subscription.orElseThrow(),
            decline.orElseThrow(),
            grace.orElseThrow(),
            files));
  }

  private static void checkGrace(Mapping update, Duration grace) {
    if (grace.compareTo(DeclinePolicy.LEAST_GRACE) < 0) {
      update.contradiction(
          ManifestCode.VALUE_REFUSED,
          "declineAfter",
          Message.of("manifest-section.grace", "path", update.path("declineAfter")));
    }
  }

  private static Optional<ReleaseLine> release(Mapping release) {
    Optional<Family> family =
        release.required("family", Scalars.NAME).map(SensorUpdateForm::family);
    Optional<String> channel = release.optional("channel", Scalars.NAME);
    return release.complete(() ->
        new ReleaseLine(family.orElseThrow(), channel.map(Channel::new).orElse(Channel.UNNAMED)));
  }

  private static Family family(String name) {
    return name.equalsIgnoreCase(UNIFIED_AGENT) ? Family.UNIFIED_AGENT : new Family(name);
  }

  /** Checks that no family is both wanted and left out. */
  private static void checkLeftOut(
      Mapping update, List<ReleaseLine> releases, List<Family> families) {
    for (int i = 0; i < families.size(); i++) {
      Family family = families.get(i);
      if (releases.stream().anyMatch(line -> line.family().equals(family))) {
        update.contradiction(
            ManifestCode.VALUE_REFUSED,
            "leaveOut[" + i + "]",
            Message.of(
                "manifest-section.excluded-too",
                "path",
                update.path("leaveOut[" + i + "]"),
                "value",
                family,
                "other",
                update.path("releases")));
      }
    }
  }

  private static Optional<UpdateRing> ring(Mapping ring) {
    Optional<String> name = ring.required("ring", RingForm.NAME);
    Optional<List<String>> groups =
        ring.has("softwareUpdatePoint")
            ? ring.optional("groups", Form.listOf(Scalars.NAME, 1), List.of())
            : ring.required("groups", Form.listOf(Scalars.NAME, 1));
    Optional<RingGate> gate = ring.optional("gate", GATE, RingGate.DEFAULT);
    Optional<ServedCollection> served =
        ring.optional("softwareUpdatePoint", ServedCollectionForm.of(name.orElse("")));
    return ring.complete(
        () -> new UpdateRing(name.orElseThrow(), groups.orElseThrow(), gate.orElseThrow(), served));
  }

  private static Optional<HeldVersion> held(Mapping held) {
    Optional<String> version = held.required("version", VERSION);
    Optional<String> reason = held.required("reason", Scalars.NAME);
    return held.complete(() ->
        new HeldVersion(version.flatMap(SensorVersion::parse).orElseThrow(), reason.orElseThrow()));
  }

  private static void checkReleases(Mapping update, List<ReleaseLine> releases) {
    Set<ReleaseLine> seen = new HashSet<>();
    for (int i = 0; i < releases.size(); i++) {
      if (!seen.add(releases.get(i))) {
        update.contradiction(
            ManifestCode.VALUE_REFUSED,
            "releases[" + i + "]",
            Message.of(
                "manifest-check.twice", "path", update.path("releases"), "value", releases.get(i)));
      }
    }
  }

  /** Checks that a group is in one ring only: an approval for two would not wait for the first. */
  private static void checkRings(Mapping update, List<UpdateRing> rings) {
    Map<String, String> names = new HashMap<>();
    Map<String, String> owners = new HashMap<>();
    for (int i = 0; i < rings.size(); i++) {
      String path = "rings[" + i + "]";
      unique(update, names, path + ".ring", rings.get(i).ring(), "manifest-check.name-each-ring");
      for (int j = 0; j < rings.get(i).groups().size(); j++) {
        unique(
            update,
            owners,
            path + ".groups[" + j + "]",
            rings.get(i).groups().get(j),
            "manifest-check.group-once");
      }
    }
  }

  static void unique(
      Mapping update, Map<String, String> seen, String key, String name, String fix) {
    String other = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), key);
    if (other != null) {
      update.contradiction(
          ManifestCode.RINGS_OVERLAP,
          key,
          CrossChecks.same(update.path(key), name, update.path(other), fix));
    }
  }
}
