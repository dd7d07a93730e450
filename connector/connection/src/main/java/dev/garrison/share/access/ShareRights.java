package dev.garrison.share.access;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.acl.AccessList;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.UncPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Rights on the publishing folder and its content. Nothing above or outside that folder is read or
 * changed.
 */
public final class ShareRights {
  private static final int MOST = 5000;

  private final ContentShare share;
  private final AccessListed lists;
  private final LeastRights rights;

  /**
   * @param lists the same share
   */
  public ShareRights(ContentShare share, AccessListed lists, LeastRights rights) {
    this.share = share;
    this.lists = lists;
    this.rights = rights;
  }

  private record Place(SharePath path, boolean folder, AccessList list) {}

  /**
   * Reads all lists and returns the findings.
   *
   * @param address to which Garrison writes
   * @param source from which the site server reads
   */
  public List<Finding> check(ShareAddress address, UncPath source) {
    List<Finding> findings = new ArrayList<>();
    findings.add(sameShare(address, source));
    findings.add(
        Finding.unknown(
            Text.of("share-rights.subject-permission"),
            Text.of(
                "share-rights.share-permission",
                "share",
                "'%s'"
                    .formatted(
                        address.onShare().map(ShareAddress.Smb::share).orElseGet(source::share)))));
    List<Place> places = places();
    places.forEach(
        place -> findings.addAll(rights.problems(share.describe(place.path()), place.list())));
    findings.addAll(rights.missing(share.describe(SharePath.ROOT), places.getFirst().list()));
    if (findings.stream().noneMatch(found -> found.verdict() == Finding.Verdict.PROBLEM)) {
      findings.add(
          Finding.ok(
              Text.of("share-rights.subject-rights"),
              Text.of("share-rights.least", "count", places.size())));
    }
    return List.copyOf(findings);
  }

  private static Finding sameShare(ShareAddress address, UncPath source) {
    boolean same =
        address
            .onShare()
            .filter(named ->
                named.host().equalsIgnoreCase(source.host())
                    && named.share().equalsIgnoreCase(source.share())
                    && named.path().toString().equalsIgnoreCase(source.path().toString()))
            .isPresent();
    Text subject = Text.of("share-rights.subject-source");
    return same
        ? Finding.ok(subject, Text.of("share-rights.same-place", "source", source))
        : Finding.unknown(subject, Text.of("share-rights.other-name", "source", source));
  }

  /** The changes that would be set, with the folder itself first. Writes nothing. */
  public List<ListChange> planned() {
    List<Place> places = places();
    Place top = places.getFirst();
    AccessList wanted = rights.instead(top.list());
    List<ListChange> changes = new ArrayList<>();
    addChange(top, wanted, changes);
    if (top.folder()) {
      below(places, SharePath.ROOT, wanted, changes);
    }
    return List.copyOf(changes);
  }

  private static void below(
      List<Place> places, SharePath folder, AccessList parent, List<ListChange> changes) {
    for (Place place : places) {
      if (!place.path().names().isEmpty() && place.path().parent().equals(folder)) {
        AccessList wanted = place.list().below(parent, place.folder());
        addChange(place, wanted, changes);
        if (place.folder()) {
          below(places, place.path(), wanted, changes);
        }
      }
    }
  }

  private static void addChange(Place place, AccessList wanted, List<ListChange> changes) {
    if (!place.list().sameEntries(wanted)) {
      changes.add(new ListChange(place.path(), place.list(), wanted));
    }
  }

  /**
   * Requires that lists can be set here.
   *
   * @throws ContentShareException where they can only be read
   */
  public AccessControlled requireControl() {
    if (lists instanceof AccessControlled controlled) {
      return controlled;
    }
    throw new ContentShareException(
        Kind.RIGHTS_UNSUPPORTED,
        "setRights",
        share.describe(SharePath.ROOT),
        Text.of("share.rights-through-windows"),
        null);
  }

  /** Sets the planned changes. Setting them again has no effect. */
  public void set(List<ListChange> changes) {
    AccessControlled controlled = requireControl();
    changes.forEach(change -> controlled.setAccessList(change.path(), change.after()));
  }

  /** Restores the saved lists. Files and folders that no longer exist are omitted. */
  public List<SharePath> putBack(List<SavedLists.Entry> saved) {
    AccessControlled controlled = requireControl();
    List<SharePath> done = new ArrayList<>();
    for (SavedLists.Entry entry : saved) {
      SharePath path = SharePath.of(entry.path());
      if (share.find(path).isPresent()) {
        controlled.setAccessList(path, entry.list());
        done.add(path);
      }
    }
    return List.copyOf(done);
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    places.add(new Place(SharePath.ROOT, true, lists.accessList(SharePath.ROOT)));
    collect(SharePath.ROOT, places);
    return places;
  }

  private void collect(SharePath folder, List<Place> places) {
    for (ContentShare.Entry entry : share.list(folder)) {
      if (places.size() == MOST) {
        throw new RefusalException(
            Diagnostic.error(
                AccessCode.RIGHTS_TOO_MANY,
                Message.of(
                    "share-rights.too-many",
                    "folder",
                    share.describe(SharePath.ROOT),
                    "limit",
                    MOST)));
      }
      SharePath path = folder.child(entry.name());
      places.add(new Place(path, entry.folder(), lists.accessList(path)));
      if (entry.folder()) {
        collect(path, places);
      }
    }
  }
}
