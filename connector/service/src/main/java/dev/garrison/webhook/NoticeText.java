package dev.garrison.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.VisibleText;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.manifest.notification.NoticeKind;
import dev.garrison.manifest.notification.Webhook;
import dev.garrison.notice.Message;
import dev.garrison.notice.NoticeItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Creates the messages to post, each in the format of its webhook. */
final class NoticeText {
  private static final String FORMAT = "garrison-notice/1";

  /** Most problems in a message; the history has all. */
  private static final int MOST_FINDINGS = 20;

  private static final int LONGEST = 500;

  private final Json json = new Json();
  private final String manifest;
  private final String site;

  NoticeText(String manifest, String site) {
    this.manifest = manifest;
    this.site = site;
  }

  /** The message about a run; empty where the webhook wants none of the news. */
  Optional<Message> ofRun(Webhook webhook, JobRun run, List<NoticeItem> news) {
    List<NoticeItem> heard =
        news.stream()
            .filter(noted ->
                noted.state() == NoticeItem.State.OVER
                    ? webhook.hearsTheEndOf(noted.fact().kind())
                    : webhook.on().contains(noted.fact().kind()))
            .toList();
    if (heard.isEmpty()) {
      return Optional.empty();
    }
    Instant at = run.ended().orElse(run.started());
    ObjectNode body =
        body("run", "%s-run-%d-%d".formatted(site, run.id(), run.started().getEpochSecond()), at)
            .put("title", "%s: %s".formatted(manifest, title(run, heard)));
    ObjectNode told = body.putObject("run");
    told.put("run", run.id())
        .put("job", run.job().word())
        .put("outcome", run.outcomeWord())
        .put("started", run.started().toString())
        .put("ended", at.toString())
        .put("summary", cut(run.summary()));
    ArrayNode journals = told.putArray("journals");
    run.journals()
        .forEach(
            journal -> journals.addObject().put("run", journal.run()).put("head", journal.head()));
    ArrayNode findings = body.putArray("findings");
    heard.stream().limit(MOST_FINDINGS).forEach(noted -> findings.add(finding(noted)));
    body.put("more", Math.max(0, heard.size() - MOST_FINDINGS));
    return Optional.of(
        new Message(webhook.name(), kinds(heard), heard.size(), posted(webhook, body)));
  }

  /**
   * The summary message in place of messages beyond the hourly limit.
   *
   * @param held those messages
   * @param first the number of the first message
   * @param from time at which the first message was created
   */
  Message ofMany(Webhook webhook, List<Message> held, long first, Instant from, Instant at) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Message message : held) {
      for (String each : message.kinds().split(", ", -1)) {
        int blank = each.lastIndexOf(' ');
        counts.merge(
            each.substring(0, blank), Integer.parseInt(each.substring(blank + 1)), Integer::sum);
      }
    }
    ObjectNode body =
        body("summary", "%s-summary-%d-%d".formatted(site, first, from.getEpochSecond()), at)
            .put(
                "title",
                "%s: %d messages exceed the hourly limit; 'garrison job history' lists the runs"
                    .formatted(manifest, held.size()));
    ObjectNode summary =
        body.putObject("summary").put("messages", held.size()).put("from", from.toString());
    ObjectNode kinds = summary.putObject("kinds");
    counts.forEach(kinds::put);
    return new Message(
        webhook.name(),
        words(counts),
        held.stream().mapToInt(Message::findings).sum(),
        posted(webhook, body));
  }

  /** The test message. */
  String ofTest(Webhook webhook, Instant at) {
    return posted(
        webhook,
        body("test", "%s-test-%d".formatted(site, at.getEpochSecond()), at)
            .put("title", "%s: test of the webhook '%s'".formatted(manifest, webhook.name())));
  }

  private ObjectNode body(String kind, String id, Instant at) {
    return json.object()
        .put("format", FORMAT)
        .put("id", id)
        .put("kind", kind)
        .put("manifest", manifest)
        .put("site", site)
        .put("at", at.toString());
  }

  private static String title(JobRun run, List<NoticeItem> heard) {
    return heard.stream().allMatch(noted -> noted.state() == NoticeItem.State.OVER)
        ? "%s has recovered (%s)".formatted(run.job().word(), kinds(heard))
        : "%s, run %d: %s".formatted(run.job().word(), run.id(), kinds(heard));
  }

  private ObjectNode finding(NoticeItem noted) {
    return json.object()
        .put("kind", kind(noted).word())
        .put("of", noted.fact().kind().word())
        .put("state", noted.state().word())
        .put("since", noted.since().toString())
        .put("code", noted.fact().finding().code())
        .put("severity", noted.fact().finding().severity())
        .put("problem", cut(noted.fact().finding().problem()))
        .put("remedy", cut(noted.fact().finding().remedy()));
  }

  private static NoticeKind kind(NoticeItem noted) {
    return noted.state() == NoticeItem.State.OVER ? NoticeKind.RECOVERY : noted.fact().kind();
  }

  private static String kinds(List<NoticeItem> heard) {
    Map<String, Integer> counts = new TreeMap<>();
    heard.forEach(noted -> counts.merge(kind(noted).word(), 1, Integer::sum));
    return words(counts);
  }

  private static String words(Map<String, Integer> counts) {
    List<String> words = new ArrayList<>();
    counts.forEach((kind, count) -> words.add(kind + " " + count));
    return String.join(", ", words);
  }

  private String posted(Webhook webhook, ObjectNode body) {
    return switch (webhook.format()) {
      case JSON -> VisibleText.json(json.canonical(body));
      case TEAMS -> json.canonical(new TeamsCard(json).of(body));
    };
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
