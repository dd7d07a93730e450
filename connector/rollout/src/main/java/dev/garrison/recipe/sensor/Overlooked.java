package dev.garrison.recipe.sensor;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.Recognition;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.DurationText;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.sensor.SensorStock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds sensor updates that are passed over because of their titles. They may be the ones that the
 * rings should get: a publisher who renames one would stop the rings without notice. Nothing is
 * approved on a guess; a warning is reported.
 */
final class Overlooked {
  /** Age at which an update is reported as old; the sensor usually has a release a month. */
  static final Duration OLD = Duration.ofDays(60);

  private static final String UNREAD =
      "Look at it in the WSUS console. If your servers need it, approve it there, and report its title with 'garrison wsus probe --report FILE'.";
  private static final String UNLISTED =
      "Add the family to 'wsus.sensorUpdate.releases', or to 'leaveOut' there if your servers do not need it.";
  private static final String AGE =
      "See in the WSUS console whether there is a newer update of KB5005292 under another title; run 'garrison wsus sync' if there is none.";

  private final SensorUpdateSection section;
  private final Instant asOf;

  /**
   * @param asOf the servers' time
   */
  Overlooked(SensorUpdateSection section, Instant asOf) {
    this.section = section;
    this.asOf = asOf;
  }

  /** Stock and current updates of one server. */
  record Server(String name, SensorStock stock, SortedMap<ReleaseLine, Choice> choices) {
    static Server of(UpdateServerFacts.Known known) {
      return new Server(known.server().name(), known.stock(), known.choices());
    }
  }

  /** A sentence with the names of servers in its middle. */
  private record Said(String before, String after) implements Comparable<Said> {
    @Override
    public int compareTo(Said other) {
      return (before + after).compareTo(other.before + other.after);
    }
  }

  /** Warnings that need attention, each one once with the servers that have the problem. */
  List<Diagnostic> warnings(List<Server> servers) {
    SortedMap<Said, SortedSet<String>> unread = new TreeMap<>();
    SortedMap<Said, SortedSet<String>> unlisted = new TreeMap<>();
    SortedMap<Said, SortedSet<String>> old = new TreeMap<>();
    for (Server server : servers) {
      server.stock().product().ifPresent(product -> newer(server, product, unread, unlisted));
      server.choices().forEach((line, choice) -> old(line, choice, server.name(), old));
    }
    List<Diagnostic> warnings = new ArrayList<>();
    told(unread, warnings, WsusCode.NEWER_UPDATE_PASSED_OVER, UNREAD);
    told(unlisted, warnings, WsusCode.NEWER_UPDATE_PASSED_OVER, UNLISTED);
    told(old, warnings, WsusCode.CURRENT_UPDATE_IS_OLD, AGE);
    return warnings;
  }

  private static void told(
      Map<Said, SortedSet<String>> found, List<Diagnostic> warnings, WsusCode code, String remedy) {
    found.forEach((what, names) ->
        warnings.add(
            Diagnostic.warning(
                code, what.before() + String.join(", ", names) + what.after(), remedy)));
  }

  /** Collects updates newer than the oldest current one, or all if a line has no current one. */
  private void newer(
      Server server,
      SensorProduct product,
      Map<Said, SortedSet<String>> unread,
      Map<Said, SortedSet<String>> unlisted) {
    Instant since = since(server);
    for (Update update : server.stock().updates()) {
      if (!update.standing().isInForce()
          || update.installation().onlyInBundle()
          || !update.standing().created().isAfter(since)) {
        continue;
      }
      String name = server.name();
      switch (product.recognise(update)) {
        case Recognition.Unparseable(String why) ->
            add(
                unread,
                passedOver(update),
                ": its title is not understood, for " + why + ".",
                name);
        case Recognition.Ours(SensorUpdate sensor) when !section.knows(sensor.line().family()) ->
            add(
                unlisted,
                passedOver(update),
                ": the manifest neither lists the family '%s' nor leaves it out."
                    .formatted(sensor.line().family()),
                name);
        case Recognition.Ours _, Recognition.OtherProduct _, Recognition.Unrelated _ -> {
          // Listed, left out, or not the sensor's.
        }
      }
    }
  }

  private Instant since(Server server) {
    boolean some = section.releases().stream().allMatch(line -> current(server, line).isPresent());
    return some
        ? section.releases().stream()
            .flatMap(line -> current(server, line).stream())
            .map(sensor -> sensor.update().standing().created())
            .min(Instant::compareTo)
            .orElse(Instant.MIN)
        : Instant.MIN;
  }

  private static Optional<SensorUpdate> current(Server server, ReleaseLine line) {
    return Optional.ofNullable(server.choices().get(line)).flatMap(SensorStock::current);
  }

  private void old(
      ReleaseLine line, Choice choice, String server, Map<Said, SortedSet<String>> found) {
    SensorStock.current(choice)
        .filter(sensor -> sensor.update().standing().created().isBefore(asOf.minus(OLD)))
        .ifPresent(sensor ->
            add(
                found,
                "%s: %s, the newest on ".formatted(line, sensor.version()),
                ", is of %s, more than %s ago."
                    .formatted(date(sensor.update().standing().created()), DurationText.of(OLD)),
                server));
  }

  private static void add(
      Map<Said, SortedSet<String>> found, String before, String after, String server) {
    found.computeIfAbsent(new Said(before, after), _ -> new TreeSet<>()).add(server);
  }

  private static String passedOver(Update update) {
    return "'%s' of %s is passed over on "
        .formatted(update.labels().title(), date(update.standing().created()));
  }

  private static LocalDate date(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
