package dev.garrison.server.reading;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.history.AntivirusHistory.Count;
import dev.garrison.history.AntivirusHistory.Look;
import dev.garrison.history.AntivirusHistory.Row;
import dev.garrison.history.AntivirusHistory.Wish;
import dev.garrison.history.History;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.manifest.Ring;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Antivirus of the servers, as the job 'status' stored it. It sends no request to the site. */
public final class AntivirusReading {
  private final List<String> rings;
  private final History history;
  private final CachedAnswer<Optional<Look>, List<Count>> latest = new CachedAnswer<>();

  /**
   * @param rings of the manifest, in the order in which they open
   */
  public AntivirusReading(List<Ring> rings, History history) {
    this.rings = rings.stream().map(Ring::name).toList();
    this.history = history;
  }

  /**
   * A page of servers, those in danger first, with the numbers of all.
   *
   * @param only a danger or a protection
   * @param limit most servers
   */
  public ApiAnswers.Antivirus servers(
      Optional<String> prefix,
      Optional<String> ring,
      Optional<Worded> only,
      Optional<Place> after,
      int limit) {
    Optional<Look> look = history.antivirus().look();
    List<Count> counts = look.isEmpty() ? List.of() : counts(look);
    List<Row> rows = history.antivirus().page(new Wish(prefix, ring, only, after, limit + 1));
    List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
    return new ApiAnswers.Antivirus(
        look.map(Look::at),
        look.filter(Look::tellsMode).isPresent(),
        look.map(Look::notes).orElse(List.of()),
        look.isEmpty() ? List.of() : dangers(counts),
        look.isEmpty() ? List.of() : rings(counts),
        shown.stream()
            .map(row ->
                new ApiAnswers.Protected(
                    row.name(), row.place().device(), row.place().ring(), row.facts()))
            .toList(),
        rows.size() > limit
            ? Optional.of(FleetReading.cursor(shown.getLast().place()))
            : Optional.empty());
  }

  /** The danger or the protection with this word. */
  public static Optional<Worded> selection(String word) {
    return AntivirusState.SELECTIONS.stream().filter(one -> one.word().equals(word)).findFirst();
  }

  /** Words of all dangers and protections. */
  public static String selections() {
    return AntivirusState.SELECTIONS.stream().map(Worded::word).collect(Collectors.joining(", "));
  }

  private List<Count> counts(Optional<Look> look) {
    return latest.get(look, history.antivirus()::counts);
  }

  private static List<ApiAnswers.DangerCount> dangers(List<Count> counts) {
    return Arrays.stream(Danger.values())
        .map(danger ->
            new ApiAnswers.DangerCount(
                danger.word(),
                sum(counts, count -> count.danger().filter(danger::equals).isPresent())))
        .toList();
  }

  /** Rings of the manifest, then those that it no longer has. */
  private List<ApiAnswers.RingProtection> rings(List<Count> counts) {
    return Stream.concat(rings.stream(), counts.stream().map(Count::ring))
        .distinct()
        .map(
            ring -> ring(ring, counts.stream().filter(count -> count.ring().equals(ring)).toList()))
        .toList();
  }

  private static ApiAnswers.RingProtection ring(String ring, List<Count> own) {
    return new ApiAnswers.RingProtection(
        ring,
        sum(own, _ -> true),
        sum(own, Protector.DEFENDER),
        sum(own, Protector.OTHER),
        sum(own, Protector.BOTH),
        sum(own, Protector.NOTHING),
        sum(own, Protector.UNKNOWN),
        sum(own, Count::isUncertain));
  }

  private static int sum(List<Count> counts, Protector protector) {
    return sum(counts, count -> count.protector().equals(protector.word()));
  }

  private static int sum(List<Count> counts, Predicate<Count> wanted) {
    return counts.stream().filter(wanted).mapToInt(Count::servers).sum();
  }
}
