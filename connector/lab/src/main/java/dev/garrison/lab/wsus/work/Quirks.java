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
        "WSUS: a request can fail with a deadlock of the database or be rejected under"
            + " load; both have no effect in the lab, and whether a real failure leaves a"
            + " partial result is unknown.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "jeremiaspala/ADeep, src/main/wsus (adminName is free text)",
    says =
        "WSUS: a server may store the name of the signed-in account instead of the"
            + " approver that was sent; no public source shows one that does.")
public final class Quirks {
  private volatile WireStyle style = WireStyle.USUAL;
  private volatile boolean sslRequired;
  private volatile int role = 2;
  private volatile Set<Variant> variants = Set.of();
  private int deadlocks;
  private int busy;
  private Optional<String> approver = Optional.empty();
  private final Set<UUID> unreadable = new HashSet<>();

  /** Whether the server has a variant. */
  public boolean is(Variant variant) {
    return variants.contains(variant);
  }

  /** Adds variants to those that the server already has. */
  public void vary(Variant... which) {
    vary(List.of(which));
  }

  /** Adds variants to those that the server already has. */
  public void vary(Collection<Variant> which) {
    Set<Variant> all = new HashSet<>(variants);
    all.addAll(which);
    variants = Set.copyOf(all);
  }

  /** Style of rows on the wire. */
  public WireStyle style() {
    if (is(Variant.ALL_CELLS_AS_TEXT)) {
      return style.with(WireStyle.Types.ALL_TEXT);
    }
    return is(Variant.NO_CELL_TYPES) ? style.with(WireStyle.Types.NONE) : style;
  }

  /** Sets the style of rows on the wire. */
  public void style(WireStyle value) {
    style = value;
  }

  /** Whether plain HTTP is answered with 403. */
  public boolean sslRequired() {
    return sslRequired;
  }

  /** Sets whether plain HTTP is answered with 403. */
  public void sslRequired(boolean value) {
    sslRequired = value;
  }

  /** Role of the account: 0 unauthorized, 1 reporter, 2 administrator. */
  public int role() {
    return role;
  }

  /** Sets the role of the account: 0 unauthorized, 1 reporter, 2 administrator. */
  public void role(int value) {
    role = value;
  }

  /** Lets this number of writes from now on run into a deadlock, without effect. */
  public void deadlocks(int next) {
    deadlocks = next;
  }

  /** Whether this write runs into a deadlock; uses up one deadlock. */
  public boolean takeDeadlock() {
    if (deadlocks == 0) {
      return false;
    }
    deadlocks--;
    return true;
  }

  /** Refuses this number of requests from now on, as a server under load does, without effect. */
  public void busy(int next) {
    busy = next;
  }

  /** Whether this request is refused because of load; uses up one refusal. */
  public boolean takeBusy() {
    if (busy == 0) {
      return false;
    }
    busy--;
    return true;
  }

  /** Updates whose row has a time that cannot be read. */
  public Set<UUID> unreadable() {
    return unreadable;
  }

  /** Approver that the server names instead of the text in requests; empty: the text. */
  public Optional<String> approver() {
    return approver;
  }

  /** Sets the approver that the server names instead of the text in requests. */
  public void approver(String name) {
    approver = Optional.of(name);
  }
}
