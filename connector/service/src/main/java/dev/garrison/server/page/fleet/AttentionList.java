package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.isOnlyEnglish;
import static dev.garrison.server.page.frame.PageText.recorded;
import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.History;
import dev.garrison.history.StandingPages.Cause;
import dev.garrison.history.StandingPages.Look;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobRun;
import dev.garrison.language.Language;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.notice.NoticeCode;
import dev.garrison.notice.ProblemUpdate.Known;
import dev.garrison.server.page.frame.Links;
import dev.garrison.server.page.frame.PageText;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.reading.CachedAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Items that need attention, one for each cause. They are plans that wait for approval, problems
 * that runs found, servers that make no progress, and checks that never ran.
 */
final class AttentionList {
  /** Most causes of servers that make no progress. */
  private static final int CAUSES = 12;

  /** Most names in an item. */
  private static final int NAMES = 5;

  /** The jobs whose checks this list rests on. */
  private static final List<JobKind> CHECKS =
      List.of(JobKind.STATUS, JobKind.DRIFT, JobKind.EXPIRY);

  private static final Pattern DRIFTED =
      Pattern.compile("\\S+ ['\"](.*)['\"] no longer matches .*");

  private static final Pattern RING = Pattern.compile("Ring ['\"](.*?)['\"] (?:is|does not) .*");

  private final Manifest manifest;
  private final History history;
  private final Map<Language, CachedAnswer<List<Long>, Map<Long, WaitingPlan>>> plans =
      CachedAnswer.byLanguage();
  private final Map<Language, CachedAnswer<Optional<Look>, List<Need>>> servers =
      CachedAnswer.byLanguage();

  AttentionList(Manifest manifest, History history) {
    this.manifest = manifest;
    this.history = history;
  }

  /** Severity of an item, with its mark and the name of the mark; the most severe first. */
  enum Severity {
    HALTED("x", "page.attention.halted"),
    ERROR("x", "page.attention.error"),
    WARNING("!", "page.attention.warning"),
    UNCHECKED("?", "page.attention.unchecked");

    private final String mark;
    private final String key;

    Severity(String mark, String key) {
      this.mark = mark;
      this.key = key;
    }

    String mark() {
      return mark;
    }

    String title() {
      return t(key);
    }
  }

  /** Parts of an item that are recorded texts and stay English. */
  enum Recorded {
    NOTHING,
    REMEDY,
    BOTH;

    private static Recorded of(boolean problem, boolean remedy) {
      if (problem) {
        return BOTH;
      }
      return remedy ? REMEDY : NOTHING;
    }
  }

  /**
   * An item that needs attention.
   *
   * @param recorded whether the remedy, or the problem too, stays English
   * @param code of the problem; empty where there is none
   * @param affected the objects or servers
   * @param more further problems with the same cause
   * @param since when it was first found; empty for a plan
   * @param expires end of a plan; empty for others
   * @param link page with details
   */
  record Need(
      Severity severity,
      Recorded recorded,
      String code,
      String problem,
      String remedy,
      String affected,
      List<String> more,
      Optional<Instant> since,
      Optional<Instant> expires,
      String link) {}

  /** Parts of a plan that this list needs; they are cached, because a plan is long. */
  private record WaitingPlan(Instant expires, PlanExtent extent) {}

  /** All items, the most severe first. */
  List<Need> at(Instant now) {
    List<Need> needs = new ArrayList<>(plans(now));
    needs.addAll(problems(now));
    needs.addAll(of(servers).get(history.pages().look(), this::servers));
    needs.addAll(unchecked());
    needs.sort(Comparator.comparing(Need::severity));
    return needs;
  }

  private static <T> T of(Map<Language, T> byLanguage) {
    return Objects.requireNonNull(byLanguage.get(Language.inUse()));
  }

  private List<Need> plans(Instant now) {
    List<JobRun> planned = history.runs().planned();
    Map<Long, WaitingPlan> known =
        of(plans).get(planned.stream().map(JobRun::id).toList(), () -> read(planned));
    return planned.stream()
        .flatMap(
            run -> Stream.ofNullable(known.get(run.id())).map(waiting -> plan(run, waiting, now)))
        .toList();
  }

  private Map<Long, WaitingPlan> read(List<JobRun> planned) {
    Map<Long, WaitingPlan> read = new HashMap<>();
    planned.forEach(run ->
        history
            .runs()
            .kept(run.id())
            .ifPresent(stored ->
                read.put(
                    run.id(),
                    new WaitingPlan(stored.expires(), PlanExtent.of(stored.plan(), manifest)))));
    return read;
  }

  private Need plan(JobRun run, WaitingPlan plan, Instant now) {
    boolean isOver = !now.isBefore(plan.expires());
    String job = run.job().word();
    return new Need(
        Severity.WARNING,
        Recorded.NOTHING,
        "",
        isOver ? t("page.attention.plan-over", "job", job) : t("page.attention.plan", "job", job),
        isOver ? t("page.attention.plan-over-fix") : t("page.attention.plan-fix"),
        plan.extent().words(history.updates()),
        List.of(),
        Optional.empty(),
        Optional.of(plan.expires()),
        "/runs/%d/plan".formatted(run.id()));
  }

  /** Problems that runs found; those with one code of one family are one item. */
  private List<Need> problems(Instant now) {
    Map<String, List<Known>> groups = new LinkedHashMap<>();
    history
        .facts()
        .present(now)
        .forEach(known -> groups.computeIfAbsent(group(known), _ -> new ArrayList<>()).add(known));
    Map<String, String> links = new HashMap<>();
    return groups.values().stream()
        .map(group ->
            problem(group, links.computeIfAbsent(group.getFirst().fact().family(), this::link)))
        .toList();
  }

  /** Items of rings differ in their reasons, so each is one of its own. */
  private static String group(Known known) {
    String family = known.fact().family();
    return family.equals("rings")
        ? known.fact().key()
        : family + "/" + known.fact().finding().code();
  }

  private static Need problem(List<Known> group, String link) {
    Finding first = group.getFirst().fact().finding();
    List<String> problems = group.stream().map(each -> each.fact().finding().problem()).toList();
    boolean isDrift = first.code().equals(NoticeCode.OBJECT_DIFFERS.label()) && group.size() > 1;
    return new Need(
        severity(first),
        Recorded.of(!isDrift && isOnlyEnglish(first.problem()), isOnlyEnglish(first.remedy())),
        first.code(),
        isDrift ? t("page.attention.drift", "count", group.size()) : recorded(first.problem()),
        recorded(first.remedy()),
        isDrift
            ? listed(problems.stream().map(AttentionList::drifted).toList(), problems.size())
            : ring(first.problem()),
        isDrift ? List.of() : problems.subList(1, problems.size()),
        Optional.of(group.getFirst().since()),
        Optional.empty(),
        link);
  }

  private static Severity severity(Finding finding) {
    if (finding.code().equals(NoticeCode.RING_HALTED.label())) {
      return Severity.HALTED;
    }
    return finding.severity().equals("error") ? Severity.ERROR : Severity.WARNING;
  }

  private static String ring(String problem) {
    Matcher ring = RING.matcher(problem);
    return ring.matches() ? t("page.link.ring", "ring", ring.group(1)) : "";
  }

  private static String drifted(String problem) {
    Matcher object = DRIFTED.matcher(problem);
    return object.matches() ? object.group(1) : problem;
  }

  /** Page with details: the rollout, the updates, or the newest run of a job. */
  private String link(String family) {
    if (family.equals("rings")) {
      return Tab.ROLLOUT.path();
    }
    if (family.equals("update-servers")) {
      return Tab.UPDATES.path();
    }
    String job = family.substring(family.indexOf('/') + 1);
    return Worded.of(JobKind.class, job)
        .flatMap(kind ->
            (family.startsWith("requested/")
                    ? history.runs().latest(Optional.of(kind), 1)
                    : history.runs().latestOwn(kind, 1))
                .stream().findFirst())
        .map(run -> "/runs/" + run.id())
        .orElseGet(() -> Links.to(Tab.RUNS.path(), Map.of("job", job)));
  }

  /** Servers that make no progress until a person acts, by cause. */
  private List<Need> servers() {
    return Stream.of(ServerState.Group.LOOK, ServerState.Group.NOT_READY)
        .flatMap(group -> servers(group).stream())
        .toList();
  }

  private List<Need> servers(ServerState.Group group) {
    Set<String> states =
        Arrays.stream(ServerState.values())
            .filter(state -> state.group() == group)
            .map(ServerState::word)
            .collect(Collectors.toSet());
    List<Need> needs =
        new ArrayList<>(
            history.pages().causes(states, CAUSES + 1, NAMES).stream()
                .map(AttentionList::cause)
                .toList());
    if (needs.size() > CAUSES) {
      needs.set(CAUSES, further(group));
    }
    return needs;
  }

  /** Stands for the causes that this list does not name. */
  private static Need further(ServerState.Group group) {
    return new Need(
        severity(group),
        Recorded.NOTHING,
        "",
        t("page.attention.further"),
        t("page.attention.further-fix"),
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Links.to(Tab.SERVERS.path(), Map.of("group", ServerQuery.word(group))));
  }

  private static Severity severity(ServerState.Group group) {
    return group == ServerState.Group.LOOK ? Severity.ERROR : Severity.WARNING;
  }

  private static Need cause(Cause cause) {
    ServerState state = Worded.of(ServerState.class, cause.state()).orElse(ServerState.UNCLEAR);
    boolean isOne = cause.servers() == 1;
    String why = cause.why().equals(cause.state()) ? "" : cause.why();
    return new Need(
        severity(state.group()),
        Recorded.of(false, isOnlyEnglish(why)),
        "",
        t("page.attention.cause", "count", cause.servers(), "state", StateName.of(cause.state())),
        recorded(why),
        listed(cause.names(), cause.servers()),
        List.of(),
        Optional.of(cause.since()),
        Optional.empty(),
        isOne
            ? Links.below(Tab.SERVERS.path(), cause.names().getFirst())
            : Links.to(Tab.SERVERS.path(), filter(cause.state(), why)));
  }

  private static Map<String, String> filter(String state, String why) {
    Map<String, String> filter = new LinkedHashMap<>();
    filter.put("state", state);
    if (!why.isEmpty()) {
      filter.put("cause", why);
    }
    return filter;
  }

  /** The first names, and the number of the others. */
  static String listed(List<String> names, int all) {
    List<String> shown = names.subList(0, Math.min(NAMES, names.size()));
    int more = all - shown.size();
    return more > 0
        ? t("page.count.names-more", "names", shown, "count", more)
        : PageText.listed(shown);
  }

  /** Checks without a completed run: nothing is known of them. */
  private List<Need> unchecked() {
    return CHECKS.stream()
        .filter(job -> history.runs().completed(job).isEmpty())
        .map(job ->
            new Need(
                Severity.UNCHECKED,
                Recorded.NOTHING,
                "",
                subject(job),
                t("page.attention.unchecked-fix", "job", job.word()),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Tab.JOBS.path()))
        .toList();
  }

  private static String subject(JobKind job) {
    return switch (job) {
      case STATUS -> t("page.attention.unchecked-status");
      case DRIFT -> t("page.attention.unchecked-drift");
      case EXPIRY -> t("page.attention.unchecked-expiry");
      case SENSOR_UPDATE, ROLLOUT, PACKAGE_REFRESH, HOUSEKEEPING ->
          throw new IllegalArgumentException(job.word());
    };
  }
}
