package dev.garrison.files.acl;

import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Access to a file or folder that is private to one account. SYSTEM and Administrators have it too,
 * because they can take it anyway, and so has the service {@code garrison}.
 *
 * @param own the account that runs Garrison
 */
public record PrivateAccess(Sid own) {
  /** The list of a private file. */
  public AccessList ofFile() {
    return list(0);
  }

  /** The list of a private folder. What is made in it later inherits the list. */
  public AccessList ofFolder() {
    return list(AccessEntry.TO_FILES | AccessEntry.TO_FOLDERS);
  }

  private AccessList list(int flags) {
    return new AccessList(
        own,
        true,
        allowed().stream()
            .map(sid -> new AccessEntry(true, flags, AccessEntry.FULL, sid))
            .toList());
  }

  /** The owner, if it is another account; its owner may change a list. */
  public Optional<Sid> foreignOwner(AccessList list) {
    return Optional.of(list.owner()).filter(owner -> !trusts(owner));
  }

  /** The owner of a folder, if it is neither one of ours nor Windows itself. */
  public Optional<Sid> foreignOwnerOfFolder(AccessList list) {
    return foreignOwner(list).filter(owner -> !owner.equals(Sid.TRUSTED_INSTALLER));
  }

  /** Descriptions of the entries by which others may read or change the file, each once. */
  public List<Text> openTo(AccessList list) {
    Set<Text> open = new LinkedHashSet<>();
    for (AccessEntry entry : list.entries()) {
      if ((entry.reads() || entry.changes()) && !trusts(entry.sid())) {
        open.add(entry.described());
      }
    }
    return List.copyOf(open);
  }

  /**
   * Entries of a folder for groups of many accounts, described. They may read or change what lies
   * in it. A single account was named by somebody who meant it.
   */
  public List<Text> openToMany(AccessList list) {
    List<AccessEntry> many =
        list.entries().stream().filter(entry -> ManyAccounts.are(entry.sid())).toList();
    return openTo(new AccessList(list.owner(), list.closed(), many));
  }

  /** Whether a group of many accounts may put something into this folder, or change it. */
  public static boolean isFilledByMany(AccessList list) {
    return list.entries().stream()
        .anyMatch(entry -> entry.appliesHere() && entry.changes() && ManyAccounts.are(entry.sid()));
  }

  private boolean trusts(Sid sid) {
    return sid.equals(own)
        || sid.equals(Sid.SYSTEM)
        || sid.equals(Sid.ADMINISTRATORS)
        || sid.equals(Sid.OWNER_RIGHTS)
        || sid.equals(Sid.GARRISON_SERVICE);
  }

  /**
   * Commands for an administrator, to make a file private. They name accounts by SID, because
   * Windows translates names. The service goes on reading what it reads.
   */
  public List<String> remedyOfFile(String place, AccessList list) {
    List<String> commands = new ArrayList<>();
    if (foreignOwner(list).isPresent()) {
      commands.add(takeOver(place));
    }
    boolean serviceReads =
        !own.equals(Sid.GARRISON_SERVICE)
            && list.entries().stream()
                .anyMatch(entry -> entry.sid().equals(Sid.GARRISON_SERVICE) && entry.reads());
    Stream<String> service =
        serviceReads ? Stream.of(" \"*%s:R\"".formatted(Sid.GARRISON_SERVICE)) : Stream.empty();
    List<Sid> others =
        list.entries().stream()
            .map(AccessEntry::sid)
            .filter(sid -> !trusts(sid))
            .distinct()
            .toList();
    commands.add(
        "icacls %s /inheritance:r%s%s%s"
            .formatted(
                quoted(place),
                granted("F"),
                service.collect(Collectors.joining()),
                others.isEmpty() ? "" : " /remove" + words(others)));
    return List.copyOf(commands);
  }

  /**
   * Commands for an administrator, to take a folder from groups of many accounts. Single accounts
   * that were let in stay so, and therefore inherited entries are made its own first.
   */
  public List<String> remedyOfFolder(String place, AccessList list) {
    List<Sid> many =
        list.entries().stream()
            .filter(AccessEntry::allows)
            .map(AccessEntry::sid)
            .filter(ManyAccounts::are)
            .distinct()
            .toList();
    return List.of(
        keepInherited(place),
        "icacls %s%s /remove:g%s".formatted(quoted(place), granted("(OI)(CI)F"), words(many)));
  }

  /** Commands for an administrator, to take a folder from its owner. */
  public static List<String> remedyOfOwner(String place, Sid owner) {
    return List.of(
        takeOver(place),
        keepInherited(place),
        "icacls %s /remove:g%s".formatted(quoted(place), words(List.of(owner))));
  }

  /** Command for an administrator, to make Administrators the owner. */
  public static String takeOver(String place) {
    return "takeown /a /f " + quoted(place);
  }

  private static String keepInherited(String place) {
    return "icacls %s /inheritance:d".formatted(quoted(place));
  }

  private String granted(String rights) {
    return allowed().stream()
        .map(sid -> " \"*%s:%s\"".formatted(sid, rights))
        .collect(Collectors.joining("", " /grant:r", ""));
  }

  private static String words(List<Sid> accounts) {
    return accounts.stream().map(" \"*%s\""::formatted).collect(Collectors.joining());
  }

  /** A path in quotes. A backslash before the last one would make it a part of the path. */
  public static String quoted(String place) {
    return '"' + place + (place.endsWith("\\") ? "\\" : "") + '"';
  }

  private List<Sid> allowed() {
    return Stream.of(own, Sid.SYSTEM, Sid.ADMINISTRATORS).distinct().toList();
  }
}
