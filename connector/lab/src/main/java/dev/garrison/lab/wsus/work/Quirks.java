package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.soap.WireStyle;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How one server differs from the usual. Guarded by the servers' lock, but for what is volatile.
 */
@KnownFrom(
    mark = Mark.RECORDED,
    source =
        "proxb/PoshWSUS, Libraries (retries of the data layer; message of a server under load)",
    says =
        "WSUS: a request may run into a deadlock of the database or be turned away under load; both have no effect here, and whether a real one leaves a part is not known.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "jeremiaspala/ADeep, src/main/wsus (adminName is free text)",
    says =
        "WSUS: a server may keep the name of who signed in instead of the text that came as the approver; nobody has published that one does.")
public final class Quirks {
  private volatile WireStyle style = WireStyle.USUAL;
  private volatile boolean sslRequired;
  private volatile boolean compresses = true;
  private volatile int role = 2;
  private boolean upperCaseGuids;
  private boolean refusesCategories;
  private boolean findsNothingByCategories;
  private int deadlocks;
  private int busy;
  private boolean failureTexts = true;
  private Optional<String> approver = Optional.empty();
  private final Set<UUID> unreadable = new HashSet<>();
  private Optional<UUID> shownAsParent = Optional.of(new UUID(0, 0));

  /** How rows look on the wire. */
  public WireStyle style() {
    return style;
  }

  /** Sets how rows look on the wire. */
  public void style(WireStyle value) {
    style = value;
  }

  /** Whether plain HTTP is answered 403. */
  public boolean sslRequired() {
    return sslRequired;
  }

  /** Sets whether plain HTTP is answered 403. */
  public void sslRequired(boolean value) {
    sslRequired = value;
  }

  /** Whether who asks for xpress gets it. */
  public boolean compresses() {
    return compresses;
  }

  /** Sets whether who asks for xpress gets it. */
  public void compresses(boolean value) {
    compresses = value;
  }

  /** 0 unauthorized, 1 reporter, 2 administrator. */
  public int role() {
    return role;
  }

  /** Sets what the account is: 0 unauthorized, 1 reporter, 2 administrator. */
  public void role(int value) {
    role = value;
  }

  /** Whether update XML has GUIDs in upper case. */
  public boolean upperCaseGuids() {
    return upperCaseGuids;
  }

  /** Sets whether update XML has GUIDs in upper case. */
  public void upperCaseGuids(boolean value) {
    upperCaseGuids = value;
  }

  /** Whether a scope with Categories or Classifications is refused. */
  public boolean refusesCategories() {
    return refusesCategories;
  }

  /** Sets whether a scope with Categories or Classifications is refused. */
  public void refusesCategories(boolean value) {
    refusesCategories = value;
  }

  /** Whether a scope with Categories finds nothing. */
  public boolean findsNothingByCategories() {
    return findsNothingByCategories;
  }

  /** Sets whether a scope with Categories finds nothing. */
  public void findsNothingByCategories(boolean value) {
    findsNothingByCategories = value;
  }

  /** Lets so many writes from now run into a deadlock, without effect. */
  public void deadlocks(int next) {
    deadlocks = next;
  }

  /** Whether this write runs into a deadlock. */
  public boolean takeDeadlock() {
    if (deadlocks == 0) {
      return false;
    }
    deadlocks--;
    return true;
  }

  /** Lets so many requests from now be turned away by a server under load, without effect. */
  public void busy(int next) {
    busy = next;
  }

  /** Whether this request is turned away. */
  public boolean takeBusy() {
    if (busy == 0) {
      return false;
    }
    busy--;
    return true;
  }

  /** Whether a failed synchronisation says why. Servers patched since October 2025 do not. */
  public boolean failureTexts() {
    return failureTexts;
  }

  /** Sets whether a failed synchronisation says why. */
  public void failureTexts(boolean value) {
    failureTexts = value;
  }

  /** Updates whose row has a time that is none. */
  public Set<UUID> unreadable() {
    return unreadable;
  }

  /** Whom it names as the parent of servers that synchronise from itself: zeros, as a rule. */
  public Optional<UUID> shownAsParent() {
    return shownAsParent;
  }

  /** Lets it name this one, or nobody, as the parent of servers that synchronise from itself. */
  public void shownAsParent(Optional<UUID> id) {
    shownAsParent = id;
  }

  /** Whom the server names as the approver, whatever text came; empty: the text. */
  public Optional<String> approver() {
    return approver;
  }

  /** Lets the server name this one as the approver, whatever text comes. */
  public void approver(String name) {
    approver = Optional.of(name);
  }
}
