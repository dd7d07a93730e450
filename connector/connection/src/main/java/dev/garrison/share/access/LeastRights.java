package dev.garrison.share.access;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.acl.AccessEntry;
import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.Sid;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Least rights on the content that each account needs. The publisher, SYSTEM, and Administrators
 * change it, and the site servers read it. No other account has rights, because the content runs as
 * SYSTEM on servers and contains the tenant's onboarding secret.
 *
 * @param publisher the account that Garrison publishes with, if known
 * @param readers the computer accounts of the site servers
 */
public record LeastRights(Optional<Sid> publisher, Set<Sid> readers) {
  public LeastRights {
    readers = Set.copyOf(readers);
  }

  /** Problems of one list; empty when there are none. */
  List<Finding> problems(String place, AccessList list) {
    List<Finding> problems = new ArrayList<>();
    if (!trusted(list.owner())) {
      problems.add(
          stranger(AccessCode.RIGHTS_OWNED_BY_OTHERS, place, list.owner(), "share-rights.owner"));
    }
    Set<Sid> changing = new LinkedHashSet<>();
    Set<Sid> reading = new LinkedHashSet<>();
    for (AccessEntry entry : list.entries()) {
      if (!trusted(entry.sid())) {
        if (entry.changes()) {
          changing.add(entry.sid());
        } else if (entry.reads() && !readers.contains(entry.sid())) {
          reading.add(entry.sid());
        }
      }
    }
    changing.forEach(sid ->
        problems.add(
            stranger(AccessCode.RIGHTS_CHANGED_BY_OTHERS, place, sid, "share-rights.change")));
    reading.removeAll(changing);
    reading.forEach(sid ->
        problems.add(
            Finding.problem(
                AccessCode.RIGHTS_READ_BY_OTHERS,
                Text.verbatim(place),
                Text.of("share-rights.read", "account", sid.described()))));
    return problems;
  }

  private Finding stranger(AccessCode code, String place, Sid sid, String key) {
    return Finding.problem(
        code,
        Text.verbatim(place),
        Text.of(
            key,
            "account",
            sid.described(),
            "publisher",
            publisher.isPresent() ? "specified" : "missing"));
  }

  /** Findings about site servers that have no entry of their own. */
  List<Finding> missing(String place, AccessList list) {
    return readers.stream()
        .filter(reader ->
            list.entries().stream().noneMatch(entry -> entry.sid().equals(reader) && entry.reads()))
        .map(reader ->
            Finding.unknown(
                Text.verbatim(place),
                Text.of("share-rights.reader-without-entry", "account", reader)))
        .toList();
  }

  private boolean trusted(Sid sid) {
    return sid.equals(Sid.SYSTEM)
        || sid.equals(Sid.ADMINISTRATORS)
        || publisher.filter(sid::equals).isPresent();
  }

  /**
   * The list that a folder of content should have.
   *
   * @throws RefusalException when the publisher or the readers are not specified
   */
  AccessList instead(AccessList old) {
    if (publisher.isEmpty() || readers.isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(
              AccessCode.RIGHTS_WHO_UNKNOWN, Message.of("share-rights.accounts-missing")));
    }
    List<AccessEntry> entries = new ArrayList<>();
    entries.add(AccessEntry.everywhere(Sid.SYSTEM, AccessEntry.FULL));
    entries.add(AccessEntry.everywhere(Sid.ADMINISTRATORS, AccessEntry.FULL));
    entries.add(AccessEntry.everywhere(publisher.get(), AccessEntry.PUBLISH));
    readers.stream()
        .sorted((one, other) -> one.text().compareTo(other.text()))
        .forEach(reader -> entries.add(AccessEntry.everywhere(reader, AccessEntry.READ)));
    return new AccessList(old.owner(), true, entries);
  }
}
