package dev.garrison.lab.wsus.site;

import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.wsus.catalogue.Behaviour;
import dev.garrison.lab.wsus.catalogue.Category;
import dev.garrison.lab.wsus.catalogue.Feed;
import dev.garrison.lab.wsus.catalogue.GeneratedCatalogue;
import dev.garrison.lab.wsus.catalogue.Relations;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.catalogue.Sensor;
import dev.garrison.lab.wsus.catalogue.Texts;
import dev.garrison.lab.wsus.operation.Workings;
import dev.garrison.lab.wsus.state.ServerIdentity;
import dev.garrison.lab.wsus.work.ServerState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Builds update servers from a site file. Runs while the servers' lock is held. */
public final class WsusStart {
  private static final int WINDOW = 10;
  private final WsusFile file;
  private final Timeline timeline;
  private final Feed feed;

  /** Creates a builder that publishes the updates of the file in a feed. */
  public WsusStart(WsusFile file, Timeline timeline, Feed feed) {
    this.file = file;
    this.timeline = timeline;
    this.feed = feed;
  }

  /** Builds the servers, and fills them. */
  public List<Workings> servers() {
    file.sensors().forEach(this::publish);
    file.others().forEach(this::publish);
    WsusFile.Generated generated = file.generated();
    if (generated != null) {
      new GeneratedCatalogue(generated.seed(), timeline.now())
          .publishInto(feed, generated.updates());
    }
    Map<String, Workings> made = new LinkedHashMap<>();
    for (WsusFile.Server server : file.servers()) {
      Optional<ServerState> upstream =
          Optional.ofNullable(server.upstream()).map(name -> known(made, name).state());
      ServerState state = new ServerState(identity(server), upstream, server.replica(), timeline);
      Workings workings = Workings.of(state, feed);
      new ServerFilling(server, workings, feed).fill(generated == null ? 0 : generated.computers());
      made.put(server.name(), workings);
    }
    return List.copyOf(made.values());
  }

  private static Workings known(Map<String, Workings> made, String name) {
    return Optional.ofNullable(made.get(name))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the upstream server " + name + " must come first in the site file"));
  }

  private static ServerIdentity identity(WsusFile.Server server) {
    String language = Optional.ofNullable(server.language()).orElse("en");
    List<String> languages =
        server.languages().isEmpty() ? List.of("en", language) : server.languages();
    return new ServerIdentity(server.name(), server.id(), server.version(), language, languages);
  }

  private void publish(WsusFile.Line line) {
    List<UUID> before = new ArrayList<>();
    int count = line.versions().size();
    for (int i = 0; i < count; i++) {
      Instant created = timeline.now().minus(Duration.ofDays(7 + 30L * (count - 1 - i)));
      Sensor sensor = new Sensor(line.family(), line.versions().get(i), line.channel());
      before.add(
          feed.publish(
              sensor,
              created,
              List.copyOf(before.subList(Math.max(0, before.size() - WINDOW), before.size()))));
    }
  }

  private void publish(WsusFile.Other other) {
    UUID id = UUID.nameUUIDFromBytes(other.title().getBytes(StandardCharsets.UTF_8));
    feed.publish(
        new Revision(
            new RevisionKey(id, 200),
            new Texts(Map.of("en", other.title()), other.title()),
            List.of(other.article()),
            0,
            Optional.empty(),
            false,
            true,
            timeline.now().minus(Duration.ofDays(other.age())),
            Behaviour.QUIET,
            new Relations(
                category(feed, other.classification(), true),
                List.of(category(feed, other.product(), false)),
                List.of(),
                List.of()),
            List.of(),
            Optional.empty()));
  }

  /** Id of a category by its English title. */
  static UUID category(Feed feed, String title, boolean classification) {
    return feed.categories().stream()
        .filter(category -> category.isClassification() == classification)
        .filter(category -> category.texts().english().equals(title))
        .map(Category::id)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no category '" + title + "'"));
  }
}
