package dev.garrison.lab.adminservice.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A class as an account with limited rights sees it. */
@KnownFrom(
    mark = Mark.INFERRED,
    source =
        "learn.microsoft.com/intune/configmgr/core/servers/deploy/configure/configure-role-based-administration",
    says =
        "Each write takes the right that the console asks for, and what may not be read is not listed. Security scopes and the collections of the account are not looked at.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "azitc-ac/SCCM-RightClickTools, AZITC-Toolkit",
    says =
        "A missing right answers 403 without a body, as was recorded for a script that is denied.")
public final class SecuredClass implements ProviderClass {
  private final ProviderClass plain;
  private final GrantedRights granted;
  private final ClassRights needed;

  private SecuredClass(ProviderClass plain, GrantedRights granted) {
    this.plain = plain;
    this.granted = granted;
    this.needed = ClassRights.of(plain.name());
  }

  /** Wraps the classes for an account with these rights. */
  public static List<ProviderClass> all(Collection<ProviderClass> plain, GrantedRights granted) {
    return plain.stream().<ProviderClass>map(each -> new SecuredClass(each, granted)).toList();
  }

  private boolean may(Use use, JsonNode node) {
    Optional<Secured> kind = needed.kind().apply(node);
    Optional<Right> right = Optional.ofNullable(needed.rights().get(use));
    return kind.isEmpty() || right.isEmpty() || granted.grant(kind.get(), right.get());
  }

  private void demand(Use use, JsonNode node) {
    if (!may(use, node)) {
      throw Refusal.forbidden();
    }
  }

  @Override
  public String name() {
    return plain.name();
  }

  @Override
  public Provenance provenance() {
    return plain.provenance();
  }

  @Override
  public Stream<ObjectNode> rows() {
    return rows(_ -> true);
  }

  @Override
  public Stream<ObjectNode> rows(Predicate<ObjectNode> mayFit) {
    return may(Use.READ, MissingNode.getInstance()) ? plain.rows(mayFit) : Stream.empty();
  }

  @Override
  public ObjectNode create(ObjectNode body) {
    demand(Use.CREATE, body);
    return plain.create(body);
  }

  @Override
  public ObjectNode replace(ObjectNode existing, ObjectNode body) {
    demand(Use.CHANGE, existing);
    return plain.replace(existing, body);
  }

  @Override
  public boolean isMadeByReplace() {
    return plain.isMadeByReplace();
  }

  @Override
  public ObjectNode postTo(ObjectNode existing, ObjectNode body) {
    demand(Use.CHANGE, existing);
    return plain.postTo(existing, body);
  }

  @Override
  public void delete(ObjectNode existing) {
    demand(Use.DELETE, existing);
    plain.delete(existing);
  }

  @Override
  public ObjectNode invoke(String method, ObjectNode existing, ObjectNode parameters) {
    demand(Use.CALL, parameters);
    return plain.invoke(method, existing, parameters);
  }

  @Override
  public ObjectNode call(String method, ObjectNode parameters) {
    demand(Use.CALL, parameters);
    return plain.call(method, parameters);
  }
}
