package dev.garrison.mecm.updaterule;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.mecm.softwareupdate.SiteSighting;
import dev.garrison.mecm.softwareupdate.SiteUpdateReader;
import dev.garrison.mecm.softwareupdate.SiteUpdateStock;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Subscription to the product. Microsoft documents that SMS_UpdateCategoryInstance can be written,
 * but no public source does so over the AdminService; it is one manual step, once.
 *
 * @see <a
 *     href="https://learn.microsoft.com/powershell/module/configurationmanager/set-cmsoftwareupdatepointcomponent">Set-CMSoftwareUpdatePointComponent</a>
 */
public final class UpdateProductResource implements ResourceType<UpdateProduct> {
  private final SiteUpdateStock stock;
  private final String siteCode;
  private final InstantSource clock;

  public UpdateProductResource(SiteUpdateStock stock, String siteCode, InstantSource clock) {
    this.stock = stock;
    this.siteCode = siteCode;
    this.clock = clock;
  }

  @Override
  public Kind<UpdateProduct> kind() {
    return new Kind<>(
        UpdateProduct.KIND,
        RecordedUpdateProduct.FORM,
        Rollback.always(Text.of("update-product.undo").toString()));
  }

  @Override
  public Observations<UpdateProduct> observe(
      List<Wanted<UpdateProduct>> wanted, Resolved ids, Scope scope) {
    return wanted.isEmpty()
        ? new Observations<>(Map.of())
        : new Observations<>(Map.of(UpdateProduct.address(), observation(stock.last())));
  }

  /**
   * Reads the subscription. A subscription without a recent successful synchronization proves
   * nothing and is unreadable.
   */
  private Observation<UpdateProduct> observation(SiteSighting sighting) {
    return switch (sighting) {
      case SiteSighting.Unseen(var why) -> new Observation.Unreadable<>(why.problem());
      case SiteSighting.Seen(SiteUpdates seen)
          when seen.product() == SiteUpdates.Product.SUBSCRIBED
              && seen.trouble(clock.instant()).isPresent() ->
          new Observation.Unreadable<>(seen.trouble(clock.instant()).orElseThrow());
      case SiteSighting.Seen(SiteUpdates seen) ->
          seen.product() == SiteUpdates.Product.NOT_THERE
              ? new Observation.Missing<>()
              : new Observation.Found<>(
                  new UpdateProduct(
                      SiteUpdateReader.PRODUCT, seen.product() == SiteUpdates.Product.SUBSCRIBED),
                  new Owner.Ours(),
                  SiteUpdateReader.PRODUCT,
                  "");
    };
  }

  @Override
  public Proposal propose(Wanted<UpdateProduct> wanted, Observation<UpdateProduct> seen) {
    return switch (seen) {
      case Observation.Unreadable<UpdateProduct>(String why, _) ->
          new Proposal.Proposed(Action.WAIT, why);
      case Observation.Missing<UpdateProduct> _ ->
          new Proposal.Proposed(Action.WAIT, Text.of("update-product.unknown").toString());
      case Observation.Found<UpdateProduct> found ->
          found.state().isSubscribed()
              ? new Proposal.Proposed(Action.NO_OP, Text.of("update-product.subscribed").toString())
              : byHand(found.state());
      case Observation.Ambiguous<UpdateProduct> _ -> StandardProposal.of(wanted, seen, "");
    };
  }

  private Proposal byHand(UpdateProduct state) {
    return new Proposal.Proposed(
        Action.MANUAL,
        Text.of("update-product.not-subscribed").toString(),
        Facts.between(Facts.of(state), Facts.of(UpdateProduct.subscribed())),
        List.of(),
        Optional.of(
            new ManualStep(
                Text.of(
                        "update-product.step",
                        "site",
                        siteCode,
                        "product",
                        SiteUpdateReader.PRODUCT)
                    .toString(),
                "Set-CMSoftwareUpdatePointComponent -SiteCode '%s' -AddProduct '%s'"
                    .formatted(siteCode, SiteUpdateReader.PRODUCT))));
  }
}
