package dev.garrison.recipe.sensor;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.Recognition;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.sensor.SensorStock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
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

  /**
   * A message that is the same for several servers.
   *
   * @param places of the message, without the place {@code servers}
   */
  private record Said(String key, List<Object> places) implements Comparable<Said> {
    static Said of(String key, Object... places) {
      return new Said(key, List.of(places));
    }

    Message message(Collection<String> servers) {
      List<Object> all = new ArrayList<>(places);
      all.add("servers");
      all.add(List.copyOf(servers));
      return Message.of(key, all.toArray());
    }

    @Override
    public int compareTo(Said other) {
      return message(List.of())
          .problem()
          .toString()
          .compareTo(other.message(List.of()).problem().toString());
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
    told(unread, warnings, WsusCode.NEWER_UPDATE_PASSED_OVER);
    told(unlisted, warnings, WsusCode.NEWER_UPDATE_PASSED_OVER);
    told(old, warnings, WsusCode.CURRENT_UPDATE_IS_OLD);
    return warnings;
  }

  private static void told(
      Map<Said, SortedSet<String>> found, List<Diagnostic> warnings, WsusCode code) {
    found.forEach((what, names) -> warnings.add(Diagnostic.warning(code, what.message(names))));
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
            add(unread, passedOver("sensor-update.unread", update, "reason", why), name);
        case Recognition.Ours(SensorUpdate sensor) when !section.knows(sensor.line().family()) ->
            add(
                unlisted,
                passedOver("sensor-update.unlisted", update, "family", sensor.line().family()),
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
                Said.of(
                    "sensor-update.old",
                    "line",
                    line.toString(),
                    "version",
                    sensor.version(),
                    "date",
                    date(sensor.update().standing().created()),
                    "age",
                    OLD),
                server));
  }

  private static void add(Map<Said, SortedSet<String>> found, Said said, String server) {
    found.computeIfAbsent(said, _ -> new TreeSet<>()).add(server);
  }

  private static Said passedOver(String key, Update update, String place, Object value) {
    return Said.of(
        key,
        "title",
        update.labels().title(),
        "date",
        date(update.standing().created()),
        place,
        value);
  }

  private static LocalDate date(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
