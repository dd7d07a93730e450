package dev.garrison.survey.antivirus;

import dev.garrison.fleet.ServerName;
import dev.garrison.fleet.antivirus.AntivirusProducts;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Text;
import dev.garrison.manifest.AntivirusProduct;
import dev.garrison.manifest.AntivirusProduct.Kind;
import dev.garrison.manifest.AntivirusProduct.Sign;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.OtherAntivirus;
import dev.garrison.manifest.Ring;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Marks the servers of passive rings for which the manifest states another antivirus. A statement
 * counts until its last day, in UTC, and only in its own ring.
 */
public final class StatedAntivirus {
  private static final ODataQuery MEMBERS =
      ODataQuery.of("SMS_FullCollectionMembership")
          .keys("CollectionID", "ResourceID")
          .select("Name");

  private final AdminService service;
  private final Function<String, Optional<String>> collections;
  private final LocalDate today;

  /**
   * @param collections finds the id of a collection by the manifest's reference
   * @param asOf the time that decides which statements count
   */
  public StatedAntivirus(
      AdminService service, Function<String, Optional<String>> collections, Instant asOf) {
    this.service = service;
    this.collections = collections;
    this.today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
  }

  /**
   * Known products of a manifest: its own, the services of its statements, and the packed list. So
   * a stated service that is seen stopped is not taken for a running one.
   */
  public static AntivirusProducts products(Manifest manifest) {
    List<AntivirusProduct> own = new ArrayList<>(manifest.antivirusProducts());
    manifest.rings().stream()
        .flatMap(ring -> ring.otherAntivirus().stream())
        .forEach(stated ->
            stated
                .service()
                .ifPresent(name ->
                    own.add(
                        new AntivirusProduct(
                            Sign.SERVICE, name, stated.product(), Kind.ANTIVIRUS))));
    return AntivirusProducts.with(own);
  }

  /** Marks the servers of a fleet that has its rings' servers. */
  public void mark(Fleet fleet, Manifest manifest) {
    Map<String, Ring> rings = new HashMap<>();
    manifest.rings().stream()
        .filter(ring -> ring.antivirus() == Ring.Antivirus.PASSIVE)
        .filter(ring -> !ring.otherAntivirus().isEmpty())
        .forEach(ring -> rings.put(ring.name(), ring));
    if (rings.isEmpty()) {
      return;
    }
    byName(fleet, rings);
    rings.values().forEach(ring -> byCollection(fleet, ring));
  }

  /**
   * Remarks on servers that passive rings state and do not have. Such a statement lets nobody in.
   */
  public List<String> strangers(Fleet fleet, Manifest manifest) {
    List<String> remarks = new ArrayList<>();
    for (Ring ring : manifest.rings()) {
      List<String> stated =
          valid(ring).stream().flatMap(one -> one.server().stream()).distinct().toList();
      if (ring.antivirus() == Ring.Antivirus.PASSIVE && !stated.isEmpty()) {
        List<String> servers =
            Arrays.stream(fleet.servers())
                .filter(row -> fleet.ringOf(row).equals(ring.name()))
                .mapToObj(fleet::name)
                .toList();
        ServerName.strangers(stated, servers)
            .forEach(word ->
                remarks.add(
                    Text.of("antivirus-remark.stranger", "ring", ring.name(), "server", word)
                        .toString()));
      }
    }
    return remarks;
  }

  private List<OtherAntivirus> valid(Ring ring) {
    return ring.otherAntivirus().stream().filter(stated -> !stated.expiredOn(today)).toList();
  }

  private void byName(Fleet fleet, Map<String, Ring> rings) {
    Map<String, Map<String, OtherAntivirus>> named = new HashMap<>();
    rings.forEach((name, ring) -> {
      Map<String, OtherAntivirus> servers = new HashMap<>();
      valid(ring)
          .forEach(stated ->
              stated
                  .server()
                  .ifPresent(server -> servers.putIfAbsent(ServerName.key(server), stated)));
      named.put(name, servers);
    });
    for (int row : fleet.servers()) {
      Optional.ofNullable(named.get(fleet.ringOf(row)))
          .flatMap(servers -> Optional.ofNullable(servers.get(ServerName.key(fleet.name(row)))))
          .ifPresent(stated -> mark(fleet, row, stated));
    }
  }

  private static void mark(Fleet fleet, int row, OtherAntivirus stated) {
    fleet.antivirus().stated(row, stated.product(), stated.service().isPresent());
  }

  private void byCollection(Fleet fleet, Ring ring) {
    for (OtherAntivirus stated : valid(ring)) {
      stated
          .collection()
          .flatMap(collections)
          .ifPresent(id ->
              service.query(
                  MEMBERS.where(ODataFilter.equal("CollectionID", id)),
                  node ->
                      fleet
                          .find(new Row(node).numberKey("ResourceID"))
                          .ifPresent(row -> {
                            if (fleet.ringOf(row).equals(ring.name())) {
                              mark(fleet, row, stated);
                            }
                          })));
    }
  }
}
