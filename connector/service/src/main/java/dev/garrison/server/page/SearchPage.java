package dev.garrison.server.page;

import static dev.garrison.server.page.frame.PageText.recorded;
import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.history.History;
import dev.garrison.history.StandingPages;
import dev.garrison.history.StandingPages.Column;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.history.StandingPages.Section;
import dev.garrison.job.JobRun;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.job.UpdatesSeen.Line;
import dev.garrison.job.UpdatesSeen.OnServer;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Links;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import dev.garrison.state.JournalFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Search for what the pages show, in the history and the journals alone. */
final class SearchPage {
  /** Most results of one kind. */
  private static final int MOST = 10;

  /** Article of the sensor's updates. */
  private static final String SENSOR_ARTICLE = "5005292";

  private final Manifest manifest;
  private final History history;
  private final RecordSearch records;

  /**
   * @param journals by their names
   */
  SearchPage(Manifest manifest, History history, Map<String, JournalFolder> journals) {
    this.manifest = manifest;
    this.history = history;
    this.records = new RecordSearch(history.runs(), journals);
  }

  /**
   * Content of the page.
   *
   * @param text the search text; empty before the first search
   * @param kinds kinds with at least one result
   * @param unchecked kinds that no run has checked yet, in sentences
   */
  record Model(Frame frame, String text, List<Kind> kinds, List<String> unchecked) {
    Model {
      kinds = List.copyOf(kinds);
      unchecked = List.copyOf(unchecked);
    }
  }

  /**
   * Results of one kind.
   *
   * @param all number of results
   * @param hits the first results
   * @param more link to all results; empty where there is none
   */
  record Kind(String title, int all, List<Hit> hits, Optional<Hit> more) {
    static Kind of(String title, List<Hit> hits, String link) {
      return new Kind(
          title,
          hits.size(),
          hits.subList(0, Math.min(MOST, hits.size())),
          hits.size() > MOST
              ? Optional.of(new Hit(t("page.search.all", "count", hits.size()), "", link))
              : Optional.empty());
    }
  }

  /** A result, and the page that it leads to. */
  record Hit(String title, String detail, String link) {}

  Page page() {
    return new Page("/search", this::show);
  }

  private View show(PageRequest request) {
    Optional<String> text = request.text("q");
    List<Kind> kinds =
        text.map(this::found).orElse(List.of()).stream().filter(kind -> kind.all() > 0).toList();
    if (kinds.size() == 1 && kinds.getFirst().all() == 1) {
      return View.to(kinds.getFirst().hits().getFirst().link());
    }
    return new View(
        "search",
        new Model(
            request.frame(), text.orElse(""), kinds, text.isPresent() ? unchecked() : List.of()));
  }

  private List<Kind> found(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    Predicate<String> matches = name -> name.toLowerCase(Locale.ROOT).contains(wanted);
    return List.of(
        servers(text),
        rings(matches),
        plans(wanted),
        runs(wanted, matches),
        records.journalRuns(matches),
        records.objects(matches),
        updateServers(matches),
        groups(matches),
        updates(wanted));
  }

  private Kind servers(String text) {
    Filter filter =
        new Filter(
            Optional.of(StandingPages.containing(text)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    int all = history.pages().count(filter);
    return new Kind(
        Tab.SERVERS.title(),
        all,
        history.pages().section(new Section(filter, Column.NAME, false, 0, MOST)).stream()
            .map(row ->
                new Hit(
                    row.name(),
                    t("page.link.ring", "ring", row.ring()),
                    Links.below(Tab.SERVERS.path(), row.name())))
            .toList(),
        all > MOST
            ? Optional.of(
                new Hit(
                    t("page.search.all-servers", "count", all),
                    "",
                    Links.to(Tab.SERVERS.path(), Map.of("name", text))))
            : Optional.empty());
  }

  private Kind rings(Predicate<String> matches) {
    return Kind.of(
        t("page.search.rings"),
        manifest.rings().stream()
            .map(Ring::name)
            .filter(matches)
            .map(name -> new Hit(name, "", Tab.ROLLOUT.path()))
            .toList(),
        Tab.ROLLOUT.path());
  }

  private Kind plans(String wanted) {
    return Kind.of(
        Tab.PLANS.title(),
        history.runs().planned().stream()
            .filter(run -> isNumber(run, wanted) || run.job().word().contains(wanted))
            .map(run ->
                new Hit(
                    t(
                        "page.link.plan-of-job",
                        "run",
                        String.valueOf(run.id()),
                        "job",
                        run.job().word()),
                    recorded(run.summary()),
                    "/runs/%d/plan".formatted(run.id())))
            .toList(),
        Tab.PLANS.path());
  }

  private static boolean isNumber(JobRun run, String wanted) {
    return String.valueOf(run.id()).equals(wanted);
  }

  /** The run of this number, the latest runs of jobs with such names, and decisions about plans. */
  private Kind runs(String wanted, Predicate<String> matches) {
    List<JobKind> jobs =
        Arrays.stream(JobKind.values()).filter(job -> job.word().contains(wanted)).toList();
    Map<Long, Hit> hits = new TreeMap<>(Comparator.reverseOrder());
    numbered(wanted).ifPresent(run -> hits.put(run.id(), run(run)));
    jobs.stream()
        .flatMap(job -> history.runs().latest(Optional.of(job), MOST).stream())
        .forEach(run -> hits.put(run.id(), run(run)));
    history.runs().decided().stream()
        .filter(run ->
            Stream.concat(run.origin().change().stream(), run.origin().comment().stream())
                .anyMatch(matches))
        .forEach(run -> hits.put(run.id(), decision(run)));
    List<Hit> all = List.copyOf(hits.values());
    return new Kind(
        Tab.RUNS.title(), all.size(), all.subList(0, Math.min(MOST, all.size())), allRuns(jobs));
  }

  private Optional<JobRun> numbered(String wanted) {
    if (!wanted.matches("[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    long number = Long.parseLong(wanted);
    return history.runs().latest(Optional.empty(), number + 1, 1).stream()
        .filter(run -> run.id() == number)
        .findFirst();
  }

  /** A run that a person decided about, with the change number and the comment. */
  private static Hit decision(JobRun run) {
    Optional<String> change = run.origin().change();
    String comment = run.origin().comment().orElse("");
    String detail =
        change
            .map(number ->
                comment.isEmpty()
                    ? t("page.search.change", "change", number)
                    : t("page.search.change-and-comment", "change", number, "comment", comment))
            .orElse(comment);
    return new Hit(run(run).title(), detail, run(run).link());
  }

  private static Optional<Hit> allRuns(List<JobKind> jobs) {
    return switch (jobs.size()) {
      case 0 -> Optional.empty();
      case 1 -> {
        String job = jobs.getFirst().word();
        yield Optional.of(
            new Hit(
                t("page.search.all-runs-of-job", "job", job),
                "",
                Links.to(Tab.RUNS.path(), Map.of("job", job))));
      }
      default -> Optional.of(new Hit(t("page.search.all-runs"), "", Tab.RUNS.path()));
    };
  }

  private static Hit run(JobRun run) {
    return new Hit(
        t("page.link.run-of-job", "run", String.valueOf(run.id()), "job", run.job().word()),
        recorded(run.summary()),
        "/runs/" + run.id());
  }

  private Stream<OnServer> updateServers() {
    return history.updates().latest().map(UpdatesSeen::servers).orElse(List.of()).stream();
  }

  private Kind updateServers(Predicate<String> matches) {
    return Kind.of(
        t("page.search.wsus-servers"),
        updateServers()
            .map(OnServer::server)
            .filter(matches)
            .map(server -> new Hit(server, "", Tab.UPDATES.path()))
            .toList(),
        Tab.UPDATES.path());
  }

  private Kind groups(Predicate<String> matches) {
    return Kind.of(
        t("page.search.groups"),
        updateServers()
            .flatMap(server ->
                server.lines().stream()
                    .flatMap(line -> line.groups().stream())
                    .map(UpdatesSeen.Group::group)
                    .filter(matches)
                    .distinct()
                    .map(group -> new Hit(group, server.server(), Tab.UPDATES.path())))
            .toList(),
        Tab.UPDATES.path());
  }

  /** Updates by article, family, or version. */
  private Kind updates(String wanted) {
    String article = wanted.startsWith("kb") ? wanted.substring(2).strip() : wanted;
    List<Hit> hits = new ArrayList<>();
    updateServers()
        .forEach(server -> {
          server.lines().stream()
              .filter(line -> matches(line, wanted, article))
              .map(line ->
                  new Hit(
                      line.current()
                          .map(version -> "%s %s".formatted(line.named(), version))
                          .orElseGet(() -> t("page.search.no-version", "update", line.named())),
                      server.server(),
                      Tab.UPDATES.path()))
              .forEach(hits::add);
          server.beside().stream()
              .filter(update -> update.article().toLowerCase(Locale.ROOT).contains(wanted))
              .map(update ->
                  new Hit(
                      update.title().orElseGet(update::article),
                      server.server(),
                      Tab.UPDATES.path()))
              .forEach(hits::add);
        });
    return Kind.of(Tab.UPDATES.title(), hits, Tab.UPDATES.path());
  }

  private static boolean matches(Line line, String wanted, String article) {
    return article.equals(SENSOR_ARTICLE)
        || line.named().toLowerCase(Locale.ROOT).contains(wanted)
        || Stream.concat(
                line.current().stream(),
                line.groups().stream().flatMap(group -> group.older().stream()))
            .anyMatch(version -> version.contains(wanted));
  }

  /** Kinds of which nothing can be found yet. */
  private List<String> unchecked() {
    List<String> sentences = new ArrayList<>();
    if (history.pages().observed().isEmpty()) {
      sentences.add(t("page.search.unchecked-servers"));
    }
    if (history.updates().latest().isEmpty()) {
      sentences.add(t("page.search.unchecked-updates"));
    }
    return sentences;
  }
}
