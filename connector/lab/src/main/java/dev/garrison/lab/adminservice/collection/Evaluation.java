package dev.garrison.lab.adminservice.collection;

import dev.garrison.lab.adminservice.wql.WqlQuery;
import dev.garrison.lab.adminservice.wql.WqlSource;
import dev.garrison.lab.device.Device;
import java.util.BitSet;
import java.util.function.Function;

/**
 * Computes the members of a collection. Query, direct, and include rules add devices; exclude rules
 * remove them; the limiting collection limits them.
 *
 * @param membersOf members of other collections as they are now, possibly outdated
 */
record Evaluation(WqlSource devices, Function<String, BitSet> membersOf) {
  BitSet of(CollectionRecord.Definition definition) {
    BitSet members = new BitSet();
    BitSet excluded = new BitSet();
    for (CollectionRule rule : definition.rules()) {
      switch (rule) {
        case CollectionRule.Direct direct ->
            members.set((int) (direct.resourceId() - Device.FIRST_RESOURCE_ID));
        case CollectionRule.Query query ->
            WqlQuery.parse(devices, query.wql()).map(WqlQuery::run).ifPresent(members::or);
        case CollectionRule.Include include -> members.or(membersOf.apply(include.collectionId()));
        case CollectionRule.Exclude exclude -> excluded.or(membersOf.apply(exclude.collectionId()));
      }
    }
    members.andNot(excluded);
    definition.limitTo().ifPresent(limit -> members.and(membersOf.apply(limit)));
    return members;
  }
}
