package dev.garrison.wsus.subscription;

import dev.garrison.catalog.Category;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.problem.SensorProblems;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.AdminName;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.servers.WritePermission;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Subscription of servers to the sensor's product, as a kind of object. WSUS replaces both of its
 * lists completely, so by default an administrator changes them (F37). Where the manifest says that
 * Garrison does, it sends back the existing lists with the product added.
 */
public final class ProductSubscriptionResource implements Writable<ProductSubscription> {
  private final UpdateServerPool pool;
  private final SensorStocks stocks;
  private final WritePermission gate;
  private final boolean manages;
  private final AdminName admin;

  /**
   * @param manages whether Garrison may change the lists
   * @param admin the name that the console shows for the change
   */
  public ProductSubscriptionResource(
      UpdateServerPool pool,
      SensorStocks stocks,
      WritePermission gate,
      boolean manages,
      AdminName admin) {
    this.pool = pool;
    this.stocks = stocks;
    this.gate = gate;
    this.manages = manages;
    this.admin = admin;
  }

  @Override
  public Kind<ProductSubscription> kind() {
    return new Kind<>(
        ProductSubscription.KIND,
        RecordedProductSubscription.FORM,
        Rollback.always(Text.of("wsus-subscription.stays").toString()));
  }

  @Override
  public Observations<ProductSubscription> observe(
      List<Wanted<ProductSubscription>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<ProductSubscription>> seen = new LinkedHashMap<>();
    List<WsusServer> servers = new ArrayList<>();
    for (Wanted<ProductSubscription> each : wanted) {
      seen.put(each.address(), new Observation.Missing<>());
      pool.named(each.address().name()).ifPresent(servers::add);
    }
    pool.each(servers, this::observation)
        .forEach((server, observation) ->
            seen.put(ProductSubscription.address(server.name()), observation));
    return new Observations<>(seen);
  }

  private Observation<ProductSubscription> observation(WsusServer named) {
    try {
      Optional<UUID> product = product(named);
      boolean isSubscribed =
          product.isPresent()
              && pool.of(named).subscribed(false).stream()
                  .anyMatch(each -> each.id().equals(product.get()) || mayInclude(named, each));
      return new Observation.Found<>(
          new ProductSubscription(named.name(), product.isPresent(), isSubscribed),
          new Owner.Ours(),
          named.name(),
          "");
    } catch (RefusalException refusal) {
      return new Observation.Unreadable<>(refusal.diagnostics().getFirst().problem());
    }
  }

  /**
   * Checks for a family or company, which includes all its products; rows do not list them. Where
   * updates of the product are present, it is assumed to be included.
   */
  private boolean mayInclude(WsusServer named, Category category) {
    return (category.kind() == Category.Kind.PRODUCT_FAMILY
            || category.kind() == Category.Kind.COMPANY)
        && stocks.of(named).filter(stock -> !stock.updates().isEmpty()).isPresent();
  }

  private Optional<UUID> product(WsusServer named) {
    return stocks.of(named).flatMap(stock -> stock.product()).map(product -> product.product());
  }

  @Override
  public Proposal propose(
      Wanted<ProductSubscription> wanted, Observation<ProductSubscription> seen) {
    return switch (seen) {
      case Observation.Found<ProductSubscription> found
          when wanted.desired()
                  instanceof Desired.Present<ProductSubscription>(ProductSubscription state)
              && state.isSubscribed()
              && !found.state().isSubscribed() ->
          missing(wanted.address().name(), found.state());
      case Observation.Found<ProductSubscription> _, Observation.Missing<ProductSubscription> _ ->
          new Proposal.Proposed(Action.NO_OP, Text.of("wsus-subscription.done").toString());
      case Observation.Ambiguous<ProductSubscription> _ ->
          new Proposal.Proposed(Action.WAIT, Text.of("one-way.several").toString());
      case Observation.Unreadable<ProductSubscription>(String why, _) ->
          new Proposal.Proposed(Action.WAIT, why);
    };
  }

  private Proposal missing(String server, ProductSubscription state) {
    if (!state.isKnown()) {
      return new Proposal.Proposed(
          Action.WAIT,
          Text.of("wsus-subscription.unknown", "product", SensorProblems.PRODUCT).toString());
    }
    boolean isByHand = !manages || pool.named(server).flatMap(WsusServer::writes).isEmpty();
    return new Proposal.Proposed(
        isByHand ? Action.MANUAL : Action.UPDATE,
        Text.of("wsus-subscription.summary", "product", SensorProblems.PRODUCT).toString(),
        Facts.between(Facts.of(state), Facts.of(ProductSubscription.of(server))),
        isByHand ? List.of() : List.of(Text.of("wsus-subscription.stays").toString()),
        isByHand
            ? Optional.of(
                new ManualStep(
                    Text.of(
                            "wsus-subscription.step",
                            "server",
                            server,
                            "product",
                            SensorProblems.PRODUCT)
                        .toString(),
                    "Get-WsusProduct | Where-Object { $_.Product.Title -eq '%s' } | Set-WsusProduct"
                        .formatted(SensorProblems.PRODUCT)))
            : Optional.empty());
  }

  @Override
  public Outcome carryOut(Change<ProductSubscription> change, Resolved ids, Progress progress) {
    WsusServer named =
        pool.named(change.wanted().address().name())
            .orElseThrow(
                () -> new IllegalStateException(change.wanted().address() + " is no server"));
    UpdateServer server = gate.openAtRest(named);
    List<UUID> classifications = server.subscribedIds(true);
    List<UUID> products = new ArrayList<>(server.subscribedIds(false));
    product(named).filter(product -> !products.contains(product)).ifPresent(products::add);
    server.subscribe(server.subscription(), products, classifications, admin.on(named));
    if (!Set.copyOf(server.subscribedIds(false)).equals(new HashSet<>(products))
        || !Set.copyOf(server.subscribedIds(true)).equals(new HashSet<>(classifications))) {
      throw gate.stop(named, Text.of("wsus-write.subscription-differs", "server", named.name()));
    }
    return new Outcome.Done();
  }
}
