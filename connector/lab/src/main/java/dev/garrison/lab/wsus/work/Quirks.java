package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.soap.WireStyle;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Deviations of one server from the usual behavior. Guarded by the servers' lock, except volatile
 * fields.
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
  private volatile int role = 2;
  private volatile Set<Variant> variants = Set.of();
  private int deadlocks;
  private int busy;
  private Optional<String> approver = Optional.empty();
  private final Set<UUID> unreadable = new HashSet<>();

  /** Whether it is so. */
  public boolean is(Variant variant) {
    return variants.contains(variant);
  }

  /** From now on it is so in these respects, besides those before. */
  public void vary(Variant... which) {
    vary(List.of(which));
  }

  /** From now on it is so in these respects, besides those before. */
  public void vary(Collection<Variant> which) {
    Set<Variant> all = new HashSet<>(variants);
    all.addAll(which);
    variants = Set.copyOf(all);
  }

  /** How rows look on the wire. */
  public WireStyle style() {
    if (is(Variant.ALL_CELLS_AS_TEXT)) {
      return style.with(WireStyle.Types.ALL_TEXT);
    }
    return is(Variant.NO_CELL_TYPES) ? style.with(WireStyle.Types.NONE) : style;
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

  /** 0 unauthorized, 1 reporter, 2 administrator. */
  public int role() {
    return role;
  }

  /** Sets what the account is: 0 unauthorized, 1 reporter, 2 administrator. */
  public void role(int value) {
    role = value;
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

  /** Updates whose row has a time that is none. */
  public Set<UUID> unreadable() {
    return unreadable;
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
