package dev.garrison.cli.catalog;

import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.wsus.snapshot.CatalogDifference;
import dev.garrison.wsus.snapshot.SnapshotHead;
import dev.garrison.wsus.snapshot.SnapshotUpdate;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Comparison of two catalogs as JSON. Keys are only ever added. */
record CatalogAnswer(String format, Head first, Head second, List<Difference> differences)
    implements JsonForm {
  private static final String FORMAT = "garrison.catalog-compare/1";

  /** Facts about one of the two catalogs. */
  record Head(
      String format,
      String server,
      UUID serverId,
      String wsus,
      Optional<Instant> synchronised,
      List<String> articles,
      int updates)
      implements JsonForm {
    static Head of(SnapshotHead head) {
      return new Head(
          head.format(),
          head.server(),
          head.serverId(),
          head.wsus(),
          head.synchronised(),
          head.articles(),
          head.updates());
    }
  }

  /**
   * Update that differs between the two catalogs.
   *
   * @param kind missing, additional or other
   * @param second the update in the second catalog, with the differences in {@code how}; both are
   *     left out unless both catalogs have the update
   */
  record Difference(
      String kind,
      Update update,
      @OmittedWhenEmpty Optional<Update> second,
      @OmittedWhenEmpty Optional<List<String>> how)
      implements JsonForm {
    private static Difference of(CatalogDifference difference) {
      Update update = Update.of(difference.update());
      return switch (difference) {
        case CatalogDifference.Missing _ ->
            new Difference("missing", update, Optional.empty(), Optional.empty());
        case CatalogDifference.Additional _ ->
            new Difference("additional", update, Optional.empty(), Optional.empty());
        case CatalogDifference.Other(_, SnapshotUpdate second, List<String> how) ->
            new Difference("other", update, Optional.of(Update.of(second)), Optional.of(how));
      };
    }
  }

  /**
   * Update of a catalog.
   *
   * @param publication the publication state in capitals
   */
  record Update(
      UUID updateId,
      int revision,
      List<String> articles,
      String title,
      Instant created,
      String publication,
      boolean superseded,
      boolean declined)
      implements JsonForm {
    private static Update of(SnapshotUpdate update) {
      return new Update(
          update.updateId(),
          update.revision(),
          update.articles(),
          update.title(),
          update.created(),
          update.publication().name(),
          update.superseded(),
          update.declined());
    }
  }

  /** Prints the answer when the comparison ends. */
  static CatalogListener to(PrintWriter out) {
    return new Collected(out);
  }

  private static final class Collected implements CatalogListener {
    private final PrintWriter out;
    private final List<Head> heads = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();

    private Collected(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void begin(SnapshotHead first, SnapshotHead second) {
      heads.add(Head.of(first));
      heads.add(Head.of(second));
    }

    @Override
    public void differs(CatalogDifference difference) {
      differences.add(Difference.of(difference));
    }

    @Override
    public boolean end() {
      out.print(
          new Json()
              .pretty(new CatalogAnswer(FORMAT, heads.getFirst(), heads.getLast(), differences)));
      return !differences.isEmpty();
    }
  }
}
