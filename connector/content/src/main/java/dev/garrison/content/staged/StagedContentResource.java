package dev.garrison.content.staged;

import dev.garrison.content.version.ContentFolder;
import dev.garrison.content.version.VersionContent;
import dev.garrison.content.version.VersionMarker;
import dev.garrison.content.version.VersionProof;
import dev.garrison.content.version.VersionState;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.ByteCount;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Examined;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Markable;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Restorable;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.share.ContentFile;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.FileSource;
import dev.garrison.share.SharePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Version folders on the content share, named {@code folder/version}. A version is found only when
 * it is complete; an incomplete one is finished by the next apply without sending proven files
 * again. The recipe decides which versions are removed; the site is asked once more before each
 * removal, so that no version is removed that an application points to (F25).
 */
public final class StagedContentResource
    implements Writable<StagedContent>,
        Markable<StagedContent>,
        Examined<StagedContent>,
        Restorable<StagedContent> {
  private final ContentShare share;
  private final Json json;
  private final Mark mark;
  private final Sources sources;
  private final VersionUse use;
  private final VersionProof proof;
  private final String writer;

  /**
   * @param shelf the share, and further facts about its versions
   * @param writer the publisher, for the message that a second publisher gets
   */
  public StagedContentResource(Shelf shelf, Json json, Mark mark, Sources sources, String writer) {
    this.share = shelf.share();
    this.use = shelf.use();
    this.proof = shelf.proof();
    this.json = json;
    this.mark = mark;
    this.sources = sources;
    this.writer = writer;
  }

  /**
   * Storage of the versions.
   *
   * @param use asked before a version is removed
   * @param proof of the stored content
   */
  public record Shelf(ContentShare share, VersionUse use, VersionProof proof) {}

  @Override
  public Kind<StagedContent> kind() {
    return new Kind<>(
        StagedContent.KIND,
        RecordedStagedContent.FORM,
        new Rollback(
            Text.of("staged-content.undo-created").toString(),
            Text.of("staged-content.undo-changed").toString(),
            Text.of("staged-content.undo-deleted").toString()));
  }

  @Override
  public Observations<StagedContent> observe(
      List<Wanted<StagedContent>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<StagedContent>> seen = new LinkedHashMap<>();
    try {
      for (Wanted<StagedContent> each : wanted) {
        seen.put(each.address(), look(each.address(), each.desired() instanceof Desired.Absent<?>));
      }
    } catch (ContentShareException failure) {
      throw new RefusalException(failure.diagnostic(), failure);
    }
    return new Observations<>(seen);
  }

  /**
   * @param leaves whether the version must be removed: then an incomplete version by Garrison is
   *     found too
   */
  private Observation<StagedContent> look(Address address, boolean leaves) {
    SharePath path = SharePath.of(address.name());
    String id = share.describe(path);
    return switch (folder(path).observe(path.name())) {
      case VersionState.Missing _ -> new Observation.Missing<>();
      case VersionState.Incomplete incomplete ->
          incomplete
              .intended()
              .filter(_ -> leaves)
              .<Observation<StagedContent>>map(marker -> found(marker, id))
              .orElseGet(Observation.Missing::new);
      case VersionState.Complete(VersionMarker marker) -> found(marker, id);
      case VersionState.Damaged damaged ->
          new Observation.Unreadable<>(
              Text.of(
                      "staged-content.damaged",
                      "place",
                      id,
                      "missing",
                      String.valueOf(damaged.missing()),
                      "altered",
                      String.valueOf(damaged.altered()))
                  .toString());
      case VersionState.Foreign foreign ->
          new Observation.Unreadable<>(
              Text.of(
                      "staged-content.foreign",
                      "place",
                      id,
                      "files",
                      String.valueOf(foreign.names()))
                  .toString());
      case VersionState.Unreadable(Text why) ->
          new Observation.Unreadable<>(
              Text.of("staged-content.unreadable", "place", id, "reason", why).toString());
    };
  }

  private Observation<StagedContent> found(VersionMarker marker, String id) {
    return new Observation.Found<>(
        new StagedContent(marker.mark(), marker.files()), owner(marker), id, "");
  }

  private ContentFolder folder(SharePath path) {
    return new ContentFolder(share, path.parent(), json, writer);
  }

  private Owner owner(VersionMarker marker) {
    return marker.mark().equals(mark.manifest())
        ? new Owner.Ours()
        : new Owner.AnotherManifest(marker.mark());
  }

  @Override
  public Proposal propose(Wanted<StagedContent> wanted, Observation<StagedContent> seen) {
    return StandardProposal.of(wanted, seen, summary(wanted));
  }

  private String summary(Wanted<StagedContent> wanted) {
    return switch (wanted.desired()) {
      case Desired.Present<StagedContent>(StagedContent state) ->
          Text.of(
                  "staged-content.summary",
                  "files",
                  state.files().size(),
                  "size",
                  ByteCount.of(state.size()),
                  "place",
                  share.describe(SharePath.ROOT))
              .toString();
      case Desired.Absent<StagedContent>(String reason) -> reason;
    };
  }

  @Override
  public Optional<Diagnostic> examine(
      Wanted<StagedContent> wanted, Observation<StagedContent> seen) {
    return wanted.desired() instanceof Desired.Present<?>
            && seen instanceof Observation.Found<StagedContent>
        ? proof.of(SharePath.of(wanted.address().name()))
        : Optional.empty();
  }

  /** Only the packages have the files. */
  @Override
  public Optional<String> lost(StagedContent state) {
    Map<ContentFile, FileSource> now = sources.now();
    return state.files().stream()
        .filter(file -> !now.containsKey(file))
        .findFirst()
        .map(file -> Text.of("staged-content.lost", "file", file.name()).toString());
  }

  /** The mark is in the version's marker, and a version is immutable: there is nothing to adopt. */
  @Override
  public StagedContent marked(StagedContent state, Mark ours) {
    return new StagedContent(ours.manifest(), state.files());
  }

  @Override
  public Outcome carryOut(Change<StagedContent> change, Resolved ids, Progress progress) {
    SharePath path = SharePath.of(change.wanted().address().name());
    try {
      return switch (change.action()) {
        case CREATE -> publish(path, change.state(), progress);
        case DELETE -> remove(path);
        case UPDATE, REPLACE ->
            throw new RefusalException(
                Diagnostic.error(
                    StagingCode.CONTENT_NOT_WHOLE,
                    Message.of("version.not-as-planned", "place", share.describe(path))));
        case NO_OP, WAIT, MANUAL ->
            throw new IllegalStateException("content is never carried out as " + change.action());
      };
    } catch (ContentShareException failure) {
      return new Outcome.Failed(failure.diagnostic());
    }
  }

  private Outcome remove(SharePath path) {
    List<String> users = use.of(path);
    if (!users.isEmpty()) {
      return new Outcome.Pending(Text.of("staged-content.in-use", "users", users).toString());
    }
    folder(path).remove(path.name(), mark.manifest());
    return new Outcome.Done();
  }

  private Outcome publish(SharePath path, StagedContent state, Progress progress) {
    Map<ContentFile, FileSource> now = sources.now();
    List<FileSource> files = state.files().stream().map(file -> source(file, now)).toList();
    VersionContent content = new VersionContent(path.name(), mark.manifest(), files);
    List<String> sent = folder(path).publish(content, progress::bytes);
    if (sent.size() == files.size()) {
      proof.published(path);
    }
    return new Outcome.Done();
  }

  private static FileSource source(ContentFile file, Map<ContentFile, FileSource> now) {
    return Optional.ofNullable(now.get(file))
        .orElseThrow(() ->
            new RefusalException(
                Diagnostic.error(
                    StagingCode.CONTENT_SOURCE_MISSING,
                    Message.of(
                        "version.source-missing",
                        "name",
                        file.name(),
                        "size",
                        file.size(),
                        "digest",
                        file.sha256().shortForm()))));
  }
}
