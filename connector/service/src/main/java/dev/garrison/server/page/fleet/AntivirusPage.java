package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.n;
import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.antivirus.AntivirusWords;
import dev.garrison.fleet.antivirus.Told.Source;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.language.Message;
import dev.garrison.manifest.Ring;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Links;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.AntivirusReading;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.FleetReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of what protects each server, today and after the plan. */
final class AntivirusPage {
  private static final int MOST = 100;

  private final AntivirusReading antivirus;
  private final List<Ring> rings;

  AntivirusPage(AntivirusReading antivirus, List<Ring> rings) {
    this.antivirus = antivirus;
    this.rings = rings;
  }

  /**
   * Content of the page.
   *
   * @param notes remedies of the dangers, and what the site does not tell
   * @param choices dangers and protections by which the list can be filtered
   * @param next the address of the next page
   */
  record Model(
      Frame frame,
      Filter filter,
      ApiAnswers.Antivirus answer,
      String verdict,
      List<Note> notes,
      List<Tile> tiles,
      List<String> rings,
      List<Choice> choices,
      List<Line> lines,
      boolean isFirst,
      Optional<String> next) {}

  /** Filter of the list; it also addresses the same list without JavaScript. */
  record Filter(Optional<String> prefix, Optional<String> ring, Optional<Worded> only) {
    boolean isSet() {
      return prefix.isPresent() || ring.isPresent() || only.isPresent();
    }

    boolean isFor(String word) {
      return only.map(Worded::word).filter(word::equals).isPresent();
    }

    private String address(String after) {
      Map<String, String> query = new LinkedHashMap<>();
      prefix.ifPresent(text -> query.put("prefix", text));
      ring.ifPresent(text -> query.put("ring", text));
      only.ifPresent(one -> query.put("only", one.word()));
      query.put("after", after);
      return Links.to(Tab.ANTIVIRUS.path(), query);
    }
  }

  /**
   * A fact about all servers, as it is recorded.
   *
   * @param danger of which it is the remedy
   */
  record Note(Optional<String> danger, String text) {}

  /** A number of servers that needs a look, and the list of them. */
  record Tile(String title, String number, String style, String link) {}

  /** A danger or a protection. */
  record Choice(String word, String title) {}

  /**
   * One server.
   *
   * @param danger empty where none is known
   * @param style class for the color of what protects it, which is also shown in words
   */
  record Line(ApiAnswers.Protected server, Optional<String> danger, String style) {
    AntivirusFacts facts() {
      return server.antivirus();
    }

    /** Whether its danger does not say already what protects it: nothing. */
    boolean isNamed() {
      return facts().danger().filter(Danger.NOTHING_PROTECTS.word()::equals).isEmpty();
    }
  }

  Page page() {
    return new Page(Tab.ANTIVIRUS.path(), this::show);
  }

  private View show(PageRequest request) {
    Filter filter =
        new Filter(
            request.text("prefix"),
            request.text("ring"),
            request.text("only").map(AntivirusPage::selection));
    Optional<Place> after = request.text("after").map(AntivirusPage::place);
    ApiAnswers.Antivirus answer =
        antivirus.servers(filter.prefix(), filter.ring(), filter.only(), after, MOST);
    int uncertain = answer.rings().stream().mapToInt(ApiAnswers.RingProtection::uncertain).sum();
    return new View(
        "fleet/antivirus",
        new Model(
            request.frame(),
            filter,
            answer,
            AntivirusWords.verdict(
                    answer.dangers().stream().mapToInt(ApiAnswers.DangerCount::servers).sum(),
                    answer.rings().stream().mapToInt(ApiAnswers.RingProtection::servers).sum(),
                    uncertain)
                .shown(),
            notes(answer, rings.stream().map(Ring::antivirus).distinct().toList()),
            tiles(answer, uncertain),
            rings.stream().map(Ring::name).toList(),
            AntivirusState.SELECTIONS.stream()
                .map(one -> new Choice(one.word(), title(one)))
                .toList(),
            answer.servers().stream().map(AntivirusPage::line).toList(),
            after.isEmpty(),
            answer.next().map(filter::address)));
  }

  private static Worded selection(String word) {
    return AntivirusReading.selection(word)
        .orElseThrow(() ->
            PageRequest.missing(
                Message.of(
                    "request.page-antivirus",
                    "word",
                    word,
                    "known",
                    AntivirusReading.selections())));
  }

  private static Place place(String cursor) {
    return FleetReading.place(cursor)
        .orElseThrow(() -> PageRequest.missing(Message.of("request.page-servers")));
  }

  /**
   * Remedies of the dangers that servers are in, and facts that the site does not tell.
   *
   * @param modes of the manifest's rings
   */
  static List<Note> notes(ApiAnswers.Antivirus answer, List<Ring.Antivirus> modes) {
    List<Note> notes = new ArrayList<>();
    for (ApiAnswers.DangerCount count : answer.dangers()) {
      if (count.servers() > 0) {
        Danger danger = Worded.required(Danger.class, count.danger());
        modes.stream()
            .map(danger::remedy)
            .distinct()
            .forEach(remedy -> notes.add(new Note(Optional.of(danger.title()), remedy)));
      }
    }
    answer.notes().forEach(note -> notes.add(new Note(Optional.empty(), note)));
    if (answer.observed().isPresent() && !answer.tellsMode()) {
      notes.add(new Note(Optional.empty(), AntivirusWords.MODE_UNTOLD));
    }
    return notes;
  }

  /** The dangers, and those of which nothing is known: a danger of theirs would not be seen. */
  private static List<Tile> tiles(ApiAnswers.Antivirus answer, int unknown) {
    List<Tile> tiles = new ArrayList<>();
    for (ApiAnswers.DangerCount count : answer.dangers()) {
      Danger danger = Worded.required(Danger.class, count.danger());
      tiles.add(
          tile(
              danger,
              count.servers() == 0 ? t("page.antivirus.none-known") : n(count.servers()),
              count.servers() == 0 ? "g-not-targeted" : "g-attention"));
    }
    tiles.add(tile(Protector.UNKNOWN, n(unknown), unknown == 0 ? "g-not-targeted" : "g-no-status"));
    return tiles;
  }

  private static Tile tile(Worded only, String number, String style) {
    return new Tile(
        title(only), number, style, Links.to(Tab.ANTIVIRUS.path(), Map.of("only", only.word())));
  }

  private static String title(Worded one) {
    return one instanceof Danger danger ? danger.title() : ((Protector) one).title();
  }

  private static Line line(ApiAnswers.Protected server) {
    AntivirusFacts facts = server.antivirus();
    return new Line(
        server,
        facts.danger().map(word -> Worded.of(Danger.class, word).map(Danger::title).orElse(word)),
        style(facts));
  }

  /** Green is only what is seen to protect; what is stated, or told in part, is not. */
  static String style(AntivirusFacts facts) {
    if (facts.danger().isPresent()) {
      return "g-attention";
    }
    boolean isSeen =
        facts.protectedBy().equals(Protector.DEFENDER.word())
            ? facts.realTimeProtection().isPresent()
            : facts.protectedBy().equals(Protector.OTHER.word())
                && facts.mode().isPresent()
                && facts
                    .otherAntivirus()
                    .filter(other -> !other.source().equals(Source.MANIFEST.word()))
                    .isPresent();
    return isSeen ? "g-onboarded" : "g-no-status";
  }
}
